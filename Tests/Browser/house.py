"""The server that browsers visit."""

import server
import stores
from surveys import VISIT
from visitor import Visitor

STORES = stores.KINDS


class Server(server.Server):
    """One running `touchstone serve` on a store of its own."""

    def __init__(self, kind, folder):
        super().__init__(stores.fresh(kind, folder), folder)
        self.reader = None
        self.start()

    def run(self, *words):
        """Runs a command on the same store; gives what it says."""
        return self.command(*words).stdout

    def survey(self, definition=VISIT, **changes):
        """Makes a survey; gives its token."""
        return super().survey({**definition, **changes})

    def answers(self, token):
        """Every answer of a survey in the store, as those who may read them get it."""
        self.reader = self.reader or self.token("answers:read")
        path = f"/api/v1/surveys/{token}/responses?limit=1000"
        return self.call("GET", path, headers=self.reader).json["responses"]

    def page(self, token, query=""):
        return f"{self.url}/s/{token}{query}"

    def stop(self):
        super().stop()
        self.store.drop()


class Owned(Server):
    """A server whose owner is signed in."""

    def __init__(self, kind, folder):
        super().__init__(kind, folder)
        self.furnish()
        self.owner = Visitor(self).become_owner()
        self.cookies = self.owner.storage_state

    def furnish(self):
        """What is in it before its owner comes."""


class Desk:
    """An owner's browsers, closed when the test is over."""

    def __init__(self, house, chromium):
        self.house = house
        self.chromium = chromium
        self.contexts = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for context in self.contexts:
            context.close()

    def page(self, path="/", lang="en", width=1440, scripts=True, scheme="light", cookies=None):
        context = self.chromium.new_context(
            storage_state=cookies or self.house.cookies,
            locale=lang,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
        )
        self.contexts.append(context)
        page = context.new_page()
        separator = "&" if "?" in path else "?"
        page.goto(f"{self.house.url}{path}{separator}lang={lang}")
        return page
