"""Starts the built server on a free port, once per kind of store, and a browser to drive it with.

TOUCHSTONE_BIN names the binary, TOUCHSTONE_BROWSER a Chromium; with TOUCHSTONE_TEST_POSTGRES every
test runs on PostgreSQL too.
"""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from surveys import VISIT

STORES = ["sqlite"] + (["postgres"] if os.environ.get("TOUCHSTONE_TEST_POSTGRES") else [])


class Server:
    """One running `touchstone serve` with a data folder of its own."""

    def __init__(self, store, folder, database=None):
        self.binary = os.environ["TOUCHSTONE_BIN"]
        self.folder = folder
        self.options = ["--data", str(folder / "data")]
        self.reader = None
        self.environment = dict(os.environ)
        if store == "postgres":
            url = database or os.environ["TOUCHSTONE_TEST_POSTGRES"]
            self.environment["TOUCHSTONE_DATABASE_URL"] = url
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = open(folder / "server.log", "w+")
        self.process = subprocess.Popen(
            [self.binary, "serve", "--port", str(self.port), *self.options],
            stdout=self.log,
            stderr=subprocess.STDOUT,
            env=self.environment,
        )
        self.wait_until_ready()

    def wait_until_ready(self):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                urllib.request.urlopen(self.url + "/ready", timeout=2)
                return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.05)
        self.log.seek(0)
        raise RuntimeError(f"the server did not become ready:\n{self.log.read()}")

    def run(self, *words):
        """Runs a command of the same binary on the same store."""
        done = subprocess.run(
            [self.binary, *words, *self.options],
            capture_output=True,
            text=True,
            env=self.environment,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def survey(self, definition=VISIT, **changes):
        """Makes a survey; gives its token."""
        file = self.folder / f"survey-{time.monotonic_ns()}.json"
        file.write_text(json.dumps({**definition, **changes}, ensure_ascii=False))
        return json.loads(self.run("survey", "create", str(file), "--json"))["token"]

    def answers(self, token):
        """Every answer of a survey in the store, as those who may read them get it."""
        if self.reader is None:
            made = self.run("token", "create", "--name", "t", "--scope", "answers:read", "--json")
            self.reader = json.loads(made)["token"]
        address = f"{self.url}/api/v1/surveys/{token}/responses?limit=1000"
        request = urllib.request.Request(address)
        request.add_header("Authorization", f"Bearer {self.reader}")
        with urllib.request.urlopen(request, timeout=20) as reply:
            return json.load(reply)["responses"]

    def page(self, token, query=""):
        return f"{self.url}/s/{token}{query}"

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


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
