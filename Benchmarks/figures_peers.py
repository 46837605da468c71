"""Measures DuckDB and Polars on the facts that bench-figures left in a folder.

Every formulation must find the same figures before its time counts; the fastest one stands for
its engine. Used by figures.py, and by itself: `figures_peers.py FOLDER`.
"""

import json
import os
import sys
import time

THREADS = 2
RUNS = 21
os.environ["POLARS_MAX_THREADS"] = str(THREADS)

import duckdb
import numpy as np
import polars as pl

TYPES = {"u8": np.uint8, "u16": np.uint16, "i8": np.int8}
WHERE = "channel in (1, 2) and language = 2"
NET = "count(*) as n, {promoters} as promoters, {detractors} as detractors"
SIGNED = "sum({sign}) as n, {promoters} as promoters, {detractors} as detractors"


def load(folder):
    columns = {}
    for name in sorted(os.listdir(folder)):
        column, kind = name.split(".")
        columns[column] = np.fromfile(os.path.join(folder, name), dtype=TYPES[kind])
    return pl.DataFrame(columns)


def without_opposites(facts):
    """The answers that still stand, so that a peer may count rows instead of adding signs."""
    keys = [column for column in facts.columns if column != "sign"]
    sums = facts.group_by(keys).agg(pl.col("sign").cast(pl.Int32).sum().alias("times"))
    standing = sums.filter(pl.col("times") > 0).sort("day")
    return standing.select(pl.col(keys).repeat_by("times").explode())


def measure(run):
    result = run()
    run()
    milliseconds = []
    processor = time.process_time()
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        milliseconds.append((time.perf_counter() - start) * 1000)
    processor = (time.process_time() - processor) * 1000 / RUNS
    return result, sorted(milliseconds), processor


def duckdb_formulations():
    """SQL by name. The table `net` holds standing answers, `signed` every fact with its sign,
    `worded` the net answers with the two filtered columns and the grouped one as ENUM."""
    by = "select month, touchpoint,"
    end = f"from {{table}} where {WHERE} group by all"
    net = end.format(table="net")
    signed = end.format(table="signed")
    case = "sum(case when points {test} then {value} else 0 end)"
    counted = {"promoters": "count_if(points >= 9)", "detractors": "count_if(points <= 6)"}
    filtered = {
        "promoters": "count(*) filter (points >= 9)",
        "detractors": "count(*) filter (points <= 6)",
    }
    cased = {
        "promoters": case.format(test=">= 9", value="1"),
        "detractors": case.format(test="<= 6", value="1"),
    }
    signs = {
        "sign": "sign::integer",
        "promoters": case.format(test=">= 9", value="sign::integer"),
        "detractors": case.format(test="<= 6", value="sign::integer"),
    }
    worded = "channel in ('c1', 'c2') and language = 'l2'"
    fold = (
        "select month, touchpoint, sum(times) as n, sum(times) filter (points >= 9) as promoters,"
        " sum(times) filter (points <= 6) as detractors from ({inner}) group by all"
    )
    tally = f"{by} points, count(*) as times {net}"
    place = "month::uinteger * 4096 + touchpoint::uinteger * 16 + points"
    packed = f"select {place} as place, count(*) as times {net}"
    return {
        "net, count_if": f"{by} {NET.format(**counted)} {net}",
        "net, filter": f"{by} {NET.format(**filtered)} {net}",
        "net, case": f"{by} {NET.format(**cased)} {net}",
        "net, tally then fold": fold.format(inner=tally),
        "net, one packed key then fold": (
            "select (place >> 12)::integer as month, ((place >> 4) & 255)::integer as touchpoint,"
            " sum(times) as n, sum(times) filter ((place & 15) >= 9) as promoters,"
            f" sum(times) filter ((place & 15) <= 6) as detractors from ({packed}) group by all"
        ),
        "signed, case": f"{by} {SIGNED.format(**signs)} {signed}",
        "signed, tally then fold": fold.format(
            inner=f"{by} points, sum(sign) as times {signed}"
        ),
        "enums, count_if": (
            "select month, (touchpoint_name::varchar)[2:]::integer as touchpoint, n, promoters,"
            " detractors from"
            f" (select month, touchpoint_name, {NET.format(**counted)}"
            f" from worded where {worded} group by all)"
        ),
        "enums, tally then fold": (
            "select month, (touchpoint_name::varchar)[2:]::integer as touchpoint, sum(times) as n,"
            " sum(times) filter (points >= 9) as promoters, sum(times) filter (points <= 6) as"
            " detractors from (select month, touchpoint_name, points, count(*) as times"
            f" from worded where {worded} group by all) group by all"
        ),
    }


