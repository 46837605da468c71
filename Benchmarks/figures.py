#!/usr/bin/env python3
"""Figures: NPS by month and touchpoint with two filters over ten million score facts.

bench-figures makes the facts, measures our columns and leaves the facts as raw columns; DuckDB and
Polars then hold the same small integers in their memory and answer the same question.
"""

import json
import os
import subprocess
import sys
import tempfile

FACTS = 10_000_000


def lines_of(command):
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def median(report):
    times = report["milliseconds"]
    return times[len(times) // 2]


def case(name, folder, *options):
    program = os.path.join(os.environ["TOUCHSTONE_BIN_DIR"], "bench-figures")
    (ours,) = lines_of([program, folder, str(FACTS), *options])
    peers_program = os.path.join(os.path.dirname(__file__), "figures_peers.py")
    duckdb, polars = lines_of([sys.executable, peers_program, folder])
    for peer in (duckdb, polars):
        if peer["digest"] != ours["digest"]:
            sys.exit(f"{peer['engine']} finds other tallies than ours; nothing is comparable")
    for peer, least in ((duckdb, 4), (polars, None)):
        ratio = median(peer) / median(ours)
        line = {
            "bench": "figures",
            "case": name,
            "ours": median(ours),
            "peer": median(peer),
            "unit": "ms",
            "peer_name": peer["engine"],
            "ratio": ratio,
            "note": f"best of {peer['median_milliseconds_by_formulation']}; processor time "
            f"{ours['processor_milliseconds']:.1f} against {peer['processor_milliseconds']:.1f} ms",
        }
        if least:
            line |= {"target": f"at least {least}×", "met": ratio >= least}
        print(json.dumps(line, ensure_ascii=False), flush=True)
    return ours


def main():
    with tempfile.TemporaryDirectory() as folder:
        ours = case("10 M facts, by day", folder)
        bytes_per_fact = ours["bytes_per_fact"]
        line = {
            "bench": "figures",
            "case": "memory",
            "ours": bytes_per_fact,
            "unit": "bytes a fact",
            "target": "at most 24",
            "met": bytes_per_fact <= 24,
        }
        print(json.dumps(line), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        case("10 M facts, days shuffled", folder, "--shuffled")


if __name__ == "__main__":
    main()
