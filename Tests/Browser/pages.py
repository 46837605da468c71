"""Every page of the house, found by following its links, and what may be wrong with one.

TOUCHSTONE_SHEETS names a folder: every page is then also pictured in it, in each language, scheme
and width, with an `index.html` that shows them side by side, and axe reads each of the pictures.
"""

import json
import os
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from axe_playwright_python.sync_playwright import Axe

LANGUAGES = ["en", "vi", "fa"]
SCHEMES = ["light", "dark"]
WIDTHS = [320, 390, 1440]
SHEETS = os.environ.get("TOUCHSTONE_SHEETS")

WORDS = Path(__file__).parents[2] / "Sources/Web/Languages"

# One example of a page is enough; a link that only chooses is one too, up to these many.
CHOICES_MAX = 3


def shape(address):
    """The address with its names and numbers left out: pages of one shape are one page."""
    parts = urlsplit(address)
    path = "/".join(
        "*" if re.search(r"\d", part) or len(part) > 14 else part
        for part in parts.path.split("/")
    )
    return path, tuple(sorted({key for key, _ in parse_qsl(parts.query)} - {"lang"}))


def crawl(page, home, starts):
    """Follows links from `starts`; gives an address for each shape, and the links that lead nowhere."""
    seen, found, broken = {}, [], []
    waiting = [(start, "") for start in starts]
    while waiting:
        address, source = waiting.pop(0)
        path, choice = shape(address)
        choices = seen.setdefault(path, [])
        if choice in choices or len(choices) > CHOICES_MAX:
            continue
        choices.append(choice)
        reply = page.request.get(home + address)
        if not reply.ok:
            broken.append((address, source, reply.status))
            continue
        if not reply.headers.get("content-type", "").startswith("text/html"):
            continue
        found.append(address)
        page.goto(home + address)
        links = page.locator("a[href]").evaluate_all("all => all.map(one => one.href)")
        for link in dict.fromkeys(links):
            if link.startswith(home + "/"):
                waiting.append((link.removeprefix(home).split("#")[0], address))
    return found, broken


def words(language):
    return json.loads((WORDS / f"{language}.json").read_text())


def foreign_sentences(language):
    """Sentences of ours in English that a page in another language must not show."""
    own = set(words(language).values())
    return [
        text
        for text in words("en").values()
        if len(text) > 24 and "{" not in text and "<" not in text and text not in own
    ]


KEY = re.compile(r"(?<![\w./@-])([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)(?![\w/@-])")


# What a page quotes in another language says so by an attribute, and is not looked at.
OWN_TEXT = """language => {
  const body = document.body.cloneNode(true);
  body.querySelectorAll('script, style, textarea').forEach(one => one.remove());
  body.querySelectorAll('[lang]').forEach(one => one.lang === language || one.remove());
  return body.textContent;
}"""


def missing_words(page, language):
    """Keys instead of words, and words of another language."""
    text = page.evaluate(OWN_TEXT, language)
    keys = words("en").keys()
    faults = [key for key in KEY.findall(text) if key in keys]
    faults += re.findall(r"\{\{.*?\}\}|Optional\(|\bnil\b|\bNaN\b|\bundefined\b", text)
    if language != "en":
        faults += [sentence for sentence in foreign_sentences(language) if sentence in text]
    return [("words", fault) for fault in faults]


# Whatever reaches beyond the window, unless a box around it can be scrolled or hides it on purpose.
BEYOND = """() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide <= 0) return [];
  const beyond = [...document.body.querySelectorAll('*')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
  });
  return beyond.slice(0, 4).map(one => one.outerHTML.slice(0, 120)).concat(`${wide} px too wide`);
}"""


def serious_faults(page):
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    return [
        ("axe", one["id"], [node["html"][:160] for node in one["nodes"][:3]])
        for one in found.response["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def look_at(page, address, language):
    """Everything wrong with an open page: in light and dark, on each width."""
    # A preview speaks the language that it was asked for.
    faults = [] if "/preview" in address else missing_words(page, language)
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            faults += [("beyond", width, one) for one in page.evaluate(BEYOND)]
            # Colours differ by scheme and layout by width: two pictures hold both.
            if SHEETS or (scheme, width) in (("light", 390), ("dark", 1440)):
                faults += serious_faults(page)
            if SHEETS:
                picture(page, address, language, scheme, width)
    return [f"{address} in {language}: {fault}" for fault in dict.fromkeys(map(str, faults))]


def picture(page, address, language, scheme, width):
    name = re.sub(r"[^\w=-]+", "_", address).strip("_")[:60] or "home"
    folder = Path(SHEETS)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.{language}.{scheme}.{width}.png"
    page.screenshot(path=file, full_page=True)


def bind_sheets():
    """One page to look at: a row for each page, its pictures beside each other."""
    if not SHEETS:
        return
    rows = {}
    for file in sorted(Path(SHEETS).glob("*.png")):
        rows.setdefault(file.name.split(".")[0], []).append(file.name)
    body = "".join(
        f"<h2>{name}</h2><p>"
        + "".join(f'<img src="{one}" title="{one}" loading="lazy" height="420"> ' for one in files)
        for name, files in rows.items()
    )
    head = '<!doctype html><meta charset="utf-8"><title>Contact sheets</title>'
    (Path(SHEETS) / "index.html").write_text(head + body)
