"""One server for all on each store, and a survey that asks one question of each sort."""

import pytest

import stores
from server import Server

QUESTIONS = [
    {
        "key": "recommend",
        "kind": "recommend_0_10",
        "required": True,
        "text": {"en": "Would you recommend us?", "fa": "ما را توصیه می‌کنید؟"},
    },
    {"key": "effort", "kind": "effort_1_7", "text": {"en": "Easy?", "fa": "آسان؟"}},
    {
        "key": "topics",
        "kind": "choices",
        "other": True,
        "text": {"en": "About?", "fa": "درباره؟"},
        "choices": [
            {"key": "price", "text": {"en": "Price", "fa": "قیمت"}},
            {"key": "staff", "text": {"en": "Staff", "fa": "کارکنان"}},
        ],
    },
    {"key": "again", "kind": "yes_no", "text": {"en": "Again?", "fa": "دوباره؟"}},
    {"key": "name", "kind": "short_text", "text": {"en": "Name?", "fa": "نام؟"}},
    {"key": "why", "kind": "long_text", "text": {"en": "Why?", "fa": "چرا؟"}},
]

SURVEY = {
    "name": "every sort",
    "languages": ["en", "fa"],
    "default_language": "fa",
    "title": {"en": "Every sort", "fa": "همه"},
    "thanks": {"en": "Thanks", "fa": "سپاس"},
    "attributes": {"order_size": "dimension", "order_id": "detail"},
    "questions": QUESTIONS,
}


class Desk:
    """The answering API of one survey, and what is behind it."""

    def __init__(self, server, definition):
        self.server = server
        self.url = server.url
        made = server.call("POST", "/api/v1/surveys", definition, headers=server.reader)
        assert made.status == 201, made.text
        self.survey = made.json["token"]
        self.path = f"/api/v1/surveys/{self.survey}/responses"
        self.reader = server.reader

    def post(self, body, **headers):
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.server.call("POST", self.path, body, headers=names)

    def answer(self, answers, **members):
        return self.post({"answers": {"recommend": 9, **answers}, **members})

    @property
    def stored(self):
        """Every answer of the survey, as those who may read it see it."""
        page = self.server.call("GET", f"{self.path}?limit=1000", headers=self.reader)
        assert page.status == 200, page.text
        return page.json["responses"]

    def one(self, reply):
        """The stored answer that a reply confirmed."""
        assert reply.status == 201, reply.text
        found = [answer for answer in self.stored if answer["id"] == reply.json["id"]]
        assert len(found) == 1
        return found[0]


@pytest.fixture(scope="session", params=stores.KINDS)
def server(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    store = stores.fresh(request.param, folder)
    running = Server(store, folder)
    running.reader = running.token()
    running.start()
    yield running
    running.stop()
    log = running.log.read_text()
    store.drop()
    assert "a request failed" not in log, f"something went wrong inside:\n{log[-4000:]}"


@pytest.fixture
def desk(server):
    return Desk(server, SURVEY)


@pytest.fixture
def desk_of(server):
    """A desk of the survey with changes: `desk_of(closes_at=…)`."""
    return lambda **changes: Desk(server, {**SURVEY, **changes})


@pytest.fixture(autouse=True)
def unharmed(server):
    """Whatever came in, the server still stands and takes answers."""
    yield
    assert server.is_running()
    assert server.call("GET", "/ready").status == 200
