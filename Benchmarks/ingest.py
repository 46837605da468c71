#!/usr/bin/env python3
"""Answers a second, stored and acknowledged, beside the same POST read and answered but not stored.

Load comes from another process over loopback: 64 connections, unique keys, one score, one choice
and one comment each, in rounds by turns; the medians count. The store's answers are counted
afterwards; SQLite's synchronous setting is proven by counting fdatasync calls with strace where it
may trace. PostgreSQL is the one that the bench door started (TOUCHSTONE_TEST_POSTGRES). Prints one
JSON object a line.
"""

import contextlib
import json
import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.request

BIN = pathlib.Path(os.environ["TOUCHSTONE_BIN_DIR"])
SURVEY = pathlib.Path(__file__).with_name("Ingest") / "survey.json"
SECONDS = float(os.environ.get("TOUCHSTONE_BENCH_SECONDS", "5"))
ROUNDS = 5
FIXED_RATE = 5000


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int) -> None:
    for _ in range(400):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.025)
    raise SystemExit(f"nothing listens on port {port}")


def load(port: int, token: str, seconds: float, rate: float = 0) -> dict:
    command = [BIN / "bench-ingest", "load", "--port", str(port), "--token", token]
    command += ["--seconds", str(seconds), "--rate", str(rate)]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    report = json.loads(result.stdout)
    if report["refused"]:
        raise SystemExit(f"{report['refused']} answers were refused: {report}")
    return report


@contextlib.contextmanager
def serving(command: list, port: int, environment: dict | None = None):
    server = subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment)
    try:
        wait_for(port)
        yield server
    finally:
        server.terminate()
        server.wait()


def fdatasyncs(server: subprocess.Popen, port: int, token: str) -> tuple[int | None, int]:
    """How often the server synchronises in one second of load, and the answers it took then.

    None instead of the first where tracing is refused.
    """
    if not shutil.which("strace"):
        return None, 0
    with tempfile.NamedTemporaryFile("r") as trace:
        command = ["strace", "-f", "-e", "trace=fdatasync", "-o", trace.name, "-p", str(server.pid)]
        tracer = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        taken = load(port, token, 1)["taken"]
        tracer.terminate()
        tracer.wait()
        return trace.read().count("fdatasync(") or None, taken


def facts_in_columns(port: int, wanted: int) -> int:
    """The count of facts in the columns, which follow the store within moments."""
    deadline = time.monotonic() + 10
    while True:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as page:
            lines = page.read().decode().splitlines()
        count = int(dict(line.split() for line in lines if line[0] != "#")["touchstone_facts"])
        if count >= wanted or time.monotonic() > deadline:
            return count
        time.sleep(0.05)


def beside(unstored_port: int, environment: dict, folder: str, rounds: int) -> dict:
    """Loads the two servers in turns, so that a machine whose speed drifts is fair to both."""
    kept = {name: value for name, value in os.environ.items() if "DATABASE_URL" not in name}
    is_embedded = "TOUCHSTONE_DATABASE_URL" not in environment
    environment = kept | environment
    made = subprocess.run(
        [BIN / "touchstone", "survey", "create", SURVEY, "--data", folder, "--json"],
        check=True, capture_output=True, text=True, env=environment)
    token = json.loads(made.stdout)["token"]
    port = free_port()
    command = [BIN / "touchstone", "serve", "--data", folder]
    with serving(command, port, environment) as server:
        taken = load(port, token, 2)["taken"]
        pairs, p99s = [], []
        for _ in range(rounds):
            pairs.append((load(port, token, SECONDS), load(unstored_port, "x", SECONDS)))
            taken += pairs[-1][0]["taken"]
            if is_embedded:
                fixed = load(port, token, SECONDS, FIXED_RATE)
                p99s.append(fixed["p99_ms"])
                taken += fixed["taken"]
        syncs = None, 0
        if is_embedded:
            syncs = fdatasyncs(server, port, token)
            taken += syncs[1]
        if facts_in_columns(port, taken) != taken:
            raise SystemExit(f"{taken} acknowledged, {facts_in_columns(port, taken)} in the columns")
    return {
        "ours": statistics.median(ours["per_second"] for ours, _ in pairs),
        "peer": statistics.median(peer["per_second"] for _, peer in pairs),
        "ratio": statistics.median(ours["per_second"] / peer["per_second"] for ours, peer in pairs),
        "p99": statistics.median(p99s) if p99s else None,
        "syncs": syncs[0],
    }


def tell(case: str, ours: float, unit: str, target: str, met: bool, **more: float) -> None:
    row = {"bench": "ingest", "case": case, "ours": round(ours, 2), "unit": unit, "target": target,
           "met": met}
    print(json.dumps(row | {name: round(value, 3) for name, value in more.items()}), flush=True)


def main() -> None:
    unstored_port = free_port()
    command = [BIN / "bench-ingest", "unstored", "--definition", SURVEY]
    with serving(command, unstored_port):
        load(unstored_port, "x", 2)
        with tempfile.TemporaryDirectory() as folder:
            run = beside(unstored_port, {}, folder, ROUNDS)
        tell("SQLite, stored ÷ not stored", run["ours"], "answers/s", "≥ 0.4", run["ratio"] >= 0.4,
             peer=run["peer"], ratio=run["ratio"])
        tell(f"SQLite, 99 of 100 at {FIXED_RATE}/s", run["p99"], "ms", "< 20", run["p99"] < 20)
        if run["syncs"] is not None:
            tell("SQLite, fdatasync in a second of load", run["syncs"], "calls", "≥ 1", run["syncs"] >= 1)
        url = os.environ.get("TOUCHSTONE_TEST_POSTGRES")
        if url:
            with tempfile.TemporaryDirectory() as folder:
                run = beside(unstored_port, {"TOUCHSTONE_DATABASE_URL": url}, folder, ROUNDS)
            tell("PostgreSQL, stored ÷ not stored", run["ours"], "answers/s", "≥ 0.2",
                 run["ratio"] >= 0.2, peer=run["peer"], ratio=run["ratio"])


if __name__ == "__main__":
    main()
