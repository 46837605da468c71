"""A person answers a survey, one question at a time."""

import json
import re

from playwright.sync_api import expect

from surveys import EVERY_KIND, RECOMMEND, VISIT, WHY

SCORE = "#q-recommend"
API = re.compile(r"/api/v1/surveys/")


def pick(page, points, question="recommend"):
    page.locator(f"#q-{question} [value='{points}']").click()


def is_asked(page, question):
    expect(page.locator(f"#q-{question}")).to_be_visible()
    expect(page.locator("fieldset:visible")).to_have_count(1)


def go_on(page):
    page.locator("[type=submit]").click()


def is_thanked(page):
    expect(page.locator("[data-view=thanks]")).to_be_visible()
    expect(page.locator("form")).to_be_hidden()


def test_taps_lead_through_the_survey_and_every_answer_arrives(server, visit):
    token = server.survey()
    page = visit(server.page(token, "?touchpoint=store-12&channel=qr&order_id=A7&order_size=big"))
    is_asked(page, "recommend")
    pick(page, 3)
    is_asked(page, "why")
    page.fill("textarea", "  The lamp came late ")
    go_on(page)
    is_asked(page, "topics")
    page.check("[value=price]")
    page.check("#q-topics [value=other]")
    page.fill("[name='a.topics.other']", "Parking")
    go_on(page)
    is_thanked(page)
    expect(page).to_have_url(re.compile(f"/s/{token}/thanks"))
    assert page.exchange.kept == {
        "recommend": 3,
        "why": "The lamp came late",
        "topics": ["price", {"other": "Parking"}],
    }
    first, last = page.exchange.bodies[0], page.exchange.bodies[-1]
    assert (first["touchpoint"], first["channel"], first["language"]) == ("store-12", "qr", "en")
    assert first["attributes"] == {"order_id": "A7", "order_size": "big"}
    assert (first["complete"], last["complete"]) == (False, True)
    assert first["elapsed_ms"] >= 0 and first["website"] == ""
    [stored] = server.answers(token)
    assert stored["answers"] == page.exchange.kept
    assert (stored["state"], stored["touchpoint"]) == ("new", "store-12")
    assert stored["attributes"] == first["attributes"]


def test_every_kind_of_question_takes_its_answer(server, visit):
    page = visit(server.page(server.survey(EVERY_KIND)))
    pick(page, 9)
    is_asked(page, "why")
    go_on(page)
    for question, points in [("again_1_10", 10), ("satisfied", 4), ("effort", 7), ("speed", 9)]:
        is_asked(page, question)
        pick(page, points, question)
    is_asked(page, "returning")
    page.get_by_text("Yes").click()
    is_asked(page, "found")
    page.get_by_text("Passing by").click()
    is_asked(page, "name")
    page.fill("[name='a.name']", "Mai")
    page.keyboard.press("Enter")
    is_thanked(page)
    assert page.exchange.kept == {
        "recommend": 9,
        "again_1_10": 10,
        "satisfied": 4,
        "effort": 7,
        "speed": 9,
        "returning": True,
        "found": "street",
        "name": "Mai",
    }


def test_the_keyboard_alone_is_enough(server, visit):
    page = visit(server.page(server.survey()), width=1440)
    page.keyboard.press("1")
    page.keyboard.press("0")
    expect(page.locator(f"{SCORE} [value='10']")).to_be_checked()
    is_asked(page, "recommend")
    page.locator("body").dispatch_event("keydown", {"key": "۴"})
    expect(page.locator(f"{SCORE} [value='4']")).to_be_checked()
    page.keyboard.press("Enter")
    is_asked(page, "why")
    expect(page.locator("textarea")).to_be_focused()
    page.keyboard.type("2 lamps")
    page.keyboard.press("Control+Enter")
    is_asked(page, "topics")
    page.keyboard.press("1")
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    is_thanked(page)
    expect(page.locator("[data-view=thanks]")).to_be_focused()
    assert page.exchange.kept == {"recommend": 4, "why": "2 lamps", "topics": ["price", "wait"]}


