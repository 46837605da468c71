"""Fills a SQLite store with answers of years, as quickly as SQLite takes them.

usage: fill_store.py STORE COUNT [LAST_DAY]; the store was made by touchstone and has a published survey with
a question recommend_0_10, unless it has no tables of surveys at all, when only facts are written.
Nothing may have the store open. Every answer is a response, an answer and a fact with six
dimensions; the rows are the same at every run. LAST_DAY, such as 2026-11-23, ends the two years
that they are spread over.
"""

import datetime
import random
import sqlite3
import sys

DAYS = 730
FIRST_DAY = 19_723
MIXTURES = 20_000
SIZES = {"touchpoint": 200, "channel": 5, "unit": 40, "employee": 500, "product": 60, "language": 3}
LANGUAGES = ["en", "vi", "fa"]
PERCENTS = [2, 1, 1, 2, 2, 6, 6, 14, 20, 19, 27]

# A number of the row scattered over 31 bits, so that SQL alone can choose by chance.
CHANCE = "((n * 2654435761) & 2147483647)"
ROWS = "WITH RECURSIVE row (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < :count)"


def words(dimension, size):
    if dimension == "language":
        return LANGUAGES
    return [f"{dimension} {number}" for number in range(1, size + 1)]


def code_words(store):
    """Gives every dimension and value its code; dimension ids count from 1 as the ledger's do."""
    for identifier, (dimension, size) in enumerate(SIZES.items(), 1):
        store.execute("INSERT INTO dimension (id, name) VALUES (?, ?)", (identifier, dimension))
        store.executemany(
            "INSERT INTO dimension_value (dimension, code, name) VALUES (?, ?, ?)",
            [(identifier, code, word) for code, word in enumerate(words(dimension, size), 1)],
        )
    count(store, "dimension", len(SIZES))


def mix(store):
    """A table of mixtures of dimensions, from which each answer takes one."""
    chance = random.Random(20_240_101)
    vocabulary = [words(dimension, size) for dimension, size in SIZES.items()]
    store.execute(
        "CREATE TEMP TABLE mixture (number INTEGER PRIMARY KEY, codes BLOB, touchpoint TEXT,"
        " channel TEXT, unit TEXT, employee TEXT, product TEXT, language TEXT)"
    )
    for number in range(MIXTURES):
        codes = [chance.randint(1, size) for size in SIZES.values()]
        packed = b"".join(
            identifier.to_bytes(2, "little") + code.to_bytes(2, "little")
            for identifier, code in enumerate(codes, 1)
        )
        named = [choices[code - 1] for choices, code in zip(vocabulary, codes)]
        store.execute(
            "INSERT INTO mixture VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, packed, *named)
        )
    store.execute("CREATE TEMP TABLE scale (number INTEGER PRIMARY KEY, points INTEGER)")
    points = [point for point, percent in enumerate(PERCENTS) for _ in range(percent)]
    store.executemany("INSERT INTO scale VALUES (?, ?)", list(enumerate(points)))


def count(store, name, last):
    store.execute(
        "INSERT INTO counter (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, last),
    )


def survey_of(store):
    """Survey, version and question to answer; None in a store without surveys."""
    if not store.execute("SELECT 1 FROM sqlite_master WHERE name = 'survey'").fetchone():
        return None
    found = store.execute(
        "SELECT survey.id, survey.version, question.id FROM survey JOIN question"
        " ON question.survey = survey.id"
        " WHERE survey.version IS NOT NULL AND question.kind = 'recommend_0_10' LIMIT 1"
    ).fetchone()
    return found or sys.exit("the store has no published survey with a question recommend_0_10")


def fill(store, answers, first_day):
    survey = survey_of(store)
    code_words(store)
    mix(store)
    day = f"{first_day} + n * {DAYS} / (:count + 1)"
    points = f"(SELECT points FROM scale WHERE number = {CHANCE} % 100)"
    mixture = f"JOIN mixture ON mixture.number = {CHANCE} % {MIXTURES}"
    values = {"count": answers, "survey": 1, "version": 1, "question": 1}
    if survey:
        values |= dict(zip(("survey", "version", "question"), survey))
        store.execute(
            f"{ROWS} INSERT INTO response (id, survey, version, public_id, amend_hash, state, flags,"
            " day, at, received_at, elapsed, language, touchpoint, channel, unit, employee, product)"
            " SELECT n, :survey, :version, printf('%032x', n), zeroblob(32), 'new', 0,"
            f" {day}, ({day}) * 86400000, ({day}) * 86400000, 9000, language, touchpoint, channel,"
            f" unit, employee, product FROM row {mixture}",
            values,
        )
        store.execute(
            f"{ROWS} INSERT INTO answer (response, question, points)"
            f" SELECT n, :question, {points} FROM row",
            values,
        )
        count(store, "response", answers)
    store.execute(
        f"{ROWS} INSERT INTO fact (id, question, version, day, points, sign, codes, response)"
        f" SELECT n, :question, :version, {day}, {points}, 1, codes, n FROM row {mixture}",
        values,
    )
    count(store, "fact", answers)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    first_day = FIRST_DAY
    if len(sys.argv) == 4:
        epoch = datetime.date(1970, 1, 1)
        first_day = (datetime.date.fromisoformat(sys.argv[3]) - epoch).days - DAYS + 1
    store = sqlite3.connect(sys.argv[1], isolation_level=None)
    # A power cut would cost this store, which is made anew anyway.
    store.execute("PRAGMA synchronous = OFF")
    store.execute("PRAGMA cache_size = -400000")
    store.execute("BEGIN")
    fill(store, int(sys.argv[2]), first_day)
    store.execute("COMMIT")
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")


if __name__ == "__main__":
    main()
