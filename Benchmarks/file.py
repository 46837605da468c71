#!/usr/bin/env python3
"""Net promoter scores by a column of a 1 GB file, beside DuckDB and Polars on the same file.

`file.py [BINARY] [--bytes N] [--runs N]`; without a binary, the one in TOUCHSTONE_BIN_DIR. Each
engine has two threads and a process of its own; the best of the runs counts, peers and we taking
turns. Memory is the highest anonymous resident memory seen, so the file's own pages are left out.
Prints one JSON object a line.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import answers_file

THREADS = 2
MEMORY_MAX_MB = 200
COLUMNS = answers_file.HEADER.strip().split(",")
# Peers time their own query, so that starting Python is not held against them.
DUCKDB = """
import duckdb, json, sys, time
connection = duckdb.connect(config={{"threads": {threads}}})
connection.execute("SET enable_progress_bar = false")
columns = {{name: "VARCHAR" for name in {columns}}} | {{"score": "UTINYINT"}}
started = time.perf_counter()
rows = connection.execute(
    "SELECT touchpoint, count(*) FILTER (score >= 9), count(*) FILTER (score BETWEEN 7 AND 8), "
    "count(*) FILTER (score <= 6) FROM read_csv(?, header=true, delim=',', auto_detect=false, "
    "columns=" + repr(columns) + ") GROUP BY touchpoint ORDER BY touchpoint", [sys.argv[1]]).fetchall()
print(json.dumps({{"seconds": time.perf_counter() - started, "rows": rows}}))
"""
POLARS = """
import json, os, sys, time
os.environ["POLARS_MAX_THREADS"] = "{threads}"
import polars as pl
score = pl.col("score")
started = time.perf_counter()
frame = (
    pl.scan_csv(sys.argv[1], schema_overrides={{"score": pl.UInt8}})
    .group_by("touchpoint")
    .agg((score >= 9).sum(), score.is_between(7, 8).sum().alias("p"), (score <= 6).sum().alias("d"))
    .sort("touchpoint").collect(engine="streaming")
)
print(json.dumps({{"seconds": time.perf_counter() - started, "rows": frame.rows()}}))
"""


def measured(command: list[str]) -> tuple[float, float, str]:
    """Seconds, highest anonymous memory in MB, and what was printed."""
    with tempfile.TemporaryFile("w+") as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        status = pathlib.Path(f"/proc/{process.pid}/status")
        highest = 0
        while process.poll() is None:
            for line in status.read_text().splitlines():
                if line.startswith("RssAnon:"):
                    highest = max(highest, int(line.split()[1]))
            time.sleep(0.005)
        seconds = time.perf_counter() - started
        if process.returncode != 0:
            sys.exit(f"{command[0]} failed with status {process.returncode}")
        output.seek(0)
        return seconds, highest / 1024, output.read()


def answer(seconds: float, printed: str) -> tuple[float, list[list]]:
    """Seconds and counts by touchpoint; ours are those of the whole process, from its start."""
    told = json.loads(printed)
    if "rows" in told and "seconds" in told:
        return told["seconds"], told["rows"]
    return seconds, [
        [group["by"]["touchpoint"], group["promoters"], group["passives"], group["detractors"]]
        for group in told["groups"]
    ]


def line(case: str, ours: float, peer: float | None, name: str | None, **more: object) -> None:
    """One line of the table."""
    shown = {"bench": "file", "case": case, "ours": round(ours, 3), **more}
    if peer is not None:
        ratio = round(peer / ours, 2)
        shown |= {"peer": round(peer, 3), "peer_name": name, "ratio": ratio}
        if "target" in more:
            shown["met"] = ratio >= 1
    print(json.dumps(shown), flush=True)


def main() -> None:
    """Makes the file, lets all read it in turns, and says who was how fast."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("binary", nargs="?")
    options.add_argument("--bytes", type=int, default=1_000_000_000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--folder", default=os.path.join(tempfile.gettempdir(), "touchstone-bench"))
    asked = options.parse_args()
    binary = asked.binary or os.path.join(os.environ["TOUCHSTONE_BIN_DIR"], "touchstone")
    path = os.path.join(asked.folder, f"answers-{asked.bytes}.csv")
    answers_file.write(path, asked.bytes)
    gaps = {"threads": THREADS, "columns": COLUMNS}
    python = [sys.executable, "-c"]
    commands = {
        "touchstone": [binary, "nps", path, "--score", "score", "--by", "touchpoint", "--json"],
        "DuckDB": [*python, DUCKDB.format(**gaps), path],
        "Polars": [*python, POLARS.format(**gaps), path],
    }
    fastest = dict.fromkeys(commands, float("inf"))
    memory = dict.fromkeys(commands, 0.0)
    counts = {}
    for _ in range(asked.runs):
        for name, command in commands.items():
            seconds, anonymous, printed = measured(command)
            seconds, counts[name] = answer(seconds, printed)
            fastest[name] = min(fastest[name], seconds)
            memory[name] = max(memory[name], anonymous)
    for peer in ("DuckDB", "Polars"):
        if counts[peer] != counts["touchstone"]:
            sys.exit(f"{peer} counts otherwise than we do")
    case = f"nps by touchpoint, {os.path.getsize(path) / 1e9:.2f} GB CSV"
    ours = fastest["touchstone"]
    line(case, ours, fastest["DuckDB"], "DuckDB", unit="s", target="at least 1×")
    line(case, ours, fastest["Polars"], "Polars", unit="s")
    megabytes = memory["touchstone"]
    line("  anonymous memory", megabytes, memory["DuckDB"], "DuckDB", unit="MB")
    within = {"target": f"at most {MEMORY_MAX_MB} MB", "met": megabytes <= MEMORY_MAX_MB}
    line("  anonymous memory", megabytes, None, None, unit="MB", **within)


if __name__ == "__main__":
    main()
