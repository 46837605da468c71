#!/usr/bin/env python3
"""A file of a million purchases: `touchstone loyalty` beside DuckDB and pandas on the same file.

The file is made here from a seed, as BG/NBD and gamma-gamma suppose that customers buy and spend.
Peers read it and compute recency, frequency, money and scores; we do that, the purchase cycle, the fit
of both models and every customer's value besides. Each has two threads and a process of its own; ours
counts from its start, peers time their own work. The best of the runs counts, in turns. Memory is the
highest anonymous resident memory seen.
"""

import json
import os
import sys
import tempfile

import numpy
from file import measured

# Who buy about a million times.
CUSTOMERS = 173_000
RUNS = 5
DAYS = 730
PROGRAM = os.path.join(os.environ["TOUCHSTONE_BIN_DIR"], "touchstone")
DUCKDB = """
import duckdb, json, sys, time
connection = duckdb.connect(config={"threads": 2})
connection.execute("SET enable_progress_bar = false")
started = time.perf_counter()
connection.execute(
    "CREATE TEMP TABLE purchase AS SELECT customer_id AS customer, date AS day, amount "
    "FROM read_csv(?, header = true)", [sys.argv[1]])
codes = connection.execute('''
    WITH occasion AS (
      SELECT customer, day, sum(amount) AS amount FROM purchase
      GROUP BY customer, day HAVING sum(amount) > 0),
    known AS (SELECT max(day) AS last FROM purchase),
    figure AS (
      SELECT customer, (SELECT last FROM known) - max(day) AS recency,
        count(*) FILTER (day > (SELECT last FROM known) - 365) AS frequency,
        sum(amount) FILTER (day > (SELECT last FROM known) - 365) AS money
      FROM occasion GROUP BY customer),
    ranked AS (
      SELECT count(*) OVER () AS n,
        rank() OVER (ORDER BY recency DESC) - 1 AS r, count(*) OVER (PARTITION BY recency) AS rs,
        rank() OVER (ORDER BY frequency) - 1 AS f, count(*) OVER (PARTITION BY frequency) AS fs,
        rank() OVER (ORDER BY money) - 1 AS m, count(*) OVER (PARTITION BY money) AS ms
      FROM figure WHERE frequency > 0)
    SELECT 100 * (5 * (2 * r + rs) // (2 * n) + 1) + 10 * (5 * (2 * f + fs) // (2 * n) + 1)
      + 5 * (2 * m + ms) // (2 * n) + 1 AS code, count(*)
    FROM ranked GROUP BY code''').fetchall()
print(json.dumps({"seconds": time.perf_counter() - started, "codes": codes}))
"""
PANDAS = """
import json, sys, time
import pandas
started = time.perf_counter()
columns = ["customer_id", "date", "amount"]
purchases = pandas.read_csv(sys.argv[1], usecols=columns, parse_dates=["date"])
last = purchases["date"].max()
days = purchases.groupby(["customer_id", "date"], as_index=False)["amount"].sum()
days = days[days["amount"] > 0]
recency = -(last - days.groupby("customer_id")["date"].max()).dt.days
recent = days[days["date"] > last - pandas.Timedelta(days=365)].groupby("customer_id")["amount"]
figures = pandas.DataFrame({"f": recent.count(), "m": recent.sum()})
figures["r"] = recency[figures.index]
def score(column):
    worse = column.rank(method="min") - 1
    return ((5 * (worse + column.rank(method="max"))) // (2 * len(column)) + 1).astype(int)
codes = 100 * score(figures["r"]) + 10 * score(figures["f"]) + score(figures["m"])
counts = [[int(code), int(count)] for code, count in codes.value_counts().items()]
print(json.dumps({"seconds": time.perf_counter() - started, "codes": counts}))
"""


def write(path):
    """Customers who buy at rates of their own until they leave, in the order of their days."""
    random = numpy.random.default_rng(2026)
    count = CUSTOMERS
    rates = random.gamma(0.9, 1 / 6, count) / 7
    leaving = random.beta(0.6, 2.5, count)
    means = random.gamma(6.25, 1 / random.gamma(3.7, 1 / 15.4, count))
    day = random.uniform(0, 540, count)
    active = numpy.arange(count)
    found = [(active, day)]
    while len(active):
        day = day + random.exponential(1 / rates[active])
        here = day < DAYS
        active, day = active[here], day[here]
        found.append((active, day))
        stays = random.random(len(active)) >= leaving[active]
        active, day = active[stays], day[stays]
    customers = numpy.concatenate([part for part, _ in found])
    days = numpy.concatenate([part for _, part in found]).astype(int)
    # Whole amounts, so that no order of adding them up makes another sum.
    amounts = (random.gamma(6.25, 1, len(days)) * means[customers]).round() + 1
    amounts[random.random(len(days)) < 0.02] *= -1
    order = numpy.argsort(days, kind="stable")
    names = (numpy.datetime64("2024-01-01") + numpy.arange(DAYS)).astype(str)
    with open(path, "w", encoding="ascii") as file:
        file.write("order_id,customer_id,date,amount,channel\n")
        for number, row in enumerate(order):
            channel = "web" if number % 3 else "shop"
            name = names[days[row]]
            file.write(f"{number},C{customers[row]:06d},{name},{amounts[row]:.2f},{channel}\n")
    return len(order)


def answer(seconds, printed):
    """Seconds, and how many customers have each code."""
    told = json.loads(printed)
    if "seconds" in told:
        return told["seconds"], {str(code): count for code, count in told["codes"]}
    return seconds, told["rfm"]["codes"]


def tell(case, ours, peer, peer_name, unit, note=None, least=None):
    """One line of the table."""
    line = {"bench": "purchases", "case": case, "ours": round(ours, 3), "peer": round(peer, 3)}
    line |= {"unit": unit, "peer_name": peer_name, "ratio": round(peer / ours, 2)}
    if least:
        line |= {"target": f"at least {least}×", "met": peer / ours >= least}
    if note:
        line["note"] = note
    print(json.dumps(line, ensure_ascii=False), flush=True)


def main():
    """Makes the file, lets all read it in turns, and says who was how fast."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "purchases.csv")
        count = write(path)
        commands = {
            "touchstone": [PROGRAM, "loyalty", path, "--json"],
            "DuckDB": [sys.executable, "-c", DUCKDB, path],
            "pandas": [sys.executable, "-c", PANDAS, path],
        }
        fastest = dict.fromkeys(commands, float("inf"))
        memory = dict.fromkeys(commands, 0.0)
        codes = {}
        for _ in range(RUNS):
            for name, command in commands.items():
                seconds, anonymous, printed = measured(command)
                seconds, codes[name] = answer(seconds, printed)
                fastest[name] = min(fastest[name], seconds)
                memory[name] = max(memory[name], anonymous)
        size = os.path.getsize(path) / 1e6
    case = f"file of {count / 1e6:.2f} M purchases, {size:.0f} MB CSV"
    for peer, least in (("DuckDB", 1), ("pandas", None)):
        if codes[peer] != codes["touchstone"]:
            sys.exit(f"{peer} scores otherwise than we do; nothing is comparable")
        note = "read and RFM; on our side also cycle, BG/NBD, gamma-gamma and every customer's value"
        tell(case, fastest["touchstone"], fastest[peer], peer, "s", note, least)
        tell("  anonymous memory", memory["touchstone"], memory[peer], peer, "MB")


if __name__ == "__main__":
    main()
