"""`touchstone themes`: what the comments of a file say."""

import json
import re

import pytest
from test_text import ROOT, refused, said, touchstone

CAFE = ROOT / "docs/guide/files/comments.csv"


@pytest.fixture(scope="session")
def cafe():
    return json.loads(
        said("themes", CAFE, "--score", "score", "--date", "day", "--sector", "hospitality",
             "--json")
    )


def named(found, name):
    return next(theme for theme in found["themes"] if theme["id"] == name)


def test_every_comment_is_read_in_its_language(cafe):
    assert cafe["rows"] == 900
    assert sum(cafe["languages"].values()) == cafe["comments"]
    # Made of 4 parts English, 4 Vietnamese and 3 Persian.
    shares = {name: count / cafe["comments"] for name, count in cafe["languages"].items()}
    assert shares["en"] == pytest.approx(4 / 11, abs=0.04)
    assert shares["vi"] == pytest.approx(4 / 11, abs=0.04)
    assert shares["fa"] == pytest.approx(3 / 11, abs=0.04)


def test_themes_are_found_in_all_three_languages_with_their_feeling(cafe):
    # The file is made so: seven in ten comments on waiting are complaints, three on the staff.
    waiting, staff = named(cafe, "waiting"), named(cafe, "staff")
    for theme in (waiting, staff):
        assert theme["comments"]["n"] > 150
        assert theme["comments"]["low"] < theme["comments"]["n"] / 900 < theme["comments"]["high"]
        assert theme["feeling"]["n"] == theme["comments"]["n"]
    assert waiting["feeling"]["negative"] / waiting["feeling"]["n"] == pytest.approx(0.7, abs=0.15)
    assert staff["feeling"]["negative"] / staff["feeling"]["n"] == pytest.approx(0.25, abs=0.15)
    assert waiting["score"]["value"] < cafe["score"]["value"] < staff["score"]["value"]
    assert waiting["score"]["pull"] > 0 > staff["score"]["pull"]


def test_what_nobody_named_and_is_new_is_found_with_the_words_of_customers(cafe):
    rising = {finding["phrase"]: finding for finding in cafe["rising"]}
    assert any("lid" in phrase or "leak" in phrase for phrase in rising)
    assert any("nắp" in phrase or "rò" in phrase for phrase in rising)
    assert any("درپوش" in phrase or "چکه" in phrase for phrase in rising)
    for finding in rising.values():
        assert finding["quotes"] and finding["q_value"] <= 0.05
        assert finding["now"]["n"] >= 3


def test_nobodys_number_or_address_is_quoted(cafe):
    whole = json.dumps(cafe)
    # Digits after a point are of a figure, as in 0.0912.
    assert not re.search(r"(?<![.\d])0912", whole) and "toranj.example" not in whole
    assert "0912" in CAFE.read_text(encoding="utf-8")


def test_the_same_file_gives_the_same_figures(cafe):
    again = said(
        "themes", CAFE, "--score", "score", "--date", "day", "--sector", "hospitality", "--json"
    )
    assert json.loads(again) == cafe


def test_without_scores_feeling_is_told_with_caution(tmp_path):
    rows = ["The food was delicious", "Terrible and rude staff", "Nhân viên rất nhiệt tình",
            "غذا سرد و بدمزه بود", "The lamp is on the table"]
    (tmp_path / "c.csv").write_text("comment\n" + "\n".join(rows) + "\n", encoding="utf-8")
    done = touchstone("themes", tmp_path / "c.csv", "--sector", "hospitality", "--json")
    found = json.loads(done.stdout)
    assert found["feeling_learned_from"] is None and found["score"] is None
    assert found["feeling"]["positive"] == 2
    assert found["feeling"]["negative"] == 2
    assert found["feeling"]["neutral"] == 1


