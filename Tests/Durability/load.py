"""Customers that answer as fast as they can, and remember what the server promised them."""

import itertools
import random
import threading
import time
from dataclasses import dataclass, field

from calls import Connection

SURVEY = {
    "name": "under load",
    "languages": ["en"],
    "default_language": "en",
    "title": {"en": "Under load"},
    "thanks": {"en": "Thanks"},
    "attributes": {"mark": "detail", "size": "dimension"},
    "questions": [
        {"key": "recommend", "kind": "recommend_0_10", "text": {"en": "Would you?"}},
        {
            "key": "topic",
            "kind": "choice",
            "text": {"en": "About?"},
            "choices": [{"key": key, "text": {"en": key}} for key in ("price", "staff", "wait")],
        },
        {"key": "why", "kind": "long_text", "text": {"en": "Why?"}},
    ],
}


@dataclass
class Visit:
    """One customer's answer: what was sent, and what the server said to it.

    `mark` goes along as an attribute, so that a stored row can be told without trusting ids.
    """

    mark: str
    body: dict
    amendment: dict | None = None
    reply: dict | None = None
    is_amended: bool = False
    is_amendment_sent: bool = False
    faults: list = field(default_factory=list)

    @property
    def is_confirmed(self):
        return self.reply is not None and (self.is_amended or not self.amendment)

    @property
    def final(self):
        """What the answers are once the amendment is in."""
        return {**self.body["answers"], **(self.amendment or {}).get("answers", {})}


def make_visit(mark, chance):
    """A score, a choice and a comment; one in four comes in two parts."""
    body = {
        "answers": {"recommend": chance.randint(0, 10)},
        "touchpoint": f"store-{chance.randint(1, 20)}",
        "channel": chance.choice(["web", "kiosk"]),
        "attributes": {"mark": mark, "size": chance.choice(["s", "m", "l"])},
        "elapsed_ms": 60_000,
    }
    rest = {"topic": chance.choice(["price", "staff", "wait"]), "why": f"Because of {mark}"}
    if chance.random() < 0.25:
        changed = {"recommend": chance.randint(0, 10), **rest}
        amendment = {"answers": changed, "complete": True, "elapsed_ms": 60_000}
        return Visit(mark, {**body, "complete": False}, amendment)
    body["answers"].update(rest)
    return Visit(mark, body)


class Customer:
    """One connection that gives answer after answer until told to stop."""

    def __init__(self, name, url, survey, seed):
        self.name = name
        self.url = url
        self.path = f"/api/v1/surveys/{survey}/responses"
        self.chance = random.Random(seed)
        self.numbers = itertools.count()
        self.visits = []
        self.turned_away = 0
        self.is_stopping = threading.Event()

    def run(self):
        """Ends when told to, or when the line breaks."""
        connection = Connection(self.url)
        while not self.is_stopping.is_set():
            visit = make_visit(f"{self.name}-{next(self.numbers)}", self.chance)
            self.visits.append(visit)
            try:
                self.send(connection, visit)
                if self.chance.random() < 0.1:
                    self.send_again(connection, self.chance.choice(self.visits))
            except OSError:
                break
        connection.close()

    def settle(self):
        """Sends once more whatever nobody confirmed, as a browser's queue does."""
        connection = Connection(self.url)
        for visit in self.visits:
            if not visit.is_confirmed:
                self.send(connection, visit)
        connection.close()

    def send(self, connection, visit):
        if visit.reply is None:
            reply = self.post(connection, visit)
            # Its first sending is still on its way to disk: told to come back, as a browser is.
            deadline = time.monotonic() + 30
            while reply.status == 409 and time.monotonic() < deadline:
                time.sleep(0.1)
                reply = self.post(connection, visit)
            if self.is_turned_away(reply):
                return
            if reply.status != 201:
                visit.faults.append(f"POST said {reply.status}: {reply.text}")
                return
            visit.reply = reply.json
        if visit.amendment and not visit.is_amended:
            visit.is_amendment_sent = True
            reply = connection.call(
                "PATCH",
                f"{self.path}/{visit.reply['id']}",
                visit.amendment,
                {"Authorization": f"Bearer {visit.reply['amend_token']}"},
            )
            if reply.status == 200:
                visit.is_amended = True
            elif not self.is_turned_away(reply):
                visit.faults.append(f"PATCH said {reply.status}: {reply.text}")

    def send_again(self, connection, visit):
        """The same key with the same body is the same answer, however often it comes."""
        if visit.reply is None:
            return
        reply = self.post(connection, visit)
        if self.is_turned_away(reply):
            return
        if reply.status != 201 or reply.json != visit.reply:
            visit.faults.append(f"sent again: {reply.status} {reply.text}, not {visit.reply}")

    def is_turned_away(self, reply):
        """Told to come again later: nothing is promised, and nothing is wrong."""
        if reply.status != 503 or int(reply.headers.get("retry-after", 0)) < 1:
            return False
        self.turned_away += 1
        time.sleep(0.01)
        return True

    def post(self, connection, visit):
        return connection.call("POST", self.path, visit.body, {"Idempotency-Key": visit.mark})


class Crowd:
    """Several customers at once, each on a thread of its own."""

    def __init__(self, url, survey, seed, size):
        self.round = 0
        self.make = lambda number: Customer(
            f"r{self.round}c{number}", url, survey, f"{seed}/{self.round}/{number}"
        )
        self.size = size
        self.visits = []

    def start(self):
        self.round += 1
        self.customers = [self.make(number) for number in range(self.size)]
        self.threads = [threading.Thread(target=customer.run) for customer in self.customers]
        for thread in self.threads:
            thread.start()

    def stop(self):
        for customer in self.customers:
            customer.is_stopping.set()
        for thread in self.threads:
            thread.join(timeout=60)
        self.unconfirmed = sum(not visit.is_confirmed for visit in self.running)
        self.visits += self.running

    @property
    def running(self):
        """The visits of the customers that are at it."""
        return [visit for customer in self.customers for visit in list(customer.visits)]

    @property
    def turned_away(self):
        return sum(customer.turned_away for customer in self.customers)

    def settle(self):
        for customer in self.customers:
            customer.settle()
