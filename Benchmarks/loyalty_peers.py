"""RFM scores over columns in memory by DuckDB and Polars: `loyalty_peers.py FOLDER`.

Prints a JSON object a line for each engine: how many customers have each code, and the times.
"""

import json
import os
import sys
import time

import duckdb
import numpy
import polars

RUNS = 5
AS_OF = 730
WINDOW = 365

SQL = f"""
WITH occasion AS (
  SELECT customer, day, sum(amount) AS amount FROM purchase GROUP BY customer, day
  HAVING sum(amount) > 0
), customer AS (
  SELECT customer, max(day) AS recency, count(*) AS frequency, sum(amount) AS monetary
  FROM occasion WHERE day <= {AS_OF} AND day > {AS_OF - WINDOW} GROUP BY customer
), ranked AS (
  SELECT
    2 * (rank() OVER (ORDER BY recency) - 1) + count(*) OVER (PARTITION BY recency) AS r,
    2 * (rank() OVER (ORDER BY frequency) - 1) + count(*) OVER (PARTITION BY frequency) AS f,
    2 * (rank() OVER (ORDER BY monetary) - 1) + count(*) OVER (PARTITION BY monetary) AS m,
    count(*) OVER () AS n
  FROM customer
)
SELECT (5 * r // (2 * n) + 1) * 100 + (5 * f // (2 * n) + 1) * 10 + 5 * m // (2 * n) + 1 AS code,
  count(*) FROM ranked GROUP BY code ORDER BY code
"""


def columns(folder):
    def read(name, kind):
        return numpy.fromfile(os.path.join(folder, name), dtype=kind)

    return read("customers", numpy.uint32), read("days", numpy.int32), read("amounts", float)


def timed(work):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        answer = work()
        times.append(1000 * (time.perf_counter() - start))
    return answer, sorted(times)


def report(engine, rows, times):
    codes = {str(int(code)): int(count) for code, count in rows}
    print(json.dumps({"engine": engine, "milliseconds": times, "codes": codes}), flush=True)


def with_duckdb(customer, day, amount):
    database = duckdb.connect()
    arrays = {"customer": customer, "day": day, "amount": amount}
    database.execute("CREATE TABLE purchase AS SELECT * FROM arrays")
    del arrays
    rows, times = timed(lambda: database.execute(SQL).fetchall())
    report("DuckDB", rows, times)


def with_polars(customer, day, amount):
    frame = polars.DataFrame({"customer": customer, "day": day, "amount": amount})

    def work():
        def score(name):
            worse = polars.col(name).rank(method="min").cast(polars.Int64) - 1
            equal = polars.len().over(name).cast(polars.Int64)
            return 5 * (2 * worse + equal) // (2 * polars.len().cast(polars.Int64)) + 1

        return (
            frame.lazy()
            .group_by("customer", "day")
            .agg(polars.col("amount").sum())
            .filter(
                (polars.col("amount") > 0)
                & (polars.col("day") <= AS_OF)
                & (polars.col("day") > AS_OF - WINDOW)
            )
            .group_by("customer")
            .agg(
                recency=polars.col("day").max(),
                frequency=polars.len(),
                monetary=polars.col("amount").sum(),
            )
            .select(
                code=score("recency") * 100 + score("frequency") * 10 + score("monetary")
            )
            .group_by("code")
            .len()
            .sort("code")
            .collect()
        )

    answer, times = timed(work)
    report("Polars", answer.rows(), times)


def main():
    customer, day, amount = columns(sys.argv[1])
    with_duckdb(customer, day, amount)
    with_polars(customer, day, amount)


if __name__ == "__main__":
    main()
