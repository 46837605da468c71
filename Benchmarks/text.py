#!/usr/bin/env python3
"""Text: how well and how fast comments are learned from, beside scikit-learn in the same run.

Every set of TOUCHSTONE_DATA (else ../shared/data) is divided once, and both sides learn from the
same comments, with default settings on ours, and are judged by the same figure on the others: the
official development part where there is one, else five parts in turn, equal comments in the same.
The peer weighs words and pairs of neighbours by TF-IDF and learns a logistic regression. Without
the data, speed is measured on made-up comments and quality is not.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time

import text_peer
import text_sets

PROGRAM = os.path.join(os.environ["TOUCHSTONE_BIN_DIR"], "bench-text")
TOUCHSTONE = os.path.join(os.environ["TOUCHSTONE_BIN_DIR"], "touchstone")
STREAMED = 1_000_000


def ours(*arguments, **options):
    output = subprocess.run(
        [PROGRAM, *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True, **options
    )
    return json.loads(output.stdout)


def median(times):
    return sorted(times)[len(times) // 2]


def tell(case, mine, unit, target=None, met=None, **more):
    line = {"bench": "text", "case": case, "ours": mine, "unit": unit, **more}
    if target is not None:
        line |= {"target": target, "met": bool(met)}
    print(json.dumps(line, ensure_ascii=False), flush=True)


def write(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        for labels, comment in rows:
            file.write(";".join(labels) + "\t" + comment + "\n")
    return path


def judged(folder, train, test):
    """What we answer to the comments of `test`, and the report of learning."""
    paths = [os.path.join(folder, name) for name in ("train", "test", "answers")]
    write(paths[0], train)
    write(paths[1], test)
    report = ours("judge", *paths)
    with open(paths[2], encoding="utf-8") as file:
        lines = file.read().split("\n")
    return [[label for label in line.split(";") if label] for line in lines], report


def quality(folder, each):
    mine, theirs, gold = [], [], []
    for train, test in each.splits():
        answers, report = judged(folder, train, test)
        mine += answers
        theirs += text_peer.answers(train, test, each.is_many)
        gold += [labels for labels, _ in test]
    opinions = "with" if report["opinions"] else "without"
    recipe = (
        f"runs of {report['words']} words, {opinions} opinions, runs of {report['characters']} "
        f"characters; the model’s own estimate {report['measured']:.3f}"
    )
    for number, (figure, mark) in enumerate(each.marks.items()):
        own = text_peer.figure(figure, gold, mine)
        peer = text_peer.figure(figure, gold, theirs)
        least = max(mark, peer) if mark else peer
        target = f"at least {mark} and the peer’s" if mark else "at least the peer’s"
        tell(
            f"{each.name}, {figure}", own, "", target, round(own, 4) >= round(least, 4),
            peer=peer, peer_name="TF-IDF + LR", note=None if number else recipe,
        )


def speed(folder, train, comments):
    path = write(os.path.join(folder, "train"), train)
    learned = ours("learn", path, 3)
    own = median(learned["milliseconds"])
    peer, model = text_peer.learning(train)
    tell(
        "learning, choice of recipe with it", own, "ms", "at least 3×", peer >= 3 * own,
        peer=peer, peer_name="TF-IDF + LR", ratio=peer / own,
    )
    size = learned["bytes"] / 1e6
    tell("model file", size, "MB", "under 8 MB", size < 8)
    short = [(["x"], comment) for comment in comments]
    short = (short * (200_000 // len(short) + 1))[:200_000]
    report = ours("classify", path, write(os.path.join(folder, "short"), short), 5)
    own = report["comments"] / median(report["milliseconds"]) * 1000
    peer = text_peer.classifying(model, [comment for _, comment in short])
    tell(
        "classifying on all cores", own, "/s", "at least 200,000/s and 10×",
        own >= 200_000 and own >= 10 * peer, peer=peer, peer_name="TF-IDF + LR", ratio=own / peer,
    )


def most_memory(process):
    """The most that it has held until now, in MB; 0 once it has ended."""
    try:
        with open(f"/proc/{process}/status", encoding="ascii") as status:
            lines = dict(line.split(":", 1) for line in status)
    except FileNotFoundError:
        return 0.0
    return int(lines.get("VmHWM", "0 kB").split()[0]) * 1024 / 1e6


def streamed(folder, train, comments):
    """Memory of a million comments that come as a stream."""
    path = write(os.path.join(folder, "train"), train)
    stream = os.path.join(folder, "stream")
    with open(stream, "w", encoding="utf-8") as file:
        if os.path.exists(TOUCHSTONE):
            file.write("comment\n")
        for number in range(STREAMED):
            file.write(comments[number % len(comments)].replace('"', "'").replace(",", " ") + "\n")
    command = [PROGRAM, "stream", path]
    if os.path.exists(TOUCHSTONE):
        table, model = os.path.join(folder, "train.tsv"), os.path.join(folder, "model")
        with open(table, "w", encoding="utf-8") as file:
            file.write("comment\tlabel\n")
            for labels, comment in train:
                file.write(comment.replace('"', "'") + "\t" + labels[0] + "\n")
        subprocess.run(
            [TOUCHSTONE, "text", "train", table, "--text", "comment", "--label", "label",
             "--model", model],
            check=True, stdout=subprocess.DEVNULL,
        )
        command = [TOUCHSTONE, "text", "classify", "-", "--text", "comment", "--model", model]
    with open(stream, "rb") as source, open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen(command, stdin=source, stdout=nowhere)
        size = 0.0
        # The usage told at its end would count the process that started it.
        while child.poll() is None:
            size = max(size, most_memory(child.pid))
            time.sleep(0.02)
    if child.returncode != 0:
        sys.exit(f"{os.path.basename(command[0])} did not finish streaming")
    tell(
        "a million comments streamed, most memory", size, "MB", "under 300 MB", size < 300,
        note=f"by {os.path.basename(command[0])}",
    )


def discovery(folder, comments):
    """Each comment comes again and again, and some words of another one after it."""
    chance = random.Random(2026)
    some = []
    for number in range(100_000):
        other = chance.choice(comments).split(" ")
        some.append((["x"], comments[number % len(comments)] + " " + " ".join(other[:3])))
    report = ours("discover", write(os.path.join(folder, "some"), some), 5)
    own = median(report["milliseconds"])
    note = f"{report['groups']} groups of near-duplicates"
    tell("discovery in 100,000 comments", own, "ms", "under 2 s", own < 2000, note=note)


def languages(folder, rows):
    path = write(os.path.join(folder, "language"), rows)
    for words, least in ((10, 0.99), (5, None)):
        report = ours("language", path, words)
        share = report["right"] / max(1, report["comments"])
        target = f"at least {least}" if least else None
        tell(
            f"language of {words} words", share, "", target, least and share >= least,
            note=f"of {report['comments']} comments",
        )


def main():
    with tempfile.TemporaryDirectory() as folder:
        data = text_sets.data_folder()
        if data is None:
            print("no data at TOUCHSTONE_DATA: quality not measured, speed on made-up comments")
            train = text_sets.made_up(11_000)
            short = various = [comment for _, comment in train]
        else:
            sets = text_sets.all_sets(data)
            for each in sets:
                quality(folder, each)
            languages(folder, text_sets.by_language(data))
            train = sets[0].train
            short = [comment for _, comment in train]
            various = text_sets.various(data)
        speed(folder, train, short)
        streamed(folder, train, short)
        discovery(folder, various)


if __name__ == "__main__":
    main()
