"""Starts the built server on a free port, once per kind of store, and a browser to drive it with.

TOUCHSTONE_BIN names the binary, TOUCHSTONE_BROWSER a Chromium; with TOUCHSTONE_TEST_POSTGRES every
test runs on PostgreSQL too.
"""

import json
import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from company import Company
from house import STORES, Desk, Server


def pytest_collection_modifyitems(config, items):
    """How a page looks does not depend on the store under it: such tests run on the first."""
    looks = [item for item in items if item.get_closest_marker("looks")]
    twice = [item for item in looks if set(item.callspec.params.values()) & set(STORES[1:])]
    items[:] = [item for item in items if item not in twice]
    config.hook.pytest_deselected(items=twice)


@pytest.fixture(scope="session", params=STORES)
def server(request, tmp_path_factory):
    running = Server(request.param, tmp_path_factory.mktemp(request.param))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def chromium():
    browser = os.environ.get("TOUCHSTONE_BROWSER") or shutil.which("chromium-headless-shell")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session", params=STORES)
def company(request, tmp_path_factory):
    """The made-up company; whoever changes it leaves its story as it is."""
    running = Company(request.param, tmp_path_factory.mktemp(request.param))
    yield running
    running.stop()


@pytest.fixture
def desk(company, chromium):
    """Opens the company's pages as its owner: `desk("/", width=390, lang="fa")`."""
    with Desk(company, chromium) as opened:
        yield opened.page


class Exchange:
    """What a page and the answering API said to each other."""

    def __init__(self, page):
        self.requests = []
        self.answers = []
        page.on("request", self.note_request)
        page.on("response", self.note_response)

    @staticmethod
    def is_answer(request):
        return "/api/v1/surveys/" in request.url and request.method in ("POST", "PATCH")

    def note_request(self, request):
        if self.is_answer(request):
            self.requests.append(request)

    def note_response(self, response):
        if self.is_answer(response.request):
            self.answers.append(response)

    @property
    def statuses(self):
        return [answer.status for answer in self.answers]

    @property
    def bodies(self):
        return [json.loads(request.post_data) for request in self.requests]

    @property
    def kept(self):
        """The answers that the server confirmed, put together."""
        together = {}
        for answer in self.answers:
            if answer.ok:
                body = json.loads(answer.request.post_data)
                together.update(body["answers"])
        return {key: value for key, value in together.items() if value is not None}


@pytest.fixture
def visit(chromium):
    """Opens pages like a person would: `visit(address, width=390, scripts=False, …)`.

    A page that logs an error, breaks the security policy or asks another host fails its test.
    """
    contexts, faults = [], []

    def open_page(address, width=390, height=844, scripts=True, context=None, go=True, **options):
        if context is None:
            context = chromium.new_context(
                viewport={"width": width, "height": height},
                java_script_enabled=scripts,
                **options,
            )
            contexts.append(context)
        page = context.new_page()
        home = address.split("/s/")[0]
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: note_console(message))
        page.on("request", lambda request: note_host(request, home))
        page.exchange = Exchange(page)
        if go:
            page.goto(address)
            if scripts:
                page.wait_for_selector("html.js")
        return page

    def note_console(message):
        # Chromium logs every refused or failed request as an error; tests refuse on purpose.
        if message.type == "error" and "Failed to load resource" not in message.text:
            faults.append(message.text)

    def note_host(request, home):
        if not request.url.startswith((home, "data:")):
            faults.append(f"asked another host: {request.url}")

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
