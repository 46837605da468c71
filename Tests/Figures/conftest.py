"""Houses on each store with files of answers in them, and their owner at the pages."""

import pytest

import stores
from books import BOOKS
from server import Server
from visitor import Visitor


class House:
    """A server on a store of its own, its owner signed in."""

    def __init__(self, kind, folder):
        self.store = stores.fresh(kind, folder)
        self.folder = folder
        self.server = Server(self.store, folder).start()
        self.visitor = Visitor(self.server).become_owner()
        self.reader = self.server.token("figures:read")

    def close(self):
        self.server.stop()
        self.store.drop()


@pytest.fixture(scope="module")
def houses(tmp_path_factory):
    """Opens a house when it is first asked for: `houses("sqlite", "others")`."""
    opened = {}

    def house(kind, name):
        if (kind, name) not in opened:
            opened[kind, name] = House(kind, tmp_path_factory.mktemp(kind))
        return opened[kind, name]

    yield house
    for one in opened.values():
        one.close()


@pytest.fixture(scope="module", params=stores.KINDS)
def kind(request):
    return request.param


@pytest.fixture(scope="module", params=BOOKS, ids=lambda book: book.__name__)
def book(request, kind, houses):
    """A file of answers in a house, and everything that can be asked about it."""
    request.param.find()
    return request.param(houses(kind, request.param.house))