def test_themes_that_people_gave_are_the_themes(tmp_path):
    rows = ["comment,aspects"]
    rows += ["Camera chụp đẹp,{CAMERA#Positive};"] * 3
    rows += ["Pin yếu quá,{BATTERY#Negative};", "Pin trâu,{BATTERY#Positive};"] * 2
    (tmp_path / "c.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = json.loads(said("themes", tmp_path / "c.csv", "--labels", "aspects", "--json"))
    assert {theme["id"]: theme["comments"]["n"] for theme in found["themes"]} == {
        "BATTERY": 4, "CAMERA": 3,
    }
    battery = named(found, "BATTERY")["feeling"]
    assert (battery["negative"], battery["positive"]) == (2, 2)
    assert found["sector"] is None


@pytest.mark.parametrize("language", ["en", "vi", "fa"])
def test_the_page_needs_nothing_else_and_says_the_same(tmp_path, cafe, language):
    page = tmp_path / "page.html"
    said("themes", CAFE, "--score", "score", "--date", "day", "--sector", "hospitality",
         "--html", page, "--language", language)
    text = page.read_text(encoding="utf-8")
    direction = "rtl" if language == "fa" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in text
    assert "http" not in text.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in text
    name = named(cafe, "waiting")["name"][language]
    assert f"<h3>{name}</h3>" in text
    # Quotations keep their own language and direction.
    assert '<blockquote class="quote bad" dir="auto" lang="fa">' in text
    assert '<blockquote class="quote bad" dir="auto" lang="vi">' in text
    assert "<mark>" in text


def test_what_customers_write_cannot_write_the_page(tmp_path):
    rows = ["<script>alert(1)</script> the food was bad"] * 4
    (tmp_path / "c.csv").write_text("comment\n" + "\n".join(rows) + "\n", encoding="utf-8")
    page = tmp_path / "page.html"
    said("themes", tmp_path / "c.csv", "--sector", "hospitality", "--html", page)
    assert "<script" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--sector", "spaceflight"], "the sector is one of retail"),
        (["--scale", "0-10"], "--scale needs --score"),
        (["--score", "score", "--scale", "0-9"], "--scale is 0-10"),
        (["--every", "week"], "--every needs --date"),
        (["--date-format", "d/m/y"], "--date-format needs --date"),
        (["--score", "stars"], "“stars”"),
        (["--text", "words"], "“words”"),
        (["--language", "de"], "--language is en, vi or fa"),
        (["--confidence", "95"], "95"),
        (["--labels", "score", "--separator", ""], "--separator is empty"),
    ],
)
def test_what_was_asked_wrongly_is_said(options, words):
    assert words in refused("themes", CAFE, *options, code=2)


def test_a_file_without_comments_is_refused(tmp_path):
    (tmp_path / "c.csv").write_text("comment\n\nNA\n", encoding="utf-8")
    assert "no comment" in refused("themes", tmp_path / "c.csv")
    assert "none.csv" in refused("themes", tmp_path / "none.csv")


def test_scores_and_dates_that_are_none_are_told_and_their_comments_kept(tmp_path):
    rows = ["day,score,comment", "2026-01-05,9,great food", "soon,ten,the food was cold",
            "2026-03-05,99,good food"]
    (tmp_path / "c.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    done = touchstone("themes", tmp_path / "c.csv", "--score", "score", "--scale", "0-10",
                      "--date", "day", "--json")
    told = done.stderr.decode()
    assert json.loads(done.stdout)["comments"] == 3
    assert "scores that are no number: 1, the first in line 3: “ten”" in told
    assert "dates that cannot be read: 1 of 3" in told
    assert "scores that are not on the scale: 1" in told


def test_strict_refuses_a_file_with_a_bad_line(tmp_path):
    (tmp_path / "c.csv").write_text("id,comment\n1,good\n2\n", encoding="utf-8")
    assert json.loads(said("themes", tmp_path / "c.csv", "--json"))["comments"] == 1
    assert "--strict" in refused("themes", tmp_path / "c.csv", "--strict")


