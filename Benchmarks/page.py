#!/usr/bin/env python3
"""The overview over a million answers: many readers, one reader, its weight, its queries, its paint.

`page.py [BINARY] [--answers N] [--seconds N]`; without a binary, the one in TOUCHSTONE_BIN_DIR.
Fifty readers ask once a second each, every one over a connection of its own; one reader asks again
as soon as it has its page. Pages just printed are remembered, so both are measured again where that
does not help: fifty readers while ten answers a second come in, one reader who filters anew each time.
Much of a first paint is the browser's own: a page of one word is painted beside ours, in turn.
Prints one JSON object a line.
"""

import argparse
import datetime
import gzip
import http.client
import http.server
import json
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).parent
READERS = 50
FIRST_PAINT = """() => new Promise(done => new PerformanceObserver(list => {
    const paint = list.getEntriesByName('first-contentful-paint')[0];
    if (paint) done(paint.startTime);
}).observe({type: 'paint', buffered: true}))"""


class House:
    """A server over a filled store, and the owner's cookie."""

    def __init__(self, binary, store):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = subprocess.Popen(
            [binary, "serve", "--data", str(store), "--port", str(self.port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.cookie = ""
        for line in self.process.stdout:
            if "Create the owner" in line:
                self.set_up(urllib.parse.urlsplit(line.split()[-1]).path)
                break

    def set_up(self, path):
        form = {"name": "Lan", "email": "lan@toranj.example", "password": "a long walk home"}
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Sec-Fetch-Site": "same-origin",
            "Origin": f"http://127.0.0.1:{self.port}",
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("POST", path, urllib.parse.urlencode(form), headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 303:
            sys.exit(f"the owner was not created: {answer.status}")
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def page(self, connection, path="/"):
        """Seconds that one page took, and what came."""
        started = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": self.cookie, "Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        seconds = time.perf_counter() - started
        if answer.status != 200:
            sys.exit(f"{path}: {answer.status}")
        return seconds, body, answer

    def reads(self):
        text = self.page(self.connection(), "/metrics")[1].decode()
        return int(re.search(r"^touchstone_reads_total (\d+)", text, re.M).group(1))

    def end(self):
        self.process.terminate()
        self.process.wait()


def filled(binary, folder, answers):
    """A store of so many answers that end today, copied fresh for this run."""
    today = datetime.date.today().isoformat()
    store = folder / f"page-{answers}"
    ready = folder / f"page-{answers}.ready"
    stamp = f"{os.path.getmtime(binary)} {today}"
    if not ready.exists() or ready.read_text() != stamp:
        shutil.rmtree(store, ignore_errors=True)
        store.mkdir(parents=True)
        survey = HERE / "Ingest" / "survey.json"
        subprocess.run(
            [binary, "survey", "create", survey, "--data", store],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        subprocess.run(
            [sys.executable, HERE / "fill_store.py", store / "touchstone.db", str(answers), today],
            check=True,
        )
        ready.write_text(stamp)
    return store


def token(binary, store):
    """The public token of the store's one survey."""
    listed = subprocess.run(
        [binary, "survey", "list", "--json", "--data", store], check=True, capture_output=True
    )
    surveys = json.loads(listed.stdout)
    return (surveys if isinstance(surveys, list) else surveys["surveys"])[0]["token"]


def answers_coming(house, survey, until):
    """Ten answers a second until told to stop."""
    connection = house.connection()
    body = json.dumps({"answers": {"recommend": 9}, "touchpoint": "touchpoint 7"})
    while not until.wait(0.1):
        connection.request(
            "POST",
            f"/api/v1/surveys/{survey}/responses",
            body,
            {"Content-Type": "application/json"},
        )
        answer = connection.getresponse()
        if answer.status != 201:
            sys.exit(f"an answer was not taken: {answer.status} {answer.read()}")
        answer.read()


def many_readers(house, seconds):
    """The times of all pages that fifty readers got, each asking once a second."""
    times, lock = [], threading.Lock()

    def read(number):
        connection = house.connection()
        begin = time.perf_counter() + number / READERS
        for second in range(seconds):
            time.sleep(max(0, begin + second - time.perf_counter()))
            took = house.page(connection)[0]
            with lock:
                times.append(took)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(times)


def one_reader(house, seconds, path="/"):
    """Pages a second; a `{}` in the path is another number each time."""
    connection = house.connection()
    house.page(connection, path.format(0))
    count, begin = 0, time.perf_counter()
    while time.perf_counter() - begin < seconds:
        count += 1
        house.page(connection, path.format(count))
    return count / (time.perf_counter() - begin)


def weight(house):
    """Bytes over the wire of the page with all it loads, bodies and header lines."""
    connection = house.connection()
    _, body, answer = house.page(connection)
    html = gzip.decompress(body).decode()
    total = len(body) + len(str(answer.headers))
    for path in sorted(set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', html))):
        _, body, answer = house.page(connection, path)
        total += len(body) + len(str(answer.headers))
    return total / 1024


class OneWord(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>one</title><p>word")

    def log_message(self, *_):
        pass


def first_paints(house, runs=7):
    """Milliseconds to the first contentful paint in a browser that has nothing cached: the
    overview's, and that of a page of one word."""
    ours, least = [], []
    name, value = house.cookie.split("=", 1)
    plain = http.server.ThreadingHTTPServer(("127.0.0.1", 0), OneWord)
    threading.Thread(target=plain.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("TOUCHSTONE_BROWSER") or find_browser(),
            args=["--no-sandbox"],
        )
        for _ in range(runs):
            for port, times in ((house.port, ours), (plain.server_port, least)):
                context = browser.new_context()
                url = f"http://127.0.0.1:{port}/"
                context.add_cookies([{"name": name, "value": value, "url": url}])
                page = context.new_page()
                page.goto(url)
                times.append(page.evaluate(FIRST_PAINT))
                context.close()
        browser.close()
    plain.shutdown()
    return statistics.median(ours), statistics.median(least)


def find_browser():
    for name in ("chromium-headless-shell", "chromium"):
        if found := shutil.which(name):
            return found
    sys.exit("no Chromium here; name one in TOUCHSTONE_BROWSER")


def line(case, ours, unit, target, met, peer=None):
    row = {"bench": "page", "case": case, "ours": round(ours, 2), "unit": unit}
    if peer is not None:
        row |= {"peer": "a page of one word", "theirs": round(peer, 2)}
    print(json.dumps(row | {"target": target, "met": met}), flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("binary", nargs="?")
    options.add_argument("--answers", type=int, default=1_000_000)
    options.add_argument("--seconds", type=int, default=10)
    options.add_argument("--folder", default=os.path.join(tempfile.gettempdir(), "touchstone-bench"))
    asked = options.parse_args()
    binary = asked.binary or os.path.join(os.environ["TOUCHSTONE_BIN_DIR"], "touchstone")
    folder = pathlib.Path(asked.folder)
    folder.mkdir(parents=True, exist_ok=True)
    original = filled(binary, folder, asked.answers)
    with tempfile.TemporaryDirectory(dir=folder) as copy:
        shutil.copytree(original, copy, dirs_exist_ok=True)
        survey = token(binary, copy)
        house = House(binary, copy)
        try:
            measure(house, asked, survey)
        finally:
            house.end()


def measure(house, asked, survey):
    count = f"{asked.answers / 1e6:g} million answers"
    connection = house.connection()
    house.page(connection)
    before = house.reads()
    house.page(connection, "/?against=year-before")
    queries = house.reads() - before
    # Reading the number itself asks the store twice, after it was taken.
    queries -= 2
    line(f"overview over {count}: queries to the store", queries, "", "at most 5", queries <= 5)
    times = many_readers(house, asked.seconds)
    p95 = times[int(0.95 * len(times))] * 1000
    line(f"{READERS} readers once a second, 95 of 100", p95, "ms", "at most 50 ms", p95 <= 50)
    stop = threading.Event()
    sender = threading.Thread(target=answers_coming, args=(house, survey, stop))
    sender.start()
    times = many_readers(house, asked.seconds)
    stop.set()
    sender.join()
    p95 = times[int(0.95 * len(times))] * 1000
    line("the same while 10 answers a second come", p95, "ms", "at most 50 ms", p95 <= 50)
    rate = one_reader(house, asked.seconds)
    line("one reader without a pause", rate, "pages/s", "at least 150", rate >= 150)
    rate = one_reader(house, asked.seconds, "/?where=employee%3Aemployee%20{}")
    line("the same, another filter each time", rate, "pages/s", "", None)
    kilobytes = weight(house)
    line("weight with all it loads", kilobytes, "KB", "at most 60 KB", kilobytes <= 60)
    paint, least = first_paints(house)
    line("first contentful paint", paint, "ms", "under 200 ms", paint < 200, peer=least)


if __name__ == "__main__":
    main()
