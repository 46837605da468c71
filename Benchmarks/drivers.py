#!/usr/bin/env python3
"""Key drivers: Shapley values of R² (LMG), relative weights, and bootstrap intervals of both.

The same tables of made-up answers are measured by bench-drivers, by pingouin (LMG of 12 drivers;
20 would take it half an hour) and by NumPy, which does what we do for want of a package that does.
Every peer must find the same weights before its time counts.
"""

import json
import math
import os
import subprocess
import sys
import tempfile
import time
import warnings

import numpy as np
import pingouin

ROWS = 1000


def table(drivers):
    """Answers that go together, as satisfied customers give them."""
    random = np.random.default_rng(drivers)
    halo = random.normal(size=(ROWS, 1))
    x = halo + random.normal(size=(ROWS, drivers))
    y = x @ random.uniform(0, 1, drivers) + random.normal(size=ROWS) * drivers / 4
    return x, y


def ours(x, y, task, runs):
    program = os.path.join(os.environ["TOUCHSTONE_BIN_DIR"], "bench-drivers")
    with tempfile.NamedTemporaryFile() as file:
        np.column_stack([x, y]).astype("<f8").tofile(file.name)
        command = [program, file.name, str(x.shape[1]), task, str(runs)]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    report = json.loads(output)
    return median(report["milliseconds"]), np.array(report["weights"])


def median(times):
    return sorted(times)[len(times) // 2]


def timed(work, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        found = work()
        times.append((time.perf_counter() - start) * 1000)
    return median(times), found


def correlations(x, y):
    both = np.corrcoef(np.column_stack([x, y]).T)
    return both[:-1, :-1], both[:-1, -1]


def relative_weights(r, outcome):
    values, vectors = np.linalg.eigh(r)
    root = vectors * np.sqrt(values) @ vectors.T
    return (root**2) @ np.linalg.solve(root, outcome) ** 2


def lmg(r, outcome):
    """Solves all subsets of one size at once, and weighs their R² by how often orders pass them."""
    k = len(outcome)
    members = (np.arange(1 << k)[:, None] >> np.arange(k) & 1).astype(bool)
    sizes = members.sum(1)
    r_squared = np.zeros(1 << k)
    for size in range(1, k + 1):
        subsets = np.flatnonzero(sizes == size)
        for part in np.array_split(subsets, max(1, len(subsets) // 20_000)):
            places = np.nonzero(members[part])[1].reshape(len(part), size)
            right = outcome[places]
            left = r[places[:, :, None], places[:, None, :]]
            r_squared[part] = (np.linalg.solve(left, right[:, :, None])[:, :, 0] * right).sum(1)
    order = [1 / (k * math.comb(k - 1, s)) for s in range(k)]
    entered = np.array([0, *order])[sizes] * r_squared
    left_out = np.array([*order, 0])[sizes] * r_squared
    return np.array([entered[members[:, j]].sum() - left_out[~members[:, j]].sum() for j in range(k)])


def pingouin_lmg(x, y):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pingouin.linear_regression(x, y, relimp=True).relimp.to_numpy()[1:]


def compare(name, task, drivers, runs, peer, peer_runs, **more):
    x, y = table(drivers)
    milliseconds, weights = ours(x, y, task, runs)
    # We keep correlations as rows stream in, so that NumPy is given them as well.
    peer_name = "pingouin" if peer is pingouin_lmg else "NumPy"
    given = (x, y) if peer is pingouin_lmg else correlations(x, y)
    peer_milliseconds, peer_weights = timed(lambda: peer(*given), peer_runs)
    if not np.allclose(weights, peer_weights, rtol=1e-7, atol=1e-9):
        sys.exit(f"{peer_name} finds other weights than ours; nothing is comparable")
    line = {
        "bench": "drivers",
        "case": name,
        "ours": milliseconds,
        "peer": peer_milliseconds,
        "unit": "ms",
        "peer_name": peer_name,
        "ratio": peer_milliseconds / milliseconds,
    }
    bound = more.pop("at_most_ms", None)
    if bound:
        line |= {"target": f"at most {bound} ms", "met": milliseconds <= bound}
    print(json.dumps(line | more, ensure_ascii=False), flush=True)


def main():
    by_hand = "no package on PyPI does it; NumPy doing the same"
    compare("LMG, 20 drivers", "lmg", 20, 9, lmg, 1, at_most_ms=2000, note=by_hand)
    compare("LMG, 12 drivers", "lmg", 12, 21, pingouin_lmg, 1)
    compare(
        "relative weights, 100 drivers", "relative_weights", 100, 21, relative_weights, 21, note=by_hand
    )
    x, y = table(10)
    milliseconds, _ = ours(x, y, "intervals", 5)
    line = {"bench": "drivers", "case": "1000 draws, 10 drivers", "ours": milliseconds, "unit": "ms"}
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
