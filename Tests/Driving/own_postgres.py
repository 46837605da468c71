"""A PostgreSQL that a test may stop, start and starve, apart from the one that `./test` starts."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from server import free_port
from stores import postgres_tool


class OwnPostgres:
    """In a folder of its own, on a free loopback port; gone after `remove`."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="touchstone-postgres-"))
        give_to_postgres(self.folder)
        self.port = free_port()
        self.url = f"postgres://touchstone@127.0.0.1:{self.port}/postgres"
        self.tool(
            "initdb", "-D", self.data, "-U", "touchstone", "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8", "--no-sync",
        )  # fmt: skip

    @property
    def data(self):
        return str(self.folder / "store")

    def start(self):
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        log = str(self.folder / "server.log")
        self.tool("pg_ctl", "start", "-s", "-w", "-D", self.data, "-l", log, "-o", options)

    def stop(self, mode="immediate"):
        self.tool("pg_ctl", "stop", "-s", "-w", "-m", mode, "-D", self.data)

    def remove(self):
        subprocess.run(
            as_postgres(postgres_tool("pg_ctl"), "stop", "-s", "-m", "immediate", "-D", self.data),
            capture_output=True,
            cwd="/",
        )
        shutil.rmtree(self.folder, ignore_errors=True)

    def tool(self, name, *words):
        # Its children keep standard output open, so nobody waits for it to end.
        with open(self.folder.parent / f"{self.folder.name}.log", "w+") as log:
            done = subprocess.run(
                as_postgres(postgres_tool(name), *words),
                stdout=log,
                stderr=log,
                cwd="/",
                timeout=120,
            )
            log.seek(0)
            said = log.read()
        os.unlink(log.name)
        assert done.returncode == 0, f"{name}: {said}"


def as_postgres(*command):
    """PostgreSQL refuses root, so root hands it to the user its package made."""
    return ["runuser", "-u", "postgres", "--", *command] if os.getuid() == 0 else list(command)


def give_to_postgres(folder):
    if os.getuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
