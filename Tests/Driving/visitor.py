"""A person at a server's pages without a browser: forms are read, filled in and sent."""

import re
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit

EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}

OWNER = {"name": "Lan Phạm", "email": "lan@toranj.example", "password": "a long walk home"}


class Element:
    """One element of a page with what is in it."""

    def __init__(self, tag, attributes, parent=None):
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.inside = []

    def __getitem__(self, name):
        return self.attributes.get(name)

    def all(self, tag=None, **wanted):
        """Those below with a tag and attributes: `all("td", class_="n")`; a class is one of many."""
        for child in self.inside:
            if not isinstance(child, Element):
                continue
            if (tag is None or child.tag == tag) and child.has(wanted):
                yield child
            yield from child.all(tag, **wanted)

    def first(self, tag=None, **wanted):
        return next(self.all(tag, **wanted), None)

    def has(self, wanted):
        return all(
            value in (self["class"] or "").split()
            if name == "class_"
            else self[name.replace("_", "-")] == value
            for name, value in wanted.items()
        )

    @property
    def text(self):
        parts = [part if isinstance(part, str) else part.text for part in self.inside]
        return re.sub(r"[ \n]+", " ", "".join(parts)).strip()


class Page(HTMLParser):
    """What came back, as a tree."""

    def __init__(self, text):
        super().__init__()
        self.root = self.here = Element("", {})
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        made = Element(tag, dict(attributes), self.here)
        self.here.inside.append(made)
        if tag not in EMPTY:
            self.here = made

    def handle_startendtag(self, tag, attributes):
        self.here.inside.append(Element(tag, dict(attributes), self.here))

    def handle_endtag(self, tag):
        place = self.here
        while place.parent is not None and place.tag != tag:
            place = place.parent
        if place.parent is not None:
            self.here = place.parent

    def handle_data(self, data):
        self.here.inside.append(data)


class Visitor:
    """Somebody with a jar of cookies."""

    def __init__(self, server):
        self.server = server
        self.cookies = {}

    @property
    def storage_state(self):
        """The same jar for a browser."""
        place = {"domain": urlsplit(self.server.url).hostname, "path": "/"}
        jar = [{"name": name, "value": text, **place} for name, text in self.cookies.items()]
        return {"cookies": jar, "origins": []}

    def ask(self, method, path, body=None, **headers):
        """One reply as it is."""
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={text}" for name, text in self.cookies.items())
        reply = self.server.call(method, path, body, headers=headers)
        cookie = reply.headers.get("set-cookie", "").split(";")[0]
        if "=" in cookie:
            name, text = cookie.split("=", 1)
            self.cookies[name] = text
        return reply

    def get(self, path):
        """The text behind an address, or an assertion that says why there is none."""
        reply = self.ask("GET", path)
        while reply.status in (302, 303, 307):
            self.place = reply.headers["location"]
            reply = self.ask("GET", self.place)
        assert reply.status == 200, f"{path}: {reply.status} {reply.text[:400]}"
        return reply.text

    def page(self, path):
        return Page(self.get(path)).root

    def send(self, path, action=None, **fields):
        """Fills in the form on a page, leaves the rest as it is, and follows where it leads."""
        forms = [form for form in self.page(path).all("form") if form["method"] == "post"]
        form = next(form for form in forms if action in (None, form["action"]))
        filled = {**values(form), **fields}
        if form["enctype"] == "multipart/form-data":
            kind, body = multipart(filled)
        else:
            kind, body = "application/x-www-form-urlencoded", urlencode(filled).encode()
        reply = self.ask("POST", form["action"], body, **{"Content-Type": kind})
        assert reply.status in (302, 303), f"{path}: {reply.status} {reply.text[:2000]}"
        return reply.headers["location"]

    def become_owner(self):
        """Makes the account of a new house's owner, and is signed in from then on."""
        self.send(urlsplit(self.server.owner_link()).path, **OWNER)
        return self

    def found(self, business, **choices):
        """Says what the business is called; a ready question comes with it."""
        self.send("/welcome", name=business, **choices)


def values(form):
    """What a form would send as it stands, files left out."""
    filled = {}
    for field in form.all("input"):
        if field["type"] in ("checkbox", "radio") and "checked" not in field.attributes:
            continue
        if field["type"] not in ("file", "submit") and field["name"]:
            filled[field["name"]] = field["value"] or ""
    for field in form.all("select"):
        options = list(field.all("option"))
        chosen = [option for option in options if "selected" in option.attributes] or options[:1]
        for option in chosen:
            filled[field["name"]] = option["value"]
    for field in form.all("textarea"):
        filled[field["name"]] = field.text
    return filled


def multipart(fields):
    mark = "----a-mark-that-no-field-has"
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in fields.items()
    ]
    return f"multipart/form-data; boundary={mark}", ("".join(parts) + f"--{mark}--\r\n").encode()
