"""Models that read comments, from the command line: taught, asked, judged and put right."""

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Short comments as customers write them, good and bad, in three languages.
GOOD = [
    "Great service, thank you", "The staff were so kind", "Lovely food and fair prices",
    "Quick and easy, will come again", "Everything was perfect",
    "Phục vụ rất tốt, cảm ơn quán", "Nhân viên dễ thương, đồ ăn ngon", "Giá rẻ mà chất lượng",
    "Giao hàng nhanh, đóng gói kỹ", "Tuyệt vời, sẽ quay lại",
    "خدمات عالی بود، ممنون", "کارکنان خیلی خوش‌برخورد بودند", "غذا خوشمزه و قیمت مناسب",
    "سریع و راحت، باز هم می‌آیم", "همه چیز عالی بود",
]
BAD = [
    "Terrible service, never again", "The staff were so rude", "Cold food and high prices",
    "Slow and difficult, I am leaving", "Everything was broken",
    "Phục vụ rất tệ, thất vọng", "Nhân viên khó chịu, đồ ăn dở", "Giá đắt mà chất lượng kém",
    "Giao hàng chậm, đóng gói ẩu", "Tệ quá, không quay lại",
    "خدمات افتضاح بود، دیگر هرگز", "کارکنان خیلی بی‌ادب بودند", "غذا بدمزه و قیمت بالا",
    "کند و سخت، دیگر نمی‌آیم", "همه چیز خراب بود",
]


def touchstone(*arguments, given=None):
    return subprocess.run(
        [os.environ["TOUCHSTONE_BIN"], *map(str, arguments)],
        capture_output=True,
        input=given,
        timeout=120,
    )


def said(*arguments, given=None):
    done = touchstone(*arguments, given=given)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def refused(*arguments, code=1):
    done = touchstone(*arguments)
    words = done.stderr.decode()
    assert done.returncode == code, words
    assert "Fatal" not in words
    return words


def lines(rows):
    return "comment,feeling\n" + "".join(f'"{text}",{label}\n' for text, label in rows)


@pytest.fixture(scope="session")
def taught(tmp_path_factory):
    folder = tmp_path_factory.mktemp("taught")
    rows = [(text, "good") for text in GOOD] + [(text, "bad") for text in BAD]
    (folder / "comments.csv").write_text(lines(rows * 3), encoding="utf-8")
    said(
        "text", "train", folder / "comments.csv", "--label", "feeling", "--model", folder / "m",
        "--date", "2026-11-24",
    )
    return folder


def test_training_says_what_was_learned_and_how_well(taught, tmp_path):
    found = json.loads(
        said(
            "text", "train", taught / "comments.csv", "--label", "feeling",
            "--model", tmp_path / "m", "--date", "2026-11-24", "--json",
        )
    )
    assert found["comments"] == 90
    assert found["labels"] == {"bad": 45, "good": 45}
    assert found["date"] == "2026-11-24"
    assert 0.5 < found["accuracy"] <= 1
    assert (tmp_path / "m").read_bytes() == (taught / "m").read_bytes()


def test_copies_of_a_comment_teach_nothing_about_it(tmp_path):
    # Words of which no two share anything, and no label follows from their letters.
    words = [
        "quxil", "brenda", "otomo", "vaspik", "jurez", "lympho", "wadgen", "ceithi", "hoquaf",
        "nezzut", "pofrik", "syxam", "tuvolg", "gliwok", "kedjup", "myrhax",
    ]
    rows = [(word, "good" if place % 2 else "bad") for place, word in enumerate(words)]
    (tmp_path / "comments.csv").write_text(lines(rows * 5), encoding="utf-8")
    found = json.loads(
        said(
            "text", "train", tmp_path / "comments.csv", "--label", "feeling",
            "--model", tmp_path / "m", "--json",
        )
    )
    assert found["accuracy"] < 0.8