def test_focus_moves_to_the_question_that_arrives(server, visit):
    page = visit(server.page(server.survey(EVERY_KIND)), has_touch=True)
    pick(page, 8)
    is_asked(page, "why")
    go_on(page)
    is_asked(page, "again_1_10")
    expect(page.locator("#l-again_1_10")).to_be_focused()
    expect(page.locator("[data-progress]")).to_have_text("3 of 9")


def test_words_and_questions_fit_what_was_answered(server, visit):
    page = visit(server.page(server.survey()))
    for points, words in [(6, "We are sorry."), (8, "What one thing"), (9, "Good to hear.")]:
        pick(page, points)
        expect(page.locator("#l-why")).to_contain_text(words)
        page.locator("[data-back]").click()
    pick(page, 6)
    is_asked(page, "why")
    go_on(page)
    is_asked(page, "topics")


def test_an_answer_to_a_question_no_longer_asked_is_taken_back(server, visit):
    page = visit(server.page(server.survey()))
    pick(page, 2)
    is_asked(page, "why")
    go_on(page)
    page.check("[value=wait]")
    page.locator("[data-back]").click()
    is_asked(page, "why")
    page.locator("[data-back]").click()
    pick(page, 10)
    is_asked(page, "why")
    go_on(page)
    is_thanked(page)
    assert page.exchange.kept == {"recommend": 10}


def test_what_needs_an_answer_says_so_and_stays(server, visit):
    page = visit(server.page(server.survey()))
    go_on(page)
    is_asked(page, "recommend")
    expect(page.locator("#e-recommend")).to_have_text("Choose one to go on.")
    with page.expect_response(API):
        pick(page, 5)
    is_asked(page, "why")


def test_nothing_at_all_is_no_answer(server, visit):
    page = visit(server.page(server.survey(questions=[{**WHY, "variants": []}])))
    go_on(page)
    expect(page.locator("#e-why")).to_have_text("Answer a question first.")
    assert page.exchange.requests == []


def test_the_browsers_own_way_back_leads_through_the_questions(server, visit):
    page = visit(server.page(server.survey()))
    pick(page, 7)
    is_asked(page, "why")
    page.go_back()
    is_asked(page, "recommend")
    expect(page.locator(f"{SCORE} [value='7']")).to_be_checked()
    page.go_forward()
    is_asked(page, "why")


def test_each_answer_is_saved_as_it_is_given_and_coming_back_goes_on(server, visit):
    token = server.survey()
    address = server.page(token, "?touchpoint=store-1")
    page = visit(address)
    pick(page, 8)
    is_asked(page, "why")
    page.fill("textarea", "half a sen")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        page.evaluate(
            """Object.defineProperty(document, "visibilityState", { value: "hidden" });
            document.dispatchEvent(new Event("visibilitychange"))"""
        )
    assert page.exchange.kept == {"recommend": 8, "why": "half a sen"}
    assert page.exchange.bodies[-1]["complete"] is False
    [stored] = server.answers(token)
    assert (stored["state"], stored["answers"]) == ("partial", page.exchange.kept)
    page.close()

    again = visit(address, context=page.context)
    is_asked(again, "why")
    expect(again.locator("textarea")).to_have_value("half a sen")
    expect(again.locator("[data-note]")).to_contain_text("Welcome back")
    again.fill("textarea", "a whole sentence")
    go_on(again)
    is_thanked(again)
    assert [request.method for request in again.exchange.requests] == ["PATCH"]
    [stored] = server.answers(token)
    assert stored["answers"] == {"recommend": 8, "why": "a whole sentence"}
    assert stored["state"] == "new"

    elsewhere = visit(address.replace("store-1", "store-2"), context=page.context)
    is_asked(elsewhere, "recommend")
    expect(elsewhere.locator("[data-note]")).to_be_hidden()


