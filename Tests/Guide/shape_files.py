"""Small files in the shape of others' large ones: a shop's invoice lines, shares of hospital wards.

`python Tests/Guide/shape_files.py` writes them into docs/guide/files.
"""

import random
import sys
from datetime import date, timedelta

from files import FOLDER, table

QUESTIONS = ("nurses", "doctors", "quiet", "cleanliness")


def invoices():
    """Forty shops buy by invoice, each line a quantity at a price; an invoice that begins with C
    takes back a line of the same day or later."""
    chance = random.Random(31)
    rows, number = [], 5000
    for shop in range(1, 41):
        customer = 17000 + shop
        day = date(2025, 6, 1) + timedelta(days=chance.randrange(0, 60))
        pace = chance.choice((9, 14, 21, 30, 45))
        while day <= date(2026, 5, 31):
            number += 1
            for _ in range(chance.choice((1, 1, 2))):
                quantity, price = chance.randrange(1, 25), chance.randrange(95, 1495, 10)
                line = [quantity, day, f"{price / 100:.2f}", customer]
                rows.append([str(number), *line])
                if chance.random() < 0.06:
                    rows.append([f"C{number}", -quantity, *line[1:]])
            day += timedelta(days=max(1, round(chance.expovariate(1 / pace))))
    rows.sort(key=lambda row: (row[2], row[0].strip("C")))
    return table(("InvoiceNo", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"), rows)


def wards():
    """How many of a hundred gave each ward the best answer, a row for each question."""
    chance = random.Random(17)
    rows = []
    for quarter in ("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"):
        for ward in range(1, 13):
            care = chance.gauss(0, 5)
            shares = {name: round(72 + care + chance.gauss(0, 4)) for name in QUESTIONS}
            lift = 0.55 * (shares["nurses"] - 72) + 0.35 * (shares["cleanliness"] - 72)
            shares["overall"] = round(70 + lift + chance.gauss(0, 2))
            for name, share in shares.items():
                missing = chance.random() < 0.02
                rows.append((quarter, f"W{ward:02d}", name, "n/a" if missing else share))
    return table(("quarter", "ward", "question", "top_box"), rows)


def files():
    """The text of each file by its name."""
    return {"invoices.csv": invoices(), "wards.csv": wards()}


if __name__ == "__main__":
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name}: {text.count(chr(10)) - 1} rows\n")
