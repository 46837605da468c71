#!/usr/bin/env python3
"""Fuzz: odd inputs of every `compute` operation, files of every kind for the readers, odd comments.

bench-fuzz makes each case from its number alone and checks it: nothing may crash, answers read back
equal and come twice the same, and every way to read a file agrees with every other. A crash ends the
process; a note says which cases were running then, and each of them is run again alone.
"""

import json
import os
import struct
import subprocess
import sys
import tempfile

PROGRAM = os.path.join(os.environ["TOUCHSTONE_BIN_DIR"], "bench-fuzz")
VECTORS = os.path.join(os.path.dirname(__file__), "..", "Tests", "MeasureTests", "Vectors")
SEED = "1"
SLOWEST_MS = 10_000

# The readers hold many buffers for a moment only: they are kept by the process and not given back.
SETTINGS = {"GLIBC_TUNABLES": "glibc.malloc.mmap_threshold=67108864:glibc.malloc.trim_threshold=268435456"}


def run(kind, cases, first, *more, patience):
    command = [PROGRAM, kind, str(cases), "--from", str(first), "--seed", SEED, "--vectors", VECTORS, *more]
    try:
        return subprocess.run(
            command, env=os.environ | SETTINGS, stdout=subprocess.PIPE, text=True, timeout=patience
        )
    except subprocess.TimeoutExpired:
        return None


def ended_by(kind, note):
    """The cases that end a process, or do not end, each found alone."""
    with open(note, "rb") as file:
        running = [number for (number,) in struct.iter_unpack("<Q", file.read())]
    for number in running:
        again = run(kind, 1, number, patience=60)
        if again is None or again.returncode != 0:
            shown = run(kind, 1, number, "--show", patience=60)
            yield number, "ends the process, asked with " + (shown.stdout.strip() if shown else "")


def fuzz(kind, cases, patience, folder):
    note = os.path.join(folder, kind)
    done = run(kind, cases, 0, "--note", note, patience=patience)
    if done is None or done.returncode != 0:
        findings = list(ended_by(kind, note)) or [(-1, "ends the process, and not again alone")]
        story = "stopped early"
    else:
        report = json.loads(done.stdout)
        findings = [(found["number"], found["complaint"]) for found in report["findings"]]
        slowest = report["slowest"][0]
        story = f"in {report['seconds']:.0f} s, the slowest case {slowest['milliseconds']:.0f} ms"
        if slowest["milliseconds"] > SLOWEST_MS:
            findings.append((slowest["number"], "takes too long"))
    for number, complaint in findings[:20]:
        print(f"bench-fuzz {kind} 1 --from {number} --seed {SEED}: {complaint[:2000]}", file=sys.stderr)
    line = {
        "bench": "fuzz",
        "case": f"{kind}, {cases:,} cases",
        "ours": len(findings),
        "unit": "findings",
        "target": "none",
        "met": not findings,
        "note": story,
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        fuzz("compute", 900_000, 600, folder)
        fuzz("readers", 100_000, 600, folder)
        fuzz("comments", 200_000, 600, folder)


if __name__ == "__main__":
    main()
