"""A running `touchstone serve` as the suites drive it: started, asked, stopped, killed.

TOUCHSTONE_BIN names the binary.
"""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import time

from calls import call

SCOPES = "figures:read,answers:read,answers:write,answers:erase,surveys:write"


class Server:
    """The server on one store and one port, which it keeps from start to start."""

    def __init__(self, store, folder, wrapper=(), options=()):
        self.binary = os.environ["TOUCHSTONE_BIN"]
        self.store = store
        self.folder = folder
        self.wrapper = list(wrapper)
        self.options = list(options)
        self.data = ["--data", str(store.folder)]
        self.environment = {**os.environ, **store.environment}
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self.process = None

    def start(self):
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(
                self.wrapper
                + [self.binary, "serve", "--port", str(self.port), *self.data, *self.options],
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self.environment,
            )
        self.wait_until_ready()
        return self

    def wait_until_ready(self, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError):
                if call(self.url, "GET", "/ready", timeout=5).status == 200:
                    return
            time.sleep(0.02)
        raise RuntimeError(f"the server did not become ready:\n{self.log_text[-4000:]}")

    @property
    def log_text(self):
        return self.log.read_text()

    def owner_link(self, seconds=10):
        """The link that makes the owner, which the server prints the first time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if found := re.search(r"Create the owner: (\S+)", self.log_text):
                return found.group(1)
            time.sleep(0.02)
        raise RuntimeError(f"the server names no link for the owner:\n{self.log_text[-4000:]}")

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        """As a power cut to the process: no handler runs, nothing is flushed."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)

    def stop(self):
        if self.is_running():
            self.process.terminate()
            self.process.wait(timeout=30)

    def call(self, method, path, body=None, **options):
        return call(self.url, method, path, body, **options)

    def run(self, *words, **options):
        return self.command(*words, **options)

    def command(self, *words, check=True, on_store=True, input=None):
        """Runs a command of the same binary on the same store, or on none."""
        done = subprocess.run(
            [self.binary, *words, *(self.data if on_store else [])],
            input=input,
            capture_output=True,
            text=True,
            env=self.environment,
            timeout=120,
        )
        assert not check or done.returncode == 0, done.stderr
        return done

    def survey(self, definition):
        """Makes and publishes a survey; gives its token."""
        file = self.folder / f"survey-{time.monotonic_ns()}.json"
        file.write_text(json.dumps(definition, ensure_ascii=False))
        return json.loads(self.command("survey", "create", str(file), "--json").stdout)["token"]

    def token(self, scopes=SCOPES):
        """Makes an API token; gives the headers that carry it."""
        made = self.command("token", "create", "--name", "test", "--scope", scopes, "--json")
        return {"Authorization": f"Bearer {json.loads(made.stdout)['token']}"}


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
