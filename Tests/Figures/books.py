"""Files of answers, each as its rows and as what a house makes of it."""

import csv
import gzip
import json
import os
import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

DATA = Path(os.environ.get("TOUCHSTONE_DATA") or Path(__file__).parents[2] / "../shared/data")


@dataclass(frozen=True)
class View:
    """What is asked: of which answers, how measured, split by what."""

    measure: str = "nps"
    by: str = "unit"
    where: tuple = ()
    days: tuple = ()

    def before(self):
        """The same of as many days just before."""
        start, end = self.days
        length = end - start + timedelta(1)
        return View(self.measure, self.by, self.where, (start - length, end - length))


class Book:
    """One file in one house; subclasses say what stands where."""

    # Which house it is in; books of one house are told apart by their surveys.
    house = None
    calendar = "gregorian"

    # The column of each measure's scores, and of each dimension.
    scores = {"nps": "recommend"}
    columns = {}
    scale = {"nps": "0-10", "csat": "1-5", "ces": "1-7", "mean": "1-7"}
    mean_key = None

    @classmethod
    def find(cls):
        """Skips the test where the file is not at hand."""

    def __init__(self, house):
        self.server = house.server
        self.visitor = house.visitor
        self.folder = house.folder
        self.reader = house.reader
        self.survey = None
        self.bring()
        with open(self.file, newline="", encoding="utf-8-sig") as text:
            self.rows = list(csv.DictReader(text))

    def day(self, row):
        return date.fromisoformat(row["day"]) if row.get("day") else None

    def make_survey(self, questions, attributes=()):
        """A survey of the house; `questions` are keys with their kinds."""
        kinds = [
            {"key": key, "text": {"en": key}, **(kind if isinstance(kind, dict) else {"kind": kind})}
            for key, kind in questions.items()
        ]
        self.survey = self.server.survey(
            {
                "name": type(self).__name__,
                "languages": ["en", "vi", "fa"],
                "title": {"en": "Well?", "vi": "Sao?", "fa": "چطور؟"},
                "attributes": {name: "dimension" for name in attributes},
                "questions": [
                    {**one, "text": {language: one["key"] for language in ("en", "vi", "fa")}}
                    for one in kinds
                ],
            }
        )

    def bring_in(self, file, *words):
        done = self.server.run(
            "import", "responses", str(file), "--survey", self.survey, "--json", *words
        )
        return json.loads(done.stdout)

    def is_score(self, row, column):
        """Whether a line's score is one that the question takes."""
        measure = next(name for name, one in self.scores.items() if one == column)
        low, high = map(int, self.scale[measure].split("-"))
        return row[column].isdecimal() and low <= int(row[column]) <= high

    def select(self, view):
        """The rows that a view holds."""
        return [
            row
            for row in self.rows
            if all(row[self.columns[name]] == value for name, value in view.where)
            and (not view.days or view.days[0] <= self.day(row) <= view.days[1])
        ]


class Demo(Book):
    """The made-up company, as its owner takes it along from the page of answers."""

    house = "demo"
    scores = {"nps": "recommend", "csat": "satisfied", "ces": "easy"}
    columns = {name: name for name in ("unit", "touchpoint", "channel", "language", "campaign")}

    def bring(self):
        self.server.run("demo")
        self.file = self.folder / "answers.csv"
        self.file.write_text(self.visitor.get("/answers.csv"), newline="")

    def views(self):
        end = max(map(self.day, self.rows))
        quarter = (end - timedelta(89), end)
        yield View()
        yield View(by="campaign", where=(("channel", "kiosk"),))
        yield View(days=quarter)
        yield View("csat", days=quarter)
        yield View("csat", by="touchpoint", where=(("unit", "Harbour"),), days=quarter)
        yield View("ces", by="language", days=(end - timedelta(29), end))


