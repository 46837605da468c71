#!/usr/bin/env python3
"""Answers a second, stored and acknowledged, beside the same POST read and answered but not stored.

Load comes from another process over loopback: 64 connections, unique keys, one score, one choice
and one comment each. The store's answers are counted afterwards; SQLite's synchronous setting is
proven by counting fdatasync calls with strace where it may trace. PostgreSQL is the one that the
bench door started (TOUCHSTONE_TEST_POSTGRES). Prints one JSON object a line.
"""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

BIN = pathlib.Path(os.environ["TOUCHSTONE_BIN_DIR"])
SURVEY = pathlib.Path(__file__).with_name("Ingest") / "survey.json"
SECONDS = float(os.environ.get("TOUCHSTONE_BENCH_SECONDS", "10"))
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
    print(report, file=sys.stderr)
    if report["refused"]:
        raise SystemExit(f"{report['refused']} answers were refused: {report}")
    return report


def unstored() -> dict:
    port = free_port()
    command = [BIN / "bench-ingest", "unstored", "--port", str(port), "--definition", SURVEY]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        load(port, "x", 2)
        return load(port, "x", SECONDS)
    finally:
        server.terminate()
        server.wait()


def fdatasyncs(server: subprocess.Popen, port: int, token: str) -> int | None:
    """How often the server synchronises in one second of load; nil where tracing is refused."""
    if not shutil.which("strace"):
        return None
    with tempfile.NamedTemporaryFile("r") as trace:
        command = ["strace", "-f", "-e", "trace=fdatasync", "-o", trace.name, "-p", str(server.pid)]
        tracer = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        load(port, token, 1)
        tracer.terminate()
        tracer.wait()
        lines = trace.read().count("fdatasync(")
        return lines or None


def stored(environment: dict, folder: str) -> dict:
    port = free_port()
    environment = os.environ | environment
    made = subprocess.run(
        [BIN / "touchstone", "survey", "create", SURVEY, "--data", folder, "--json"],
        check=True, capture_output=True, text=True, env=environment)
    token = json.loads(made.stdout)["token"]
    command = [BIN / "touchstone", "serve", "--data", folder, "--port", str(port)]
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    try:
        wait_for(port)
        warm = load(port, token, 2)
        free = load(port, token, SECONDS)
        fixed = load(port, token, SECONDS, FIXED_RATE)
        syncs = fdatasyncs(server, port, token) if "TOUCHSTONE_DATABASE_URL" not in environment else None
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as page:
            metrics = dict(line.split() for line in page.read().decode().splitlines() if line[0] != "#")
        taken = warm["taken"] + free["taken"] + fixed["taken"]
        print(metrics, file=sys.stderr)
        if int(metrics["touchstone_facts"]) < taken:
            raise SystemExit(f"{taken} acknowledged, {metrics['touchstone_facts']} in the columns")
        return {"free": free, "fixed": fixed, "syncs": syncs}
    finally:
        server.terminate()
        server.wait()


def tell(case: str, ours: float, peer: float | None, unit: str, target: float, met: bool) -> None:
    row = {"bench": "ingest", "case": case, "ours": round(ours, 2), "unit": unit, "target": target,
           "met": met}
    if peer is not None:
        row |= {"peer": round(peer, 2), "ratio": round(ours / peer, 3)}
    print(json.dumps(row), flush=True)


def main() -> None:
    peer = unstored()
    with tempfile.TemporaryDirectory() as folder:
        run = stored({}, folder)
        ratio = run["free"]["per_second"] / peer["per_second"]
        tell("SQLite, stored ÷ not stored", run["free"]["per_second"], peer["per_second"],
             "answers/s", 0.4, ratio >= 0.4)
        p99 = run["fixed"]["p99_ms"]
        tell(f"SQLite, p99 at {FIXED_RATE}/s", p99, None, "ms", 20, p99 < 20)
        if run["syncs"] is not None:
            tell("SQLite, fdatasync in one second", run["syncs"], None, "calls", 1, run["syncs"] >= 1)
    url = os.environ.get("TOUCHSTONE_TEST_POSTGRES")
    if url:
        with tempfile.TemporaryDirectory() as folder:
            run = stored({"TOUCHSTONE_DATABASE_URL": url}, folder)
            ratio = run["free"]["per_second"] / peer["per_second"]
            tell("PostgreSQL, stored ÷ not stored", run["free"]["per_second"], peer["per_second"],
                 "answers/s", 0.2, ratio >= 0.2)


if __name__ == "__main__":
    main()