def figures(table):
    """The answer in one canonical form: rows of month, touchpoint, n, promoters, detractors."""
    names = ["month", "touchpoint", "n", "promoters", "detractors"]
    columns = [np.ma.filled(np.ma.asarray(table[name]), 0).astype(np.int64) for name in names]
    rows = np.stack(columns, axis=1)
    return rows[np.lexsort((rows[:, 1], rows[:, 0]))]


def connect(facts, net):
    connection = duckdb.connect()
    connection.execute(f"set threads = {THREADS}")
    # The table of groups by position, which DuckDB otherwise keeps for fewer key bits.
    connection.execute("set perfect_ht_threshold = 20")
    connection.execute("set enable_progress_bar = false")
    for name, frame in (("signed", facts), ("net", net)):
        connection.register("frame", {column: frame[column].to_numpy() for column in frame.columns})
        connection.execute(f"create table {name} as select * from frame")
        connection.unregister("frame")
    enums = {"channel": ("c", 5), "language": ("l", 3), "touchpoint": ("t", 200)}
    for column, (letter, count) in enums.items():
        words = ", ".join(f"'{letter}{value}'" for value in range(1, count + 1))
        connection.execute(f"create type {column}_word as enum ({words})")
    connection.execute(
        "create table worded as select month, points, ('t' || touchpoint)::touchpoint_word as"
        " touchpoint_name, ('c' || channel)::channel_word as channel,"
        " ('l' || language)::language_word as language from net"
    )
    return connection


def run_duckdb(facts, net):
    connection = connect(facts, net)
    best = None
    reference = None
    tried = {}
    for number, (name, sql) in enumerate(duckdb_formulations().items()):
        connection.execute(f"prepare figures_{number} as {sql}")
        result, milliseconds, processor = measure(
            lambda: connection.execute(f"execute figures_{number}").fetchnumpy()
        )
        found = figures(result)
        if reference is None:
            reference = found
        assert np.array_equal(found, reference), f"DuckDB finds other figures by “{name}”"
        tried[name] = round(milliseconds[RUNS // 2], 3)
        if best is None or milliseconds[RUNS // 2] < best["milliseconds"][RUNS // 2]:
            best = {"formulation": name, "milliseconds": milliseconds, "processor": processor}
    tallies = connection.execute(
        f"select month, touchpoint, points, sum(sign) as times from signed where {WHERE}"
        " group by all having sum(sign) <> 0 order by all"
    ).fetchall()
    return reference, report("DuckDB", duckdb.__version__, best, digest(tallies), tried)


def run_polars(facts, net, reference):
    where = pl.col("channel").is_in([1, 2]) & (pl.col("language") == 2)
    by = ["month", "touchpoint"]
    high, low = pl.col("points") >= 9, pl.col("points") <= 6
    sign = pl.col("sign").cast(pl.Int32)
    counts = [pl.len().alias("n"), high.sum().alias("promoters"), low.sum().alias("detractors")]
    signs = [
        sign.sum().alias("n"),
        (sign * high).sum().alias("promoters"),
        (sign * low).sum().alias("detractors"),
    ]
    queries = {
        "net, sums of tests": net.lazy().filter(where).group_by(by).agg(counts),
        "signed, products": facts.lazy().filter(where).group_by(by).agg(signs),
    }
    best = None
    tried = {}
    for name, query in queries.items():
        result, milliseconds, processor = measure(query.collect)
        assert np.array_equal(figures(result.to_dict()), reference), "Polars finds other figures"
        tried[name] = round(milliseconds[RUNS // 2], 3)
        if best is None or milliseconds[RUNS // 2] < best["milliseconds"][RUNS // 2]:
            best = {"formulation": name, "milliseconds": milliseconds, "processor": processor}
    signed = facts.filter(where).group_by([*by, "points"]).agg(sign.sum())
    tallies = signed.filter(pl.col("sign") != 0)
    return report("Polars", pl.__version__, best, digest(tallies.rows()), tried)


def digest(tallies):
    """As bench-figures makes it: FNV-1a over month, touchpoint and eleven counts per group."""
    groups = {}
    for month, touchpoint, points, times in tallies:
        groups.setdefault((month, touchpoint), [0] * 11)[points] = int(times)
    value = 0xCBF29CE484222325
    for key in sorted(groups):
        for number in (*key, *groups[key]):
            value = ((value ^ number) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:x}"


def report(engine, version, best, found, tried):
    return {
        "engine": f"{engine} {version}",
        "digest": found,
        "formulation": best["formulation"],
        "milliseconds": best["milliseconds"],
        "processor_milliseconds": best["processor"],
        "median_milliseconds_by_formulation": tried,
    }


def measured(folder):
    """DuckDB's report and Polars'."""
    facts = load(folder)
    net = without_opposites(facts)
    reference, duckdb_report = run_duckdb(facts, net)
    return duckdb_report, run_polars(facts, net, reference)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for line in measured(sys.argv[1]):
        print(json.dumps(line, ensure_ascii=False))
