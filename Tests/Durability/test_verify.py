"""`touchstone verify` finds what should never be: the store is damaged behind the server's back."""

import sqlite3

import pytest

import stores
from load import SURVEY

DAMAGE = {
    "a score without its fact": ("DELETE FROM fact WHERE id = 1", "no fact says so"),
    "a fact with other points": (
        "UPDATE fact SET points = 10 - points WHERE id = 2",
        "which is not its answer",
    ),
    "a fact counted twice": (
        "INSERT INTO fact (id, question, version, day, points, sign, codes, response)"
        " SELECT 4000, question, version, day, points, sign, codes, response"
        " FROM fact WHERE id = 1",
        "response 1 counts 2 times",
    ),
    "a key without its answer": (
        "UPDATE submission SET response = 99 WHERE response = 1",
        "key points to response 99",
    ),
    "two keys of one answer": (
        "UPDATE submission SET response = 2 WHERE response = 1",
        "response 2 has 2 submissions",
    ),
    "a version nobody published": (
        "UPDATE response SET version = 7 WHERE id = 2",
        "answers version 7",
    ),
    "a counter set back": (
        "UPDATE counter SET value = 1 WHERE name = 'response'",
        "never handed out",
    ),
    "a spam flag its facts do not know": (
        "UPDATE response SET flags = 1 WHERE id = 3",
        "which is not its answer",
    ),
    "an answer moved to another shop": (
        "UPDATE response SET touchpoint = 'store-2' WHERE id = 2",
        "under other dimensions than response 2",
    ),
    "a fact of a dimension nobody named": (
        "DELETE FROM dimension_value",
        "is not there",
    ),
}


@pytest.fixture
def answered(server):
    """A server stopped after three answers, whose scores are 8, 9 and 10."""
    survey = server.survey(SURVEY)
    server.start()
    for number, points in enumerate((8, 9, 10)):
        body = {
            "answers": {"recommend": points},
            "touchpoint": "store-1",
            "attributes": {"mark": str(number)},
        }
        path = f"/api/v1/surveys/{survey}/responses"
        reply = server.call("POST", path, body, headers={"Idempotency-Key": str(number)})
        assert reply.status == 201
    server.kill()
    return server


@pytest.mark.parametrize(("statement", "sentence"), DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_found_and_named(answered, statement, sentence):
    assert answered.run("verify").stdout == "3 responses and 3 facts looked at: all is well\n"
    damage(answered.store, statement)
    found = answered.run("verify", check=False)
    assert found.returncode == 1
    assert sentence in found.stdout


def damage(store, statement):
    if store.kind == "postgres":
        stores.psql(store.url, statement)
        return
    with sqlite3.connect(store.folder / "touchstone.db") as database:
        database.execute(statement)
    database.close()
