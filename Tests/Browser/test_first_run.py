"""From a new house to its first answer, and the settings after it, as an owner walks through them."""

import re
import struct
import subprocess
import zlib

import pytest
from playwright.sync_api import expect

from house import STORES, Owned, Server
from visitor import OWNER

PASSWORD = OWNER["password"]


@pytest.fixture(params=STORES)
def house(request, tmp_path):
    """Nobody has set it up yet."""
    running = Server(request.param, tmp_path)
    yield running
    running.stop()


@pytest.fixture(scope="module", params=STORES)
def home(request, tmp_path_factory):
    """An owner lives in it; whoever changes something leaves room for others."""
    running = Owned(request.param, tmp_path_factory.mktemp(request.param))
    running.owner.found("Toranj")
    yield running
    running.stop()


@pytest.fixture
def browser(chromium):
    """Opens browsers of their own: `browser("fa", scripts=False)`."""
    contexts = []

    def open_browser(locale="en", scripts=True, width=1440, cookies=None):
        context = chromium.new_context(
            locale=locale,
            storage_state=cookies,
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
        )
        contexts.append(context)
        return context

    yield open_browser
    for context in contexts:
        context.close()


def set_up(page, house, name):
    """Makes the owner and the business; ends on the page that waits."""
    page.goto(house.owner_link())
    page.fill("[name=name]", "Lan Phạm")
    page.fill("[name=email]", "lan@toranj.example")
    page.fill("[name=password]", PASSWORD)
    page.locator("main [type=submit]").click()
    page.fill("[name=name]", name)
    page.locator("main [type=submit]").click()
    assert page.url.endswith("/first-answer")


def send(page):
    page.locator("main [type=submit]").last.click()