def test_changing_the_language_keeps_answers_and_context(server, visit):
    page = visit(server.page(server.survey(), "?touchpoint=store-1&lang=en"))
    pick(page, 2)
    page.fill("textarea", "The lamp")
    page.get_by_role("link", name="فارسی").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    is_asked(page, "why")
    expect(page.locator("textarea")).to_have_value("The lamp")
    expect(page.locator("[data-progress]")).to_have_text("۲ از ۳")
    assert "touchpoint=store-1" in page.url
    go_on(page)
    page.check("[value=staff]")
    go_on(page)
    is_thanked(page)
    assert page.exchange.kept == {"recommend": 2, "why": "The lamp", "topics": ["staff"]}


def test_the_language_comes_by_link_then_browser_then_survey(server, visit):
    token = server.survey(default_language="vi")
    for locale, query, language in [
        ("fa-IR", "", "fa"),
        ("fa-IR", "?lang=en", "en"),
        ("de-DE", "", "vi"),
        ("de-DE", "?lang=xx", "vi"),
    ]:
        page = visit(server.page(token, query), locale=locale)
        expect(page.locator("html")).to_have_attribute("lang", language)


def test_two_taps_on_send_count_once(server, visit):
    token = server.survey(questions=[RECOMMEND])
    page = visit(server.page(token))
    pick(page, 9)
    page.locator("[type=submit]").dblclick()
    is_thanked(page)
    finished = [body for body in page.exchange.bodies if body["complete"]]
    assert len(finished) == 1
    posts = [request for request in page.exchange.requests if request.method == "POST"]
    assert len(posts) == 1
    assert len(server.answers(token)) == 1


def test_a_double_tap_answers_one_question(server, visit):
    scales = [RECOMMEND, {**RECOMMEND, "key": "second"}, {**RECOMMEND, "key": "third"}]
    page = visit(server.page(server.survey(questions=scales)))
    page.locator(f"{SCORE} [value='8']").dblclick()
    is_asked(page, "second")
    expect(page.locator("#q-second :checked")).to_have_count(0)


def test_without_a_connection_answers_are_kept_and_sent_later(server, visit):
    page = visit(server.page(server.survey(), "?lang=en"))
    page.context.set_offline(True)
    pick(page, 9)
    expect(page.locator("[data-note]")).to_contain_text("kept on this device")
    page.fill("textarea", "Kind people")
    go_on(page)
    expect(page.locator("[data-view=kept]")).to_be_visible()
    assert page.exchange.statuses == []
    page.context.set_offline(False)
    is_thanked(page)
    assert page.exchange.kept == {"recommend": 9, "why": "Kind people"}


def test_a_first_tap_is_never_too_fast_but_a_whole_survey_may_be(server, visit):
    token = server.survey()
    page = visit(server.page(token))
    with page.expect_response(API):
        pick(page, 9)
    assert server.answers(token)[0]["flags"] == []
    body = {"answers": {"recommend": 9, "why": "Nice"}, "elapsed_ms": 80}
    page.request.post(f"{server.url}/api/v1/surveys/{token}/responses", data=body)
    assert server.answers(token)[1]["flags"] == ["too_fast"]


def test_kept_answers_are_sent_when_the_page_is_opened_again(server, visit):
    address = server.page(server.survey(), "?lang=en")
    page = visit(address)
    page.route(API, lambda route: route.abort())
    pick(page, 9)
    is_asked(page, "why")
    go_on(page)
    expect(page.locator("[data-view=kept]")).to_be_visible()
    page.close()
    again = visit(address, context=page.context)
    is_thanked(again)
    assert again.exchange.kept == {"recommend": 9}
    fresh = visit(address, context=page.context)
    is_asked(fresh, "recommend")
    expect(fresh.locator("[data-note]")).to_be_hidden()


