"""The same survey as one plain form, for browsers without scripts."""

import re

from playwright.sync_api import expect

from surveys import EVERY_KIND, RECOMMEND, VISIT


def test_every_question_is_on_the_page_in_neutral_words(server, visit):
    page = visit(server.page(server.survey()), scripts=False)
    expect(page.locator("fieldset:visible")).to_have_count(3)
    expect(page.locator("#l-why")).to_have_text("What is the main reason for your number?")
    expect(page.locator("#h-recommend")).to_contain_text("Needs an answer.")
    expect(page.locator("[data-back]")).to_be_hidden()
    expect(page.locator("progress")).to_be_hidden()


def test_the_form_is_sent_and_thanked_for(server, visit):
    token = server.survey(EVERY_KIND)
    page = visit(server.page(token, "?touchpoint=store-12&lang=vi"), scripts=False)
    page.check("[name='a.recommend'][value='4']")
    page.fill("[name='a.why']", "Đèn giao muộn")
    page.check("[value=price]")
    page.fill("[name='a.topics.other']", "Chỗ đậu xe")
    page.check("[name='a.returning'][value=no]")
    page.click("[type=submit]")
    expect(page).to_have_url(re.compile(f"/s/{token}/thanks"))
    expect(page.get_by_role("heading")).to_have_text("Cảm ơn bạn.")
    expect(page.get_by_text("Quản lý sẽ đọc góp ý này trước trưa mai.")).to_be_visible()
    [stored] = server.answers(token)
    assert stored["answers"] == {
        "recommend": 4,
        "why": "Đèn giao muộn",
        "topics": ["price", {"other": "Chỗ đậu xe"}],
        "returning": False,
    }
    assert (stored["touchpoint"], stored["language"]) == ("store-12", "vi")


def test_what_was_typed_stays_when_something_is_missing(server, visit):
    changed = [VISIT["questions"][0], {**VISIT["questions"][1], "required": True}]
    page = visit(server.page(server.survey(questions=changed), "?touchpoint=a"), scripts=False)
    page.check("[value='4']")
    page.fill("[name='a.why']", "   ")
    page.click("[type=submit]")
    expect(page.locator("#e-why")).not_to_be_empty()
    expect(page.locator("[value='4']")).to_be_checked()
    expect(page.get_by_role("alert").first).to_contain_text("Not sent yet")
    expect(page.locator("[name=touchpoint]")).to_have_value("a")
    page.fill("[name='a.why']", '"><script>alert(1)</script> "\u0301 onfocus=alert(2) x="')
    page.click("[type=submit]")
    expect(page.get_by_role("heading")).to_have_text("Thank you.")


def test_typed_markup_comes_back_as_text(server, visit):
    required = [RECOMMEND, {**EVERY_KIND["questions"][-1]}]
    page = visit(server.page(server.survey(questions=required)), scripts=False)
    # U+0301 joins the quote before it into one grapheme; escaping must see the quote all the same.
    hostile = '<b>&amp;"\u0301 autofocus onfocus="alert(1)" x="'
    fields = hidden_fields(page)
    reply = page.request.post(page.url, form={**fields, "a.name": hostile})
    assert reply.status == 422
    page.set_content(reply.text())
    expect(page.locator("[name='a.name']")).to_have_value(hostile)
    assert page.locator("[name='a.name']").get_attribute("onfocus") is None


def test_the_same_form_sent_twice_is_thanked_for_twice(server, visit):
    token = server.survey(questions=[RECOMMEND])
    page = visit(server.page(token), scripts=False)
    fields = {**hidden_fields(page), "a.recommend": "9"}
    for _ in range(2):
        reply = page.request.post(page.url, form=fields, max_redirects=0)
        assert reply.status == 303
        assert reply.headers["location"].startswith(f"/s/{token}/thanks")
    assert len(server.answers(token)) == 1


def test_going_back_to_change_an_answer_changes_it(server, visit):
    token = server.survey(questions=[RECOMMEND])
    page = visit(server.page(token), scripts=False)
    fields = hidden_fields(page)
    for points in ["9", "3"]:
        reply = page.request.post(page.url, form={**fields, "a.recommend": points})
        assert reply.status == 200
    assert [one["answers"] for one in server.answers(token)] == [{"recommend": 3}]


def test_a_link_to_nothing_says_so_in_the_visitors_language(server, visit):
    page = visit(server.page("nothing"), scripts=False, locale="vi-VN", go=False)
    reply = page.goto(server.page("nothing"))
    assert reply.status == 404
    assert reply.headers["x-robots-tag"] == "noindex, nofollow"
    expect(page.get_by_role("heading")).to_have_text("Không có khảo sát nào ở đây.")
    page.get_by_role("link", name="فارسی").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def hidden_fields(page):
    """What the form sends without anybody answering."""
    hidden = page.locator("[type=hidden]").all()
    return {one.get_attribute("name"): one.get_attribute("value") for one in hidden}