def picture(width=8, height=8):
    """A whole PNG of one colour."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x7a\x1f\x5c" * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def read_code(page):
    """What a reader of another make finds in the QR code on a page, as it is painted there."""
    picture = page.locator("svg.qr").screenshot()
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "--nodbus", "png:-"], input=picture, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode().strip()


@pytest.mark.parametrize(
    "locale, name, waiting, arrived, title",
    [
        ("en", "Toranj", "Waiting for the first answer", "A promoter", "Your first answer is here."),
        ("fa", "ترنج", "در انتظار نخستین پاسخ", "مروج", "نخستین پاسخ رسید."),
    ],
)
def test_the_first_answer_shows_itself(house, browser, locale, name, waiting, arrived, title):
    owner = browser(locale).new_page()
    set_up(owner, house, name)
    expect(owner.locator("main")).to_contain_text(waiting)
    link = house.url + owner.locator("a[target=_blank]").get_attribute("href")
    assert read_code(owner).split("?")[0] == link.split("?")[0]
    customer = browser(locale, width=390).new_page()
    customer.goto(link)
    expect(customer.locator("body")).to_contain_text(name)
    customer.wait_for_selector("html.js")
    customer.locator(".scale label").last.click()
    expect(owner.locator(".arrived")).to_contain_text(arrived, timeout=15_000)
    expect(owner.get_by_role("heading", level=1)).to_have_text(title)
    assert owner.evaluate("document.documentElement.dir") == ("rtl" if locale == "fa" else "ltr")


@pytest.mark.parametrize("locale, arrived", [("en", "A detractor"), ("fa", "منتقد")])
def test_the_first_answer_shows_itself_without_scripts(house, browser, locale, arrived):
    owner = browser(locale, scripts=False).new_page()
    set_up(owner, house, "Toranj")
    customer = browser(locale, scripts=False, width=390).new_page()
    customer.goto(house.url + owner.locator("a[target=_blank]").get_attribute("href"))
    customer.locator("input[type=radio][value='3']").first.check(force=True)
    customer.locator("[type=submit]").last.click()
    expect(owner.locator(".arrived")).to_contain_text(arrived, timeout=20_000)


def test_the_business_decides_how_days_are_counted(house, browser):
    page = browser("fa").new_page()
    set_up(page, house, "ترنج")
    page.goto(house.url + "/settings")
    expect(page.locator("[name=calendar]")).to_have_value("jalali")
    expect(page.locator("[name=first_weekday]")).to_have_value("6")
    expect(page.locator("[name=zone]")).to_have_value("Asia/Tehran")


def test_settings_keep_what_was_typed_and_say_what_is_wrong(home, browser):
    page = browser(cookies=home.cookies).new_page()
    page.goto(home.url + "/settings")
    page.fill("[name=name]", "T" * 10_000)
    script = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    page.set_input_files("[name=logo]", {"name": "l.png", "mimeType": "image/png", "buffer": script})
    send(page)
    expect(page.locator("#name-error")).to_contain_text("at most 200 characters")
    expect(page.locator("#logo-error")).to_contain_text("can hold scripts")
    assert page.input_value("[name=name]") == "T" * 10_000
    page.fill("[name=name]", "<b>Toranj & Co</b>")
    logo = {"name": "logo.png", "mimeType": "image/png", "buffer": picture()}
    page.set_input_files("[name=logo]", logo)
    send(page)
    expect(page.get_by_role("status")).to_have_text("Saved.")
    expect(page.locator(".side .owner")).to_contain_text("<b>Toranj & Co</b>")
    assert page.locator(".own-logo").evaluate("image => image.naturalWidth") == 8


def test_somebody_is_invited_comes_in_and_is_removed(home, browser):
    owner = browser(cookies=home.cookies).new_page()
    owner.goto(home.url + "/settings/people")
    owner.fill("[name=email]", "nam@toranj.example")
    owner.get_by_label("Viewer").check()
    send(owner)
    link = owner.locator("[data-text]").inner_text()
    newcomer = browser().new_page()
    newcomer.goto(link)
    newcomer.fill("[name=name]", "Nam")
    newcomer.fill("[name=password]", PASSWORD)
    send(newcomer)
    newcomer.goto(home.url + "/settings/people")
    expect(newcomer.get_by_role("heading", level=1)).to_have_text("You may not see this")
    again = browser().new_page()
    assert again.goto(link).status == 410
    owner.goto(home.url + "/settings/people")
    expect(owner.locator("[data-text]")).to_have_count(0)
    owner.get_by_label("Role of Nam", exact=True).select_option("manager")
    owner.get_by_role("button", name="Change").click()
    assert newcomer.goto(home.url + "/settings").status == 200
    owner.locator("summary", has_text="Remove").click()
    owner.get_by_role("button", name="Remove Nam").click()
    expect(owner.get_by_role("status")).to_contain_text("signed out everywhere")
    newcomer.goto(home.url + "/settings")
    assert "/sign-in" in newcomer.url


def test_a_token_is_shown_once_and_works_until_it_is_revoked(home, browser):
    page = browser(cookies=home.cookies).new_page()
    page.goto(home.url + "/settings/tokens")
    page.fill("[name=name]", "till")
    send(page)
    expect(page.locator("#scope-error")).to_have_text("Choose at least one.")
    page.locator("[value='surveys:read']").check()
    send(page)
    secret = page.locator("[data-text]").inner_text()

    def call():
        bearer = {"Authorization": f"Bearer {secret}"}
        return page.request.get(home.url + "/api/v1/surveys", headers=bearer).status

    assert call() == 200
    page.goto(home.url + "/settings/tokens")
    assert secret not in page.content()
    page.locator("summary", has_text="Revoke").click()
    page.get_by_role("button", name="Revoke till").click()
    expect(page.get_by_role("status")).to_contain_text("no longer works")
    assert call() == 401


@pytest.mark.parametrize("scripts", [True, False])
def test_what_was_written_survives_the_end_of_a_session(home, browser, scripts):
    context = browser(scripts=scripts, cookies=home.cookies)
    page = context.new_page()
    page.goto(home.url + "/settings")
    page.fill("[name=name]", "A long name “with care” نام")
    context.clear_cookies()
    send(page)
    expect(page.locator("main")).to_contain_text("What you wrote is kept")
    page.fill("[name=email]", "lan@toranj.example")
    page.fill("[name=password]", "not the password")
    send(page)
    page.fill("[name=password]", PASSWORD)
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What you wrote is still here")
    send(page)
    expect(page.get_by_role("status")).to_have_text("Saved.")
    assert page.input_value("[name=name]") == "A long name “with care” نام"


def test_a_page_from_before_signing_in_again_loses_nothing(home, browser):
    context = browser(cookies=home.cookies)
    page = context.new_page()
    page.goto(home.url + "/settings")
    page.fill("[name=name]", "Written before")
    context.clear_cookies()
    other = context.new_page()
    other.goto(home.url + "/sign-in")
    other.fill("[name=email]", "lan@toranj.example")
    other.fill("[name=password]", PASSWORD)
    send(other)
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What you wrote is still here")
    send(page)
    assert page.input_value("[name=name]") == "Written before"


def test_health_says_what_is_there(home, browser):
    page = browser(cookies=home.cookies).new_page()
    page.goto(home.url + "/settings/health")
    expect(page.locator("main")).to_contain_text("All is well.")
    expect(page.locator("main")).to_contain_text("Never")