class Ours(Book):
    """A small file of our own, with what makes figures differ: empty and wrong scores, branches in
    three scripts, thin groups, a calendar whose months are not Gregorian."""

    house = "ours"
    calendar = "jalali"
    scores = {"nps": "recommend", "csat": "satisfied", "ces": "easy", "mean": "clean"}
    columns = {"unit": "branch", "channel": "road"}
    mean_key = "clean"

    def bring(self):
        self.visitor.found("Sib", calendar="jalali", first_weekday="6", language="fa")
        self.make_survey(
            {
                "recommend": "recommend_0_10",
                "satisfied": "satisfaction_1_5",
                "easy": "effort_1_7",
                "clean": {"kind": "rating", "min": 1, "max": 7},
            }
        )
        self.file = self.folder / "ours.csv"
        self.write()
        report = self.bring_in(self.file, "--map", "branch=unit", "--map", "road=channel",
                               "--map", "day=at")  # fmt: skip
        assert report["refused"] == 6, report

    def write(self):
        chance = random.Random(7)
        branches = ["Chợ Cũ", "تجریش", "Riverside", "", "Kiosk 4"]
        first = date(2026, 1, 5)
        with open(self.file, "w", newline="") as text:
            lines = csv.writer(text)
            lines.writerow(["day", "branch", "road", "recommend", "satisfied", "easy", "clean"])
            for number in range(601):
                day = first + timedelta(number * 300 // 601)
                branch = chance.choices(branches, (9, 7, 5, 2, 0.4))[0]
                road = chance.choice(["web", "kiosk", "qr"])
                if number % 100 == 50:
                    lines.writerow([day, branch, road, 11, "", "", ""])
                    continue
                score = chance.choices(range(11), (2, 1, 1, 1, 2, 3, 4, 8, 12, 15, 11))[0]
                if number > 400 and branch == "تجریش":
                    score = max(0, score - 3)
                others = [chance.randint(2, 5), chance.randint(1, 7), chance.randint(3, 7)]
                lines.writerow(
                    [day, branch, road, "" if number % 19 == 3 else score]
                    + [other if chance.random() < 0.8 else "" for other in others[:2]]
                    + [others[2]]
                )

    def views(self):
        late = (date(2026, 8, 1), date(2026, 10, 28))
        for measure in self.scores:
            yield View(measure)
            yield View(measure, by="channel", days=late)
        yield View(where=(("unit", "تجریش"),))
        yield View(days=late)
        yield View("ces", where=(("unit", ""),))


class Real(Book):
    """A file of somebody else's, where it is at hand."""

    house = "others"

    @classmethod
    def find(cls):
        if not (DATA / cls.source).exists():
            pytest.skip("skipped: TOUCHSTONE_DATA not found")

    def unpack(self):
        self.file = self.folder / f"{type(self).__name__}.csv"
        with gzip.open(DATA / self.source, "rt", encoding="utf-8-sig", newline="") as packed:
            self.file.write_text(packed.read(), newline="")


class Bank(Real):
    source = "bank_nps_2021/bank_nps.csv.gz"
    scores = {"nps": "rating"}
    columns = {"unit": "market"}

    def bring(self):
        self.unpack()
        self.make_survey({"recommend": "recommend_0_10"})
        report = self.bring_in(
            DATA / self.source, "--map", "rating=recommend", "--map", "market=unit",
            "--map", "survey_date=at", "--date-format", "d/m/y",
        )  # fmt: skip
        assert (report["taken"], report["refused"]) == (5000, 0)

    def day(self, row):
        day, month, year = map(int, row["survey_date"].split("/"))
        return date(year % 100 + 2000, month, day)

    def views(self):
        yield View()
        yield View(where=(("unit", "UK"),), days=(date(2021, 4, 1), date(2021, 6, 30)))
        yield View(days=(date(2021, 7, 1), date(2021, 12, 31)))


class Airport(Real):
    source = "sfo_survey/sfo_2017.csv.gz"
    scores = {"nps": "NETPRO"}
    columns = {"unit": "BAREA", "language": "LANG"}

    def bring(self):
        self.unpack()
        self.make_survey({"recommend": "recommend_0_10"})
        report = self.bring_in(
            DATA / self.source, "--map", "NETPRO=recommend", "--map", "BAREA=unit",
            "--map", "LANG=-", "--map", "DEPTIME=-",
        )  # fmt: skip
        assert report["taken"] == 2746

    def views(self):
        yield View()
        yield View(where=(("unit", "B"),))


class AirportOverall(Airport):
    scores = {"csat": "Q7ALL"}

    def bring(self):
        self.unpack()
        self.make_survey({"overall": "satisfaction_1_5"})
        report = self.bring_in(
            DATA / self.source, "--map", "Q7ALL=overall", "--map", "BAREA=unit",
            "--map", "DEPTIME=-",
        )  # fmt: skip
        assert report["taken"] == 2688

    def views(self):
        yield View("csat")
        yield View("csat", where=(("unit", "G"),))


class Kiosk(Real):
    source = "kiosk_servqual/servqual_194.csv.gz"
    scores = {"mean": "P1", "csat": "satisfied_with_service"}
    columns = {"unit": "sex"}
    mean_key = "modern"

    def bring(self):
        self.unpack()
        self.make_survey(
            {"modern": {"kind": "rating", "min": 1, "max": 7}, "satisfied": "satisfaction_1_5"}
        )
        report = self.bring_in(
            DATA / self.source, "--map", "P1=modern", "--map", "sex=unit",
            "--map", "satisfied_with_service=satisfied", "--map", "age=-",
        )  # fmt: skip
        assert report["taken"] == 194

    def views(self):
        yield View("mean")
        yield View("csat")


BOOKS = [Demo, Ours, Bank, Airport, AirportOverall, Kiosk]
