"""The sets of labelled comments that `text.py` measures on: rows of (labels, comment)."""

import csv
import gzip
import hashlib
import os
import random
import re

PARTS = 5


class Set:
    """Comments to learn from and, where there is an official part to be judged on, that."""

    def __init__(self, name, marks, train, dev=None):
        self.name, self.marks, self.train, self.dev = name, marks, train, dev
        self.is_many = any(len(labels) != 1 for labels, _ in train)

    def splits(self):
        if self.dev is not None:
            yield self.train, self.dev
            return
        parts = [part_of(comment) for _, comment in self.train]
        for part in range(PARTS):
            yield (
                [row for row, own in zip(self.train, parts) if own != part],
                [row for row, own in zip(self.train, parts) if own == part],
            )


def part_of(comment):
    """Equal comments are in the same part, so that none is judged by its double."""
    plain = " ".join(re.findall(r"\w+", comment.lower()))
    return hashlib.sha1(plain.encode()).digest()[0] % PARTS


def data_folder():
    default = os.path.join(os.path.dirname(__file__), "..", "..", "shared", "data")
    folder = os.environ.get("TOUCHSTONE_DATA", default)
    return folder if os.path.isdir(folder) else None


def rows(folder, path):
    delimiter = "\t" if ".tsv" in path else ","
    with gzip.open(os.path.join(folder, path), "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def clean(comment):
    """A comment on one line."""
    return " ".join(comment.split())


def one(table, label, text="text"):
    return [([row[label]], clean(row[text])) for row in table if clean(row[text])]


def aspects(table):
    """ViSFD: {ASPECT#Feeling}; OTHERS has no feeling and is no aspect."""
    found = []
    for row in table:
        names = {part.split("#")[0] for part in re.findall(r"\{([^}]*)\}", row["label"])}
        found.append((sorted(names - {"OTHERS"}), clean(row["comment"])))
    return found


def categories(table):
    return [
        (
            sorted({part.split("|")[0] for part in row["aspect_categories"].split("; ") if part}),
            clean(row["text"]),
        )
        for row in table
    ]


def feeling(score):
    return "promoter" if score > 8 else "passive" if score > 6 else "detractor"


def scored(table):
    return [
        ([feeling(int(row["nps_score"]))], clean(row["text"])) for row in table if row["nps_score"]
    ]


def all_sets(folder):
    students = [rows(folder, f"uit_vsfc/{part}.tsv.gz") for part in ("train", "dev")]
    phones = [rows(folder, f"uit_visfd/{part}.csv.gz") for part in ("train", "dev")]
    food = rows(folder, "snappfood_devtest/dev.tsv.gz")
    tweets = rows(folder, "airline_tweets/train_part.csv.gz")
    shop = rows(folder, "aivivn2019/train_part.tsv.gz")
    restaurants = rows(folder, "semeval2014_absa/restaurants_train.tsv.gz")
    telco = rows(folder, "telco_nps_verbatims/verbatims_public.tsv.gz")
    weighted, macro, accuracy, micro = "weighted F1", "macro F1", "accuracy", "micro F1"
    return [
        Set(
            "UIT-VSFC sentiment",
            {weighted: 0.925, macro: 0.80},
            *(one(table, "sentiment") for table in students),
        ),
        Set("UIT-VSFC topic", {weighted: 0.885}, *(one(table, "topic") for table in students)),
        Set("SnappFood", {accuracy: 0.86}, one(food, "sentiment")),
        Set("airline tweets", {accuracy: 0.82}, one(tweets, "airline_sentiment")),
        Set("AIVIVN", {accuracy: 0.90}, one(shop, "sentiment")),
        Set("ViSFD aspects", {micro: 0.84}, *(aspects(table) for table in phones)),
        Set("SemEval restaurants", {micro: 0.83}, categories(restaurants)),
        Set("telco, feeling by score", {accuracy: None}, scored(telco)),
    ]


def by_language(folder):
    """Comments whose language is their label."""
    found = []
    for language, path, column in (
        ("vi", "uit_vsfc/train.tsv.gz", "text"),
        ("vi", "uit_visfd/train.csv.gz", "comment"),
        ("fa", "snappfood_devtest/dev.tsv.gz", "text"),
        ("en", "telco_nps_verbatims/verbatims_public.tsv.gz", "text"),
        ("en", "semeval2014_absa/restaurants_train.tsv.gz", "text"),
    ):
        found += [([language], clean(row[column])) for row in rows(folder, path)]
    return found


def various(folder):
    return [
        comment
        for path, column in (
            ("telco_nps_verbatims/verbatims_public.tsv.gz", "text"),
            ("snappfood_devtest/dev.tsv.gz", "text"),
            ("uit_visfd/train.csv.gz", "comment"),
        )
        for comment in (clean(row[column]) for row in rows(folder, path))
        if comment
    ]


def made_up(count):
    """Comments of our own, so that speed can be measured anywhere."""
    chance = random.Random(2026)
    things = ["nhân viên", "món ăn", "the driver", "my parcel", "پیک", "غذا"]
    verdicts = {
        "positive": ["rất tốt", "nhiệt tình", "was kind", "came early", "عالی بود", "خوب بود"],
        "negative": ["quá tệ", "chậm lắm", "was rude", "came late", "سرد بود", "بد بود"],
    }
    found = []
    for _ in range(count):
        label = chance.choice(list(verdicts))
        words = [f"w{int(chance.paretovariate(0.6)) % 20_000}" for _ in range(9)]
        told = f"{chance.choice(things)} {chance.choice(verdicts[label])}"
        found.append(([label], told + " " + " ".join(words)))
    return found
