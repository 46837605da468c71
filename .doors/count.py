"""Adds up what the suites' JUnit files say: `count.py FILE…` prints `passed failed skipped`.

The files are scanned, not parsed: a test that feeds control characters to the program can put some
into a message, and one such byte would make a strict parser lose the whole suite.
"""

import re
import sys


def count(text: str) -> tuple[int, int, int]:
    """Passed, failed and skipped cases of one JUnit file."""
    cases = re.split(r"<testcase\b", text)[1:]
    failed = sum(bool(re.search(r"<(failure|error)\b", case)) for case in cases)
    skipped = sum(
        bool(re.search(r"<skipped\b", case)) and not re.search(r"<(failure|error)\b", case)
        for case in cases
    )
    return len(cases) - failed - skipped, failed, skipped


def main() -> None:
    totals = [0, 0, 0]
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", errors="replace") as file:
            totals = [sum(pair) for pair in zip(totals, count(file.read()))]
    print(*totals)


if __name__ == "__main__":
    main()