def guide_themes(folder):
    """The file of themes that the guide shows."""
    page = (ROOT / "docs/guide/comments.md").read_text(encoding="utf-8")
    (folder / "themes.json").write_text(
        page.split("```json\n")[1].split("```")[0], encoding="utf-8"
    )
    return folder / "themes.json"


def test_a_file_of_themes_begins_from_a_starter_set_and_adds_its_own(tmp_path):
    found = json.loads(said("themes", CAFE, "--themes", guide_themes(tmp_path), "--json"))
    ids = [theme["id"] for theme in found["themes"]]
    assert "waiting" in ids and "room" not in ids
    lids = named(found, "lids")
    assert lids["name"] == {"vi": "Nắp ly", "fa": "درپوش لیوان", "en": "Cup lids"}
    assert lids["comments"]["n"] > 15
    # Nobody praises a lid that leaks.
    assert lids["feeling"]["negative"] > lids["feeling"]["positive"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[1", "not JSON"),
        ("{}", "themes"),
        ('{"themes": [{"id": "a", "names": "A"}]}', "themes[0]"),
        ('{"themes": [{"id": "a", "names": "A", "words": [5]}]}', "themes[0].words[0]"),
        ('{"themes": [{"id": "a", "names": "A", "words": ["x"]},'
         '{"id": "a", "names": "B", "words": ["y"]}]}', "another theme has the id “a”"),
        ('{"sector": "spaceflight", "themes": []}', "spaceflight"),
        ('{"themes": [{"id": "a", "names": "A", "wrods": ["x"]}]}', "wrods"),
    ],
)
def test_a_file_of_themes_that_is_none_is_refused_with_the_place(tmp_path, content, words):
    (tmp_path / "t.json").write_text(content, encoding="utf-8")
    told = refused("themes", CAFE, "--themes", tmp_path / "t.json")
    assert words in told and "t.json" in told


def test_judged_comments_become_examples_and_are_not_proposed_again(tmp_path):
    themes = tmp_path / "themes.json"
    said("themes", "start", "hospitality", "--to", themes)
    judge = tmp_path / "judge.csv"
    ask = ("themes", "propose", CAFE, "--themes", themes, "--theme", "waiting", "--limit", "8")
    said(*ask, "--to", judge)
    rows = judge.read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "comment,probability,words,about" and len(rows) == 9
    answers = ["yes", "no", "có", "không", "بله", "خیر", "", "perhaps"]
    filled = [row + answer for row, answer in zip(rows[1:], answers)]
    judge.write_text("\n".join([rows[0], *filled]) + "\n", encoding="utf-8")
    done = touchstone(
        "themes", "learn", judge, "--themes", themes, "--theme", "waiting", "--to", themes
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "Judgements kept: 6." in done.stdout.decode()
    assert "lines without an answer: 1" in done.stderr.decode()
    assert "line 9: “perhaps” is neither yes nor no" in done.stderr.decode()
    kept = json.loads(themes.read_text(encoding="utf-8"))["themes"]
    examples = next(theme for theme in kept if theme["id"] == "waiting")["examples"]
    assert (len(examples["about"]), len(examples["not_about"])) == (3, 3)
    again = said(*ask)
    assert not any(text in again for text in examples["about"] + examples["not_about"])
    # Sent twice, nothing is there twice.
    before = themes.read_text(encoding="utf-8")
    touchstone("themes", "learn", judge, "--themes", themes, "--theme", "waiting", "--to", themes)
    assert json.loads(themes.read_text(encoding="utf-8")) == json.loads(before)


def test_a_theme_that_is_not_there_is_refused_with_those_that_are(tmp_path):
    told = refused(
        "themes", "propose", CAFE, "--themes", guide_themes(tmp_path), "--theme", "roof", code=2
    )
    assert "“roof”" in told and "lids" in told
