"""Senders that talk too much, too slowly or not in HTTP."""

import time
from contextlib import ExitStack

import pytest

from calls import dial, raw, read_reply

BODY = b'{"answers":{"recommend":9}}'


def head(desk, *lines):
    fields = "".join(f"{line}\r\n" for line in lines)
    return f"POST {desk.path} HTTP/1.1\r\nHost: x\r\n{fields}\r\n".encode()


@pytest.mark.parametrize(
    "flood",
    [
        [f"X-{number}: x" for number in range(20_000)],
        ["X-Long: " + "x" * 1_000_000],
        ["X" * 200_000 + ": x"],
        ["Cookie: " + "a=b; " * 100_000],
    ],
    ids=["many", "long", "long name", "cookies"],
)
def test_a_flood_of_headers_is_refused(desk, flood):
    reply = raw(desk.url, head(desk, f"Content-Length: {len(BODY)}", *flood), BODY)
    assert reply is None or reply.status in (400, 413, 431)
    assert desk.stored == []


def test_an_endless_address_is_refused(desk):
    reply = raw(desk.url, b"GET /s/" + b"x" * 500_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    assert reply is None or reply.status in (400, 404, 414, 431)


@pytest.mark.parametrize(
    "line",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"POST\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_what_is_not_http_does_no_harm(desk, line):
    with dial(desk.url) as wire:
        wire.sendall(line)
    assert desk.answer({}).status == 201


@pytest.mark.parametrize("method", ["DELETE", "PUT", "TRACE", "OPTIONS", "BREW"])
def test_a_method_that_is_not_offered_is_refused(desk, method):
    assert desk.server.call(method, desk.path).status in (400, 404, 405, 501)


def test_a_slow_sender_is_heard_out(desk):
    with dial(desk.url) as line:
        line.sendall(head(desk, f"Content-Length: {len(BODY)}"))
        for byte in BODY:
            line.sendall(bytes([byte]))
        assert read_reply(line).status == 201


def test_many_who_say_nothing_keep_nobody_waiting(desk):
    with ExitStack() as lines:
        for number in range(200):
            line = lines.enter_context(dial(desk.url))
            # Some have not even finished their headers.
            whole = head(desk, f"Content-Length: {len(BODY)}")
            line.sendall(whole[: len(whole) // 2] if number % 2 else whole + BODY[:5])
        begun = time.monotonic()
        assert desk.answer({}).status == 201
        assert time.monotonic() - begun < 5
    assert len(desk.stored) == 1
