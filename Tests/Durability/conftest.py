"""A store and a server of its own for each test."""

import pytest

import stores
from server import Server


@pytest.fixture(params=stores.KINDS)
def store(request, tmp_path):
    made = stores.fresh(request.param, tmp_path)
    yield made
    made.drop()


@pytest.fixture
def server(store, tmp_path):
    running = Server(store, tmp_path)
    yield running
    if running.is_running():
        running.kill()
