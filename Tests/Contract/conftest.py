"""A server on each store, and its own description of itself."""

import pytest
import schemathesis

import stores
from server import Server


@pytest.fixture(scope="session", params=stores.KINDS)
def server(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    store = stores.fresh(request.param, folder)
    running = Server(store, folder)
    running.reader = running.token()
    running.start()
    running.contract = schemathesis.openapi.from_url(f"{running.url}/api/openapi.json")
    yield running
    running.stop()
    log = running.log.read_text()
    store.drop()
    assert "a request failed" not in log, f"something went wrong inside:\n{log[-4000:]}"
