"""Idempotency keys: the same one twice, with the same and with another body, and odd ones."""

import threading

import pytest

BODY = {"answers": {"recommend": 9, "why": "once"}}


def test_the_same_key_and_body_is_the_same_answer(desk):
    replies = [desk.post(BODY, Idempotency_Key="k") for _ in range(5)]
    assert [reply.status for reply in replies] == [201] * 5
    assert {reply.text for reply in replies} == {replies[0].text}
    assert len(desk.stored) == 1


def test_the_same_key_with_another_body_is_refused(desk):
    first = desk.post(BODY, Idempotency_Key="k")
    reply = desk.post({"answers": {"recommend": 0}}, Idempotency_Key="k")
    assert (reply.status, reply.json["code"]) == (422, "idempotency-key-reused")
    assert desk.one(first)["answers"] == BODY["answers"]
    assert len(desk.stored) == 1


def test_another_survey_has_keys_of_its_own(desk, desk_of):
    other = desk_of(name="another")
    assert desk.post(BODY, Idempotency_Key="k").status == 201
    assert other.post({"answers": {"recommend": 0}}, Idempotency_Key="k").status == 201


def test_the_same_key_from_many_at_once_is_one_answer(desk):
    replies = []
    threads = [
        threading.Thread(target=lambda: replies.append(desk.post(BODY, Idempotency_Key="k")))
        for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(replies) == 12
    assert {reply.status for reply in replies} <= {201, 409}
    assert 201 in {reply.status for reply in replies}
    assert all("retry-after" in reply.headers for reply in replies if reply.status == 409)
    assert len({reply.text for reply in replies if reply.status == 201}) == 1
    assert len(desk.stored) == 1


def test_a_key_of_a_refused_answer_may_be_used_again(desk):
    assert desk.post({"answers": {"recommend": 99}}, Idempotency_Key="k").status == 422
    assert desk.post(BODY, Idempotency_Key="k").status == 201


def test_the_longest_key_is_taken_and_a_longer_one_refused(desk):
    assert desk.post(BODY, Idempotency_Key="k" * 255).status == 201
    reply = desk.post(BODY, Idempotency_Key="k" * 256)
    assert (reply.status, reply.json["code"]) == (422, "too_long")
    assert "255" in reply.json["detail"]
    assert desk.post(BODY, Idempotency_Key="k" * 60_000).status in (400, 422, 431)
    assert len(desk.stored) == 1


@pytest.mark.parametrize("key", ["'; DROP TABLE submission; --", "<script>", "a b", "\xff\xfe"])
def test_an_odd_key_is_a_key(desk, key):
    replies = [desk.post(BODY, Idempotency_Key=key) for _ in range(2)]
    assert [reply.status for reply in replies] == [201, 201]
    assert len(desk.stored) == 1


def test_the_same_external_id_is_told_and_not_stored_twice(desk):
    first = desk.post({**BODY, "external_id": "7"})
    assert first.status == 201
    reply = desk.post({**BODY, "external_id": "7"})
    assert (reply.status, reply.json["code"]) == (409, "external_id_known")
    assert len(desk.stored) == 1


def test_a_stranger_amends_nothing(desk):
    reply = desk.post({**BODY, "complete": False})
    path = f"{desk.path}/{reply.json['id']}"
    for headers, status in (
        ({}, 401),
        ({"Authorization": "Bearer wrong"}, 403),
        ({"Authorization": "Bearer " + "x" * 20_000}, 403),
        ({"Authorization": "Basic eDp5"}, 401),
    ):
        said = desk.server.call("PATCH", path, {"answers": {"recommend": 0}}, headers=headers)
        assert said.status == status, said.text
    assert desk.one(reply)["answers"] == BODY["answers"]