def test_a_busy_server_is_asked_again_when_it_said(server, visit):
    page = visit(server.page(server.survey()), go=False)
    page.clock.install()
    busy = {"status": 503, "headers": {"Retry-After": "40"}, "body": "{}"}
    page.route(API, lambda route: route.fulfill(**busy))
    page.goto(server.page(server.survey()))
    page.wait_for_selector("html.js")
    pick(page, 9)
    page.clock.run_for(1000)
    expect(page.locator("[data-note]")).to_contain_text("Not sent yet")
    assert len(page.exchange.requests) == 1
    page.unroute(API)
    page.clock.run_for(30_000)
    page.evaluate("dispatchEvent(new Event('online'))")
    page.clock.run_for(1000)
    assert len(page.exchange.requests) == 1
    with page.expect_response(API) as reply:
        page.clock.run_for(15_000)
    assert reply.value.status == 201
    expect(page.locator("[data-note]")).to_be_hidden()


def test_an_answer_whose_confirmation_was_lost_counts_once(server, visit):
    token = server.survey(questions=[RECOMMEND])
    page = visit(server.page(token))
    replies = []

    def lose(route):
        replies.append(route.fetch())
        if len(replies) == 1:
            return route.abort()
        return route.fulfill(response=replies[-1])

    page.route(API, lose)
    pick(page, 9)
    expect(page.locator("[data-note]")).to_contain_text("Not sent yet")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-note]")).to_be_hidden()
    first, second = page.exchange.requests[:2]
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"]
    assert first.post_data == second.post_data
    assert [reply.status for reply in replies[:2]] == [201, 201]
    assert replies[0].json()["id"] == replies[1].json()["id"]
    assert len(server.answers(token)) == 1


def test_a_refused_answer_is_shown_at_its_question(server, visit):
    page = visit(server.page(server.survey()))
    pick(page, 9)
    is_asked(page, "why")
    problem = {"status": 422, "code": "too_long", "field": "answers.why", "detail": "too long"}
    page.route(
        API,
        lambda route: route.fulfill(
            status=422, content_type="application/problem+json", body=json.dumps(problem)
        ),
    )
    page.fill("textarea", "much too long")
    go_on(page)
    expect(page.locator("#e-why")).to_have_text("Not saved. Change this answer and try again.")
    is_asked(page, "why")
    page.unroute(API)
    page.fill("textarea", "short")
    go_on(page)
    is_thanked(page)
    assert page.exchange.kept == {"recommend": 9, "why": "short"}


def test_a_survey_that_closes_meanwhile_says_so(server, visit):
    closed = server.survey(closes_at="2020-01-01T00:00:00Z")
    page = visit(server.page(closed), go=False)
    assert page.goto(server.page(closed)).status == 410
    expect(page.get_by_role("heading")).to_have_text("This survey has closed.")

    open_page = visit(server.page(server.survey()))
    open_page.route(API, lambda route: route.fulfill(status=410, body="{}"))
    with open_page.expect_event("domcontentloaded"):
        pick(open_page, 9)
    is_asked(open_page, "recommend")
    assert len(open_page.exchange.requests) == 1


def test_a_browser_without_storage_still_sends(server, visit):
    page = visit(server.page(server.survey()), go=False)
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page.goto(server.page(server.survey()))
    page.wait_for_selector("html.js")
    page.route(API, lambda route: route.abort())
    pick(page, 9)
    expect(page.locator("[data-note]")).to_contain_text("Keep this page open")
    page.unroute(API)
    is_asked(page, "why")
    go_on(page)
    is_thanked(page)
    assert page.exchange.kept == {"recommend": 9}


def test_a_page_without_tls_makes_its_own_keys(server, visit):
    page = visit(server.page(server.survey()), go=False)
    page.add_init_script("delete Crypto.prototype.randomUUID; delete Navigator.prototype.locks")
    page.goto(server.page(server.survey()))
    pick(page, 9)
    is_asked(page, "why")
    go_on(page)
    is_thanked(page)
    key = page.exchange.requests[0].headers["idempotency-key"]
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", key)
