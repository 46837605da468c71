#!/usr/bin/env python3
"""From exec to ready: an empty store, and ten million answers with and without the columns' snapshot.

`start.py [BINARY] [--answers N] [--runs N]`; without a binary, the one in TOUCHSTONE_BIN_DIR. Ready
is the first 200 of /ready, asked every two milliseconds; memory is the resident set at that moment.
The medians count. Prints one JSON object a line.
"""

import argparse
import contextlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
PATIENCE = 120


def is_ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/ready")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def facts(port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/metrics")
    lines = connection.getresponse().read().decode().splitlines()
    connection.close()
    return int(dict(line.split() for line in lines if line[0] != "#")["touchstone_facts"])


def resident_megabytes(process: subprocess.Popen) -> float:
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def start(binary: str, folder: str, answers: int) -> tuple[float, float]:
    """Seconds to ready and megabytes then; ends the server as an operator would."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [binary, "serve", "--data", folder, "--port", str(port)]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not is_ready(port):
            if process.poll() is not None or time.perf_counter() - started > PATIENCE:
                sys.exit(f"the server on {folder} did not become ready")
            time.sleep(0.002)
        seconds = time.perf_counter() - started
        megabytes = resident_megabytes(process)
        if facts(port) != answers:
            sys.exit(f"{facts(port)} facts in the columns, not {answers}")
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        process.wait()
    return seconds, megabytes


def filled(binary: str, folder: pathlib.Path, answers: int) -> pathlib.Path:
    """A store of so many answers, kept for the next run."""
    store = folder / f"store-{answers}"
    ready = folder / f"store-{answers}.ready"
    # A change of the schema makes another binary, and an old store would be brought up to date.
    stamp = str(os.path.getmtime(binary))
    if ready.exists() and ready.read_text() == stamp:
        return store
    shutil.rmtree(store, ignore_errors=True)
    store.mkdir(parents=True)
    survey = HERE / "Ingest" / "survey.json"
    subprocess.run(
        [binary, "survey", "create", survey, "--data", store], check=True, stdout=subprocess.DEVNULL
    )
    subprocess.run(
        [sys.executable, HERE / "fill_store.py", store / "touchstone.db", str(answers)], check=True
    )
    ready.write_text(stamp)
    return store


def line(case: str, ours: float, unit: str, most: float) -> None:
    row = {"bench": "start", "case": case, "ours": round(ours, 3), "unit": unit}
    print(json.dumps(row | {"target": f"at most {most:g} {unit}", "met": ours <= most}), flush=True)


def medians(runs: list[tuple[float, float]]) -> tuple[float, float]:
    return statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("binary", nargs="?")
    options.add_argument("--answers", type=int, default=10_000_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--folder", default=os.path.join(tempfile.gettempdir(), "touchstone-bench"))
    asked = options.parse_args()
    binary = asked.binary or os.path.join(os.environ["TOUCHSTONE_BIN_DIR"], "touchstone")
    empty = []
    for _ in range(asked.runs):
        with tempfile.TemporaryDirectory() as folder:
            empty.append(start(binary, folder, 0))
    seconds, megabytes = medians(empty)
    line("empty store", seconds * 1000, "ms", 150)
    line("  memory", megabytes, "MB", 60)

    store = filled(binary, pathlib.Path(asked.folder), asked.answers)
    rebuilt, loaded = [], []
    for _ in range(max(1, asked.runs // 2)):
        (store / "columns.snapshot").unlink(missing_ok=True)
        # Ending writes the snapshot that the next start reads.
        rebuilt.append(start(binary, str(store), asked.answers))
        loaded.append(start(binary, str(store), asked.answers))
    count = f"{asked.answers / 1e6:g} million answers"
    line(f"{count}, from the snapshot", medians(loaded)[0], "s", 2)
    line(f"{count}, rebuilding", medians(rebuilt)[0], "s", 10)


if __name__ == "__main__":
    main()
