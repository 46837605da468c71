"""One figure, four ways to it: the page, its CSV, the API and the command line agree to the last
digit, and what the page shows people is that figure rounded, in every language."""

import csv
import io
import json
import math
import re
import statistics
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import urlencode

from jalali import jalali_month

LANGUAGES = ["en", "vi", "fa"]

# Groups with fewer answers are never compared.
LOW_BASE = 30


@dataclass(frozen=True)
class Figure:
    value: float
    low: float
    high: float
    n: int


# ── the four ways ──


class Asked:
    """A view of a book, asked for in every way there is."""

    def __init__(self, book, view):
        self.book = book
        self.view = view
        self.rows = book.select(view)

    def fields(self, measure=True):
        view, book = self.view, self.book
        fields = [("survey", book.survey)] if book.survey else []
        if measure:
            fields += [("measure", view.measure), ("scale", book.scale[view.measure])]
            if view.measure == "mean":
                fields.append(("question", book.mean_key))
        return fields + [("where", f"{name}:{value}") for name, value in view.where]

    # the page and its files

    def query(self):
        days = (
            [("from", self.view.days[0]), ("to", self.view.days[1])]
            if self.view.days
            else [("period", "all-time")]
        )
        return urlencode(self.fields() + [("by", self.view.by)] + days)

    def page(self, language):
        return self.book.visitor.page(f"/?{self.query()}&lang={language}")

    def file(self, part):
        """A picture's file: a list of rows by the names of its head."""
        text = self.book.visitor.get(f"/overview.csv?part={part}&{self.query()}")
        return list(csv.DictReader(io.StringIO(text)))

    # the API

    def api(self, *more, days=None):
        days = days or self.view.days
        fields = self.fields() + list(more)
        if days:
            fields.append(("from", days[0]))
            fields.append(("to", days[1].fromordinal(days[1].toordinal() + 1)))
        reply = self.book.server.call(
            "GET", f"/api/v1/figures?{urlencode(fields)}", headers=self.book.reader
        )
        assert reply.status == 200, reply.text
        return reply.json

    def figure(self, told):
        """The measure's own figure among all that is told of a group."""
        if not told["n"]:
            return None
        value, low, high = {
            "nps": ("nps", "adjusted_low", "adjusted_high"),
            "ces": ("pct_easy", "pct_easy_low", "pct_easy_high"),
            "mean": ("mean", "mean_low", "mean_high"),
            "csat": ("pct", "low", "high"),
        }[self.view.measure]
        inside = told["top2_box"] if self.view.measure == "csat" else told
        return Figure(inside[value], inside[low], inside[high], told["n"])

    # the command line

    def cli(self, rows, key=None):
        """Figures straight from the file, by a column of it; under None all of them together."""
        score = self.book.scores[self.view.measure]
        if self.view.measure == "nps":
            return self.cli_nps(rows, score, key)
        groups = {None: rows}
        for row in rows if key else []:
            groups.setdefault(row[key], []).append(row)
        inputs = [{"scores": [number(row[score]) for row in group]} for group in groups.values()]
        if self.view.measure != "ces":
            ends = self.book.scale[self.view.measure].split("-")
            for one in inputs:
                one["min"], one["max"] = map(int, ends)
        told = self.compute("ces2" if self.view.measure == "ces" else "csat", inputs)
        return dropping_none({name: self.figure(one) for name, one in zip(groups, told)})

    def cli_nps(self, rows, score, key):
        file = self.book.folder / "part.csv"
        with open(file, "w", newline="") as text:
            lines = csv.DictWriter(text, rows[0].keys())
            lines.writeheader()
            lines.writerows(rows)
        words = ["nps", str(file), "--score", score, "--json", *(["--by", key] if key else [])]
        told = json.loads(self.book.server.run(*words, on_store=False).stdout)
        figures = {None: self.figure(told["overall"])}
        for group in told["groups"]:
            figures[group["by"][key]] = self.figure(group)
        return dropping_none(figures)

    def compute(self, operation, inputs):
        done = self.book.server.run(
            "compute", operation, input=json.dumps(inputs), on_store=False
        )
        return json.loads(done.stdout)


def number(text):
    return int(text) if re.fullmatch(r"\d+", text) else None