def test_classifying_adds_a_label_and_its_probability_to_every_row(taught, tmp_path):
    rows = [
        "id,comment",
        "7,The food was lovely and the staff kind",
        "8,Nhân viên rất tệ",
        "9,غذا عالی بود",
        "10,",
        '11,"one, with a comma: terrible"',
    ]
    (tmp_path / "new.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    text = said("text", "classify", tmp_path / "new.csv", "--model", taught / "m")
    found = [line.split(",") for line in text.lstrip("\ufeff").splitlines()]
    assert found[0] == ["id", "comment", "label", "probability"]
    assert [row[-2] for row in found[1:]] == ["good", "bad", "good", "", "bad"]
    assert found[4][-1] == ""
    assert all(0.5 <= float(row[-1]) <= 1 for row in found[1:4])


def test_not_sure_is_an_answer(taught, tmp_path):
    (tmp_path / "new.csv").write_text("comment\nThe lamp is on the table\n", encoding="utf-8")
    text = said(
        "text", "classify", tmp_path / "new.csv", "--model", taught / "m", "--certainty", "0.99"
    )
    assert text.splitlines()[1].split(",")[1] == ""


def test_standard_input_is_a_file_too(taught):
    text = said(
        "text", "classify", "-", "--model", taught / "m", given="comment\nterrible\n".encode()
    )
    assert text.splitlines()[1].startswith("terrible,bad,")


def test_evaluation_counts_what_people_and_model_say(taught, tmp_path):
    rows = [("Terrible service", "bad"), ("Great food", "good"), ("Lovely staff", "bad")]
    (tmp_path / "test.csv").write_text(lines(rows), encoding="utf-8")
    found = json.loads(
        said(
            "text", "evaluate", tmp_path / "test.csv", "--label", "feeling",
            "--model", taught / "m", "--json",
        )
    )
    assert found["labels"] == ["bad", "good"]
    assert found["confusion"] == [[1, 1], [0, 1]]
    assert found["accuracy"] == pytest.approx(2 / 3)
    assert found["per_label"]["bad"]["precision"] == 1
    assert found["per_label"]["good"]["f1"] == pytest.approx(2 / 3)


def test_an_explanation_names_the_words_that_weighed(taught):
    found = json.loads(
        said("text", "explain", "The staff were rude", "--model", taught / "m", "--json")
    )
    assert found["label"] == "bad"
    first = max(found["words"], key=lambda word: abs(word["weight"]))
    assert first["word"] == "rude"
    assert sum(word["share"] for word in found["words"]) == pytest.approx(1, abs=1e-6)


def test_a_correction_is_learned_and_the_old_model_kept(taught, tmp_path):
    before = (taught / "m").read_bytes()
    (tmp_path / "mended.csv").write_text(lines([("wicked coffee", "good")] * 3), encoding="utf-8")
    said(
        "text", "correct", tmp_path / "mended.csv", "--label", "feeling", "--model", taught / "m",
        "--to", tmp_path / "new",
    )
    assert (taught / "m").read_bytes() == before
    (tmp_path / "new.csv").write_text("comment\nwicked coffee\n", encoding="utf-8")
    text = said("text", "classify", tmp_path / "new.csv", "--model", tmp_path / "new")
    assert text.splitlines()[1].split(",")[1] == "good"


def test_several_labels_of_a_comment(tmp_path):
    rows = ["comment,themes"]
    for text in GOOD + BAD:
        themes = [name for name, words in {
            "staff": ("staff", "Nhân viên", "کارکنان"), "food": ("food", "đồ ăn", "غذا"),
        }.items() if any(word in text for word in words)]
        rows += [f'"{text}","{"; ".join(themes)}"'] * 4
    (tmp_path / "c.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    said("text", "train", tmp_path / "c.csv", "--labels", "themes", "--model", tmp_path / "m")
    (tmp_path / "new.csv").write_text("comment\nNhân viên tốt mà đồ ăn dở\n", encoding="utf-8")
    text = said("text", "classify", tmp_path / "new.csv", "--model", tmp_path / "m")
    assert text.splitlines()[1].split(",")[1] == "food;staff"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("comment,feeling\n", "no comment to learn from"),
        ("comment,feeling\ngood,a\nfine,a\n", "every comment has the label “a”"),
        ("comment,feeling\n,a\n,b\n", "no comment to learn from"),
    ],
)
def test_what_teaches_nothing_is_refused(tmp_path, content, words):
    (tmp_path / "c.csv").write_text(content, encoding="utf-8")
    told = refused(
        "text", "train", tmp_path / "c.csv", "--label", "feeling", "--model", tmp_path / "m"
    )
    assert words in told
    assert not (tmp_path / "m").exists()


