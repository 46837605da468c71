"""Text that means harm or mischief somewhere else: kept as it is, or refused by name."""

import html
from urllib.parse import urlencode

import pytest

SCRIPT = "<script>alert('x')</script>"

MISCHIEF = [
    SCRIPT,
    '"><img src=x onerror=alert(1)>',
    "{{{why}}} {{#x}}",
    "=HYPERLINK(\"http://evil.example\",\"click\")",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "'; DROP TABLE answer; --",
    "%s %n ${jndi:ldap://x} \\x00",
    "\u202egnp.exe \u200b\ufeff",
    "👩‍👩‍👧‍👦 کیفیت عالی — rất tốt",
    "a\tb\nc",
]


@pytest.mark.parametrize("text", MISCHIEF)
def test_text_is_kept_exactly(desk, text):
    stored = desk.one(desk.answer({"why": text, "topics": ["price", {"other": "=1+1"}]}))
    assert stored["answers"]["why"] == text
    assert stored["answers"]["topics"] == ["price", {"other": "=1+1"}]


@pytest.mark.parametrize("text", [SCRIPT, '"><b>', "=1+1"])
def test_context_is_kept_exactly_and_figures_give_it_back(desk, text):
    context = {"touchpoint": text, "channel": text, "attributes": {"order_size": text}}
    stored = desk.one(desk.answer({}, **context))
    assert {name: stored[name] for name in context} == context
    figures = desk.server.call(
        "GET", f"/api/v1/figures?by=touchpoint&survey={desk.survey}", headers=desk.reader
    )
    assert [group["by"]["touchpoint"] for group in figures.json["groups"]] == [text]


def test_a_page_shows_typed_text_escaped(desk):
    form = urlencode({"a.why": SCRIPT, "touchpoint": '"><b>'}).encode()
    page = desk.server.call(
        "POST",
        f"/s/{desk.survey}?lang=en",
        form,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert page.status == 422, "the required score is missing"
    assert SCRIPT not in page.text and '"><b>' not in page.text
    assert SCRIPT in html.unescape(page.text), "what was typed is still there"


def test_a_page_shows_its_address_escaped(desk):
    page = desk.server.call("GET", f"/s/{desk.survey}?lang=en&" + urlencode({"touchpoint": SCRIPT}))
    assert page.status == 200
    assert "alert('x')" not in page.text and "<script>alert" not in page.text


def test_a_survey_shows_its_own_texts_escaped(desk_of):
    desk = desk_of(title={"en": SCRIPT, "fa": SCRIPT}, thanks={"en": SCRIPT, "fa": SCRIPT})
    for path in (f"/s/{desk.survey}", f"/s/{desk.survey}/thanks"):
        page = desk.server.call("GET", path)
        assert page.status == 200
        assert SCRIPT not in page.text


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("a lone continuation", b"\x80"),
        ("cut off", b"\xe2\x82"),
        ("overlong", b"\xc0\xaf"),
        ("a surrogate", b"\xed\xa0\x80"),
        ("beyond Unicode", b"\xf4\x90\x80\x80"),
        ("Latin-1", "schön".encode("latin-1")),
        ("UTF-16", "x".encode("utf-16")),
    ],
)
def test_broken_utf8_is_refused_and_never_repaired(desk, name, broken):
    reply = desk.post(b'{"answers":{"recommend":9,"why":"' + broken + b'"}}')
    assert reply.status == 400, name
    assert "UTF-8" in reply.json["detail"]
    assert desk.stored == []


def test_a_lone_surrogate_escape_is_refused(desk):
    reply = desk.post(b'{"answers":{"recommend":9,"why":"\\ud800"}}')
    assert reply.status in (400, 422)
    assert desk.stored == []


@pytest.mark.parametrize(
    "body",
    [
        b'{"answers":{"recommend":9,"why":"a\\u0000b"}}',
        b'{"answers":{"recommend":9},"touchpoint":"a\\u0000"}',
        b'{"answers":{"recommend":9},"attributes":{"order_id":"\\u0000"}}',
        b'{"answers":{"recommend":9,"topics":[{"other":"\\u0000"}]}}',
        b'{"answers":{"recommend":9},"external_id":"\\u0000"}',
        b'{"answers":{"recommend":9,"\\u0000":1}}',
    ],
)
def test_nul_is_refused_on_every_store(desk, body):
    reply = desk.post(body)
    assert reply.status == 422, reply.text
    assert "NUL" in reply.json["detail"]
    assert desk.stored == []


def test_a_bare_nul_byte_is_refused(desk):
    reply = desk.post(b'{"answers":{"recommend":9,"why":"a\x00b"}}')
    assert reply.status in (400, 422)
    assert desk.stored == []


def test_nul_in_a_form_and_in_an_address_is_refused(desk):
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    page = desk.server.call("POST", f"/s/{desk.survey}", b"a.recommend=9&a.why=%00", headers=form)
    assert page.status in (400, 422)
    for path in (f"/s/{desk.survey}?touchpoint=%00", f"/s/%00{desk.survey}", "/api/v1/%00"):
        assert desk.server.call("GET", path).status in (200, 400, 404)
    figures = desk.server.call("GET", "/api/v1/figures?survey=%00", headers=desk.reader)
    assert figures.status == 400
    assert desk.stored == []


@pytest.mark.parametrize("text", ["x" * 1_000_000, "é" * 500_000, "👍" * 250_000])
def test_a_million_character_comment_is_refused_with_the_limit(desk, text):
    reply = desk.answer({"why": text})
    assert reply.status == 422, reply.text[:300]
    assert (reply.json["code"], reply.json["field"]) == ("too_long", "why")
    assert "20000" in reply.json["detail"]
    assert desk.stored == []


def test_the_longest_comment_is_kept_whole(desk):
    text = "مرسی👍" * 4000
    assert desk.one(desk.answer({"why": text}))["answers"]["why"] == text


def test_a_grapheme_of_endless_marks_does_not_pass_the_limit(desk):
    assert desk.answer({"why": "e" + "\u0301" * 400_000}).status == 422
    assert desk.stored == []
