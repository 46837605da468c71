"""Prints the benches' JSON lines as one table: `table.py LINES [--json FILE]`.

A line holds `bench`, `case`, `ours`, `unit`, and where they apply `peer` (its figure), `peer_name`,
`ratio`, `target` (words, such as "at least 4×"), `met` (true or false) and `note`.
"""

import argparse
import json

COLUMNS = ["bench", "case", "ours", "peer", "unit", "peer_name", "ratio", "target", "met"]


def shown(value: object) -> str:
    """One cell: four significant figures for numbers, words for truth, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "met" if value else "MISSED"
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1000 else f"{value:,.0f}"
    if isinstance(value, int):
        return f"{value:,}"
    return str(value)


def table(lines: list[dict]) -> str:
    """The lines under a header, words to the left and numbers to the right."""
    columns = [name for name in COLUMNS if any(line.get(name) is not None for line in lines)]
    rows = [[shown(line.get(name)) for name in columns] for line in lines]
    widths = [max(map(len, column)) for column in zip(columns, *rows)]
    numeric = [
        any(isinstance(line.get(name), (int, float)) and name != "met" for line in lines)
        for name in columns
    ]

    def laid_out(row: list[str]) -> str:
        cells = zip(row, widths, numeric)
        return "  ".join(c.rjust(w) if n else c.ljust(w) for c, w, n in cells).rstrip()

    return "\n".join([laid_out(columns), laid_out(["─" * w for w in widths]), *map(laid_out, rows)])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("lines")
    parser.add_argument("--json")
    options = parser.parse_args()
    with open(options.lines, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.startswith("{")]
    print(table(lines) if lines else "nothing was measured")
    for line in lines:
        if line.get("note"):
            print(f"{line['bench']} {line['case']}: {line['note']}")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(lines, file, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    main()
