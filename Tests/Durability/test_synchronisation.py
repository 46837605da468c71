"""No answer is acknowledged before it is on disk: seen in the server's own system calls."""

import re
import shutil
import subprocess
import time

import pytest

import stores
from load import SURVEY, Crowd
from server import Server

CALLS = ["-D", "-f", "-y", "-ttt", "-e", "trace=fdatasync,fsync"]
SIMPLE = {"answers": {"recommend": 9}, "elapsed_ms": 60_000}


@pytest.fixture
def traced(tmp_path):
    """A server on SQLite whose synchronisations are written down: the server and the list."""
    strace = shutil.which("strace")
    if not strace:
        pytest.skip("skipped: strace is not installed")
    if subprocess.run([strace, "-o", "/dev/null", "true"], capture_output=True).returncode:
        pytest.skip("skipped: this machine does not let a process be traced (ptrace)")
    trace = tmp_path / "trace"
    wrapper = [strace, *CALLS, "-o", str(trace)]
    server = Server(stores.SQLite(tmp_path), tmp_path, wrapper=wrapper)
    server.survey_token = server.survey(SURVEY)
    server.start()
    yield server, lambda: moments(trace)
    server.stop()


def moments(trace):
    """When a synchronisation of the write-ahead log came back; seconds since 1970."""
    done, begun = [], {}
    for line in trace.read_text(errors="replace").splitlines():
        process, moment, rest = line.split(maxsplit=2)
        if "touchstone.db-wal" in rest and "unfinished" in rest:
            begun[process] = True
        elif re.match(r"(fdatasync|fsync)\(.*touchstone\.db-wal.* = 0", rest):
            done.append(float(moment))
        elif "resumed" in rest and rest.endswith("= 0") and begun.pop(process, False):
            done.append(float(moment))
    return done


def test_each_answer_is_synchronised_before_it_is_acknowledged(traced):
    server, synchronised = traced
    path = f"/api/v1/surveys/{server.survey_token}/responses"
    exchanges = []
    for number in range(25):
        body = {**SIMPLE, "attributes": {"mark": str(number)}}
        sent = time.time()
        assert server.call("POST", path, body).status == 201
        exchanges.append((sent, time.time()))
    done = synchronised()
    for sent, confirmed in exchanges:
        assert any(sent < moment < confirmed for moment in done)


def test_answers_that_come_together_share_a_synchronisation(traced):
    server, synchronised = traced
    before = len(synchronised())
    crowd = Crowd(server.url, server.survey_token, "together", 24)
    crowd.start()
    deadline = time.monotonic() + 30
    while sum(visit.is_confirmed for visit in crowd.running) < 300:
        assert time.monotonic() < deadline, "the traced server is too slow"
        time.sleep(0.05)
    crowd.stop()
    commits = len(synchronised()) - before
    writes = sum((visit.reply is not None) + visit.is_amended for visit in crowd.visits)
    print(f"{writes} writes in {commits} synchronisations")
    assert 0 < commits < writes
