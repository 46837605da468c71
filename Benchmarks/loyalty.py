#!/usr/bin/env python3
"""Loyalty: fitting BG/NBD on CDNOW, and scoring a million customers by ten million purchases.

The fit runs beside lifetimes on the customers that come with it, each timed inside its process. The
base is made here from a seed and left as raw columns; DuckDB and Polars hold the same numbers in
their memory and compute the same recency, frequency, money and scores, we the purchase cycle and
the Vulnerability Index besides, in the same go.
"""

import json
import os
import subprocess
import sys
import tempfile
import warnings

import numpy

PROGRAM = os.path.join(os.environ["TOUCHSTONE_BIN_DIR"], "bench-loyalty")
CUSTOMERS = 1_000_000
PURCHASES = 10_000_000


def ours(*arguments):
    output = subprocess.run([PROGRAM, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(output.stdout)


def median(report):
    times = sorted(report["milliseconds"])
    return times[len(times) // 2]


def tell(case, mine, peer, peer_name, least, note):
    ratio = median(peer) / median(mine)
    line = {
        "bench": "loyalty",
        "case": case,
        "ours": median(mine),
        "peer": median(peer),
        "unit": "ms",
        "peer_name": peer_name,
        "ratio": ratio,
        "target": f"at least {least}×",
        "met": ratio >= least,
        "note": note,
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)


def fit(folder):
    warnings.filterwarnings("ignore")
    import time

    from lifetimes import BetaGeoFitter
    from lifetimes.datasets import load_cdnow_summary

    customers = load_cdnow_summary()
    path = os.path.join(folder, "cdnow.csv")
    customers[["frequency", "recency", "T"]].to_csv(path, index=False, header=False)
    times = []
    for _ in range(15):
        fitter = BetaGeoFitter()
        start = time.perf_counter()
        fitter.fit(customers["frequency"], customers["recency"], customers["T"])
        times.append(1000 * (time.perf_counter() - start))
    mine = ours("fit", path)
    for name in ("r", "alpha", "a", "b"):
        theirs = float(fitter.params_[name])
        if abs(mine[name] - theirs) > 0.005 * theirs:
            sys.exit(f"{name} is {mine[name]}, and {theirs} with lifetimes; nothing is comparable")
    note = ", ".join(f"{name} {mine[name]:.4f}" for name in ("r", "alpha", "a", "b"))
    tell("fit CDNOW", mine, {"milliseconds": times}, "lifetimes", 20, note)


def make_base(folder):
    """Rates differ as a gamma distribution has it; whole amounts, so that sums are exact."""
    random = numpy.random.default_rng(2026)
    rates = random.gamma(0.8, 1.0, CUSTOMERS)
    customers = random.choice(CUSTOMERS, PURCHASES, p=rates / rates.sum()).astype(numpy.uint32)
    days = random.integers(0, 731, PURCHASES, dtype=numpy.int32)
    amounts = random.gamma(2.0, 2000.0, PURCHASES).round()
    amounts[random.random(PURCHASES) < 0.05] *= -1
    columns = {"customers": customers, "days": days, "amounts": amounts}
    columns["exposed"] = (random.random(CUSTOMERS) < 0.5).astype(numpy.uint8)
    for name, column in columns.items():
        column.tofile(os.path.join(folder, name))


def base(folder):
    make_base(folder)
    mine = ours("base", folder)
    peers = os.path.join(os.path.dirname(__file__), "loyalty_peers.py")
    output = subprocess.run(
        [sys.executable, peers, folder], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    for line in output.splitlines():
        peer = json.loads(line)
        if peer["codes"] != mine["codes"]:
            sys.exit(f"{peer['engine']} scores otherwise than we do; nothing is comparable")
        note = (
            f"{mine['scored']} scored alike; with it, on our side only, a cycle of "
            f"{mine['cycle']:.0f} days and a Vulnerability Index of {mine['index']:.2f}"
        )
        tell("10 M purchases, RFM", mine, peer, peer["engine"], 3, note)


def main():
    with tempfile.TemporaryDirectory() as folder:
        fit(folder)
        base(folder)


if __name__ == "__main__":
    main()
