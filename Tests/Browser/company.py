"""A server with the demo company and its owner signed in."""

import json
import re
import urllib.request

from conftest import Server
from stores import Postgres

PASSWORD = "a long walk home"


class Company(Server):
    """The made-up company on a store of its own, as the demo wants one without surveys."""

    def __init__(self, store, folder, chromium):
        self.database = Postgres(folder) if store == "postgres" else None
        super().__init__(store, folder, self.database and self.database.url)
        self.run("demo")
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(self.owner_link())
        page.fill("[name=name]", "Lan Phạm")
        page.fill("[name=email]", "lan@toranj.example")
        page.fill("[name=password]", PASSWORD)
        page.locator("main [type=submit]").click()
        self.cookies = context.storage_state()
        context.close()

    def stop(self):
        super().stop()
        if self.database:
            self.database.drop()

    def owner_link(self):
        self.log.seek(0)
        return re.search(r"Create the owner: (\S+)", self.log.read()).group(1)

    def token(self, scope):
        made = self.run("token", "create", "--name", scope, "--scope", scope, "--json")
        return json.loads(made)["token"]

    def fetch(self, path, **headers):
        request = urllib.request.Request(self.url + path, headers=headers)
        with urllib.request.urlopen(request, timeout=20) as reply:
            return reply.read().decode()

    def fetch_signed_in(self, path):
        cookies = "; ".join(f"{c['name']}={c['value']}" for c in self.cookies["cookies"])
        return self.fetch(path, Cookie=cookies)
