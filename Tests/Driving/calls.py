"""HTTP as the suites speak it: one call, or many over one connection."""

import http.client
import json
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: dict
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode()


class Connection:
    """One connection that stays open; a broken one is opened again by the next call."""

    def __init__(self, url, timeout=20):
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=timeout)

    def call(self, method, path, body=None, headers=None):
        """Sends bytes as they are and anything else as JSON.

        Whatever breaks off before the whole reply is here becomes an OSError: nobody knows then
        whether the server took it.
        """
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body, ensure_ascii=False).encode()
        try:
            self.connection.request(method, path, body, headers or {})
            reply = self.connection.getresponse()
            names = {name.lower(): value for name, value in reply.getheaders()}
            return Reply(reply.status, names, reply.read())
        except http.client.HTTPException as error:
            self.connection.close()
            raise ConnectionError(str(error)) from error
        except OSError:
            self.connection.close()
            raise

    def close(self):
        self.connection.close()


def call(url, method, path, body=None, headers=None, timeout=20):
    connection = Connection(url, timeout)
    try:
        return connection.call(method, path, body, headers)
    finally:
        connection.close()


def raw(url, *parts, timeout=20):
    """Sends bytes that no client library would, and reads what comes back, None for nothing."""
    with dial(url, timeout) as line:
        try:
            for part in parts:
                line.sendall(part)
        except (BrokenPipeError, ConnectionResetError):
            pass  # It may refuse before it has heard everything.
        return read_reply(line)


def dial(url, timeout=20):
    place = urlsplit(url)
    return socket.create_connection((place.hostname, place.port), timeout)


def read_reply(line):
    reply = http.client.HTTPResponse(line)
    try:
        reply.begin()
        names = {name.lower(): value for name, value in reply.getheaders()}
        return Reply(reply.status, names, reply.read())
    except (http.client.HTTPException, ConnectionResetError):
        return None
