"""The stores that the suites put under a server, each readable beside it without the server."""

import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

KINDS = ["sqlite"] + (["postgres"] if os.environ.get("TOUCHSTONE_TEST_POSTGRES") else [])

ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v"}


class SQLite:
    """A file in a folder of its own."""

    kind = "sqlite"
    environment = {"TOUCHSTONE_DATABASE_URL": ""}

    def __init__(self, folder):
        self.folder = folder / "data"

    def rows(self, sql):
        """All rows as tuples of text, None for NULL, so that both stores answer alike."""
        path = f"file:{self.folder / 'touchstone.db'}?mode=ro"
        with contextlib.closing(sqlite3.connect(path, uri=True, timeout=20)) as database:
            return [
                tuple(None if value is None else str(value) for value in row)
                for row in database.execute(sql)
            ]

    def drop(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Postgres:
    """A database of its own on the server that a URL names."""

    kind = "postgres"
    made = 0

    def __init__(self, folder, server_url=None, space=None):
        Postgres.made += 1
        self.server = server_url or os.environ["TOUCHSTONE_TEST_POSTGRES"]
        self.name = f"driven_{os.getpid()}_{Postgres.made}"
        self.url = urlsplit(self.server)._replace(path=f"/{self.name}").geturl()
        self.folder = folder / "data"
        self.environment = {"TOUCHSTONE_DATABASE_URL": self.url}
        place = f" TABLESPACE {space}" if space else ""
        psql(self.server, f"CREATE DATABASE {self.name}{place}")

    def rows(self, sql):
        text = psql(self.url, f"COPY ({sql}) TO STDOUT")
        return [tuple(map(unescaped, line.split("\t"))) for line in text.split("\n")[:-1]]

    def drop(self):
        with contextlib.suppress(RuntimeError):
            psql(self.server, f"DROP DATABASE {self.name} WITH (FORCE)")


def unescaped(field):
    """A field of COPY's text format: None for NULL, escapes undone."""
    if field == "\\N":
        return None
    if "\\" not in field:
        return field
    return re.sub(r"\\(.)", lambda match: ESCAPES.get(match[1], match[1]), field)


def fresh(kind, folder):
    """A store as new; its user drops it."""
    return SQLite(folder) if kind == "sqlite" else Postgres(folder)


def psql(url, statement):
    done = subprocess.run(
        [postgres_tool("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement, url],
        capture_output=True,
        text=True,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(f"psql: {done.stderr}")
    return done.stdout


def postgres_tool(name):
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}")) or [shutil.which(name)]
    return str(found[-1])