def dropping_none(figures):
    return {name: figure for name, figure in figures.items() if figure is not None}


def read(row, value="value"):
    """A line of a file as a figure."""
    return Figure(float(row[value]), float(row["low"]), float(row["high"]), int(row["n"]))


# ── what people read ──


def numbers(text, language):
    """The numbers of a text as people of a language write them."""
    text = text.translate({0x06F0 + digit: str(digit) for digit in range(10)})
    text = text.replace("\u200e", "").replace("−", "-")
    thousands, point = {"en": ",.", "vi": ".,", "fa": "٬٫"}[language]
    pattern = rf"[-+]?\d+(?:\{thousands}\d{{3}})*(?:\{point}\d+)?"
    return [
        Decimal(found.replace(thousands, "").replace(point, "."))
        for found in re.findall(pattern, text)
    ]


def places(measure):
    return 0 if measure == "nps" else 1


def rounded(value, places):
    """Half away from zero."""
    scaled = Decimal(value * 10**places).quantize(Decimal(1), ROUND_HALF_UP)
    return scaled.scaleb(-places)


def shown(figure, places):
    """What a line of a table has to say: value, interval, answers."""
    ends = [figure.value, figure.low, figure.high]
    return [*(rounded(end, places) for end in ends), Decimal(figure.n)]


def table(page, section, language):
    """The lines of a section's table: its name, and the numbers beside it."""
    place = page.first("section", aria_labelledby=section)
    lines = place.first("tbody").all("tr")
    cells = [list(line.all("td")) for line in lines]
    return [
        (line[0].text, [one for cell in line[1:] for one in numbers(cell.text, language)])
        for line in cells
    ]


# ── what has to be equal ──


def test_page_file_api_and_command_line_agree(book):
    for number_of, view in enumerate(book.views()):
        asked = Asked(book, view)
        language = LANGUAGES[number_of % 3]
        page = asked.page(language)
        try:
            check_score(asked, page, language)
            check_groups(asked, page, language)
            check_trend(asked, page, language)
            check_channels(asked, page, language)
            if view.days:
                check_changes(asked, page, language)
            check_answers(asked)
        except AssertionError as error:
            raise AssertionError(f"{view} in {language}") from error


def test_a_page_rounds_alike_in_every_language(book):
    asked = Asked(book, next(iter(book.views())))
    for language in LANGUAGES:
        page = asked.page(language)
        check_score(asked, page, language)
        check_groups(asked, page, language)


def check_score(asked, page, language):
    lines = {row["part"]: row for row in asked.file("score")}
    figure = read(lines["score"])
    told = asked.api()["overall"]
    assert figure == asked.figure(told) == asked.cli(asked.rows)[None]
    slab = page.first(class_="slab")
    digits = places(asked.view.measure)
    value, low, high, n = shown(figure, digits)
    assert numbers(slab.first(class_="hero").text, language) == [value]
    sentence = next(slab.all("p", class_="mid")).text
    assert numbers(sentence, language) == [95, low, high]
    assert numbers(slab.first(class_="facts").first("span").text, language) == [n]
    sides = [row for name, row in lines.items() if name not in ("score", "before")]
    expected = [shown(read(row), digits if name in ("score", "before") else 1)
                for name, row in lines.items()]  # fmt: skip
    assert [line[1] for line in table(page, "score", language)] == expected
    check_sides(asked, told, sides)


def check_sides(asked, told, sides):
    """Who stands on which side: counts that add up, shares as the API and the calculator say."""
    counts = [int(row["n"]) for row in sides]
    names = {
        "nps": ("pct_promoters", "pct_passives", "pct_detractors"),
        "ces": ("pct_easy", None, "pct_difficult"),
    }.get(asked.view.measure, ())
    assert not sides or sum(counts) == told["n"]
    for row, name in zip(sides, names):
        assert name is None or float(row["value"]) == told[name]
    if asked.view.measure == "csat":
        for row, box in ((sides[0], "top2_box"), (sides[2], "bottom2_box")):
            assert read(row) == Figure(*(told[box][end] for end in ("pct", "low", "high", "count")))
    check_shares(asked, sides)


