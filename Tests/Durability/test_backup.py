"""`touchstone backup` and `restore`: what was acknowledged comes back, and mistakes change nothing."""

import json
import os
import threading

import pytest

import stores
from load import SURVEY
from server import Server

ALL_WELL = "3 responses and 3 facts looked at: all is well\n"


def answer(server, survey, number, points=9):
    body = {"answers": {"recommend": points}, "attributes": {"mark": str(number)}}
    path = f"/api/v1/surveys/{survey}/responses"
    return server.call("POST", path, body, headers={"Idempotency-Key": str(number)}).status


@pytest.fixture
def survey(server):
    """Three answers on a server that runs."""
    token = server.survey(SURVEY)
    server.start()
    assert [answer(server, token, number) for number in range(3)] == [201] * 3
    return token


@pytest.fixture
def elsewhere(store, tmp_path):
    """An empty store of the same kind, and a server for it."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    made = stores.fresh(store.kind, folder)
    running = Server(made, folder)
    yield running
    if running.is_running():
        running.kill()
    made.drop()


def test_a_backup_of_a_running_server_is_a_whole_store_elsewhere(
    server, survey, elsewhere, tmp_path
):
    file = tmp_path / "monday.touchstone"
    said = json.loads(server.run("backup", str(file), "--json").stdout)
    assert said["bytes"] == file.stat().st_size
    assert file.stat().st_mode & 0o077 == 0
    assert answer(server, survey, 3) == 201
    elsewhere.run("restore", str(file))
    assert elsewhere.run("verify").stdout == ALL_WELL
    elsewhere.start()
    # A key that was used before the backup is still known, one used later is not.
    assert answer(elsewhere, survey, 0) == 201
    assert answer(elsewhere, survey, 3) == 201
    assert elsewhere.run("verify").stdout.startswith("4 responses")
    assert [path.name for path in tmp_path.iterdir() if "monday" in path.name] == [file.name]


def test_a_backup_is_one_moment_while_answers_come(server, survey, elsewhere, tmp_path):
    stop = threading.Event()
    taken = []

    def go_on():
        while not stop.is_set():
            taken.append(answer(server, survey, len(taken) + 100))

    sender = threading.Thread(target=go_on)
    sender.start()
    try:
        server.run("backup", str(tmp_path / "b"))
    finally:
        stop.set()
        sender.join()
    assert set(taken) <= {201}
    elsewhere.run("restore", str(tmp_path / "b"))
    assert elsewhere.run("verify").stdout.endswith("all is well\n")


def test_the_store_knows_when_it_was_backed_up(server, survey, tmp_path):
    server.run("backup", str(tmp_path / "b"))
    [(count, size)] = server.store.rows("SELECT count(*), max(bytes) FROM store_backup")
    assert (count, int(size)) == ("1", (tmp_path / "b").stat().st_size)


def test_no_file_is_overwritten(server, survey, tmp_path):
    file = tmp_path / "b"
    file.write_text("somebody's thesis")
    refused = server.run("backup", str(file), check=False)
    assert refused.returncode == 1
    assert "is there already" in refused.stderr
    assert file.read_text() == "somebody's thesis"


def test_a_running_server_keeps_its_store(server, survey, tmp_path):
    server.run("backup", str(tmp_path / "b"))
    refused = server.run("restore", str(tmp_path / "b"), "--replace", check=False)
    assert refused.returncode == 1
    assert "stop it first" in refused.stderr
    assert answer(server, survey, 3) == 201


def test_a_store_is_replaced_only_when_told_to(server, survey, tmp_path):
    server.run("backup", str(tmp_path / "b"))
    assert answer(server, survey, 3) == 201
    server.kill()
    refused = server.run("restore", str(tmp_path / "b"), check=False)
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    assert server.run("verify").stdout.startswith("4 responses")
    server.run("restore", str(tmp_path / "b"), "--replace")
    assert server.run("verify").stdout == ALL_WELL
    if server.store.kind == "sqlite":
        # What was replaced is kept whole, with what the kill left in its log.
        [aside] = [
            path
            for path in server.store.folder.glob("touchstone.db.before-restore-*")
            if not path.name.endswith(("-wal", "-shm", ".lock"))
        ]
        kept = server.folder / "kept"
        kept.mkdir()
        for path in server.store.folder.glob(aside.name + "*"):
            path.rename(kept / path.name.replace(aside.name, "touchstone.db"))
        assert stores.SQLite(server.folder).rows("SELECT count(*) FROM response") == [("3",)]
        server.data = ["--data", str(kept)]
        assert server.run("verify").stdout.startswith("4 responses")


SPOILT = {
    "no backup": (lambda data: b"name,score\nLan,9\n", "is no backup"),
    "an empty file": (lambda data: b"", "is no backup"),
    "a newer version's": (lambda data: b"touchstone-backup 2\n", "newer version"),
    "cut off": (lambda data: data[:-1], "1 bytes are missing"),
    "a bit turned": (lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:], "is damaged"),
    "something behind it": (lambda data: data + b"x", "is damaged"),
}


@pytest.mark.parametrize(("spoil", "sentence"), SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_file_changes_nothing(server, survey, elsewhere, tmp_path, spoil, sentence):
    file = tmp_path / "b"
    server.run("backup", str(file))
    file.write_bytes(spoil(file.read_bytes()))
    refused = elsewhere.run("restore", str(file), check=False)
    assert refused.returncode == 1
    assert sentence in refused.stderr
    server.stop()
    assert server.run("restore", str(file), "--replace", check=False).returncode == 1
    assert server.run("verify").stdout == ALL_WELL


def test_a_step_of_the_schema_not_known_here_is_refused(server, survey, elsewhere, tmp_path):
    file = tmp_path / "b"
    server.run("backup", str(file))
    file.write_bytes(file.read_bytes().replace(b'"2026-03 store_backup"', b'"2036-03 store_backup"', 1))
    refused = elsewhere.run("restore", str(file), check=False)
    assert "newer version" in refused.stderr


def test_each_kind_of_store_takes_its_own_backups(server, survey, tmp_path):
    file = tmp_path / "b"
    server.run("backup", str(file))
    kind = server.store.kind
    other = "sqlite" if kind == "postgres" else "postgres"
    file.write_bytes(file.read_bytes().replace(kind.encode(), other.encode(), 1))
    server.stop()
    refused = server.run("restore", str(file), "--replace", check=False)
    assert refused.returncode == 1
    assert f"of a {other} store" in refused.stderr


def test_a_missing_store_is_not_made_by_backing_it_up(elsewhere, tmp_path):
    if elsewhere.store.kind == "postgres":
        pytest.skip("a database is there or it is not")
    refused = elsewhere.run("backup", str(tmp_path / "b"), check=False)
    assert "there is no store" in refused.stderr
    assert not os.path.exists(elsewhere.store.folder)


def test_what_was_erased_since_does_not_come_back(server, survey, elsewhere, tmp_path):
    body = {"answers": {"recommend": 2}, "external_id": "quang"}
    path = f"/api/v1/surveys/{survey}/responses"
    assert server.call("POST", path, body).status == 201
    server.run("backup", str(tmp_path / "b"))
    told = server.call(
        "POST",
        "/api/v1/people/erasures",
        {"by": "external_id", "value": "quang"},
        headers=server.token("answers:erase"),
    )
    assert (told.status, told.json["answers"]) == (200, 1)
    server.run("erasures", "export", str(tmp_path / "list"))
    server.stop()
    said = json.loads(server.run("restore", str(tmp_path / "b"), "--replace", "--json").stdout)
    assert said["erased_again"] == 1
    assert server.run("verify").stdout.startswith("3 responses")
    # Where the store is lost, the list has to come from elsewhere.
    silent = elsewhere.run("restore", str(tmp_path / "b"))
    assert "is not known here" in silent.stderr
    assert elsewhere.run("verify").stdout.startswith("4 responses")
    again = elsewhere.run(
        "restore", str(tmp_path / "b"), "--replace", "--erasures", str(tmp_path / "list"), "--json"
    )
    assert json.loads(again.stdout)["erased_again"] == 1
    assert elsewhere.run("verify").stdout.startswith("3 responses")
    assert elsewhere.run("erasures", "apply", str(tmp_path / "list")).stdout.startswith("0 answers")


def test_a_store_that_cannot_tell_what_it_erased_is_not_replaced_lightly(server, survey, tmp_path):
    if server.store.kind == "postgres":
        pytest.skip("PostgreSQL looks after its own files")
    server.run("backup", str(tmp_path / "b"))
    server.stop()
    for path in server.store.folder.glob("touchstone.db*"):
        if not path.name.endswith(".lock"):
            path.write_bytes(b"SQLite format 3\0" + b"no more" * 1000)
    refused = server.run("restore", str(tmp_path / "b"), "--replace", check=False)
    assert refused.returncode == 1
    assert "--without-erasures" in refused.stderr
    server.run("restore", str(tmp_path / "b"), "--replace", "--without-erasures")
    assert server.run("verify").stdout == ALL_WELL
