"""Answers that do not fit the survey: refused with the question's name, and nothing is stored."""

from datetime import datetime, timedelta

import pytest

MISFITS = [
    ("off the scale", {"recommend": 11}, "off_scale", "recommend"),
    ("below the scale", {"recommend": -1}, "off_scale", "recommend"),
    ("off a scale from one", {"effort": 0}, "off_scale", "effort"),
    ("a number beyond all integers", {"recommend": 10**30}, "off_scale", "recommend"),
    ("half a point", {"recommend": 8.5}, "off_scale", "recommend"),
    ("a score in words", {"recommend": "nine"}, "wrong_type", "recommend"),
    ("a list for a score", {"recommend": [9]}, "wrong_type", "recommend"),
    ("true for a score", {"recommend": True}, "wrong_type", "recommend"),
    ("a number for a comment", {"why": 7}, "wrong_type", "why"),
    ("an object for a comment", {"why": {"text": "x"}}, "wrong_type", "why"),
    ("a word for yes or no", {"again": "yes"}, "wrong_type", "again"),
    ("a word for several choices", {"topics": "price"}, "wrong_type", "topics"),
    ("a choice nobody offered", {"topics": ["parking"]}, "unknown_choice", "topics"),
    ("the same choice twice", {"topics": ["price", "price"]}, "repeated_choice", "topics"),
    ("a question nobody asked", {"recomend": 9}, "unknown_question", "recomend"),
    ("a short answer that is long", {"name": "x" * 501}, "too_long", "name"),
]


@pytest.mark.parametrize(
    ("answers", "code", "question"),
    [misfit[1:] for misfit in MISFITS],
    ids=[misfit[0] for misfit in MISFITS],
)
def test_an_answer_that_does_not_fit_is_refused_by_name(desk, answers, code, question):
    reply = desk.answer(answers)
    assert (reply.status, reply.json["code"]) == (422, code), reply.text
    assert reply.json["field"].endswith(question)
    assert reply.headers["content-type"] == "application/problem+json"
    assert desk.stored == []


def test_every_fault_is_told_at_once(desk):
    reply = desk.answer({"recommend": 11, "effort": 9, "nobody": 1})
    assert reply.status == 422
    assert len(desk.stored) == 0
    assert "10" in reply.json["detail"] and "7" in reply.json["detail"]


def test_a_required_answer_left_out_is_named(desk):
    reply = desk.post({"answers": {"effort": 5}})
    assert (reply.status, reply.json["code"]) == (422, "missing_required")
    assert reply.json["field"] == "recommend"
    assert desk.stored == []


def test_a_survey_that_was_closed_takes_nothing(desk):
    desk.server.run("survey", "close", desk.survey)
    reply = desk.answer({})
    assert (reply.status, reply.json["code"]) == (410, "survey_closed")
    assert desk.stored == []


def test_a_survey_past_its_time_takes_nothing(desk_of):
    desk = desk_of(closes_at="2024-11-23T08:00:00+07:00")
    reply = desk.answer({})
    assert (reply.status, reply.json["code"]) == (410, "survey_closed")
    assert desk.stored == []


def test_a_survey_nobody_made_is_not_found(server):
    reply = server.call("POST", "/api/v1/surveys/nobody/responses", {"answers": {}})
    assert (reply.status, reply.json["code"]) == (404, "unknown_survey")


def test_an_attribute_nobody_declared_is_refused(desk):
    reply = desk.answer({}, attributes={"order_sise": "big"})
    assert (reply.status, reply.json["code"]) == (422, "undeclared_attribute")
    assert "order_size" in reply.json["detail"], "the name that was meant is suggested"
    assert desk.stored == []


def test_more_attributes_than_anyone_declares_are_refused(desk):
    reply = desk.answer({}, attributes={f"a{number}": "x" for number in range(5000)})
    assert reply.status == 422
    assert len(reply.body) < 64_000, "a refusal need not repeat thousands of faults"
    assert desk.stored == []


def test_a_member_nobody_knows_is_refused(desk):
    reply = desk.answer({}, touch_point="store-12")
    assert (reply.status, reply.json["code"]) == (422, "unknown_member")
    assert "touchpoint" in reply.json["detail"]


@pytest.mark.parametrize("tag", ["xx", "tlh-Latn-KX", "", "e" * 5000, "..", "日本語"])
def test_an_unknown_language_is_the_surveys_own(desk, tag):
    assert desk.one(desk.answer({}, language=tag))["language"] == "fa"


def test_a_clock_in_the_future_gets_the_time_received_and_a_flag(desk):
    stored = desk.one(desk.answer({}, at="2999-01-01T00:00:00+07:00"))
    # Our clock is looked at when an answer is read, and once more when it is written down.
    read, written = (datetime.fromisoformat(stored[name]) for name in ("at", "received_at"))
    assert timedelta(0) <= written - read < timedelta(seconds=10)
    assert stored["flags"] == ["clock_ahead"]
    assert stored["counted"]


@pytest.mark.parametrize(
    "time",
    ["yesterday", "2026-11-23", "2026-11-23T08:00:00", "2026-02-30T08:00:00Z", 7, "9" * 5000],
)
def test_a_time_that_is_none_is_refused(desk, time):
    reply = desk.answer({}, at=time)
    assert (reply.status, reply.json["code"]) == (422, "invalid_time"), reply.text
    assert desk.stored == []