def check_shares(asked, rows, value="value"):
    total = sum(int(row["n"]) for row in rows)
    inputs = [{"successes": int(row["n"]), "n": total} for row in rows]
    for row, share in zip(rows, asked.compute("wilson", inputs)):
        k = int(row["n"])
        assert read(row, value) == Figure(100 * k / total, 100 * share["low"], 100 * share["high"], k)


def check_groups(asked, page, language):
    by = asked.view.by
    filed = {row[by]: read(row) for row in asked.file("groups")}
    told = {
        group["by"][by]: asked.figure(group) for group in asked.api(("by", by))["groups"]
    }
    counted = asked.cli(asked.rows, asked.book.columns[by])
    del counted[None]
    assert filed == told == counted
    lines = table(page, "groups", language)
    digits = places(asked.view.measure)
    assert sorted(line[1] for line in lines) == sorted(
        shown(figure, digits) for figure in filed.values()
    )
    # Roads and languages stand there by their names, not by what files call them.
    if by not in ("channel", "language"):
        named = {name: line for name, line in lines if name in filed}
        assert named == {name: shown(figure, digits) for name, figure in filed.items() if name}
    ranked = [figure for figure in filed.values() if figure.n >= LOW_BASE]
    drawn = list(page.first("section", aria_labelledby="groups").first(class_="bars").inside)
    assert len(drawn) == min(12, len(ranked))


def check_trend(asked, page, language):
    filed = {row["from"]: read(row) for row in asked.file("trend")}
    days = None
    if asked.view.days:
        first = min(map(date.fromisoformat, filed))
        days = (first, asked.view.days[1])
    api = asked.api(("every", "month"), ("calendar", asked.book.calendar), days=days)
    assert filed == {group["from"]: asked.figure(group) for group in api["groups"]}
    if any(asked.book.day(row) for row in asked.rows):
        check_months(asked, filed, days)
    if len(filed) > 1:
        lines = [line[1] for line in table(page, "trend", language) if len(line[1]) == 4]
        digits = places(asked.view.measure)
        assert lines == [shown(filed[start], digits) for start in sorted(filed)][-len(lines) :]
        assert len(lines) == min(24, len(filed))


def check_months(asked, filed, days):
    """The same months from the file, its days put into months by a calendar of our own."""
    view = asked.view
    rows = asked.book.select(type(view)(view.measure, view.by, view.where, days or ()))
    month = month_of(asked.book)
    counted = asked.cli([{**row, "month": month(asked.book.day(row))} for row in rows], "month")
    del counted[None]
    assert {month(date.fromisoformat(start)): one for start, one in filed.items()} == counted


def month_of(book):
    if book.calendar == "jalali":
        return lambda day: "{}-{:02}".format(*jalali_month(day))
    return lambda day: f"{day:%Y-%m}"


def check_channels(asked, page, language):
    lines = asked.file("channels")
    if not lines:
        return
    check_shares(asked, lines, "share")
    api = asked.api(("by", "channel"))["groups"]
    assert {row["channel"]: int(row["n"]) for row in lines} == {
        group["by"]["channel"]: group["n"] for group in api if group["n"]
    }
    for row, (_, cells) in zip(lines, table(page, "channels", language), strict=True):
        value, low, high, n = shown(read(row, "share"), 1)
        assert cells == [n, value, low, high]


def check_changes(asked, page, language):
    view, by = asked.view, asked.view.by
    lines = asked.file("changes")
    earlier = Asked(asked.book, view.before())
    then = earlier.api(("by", by))
    now = asked.api(("by", by))
    sides = {"": (then["overall"], now["overall"])}
    before = {group["by"][by]: group for group in then["groups"]}
    for group in now["groups"]:
        name = group["by"][by]
        if name and name in before:
            sides[name] = (before[name], group)
    sides = {
        name: pair for name, pair in sides.items() if min(one["n"] for one in pair) >= LOW_BASE
    }
    assert {row[by] for row in lines} == set(sides)
    for row in lines:
        old, new = (asked.figure(one) for one in sides[row[by]])
        assert (float(row["before"]), int(row["n_before"])) == (old.value, old.n)
        assert (float(row["after"]), int(row["n_after"])) == (new.value, new.n)
        assert float(row["change"]) == new.value - old.value
    check_tests(asked, lines, sides)
    check_told_changes(asked, page, lines, language)