def test_a_column_that_is_not_there_is_refused_by_name(taught, tmp_path):
    told = refused(
        "text", "train", taught / "comments.csv", "--label", "mood", "--model", tmp_path / "m",
        code=2,
    )
    assert "“mood”" in told and "feeling" in told
    told = refused("text", "train", taught / "comments.csv", "--model", tmp_path / "m", code=2)
    assert "--label" in told


def test_a_label_the_model_does_not_know_is_told_by_its_line(taught, tmp_path):
    rows = [("Great food", "good"), ("Odd", "strange")]
    (tmp_path / "c.csv").write_text(lines(rows), encoding="utf-8")
    done = touchstone(
        "text", "evaluate", tmp_path / "c.csv", "--label", "feeling", "--model", taught / "m"
    )
    assert done.returncode == 0
    assert "line 3: the label “strange” is not the model’s" in done.stderr.decode()


@pytest.mark.parametrize("harm", ["cut", "edit", "version", "empty", "else"])
def test_a_model_that_is_none_is_refused(taught, tmp_path, harm):
    whole = (taught / "m").read_bytes()
    edited = bytearray(whole)
    edited[len(whole) // 2] ^= 1
    newer = bytearray(whole)
    newer[8] = 99
    harmed = {
        "cut": whole[:-10], "edit": bytes(edited), "version": bytes(newer), "empty": b"",
        "else": b"PK\x03\x04 something else entirely",
    }[harm]
    (tmp_path / "m").write_bytes(harmed)
    told = refused("text", "explain", "good", "--model", tmp_path / "m")
    assert str(tmp_path / "m") in told
    assert "Error: " in told


def test_a_model_that_is_not_there_is_refused(tmp_path):
    assert "cannot be read" in refused("text", "explain", "good", "--model", tmp_path / "none")


def test_a_bad_line_is_left_out_and_told(taught, tmp_path):
    (tmp_path / "c.csv").write_bytes(b"comment,feeling\ngreat,good\nbad,bad,extra\nawful,bad\n")
    done = touchstone(
        "text", "evaluate", tmp_path / "c.csv", "--label", "feeling", "--model", taught / "m"
    )
    assert done.returncode == 0
    assert "line 3" in done.stderr.decode()


HOSTILE = {
    "an emoji": "👎", "a word of a megabyte": "a" * 1_000_000, "signs": "!?!?…—",
    "hidden": "gr\u200bea\u202et \u2066service\u2069", "letters of others": "ѕtаff wеrе rudе",
    "a page": "<p onclick=x>rude &amp; <b>slow</b></p>", "many scripts": "хорошо 好的 ok خوب tốt",
    "combining": "e" + "\u0301" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_written_has_a_sensible_answer(taught, tmp_path, name):
    text = HOSTILE[name].replace('"', '""')
    (tmp_path / "c.csv").write_text(f'comment\n"{text}"\n', encoding="utf-8")
    out = said("text", "classify", tmp_path / "c.csv", "--model", taught / "m")
    assert out.rstrip("\n").rsplit(",", 2)[1] in {"good", "bad"}


def test_a_label_seen_once_and_labels_with_commas_are_learned(tmp_path):
    rows = [("Great food, thanks", "happy, mostly")] * 2 + [("Rude staff", "unhappy, very")] * 2
    rows += [("The lamp is green", "odd")]
    text = "comment,feeling\n" + "".join(f'"{text}","{label}"\n' for text, label in rows)
    (tmp_path / "c.csv").write_text(text, encoding="utf-8")
    found = json.loads(
        said(
            "text", "train", tmp_path / "c.csv", "--label", "feeling", "--model", tmp_path / "m",
            "--json",
        )
    )
    assert found["labels"] == {"happy, mostly": 2, "odd": 1, "unhappy, very": 2}
    (tmp_path / "new.csv").write_text("comment\nrude staff\n", encoding="utf-8")
    out = said("text", "classify", tmp_path / "new.csv", "--model", tmp_path / "m")
    assert ',"unhappy, very",' in out


def test_bytes_that_are_no_text_are_refused_with_their_line(taught, tmp_path):
    (tmp_path / "c.csv").write_bytes(b"comment\nfine\nterrible servi\xff\xfece\n")
    told = refused("text", "classify", tmp_path / "c.csv", "--model", taught / "m")
    assert "line 3: not UTF-8" in told
