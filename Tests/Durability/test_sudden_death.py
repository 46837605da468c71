"""What was acknowledged is there exactly once, however suddenly the server dies."""

import os
import random
import time

from books import Books
from load import SURVEY, Crowd

KILLS = 25
CUSTOMERS = 8


def test_killed_at_random_moments_it_keeps_every_acknowledged_answer_once(server):
    seed = os.environ.get("TOUCHSTONE_TEST_SEED") or str(random.randrange(1 << 32))
    print(f"to see the same moments again: TOUCHSTONE_TEST_SEED={seed}")
    chance = random.Random(seed)
    survey = server.survey(SURVEY)
    headers = server.token()
    crowd = Crowd(server.url, survey, seed, CUSTOMERS)
    cut_off = 0
    server.start()
    for kill in range(KILLS):
        crowd.start()
        time.sleep(chance.uniform(0.02, 0.7))
        server.kill()
        crowd.stop()
        cut_off += crowd.unconfirmed
        check(server, crowd, survey, headers, f"after kill {kill + 1} of {KILLS}")
        if kill % 8 == 7:
            # A stop in good order leaves a snapshot of the columns: later starts go on from it.
            server.stop()
            server.start()
    acknowledged = sum(visit.reply is not None for visit in crowd.visits)
    print(f"{acknowledged} answers acknowledged, {cut_off} cut off by {KILLS} kills")
    assert cut_off >= KILLS, "the server was not under load when it died"


def check(server, crowd, survey, headers, when):
    server.start()
    assert first_few(Books(server.store).complaints(crowd.visits)) == [], when
    crowd.settle()
    books = Books(server.store)
    assert first_few(books.complaints(crowd.visits)) == [], f"{when}, all sent again"
    assert len(books.responses) == len(crowd.visits), when
    figures = server.call(
        "GET", f"/api/v1/figures?by=touchpoint&survey={survey}&question=recommend", headers=headers
    ).json
    counted = {
        group["by"]["touchpoint"]: [group["promoters"], group["passives"], group["detractors"]]
        for group in figures["groups"]
    }
    assert counted == books.tally(), f"{when}: the columns are not what the store holds"


def first_few(complaints):
    return complaints[:10]