def check_tests(asked, lines, sides):
    """One planned test for everything, Holm's correction for the groups."""
    names = [row[asked.view.by] for row in lines]
    shown_values = {row[asked.view.by]: row["p"] for row in lines}
    if asked.view.measure == "mean":
        return check_welch(asked, shown_values)
    chances = dict(zip(names, chance(asked, [sides[name] for name in names])))
    if "" in chances:
        assert float(shown_values[""]) == chances[""]
    groups = [name for name in names if name and chances[name] is not None]
    holm = asked.compute(
        "adjust_p_values", {"p_values": [chances[name] for name in groups]}
    )["holm"]
    assert [float(shown_values[name]) for name in groups] == holm


def chance(asked, pairs):
    """How often chance alone brings each change about, by the calculator."""
    if asked.view.measure == "nps":
        counts = ("promoters", "passives", "detractors")
        inputs = [
            {"a": {name: new[name] for name in counts}, "b": {name: old[name] for name in counts}}
            for old, new in pairs
        ]
        return [one["p_value_adjusted"] for one in asked.compute("nps_difference", inputs)]
    def hits(told):
        share = told["top2_box"]["pct"] if asked.view.measure == "csat" else told["pct_easy"]
        return round(share * told["n"] / 100)

    inputs = [
        {"k1": hits(new), "n1": new["n"], "k2": hits(old), "n2": old["n"]} for old, new in pairs
    ]
    return [
        one["p_value_fisher"] if one["recommended"] == "fisher" else one["p_value_z"]
        for one in asked.compute("two_proportions", inputs)
    ]


def check_welch(asked, told):
    """Welch's test from the rows, by the textbook, for means have no calculator of their own."""
    column = asked.book.columns[asked.view.by]
    score = asked.book.scores["mean"]
    earlier = asked.book.select(asked.view.before())
    raw = {}
    for name in told:
        samples = [
            [int(row[score]) for row in rows if name in ("", row[column]) and row[score]]
            for rows in (earlier, asked.rows)
        ]
        spreads = [statistics.variance(sample) / len(sample) for sample in samples]
        old, new = map(statistics.mean, samples)
        t = abs(new - old) / math.sqrt(sum(spreads))
        df = sum(spreads) ** 2 / sum(
            spread**2 / (len(sample) - 1) for spread, sample in zip(spreads, samples)
        )
        tail = asked.compute("special_function", {"function": "t_cdf", "args": [-t, df]})
        raw[name] = 2 * tail["value"]
    groups = [name for name in raw if name]
    holm = asked.compute("adjust_p_values", {"p_values": [raw[name] for name in groups]})["holm"]
    for name, p in [("", raw[""]), *zip(groups, holm)]:
        assert math.isclose(float(told[name]), p, rel_tol=1e-9)


def check_told_changes(asked, page, lines, language):
    digits = places(asked.view.measure)
    told = page.first("section", aria_labelledby="changes").all("li")
    for row, item in zip(lines, told):
        parts = [numbers(part.text, language)[0] for part in item.first(class_="mut").all("bdi")]
        assert parts == [rounded(float(row[name]), digits) for name in ("before", "after")]
        moved = numbers(item.first(class_="big").text, language)
        assert moved == [rounded(float(row["change"]), digits)]


def check_answers(asked):
    """As many answers in the list, and in the file of it, as the book has for this view."""
    view = asked.view
    fields = asked.fields(measure=False) + [
        (name, day) for name, day in zip(("from", "to"), view.days)
    ]
    visitor = asked.book.visitor
    heading = visitor.page(f"/answers?{urlencode([*fields, ('lang', 'en')])}").first("h1").text
    # One line of the file is one answer, unless it answers nothing that was asked for.
    columns = set(asked.book.scores.values())
    kept = Counter(any(asked.book.is_score(row, one) for one in columns) for row in asked.rows)
    assert numbers(heading, "en")[0] == kept[True]
    filed = visitor.get(f"/answers.csv?{urlencode(fields)}")
    assert len(list(csv.reader(io.StringIO(filed)))) - 1 == kept[True]
