"""Disk full, database gone: answers are refused for now, none that was taken is lost, and the
service comes back by itself."""

import time

import pytest

import stores
from books import Books
from load import SURVEY, Crowd
from own_postgres import OwnPostgres, give_to_postgres
from server import Server
from small_disk import SmallDisk

PATIENCE = 60


@pytest.fixture
def small_disk():
    try:
        disk = SmallDisk(megabytes=24)
    except PermissionError as refusal:
        pytest.skip(f"skipped: only who may mount can make a small disk ({refusal})")
    yield disk
    disk.unmount()


@pytest.fixture
def own_postgres():
    if "postgres" not in stores.KINDS:
        pytest.skip("skipped: TOUCHSTONE_TEST_POSTGRES not set")
    postgres = OwnPostgres()
    postgres.start()
    yield postgres
    postgres.remove()


@pytest.fixture
def serve(tmp_path):
    """Starts a server on a store."""
    running = []

    def start(store):
        running.append(Server(store, tmp_path))
        return running[-1]

    yield start
    for server in running:
        if server.is_running():
            server.kill()


def test_a_full_disk_refuses_answers_and_loses_none(small_disk, serve):
    server = serve(stores.SQLite(small_disk.folder))
    go_through(server, small_disk.fill, small_disk.empty)


def test_a_full_postgres_refuses_answers_and_loses_none(small_disk, own_postgres, serve, tmp_path):
    give_to_postgres(small_disk.folder)
    place = small_disk.folder / "space"
    place.mkdir()
    give_to_postgres(place)
    stores.psql(own_postgres.url, f"CREATE TABLESPACE small LOCATION '{place}'")
    store = stores.Postgres(tmp_path, own_postgres.url, space="small")
    go_through(serve(store), small_disk.fill, small_disk.empty)


def test_a_database_that_is_gone_comes_back(own_postgres, serve, tmp_path):
    store = stores.Postgres(tmp_path, own_postgres.url)
    go_through(serve(store), own_postgres.stop, own_postgres.start)


def test_lines_to_the_database_that_break_under_load_lose_nothing(own_postgres, serve, tmp_path):
    store = stores.Postgres(tmp_path, own_postgres.url)
    server = serve(store)
    survey = server.survey(SURVEY)
    server.start()
    crowd = Crowd(server.url, survey, "lines", 6)
    crowd.start()
    for _ in range(10):
        time.sleep(0.2)
        stores.psql(
            own_postgres.url,
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{store.name}'",
        )
    crowd.stop()
    settle_and_compare(server, crowd)


def go_through(server, trouble, relief):
    """Load all the while: before the trouble, during it, and after."""
    survey = server.survey(SURVEY)
    server.start()
    crowd = Crowd(server.url, survey, "trouble", 6)
    crowd.start()
    until(lambda: sum(visit.is_confirmed for visit in crowd.running) > 20, "answers go in")
    trouble()
    until(lambda: crowd.turned_away > 20, "answers are refused")
    until(lambda: server.call("GET", "/ready").status == 503, "/ready says so")
    assert server.call("GET", "/ready").headers["retry-after"]
    assert server.call("GET", "/health").status == 200, "it is alive all the same"
    confirmed = sum(visit.is_confirmed for visit in crowd.running)
    relief()
    until(lambda: server.call("GET", "/ready").status == 200, "it is ready again")
    until(
        lambda: sum(visit.is_confirmed for visit in crowd.running) > confirmed + 20,
        "answers go in again",
    )
    crowd.stop()
    settle_and_compare(server, crowd)


def settle_and_compare(server, crowd):
    assert Books(server.store).complaints(crowd.visits)[:10] == []
    crowd.settle()
    books = Books(server.store)
    assert books.complaints(crowd.visits)[:10] == []
    assert len(books.responses) == len(crowd.visits)
    assert server.run("verify").stdout.strip().endswith("all is well")


def until(holds, what):
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, f"waited {PATIENCE} s in vain: {what}"
        time.sleep(0.05)
