"""Bodies that are too large, broken off, or not what they claim."""

import json

import pytest

from calls import raw, dial

LIMIT = 1 << 20


def head(desk, *lines):
    fields = "".join(f"{line}\r\n" for line in lines)
    return f"POST {desk.path} HTTP/1.1\r\nHost: x\r\n{fields}\r\n".encode()


def test_a_body_over_the_limit_is_refused_by_the_limits_name(desk):
    body = json.dumps({"answers": {"recommend": 9, "why": "x" * LIMIT}}).encode()
    reply = raw(desk.url, head(desk, f"Content-Length: {len(body)}"), body)
    assert reply.status == 413
    assert "bodyBytesMax" in reply.json["detail"] and str(LIMIT) in reply.json["detail"]
    assert desk.stored == []


def test_an_announced_giant_is_refused_before_it_is_sent(desk):
    reply = raw(desk.url, head(desk, f"Content-Length: {1 << 40}"))
    assert reply.status == 413


def test_a_giant_in_pieces_is_refused_on_the_way(desk):
    piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    reply = raw(desk.url, head(desk, "Transfer-Encoding: chunked"), *[piece] * 40, b"0\r\n\r\n")
    # The refusal may be lost when the line is cut while we still talk.
    assert reply is None or reply.status == 413
    assert desk.stored == []


def test_an_upload_cut_off_half_way_stores_nothing(desk):
    body = json.dumps({"answers": {"recommend": 9, "why": "x" * 5000}}).encode()
    for sent in (0, 1, len(body) // 2, len(body) - 1):
        with dial(desk.url) as line:
            line.sendall(head(desk, f"Content-Length: {len(body)}") + body[:sent])
    assert desk.answer({"why": "the next one"}).status == 201
    assert [answer["answers"]["why"] for answer in desk.stored] == ["the next one"]


def test_a_chunked_upload_cut_off_stores_nothing(desk):
    body = b'{"answers":{"recommend":9}}'
    with dial(desk.url) as line:
        line.sendall(head(desk, "Transfer-Encoding: chunked") + b"%x\r\n" % len(body) + body)
    assert desk.answer({}).status == 201
    assert len(desk.stored) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"null",
        b"[]",
        b'"x"',
        b"7",
        b"{",
        b"{'answers':{}}",
        b'{"answers":{"recommend":9}} x',
        b'{"answers":{"recommend":NaN}}',
        b'{"answers":{"recommend":9,}}',
        b"\xef\xbb\xbf{",
        b"answers=9",
        b'{"answers":7}',
        b'{"answers":null}',
        b'{"answers":[9]}',
        b"{}",
    ],
)
def test_what_is_no_answer_is_refused_in_plain_words(desk, body):
    reply = desk.post(body)
    assert reply.status in (400, 422), reply.text
    assert reply.json["detail"]
    assert desk.stored == []


@pytest.mark.parametrize(
    "body",
    [
        b'{"answers":{"recommend":9,"recommend":0}}',
        b'{"answers":{"recommend":9},"answers":{"recommend":0}}',
        b'{"answers":{"recommend":9,"rec\\u006fmmend":0}}',
        b'{"answers":{"recommend":9},"attributes":{"order_id":"a","order_id":"b"}}',
    ],
)
def test_a_repeated_key_is_refused_and_not_guessed_at(desk, body):
    reply = desk.post(body)
    assert reply.status == 422, reply.text
    assert desk.stored == []


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'{"answers":{"why":['])
def test_nesting_without_end_is_refused(desk, opening):
    reply = desk.post(opening * (900_000 // len(opening)))
    assert reply.status in (400, 422)
    assert desk.stored == []


def test_a_compressed_body_is_not_taken_for_text(desk):
    reply = desk.post(b"\x1f\x8b\x08\x00\x00\x00\x00\x00", Content_Encoding="gzip")
    assert reply.status in (400, 415, 422)


def test_many_small_members_are_refused_quickly(desk):
    body = {"answers": {f"q{number}": 1 for number in range(60_000)}}
    reply = desk.post(body)
    assert reply.status == 422
    assert len(reply.body) < 64_000
