"""A house on each store for each file of answers, with its owner at the pages."""

import pytest

import stores
from books import BOOKS
from server import Server
from visitor import Visitor


@pytest.fixture(scope="module", params=stores.KINDS)
def kind(request):
    return request.param


@pytest.fixture(scope="module", params=BOOKS, ids=lambda book: book.__name__)
def book(request, kind, tmp_path_factory):
    """A file of answers in a house, and everything that can be asked about it."""
    request.param.find()
    folder = tmp_path_factory.mktemp(kind)
    store = stores.fresh(kind, folder)
    server = Server(store, folder).start()
    visitor = Visitor(server).become_owner()
    yield request.param(server, visitor, folder)
    server.stop()
    store.drop()
