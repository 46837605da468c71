"""The purchases and answers of the guide's page on profit: made up, the same every time.

`python Tests/Guide/sales_files.py` writes them into docs/guide/files.
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

from files import FOLDER, table

LAST = date(2026, 6, 30)
REASONS = ["referral", "word of mouth", "reputation", "advertising", "promotion", ""]
DAYS_BETWEEN = {"promoter": 45, "passive": 70, "detractor": 90}
LEAVING = {"detractor": 0.7, "passive": 0.3, "promoter": 0.12}
SCORES = {"promoter": [9, 10, 10], "passive": [7, 8], "detractor": [2, 4, 5, 6]}
SATISFACTION = {"promoter": [4, 5], "passive": [3, 4, 4], "detractor": [1, 2, 3, 4]}


def made():
    """Forty customers over three years: some leave, some come back, some come by word of mouth."""
    chance = random.Random(42)
    sales, answers = [], []
    for number in range(1, 41):
        customer, kind = f"C{number:03d}", chance.choice(
            ["promoter", "promoter", "passive", "passive", "detractor"]
        )
        start = first_day(chance, number)
        end = LAST
        if chance.random() < LEAVING[kind]:
            end = start + timedelta(days=chance.randrange(120, 420))
        buy(chance, sales, customer, kind, number, start, end)
        answer(chance, answers, customer, kind, number, start, end)
    sales = sorted((row for row in sales if row[1] <= LAST), key=lambda row: (row[1], row[0]))
    return sales, sorted(answers, key=lambda row: (row[1], row[0]))


def first_day(chance, number):
    if number <= 26:
        start = date(2024, 7, 1) + timedelta(days=chance.randrange(0, 60))
    else:
        start = date(2025, 7, 1) + timedelta(days=chance.randrange(0, 200))
    if number in (24, 25, 26):
        start = date(2023, 8, 1) + timedelta(days=chance.randrange(0, 60))
    return start


def buy(chance, sales, customer, kind, number, start, end):
    day, gap = start, DAYS_BETWEEN[kind]
    while day <= end:
        if number in (24, 25, 26) and date(2024, 6, 1) <= day <= date(2025, 7, 15):
            # Away for a year.
            day = date(2025, 7, 16) + timedelta(days=chance.randrange(0, 40))
            continue
        amount = round(chance.lognormvariate(4, 0.5), 2)
        profit = round(amount * chance.uniform(0.2, 0.45), 2)
        sales.append((customer, day, amount, profit, "sale"))
        if chance.random() < 0.07:
            fee = chance.choice([10, 15, 25])
            kind_of_fee = chance.choice(["late_fee", "cancellation_fee"])
            sales.append((customer, day + timedelta(days=3), fee, fee, kind_of_fee))
        if chance.random() < 0.04:
            back = round(-amount * 0.3, 2)
            sales.append((customer, day + timedelta(days=5), -amount, back, "sale"))
        day += timedelta(days=max(5, int(chance.gauss(gap, gap * 0.3))))


def answer(chance, answers, customer, kind, number, start, end):
    day = start + timedelta(days=chance.randrange(20, 90))
    while day <= min(end, LAST):
        if chance.random() < 0.75:
            score, satisfied = chance.choice(SCORES[kind]), chance.choice(SATISFACTION[kind])
            reason = chance.choice(REASONS) if number > 26 else ""
            left = "yes" if end < LAST else "no"
            answers.append((customer, day, score, reason, satisfied, left))
        day += timedelta(days=chance.randrange(110, 200))


def files():
    sales, answers = made()
    return {
        "sales.csv": table(("customer", "date", "amount", "profit", "source"), sales),
        "sales-answers.csv": table(
            ("customer", "date", "recommend", "reason", "satisfaction", "left"), answers
        ),
    }


if __name__ == "__main__":
    for name, text in files().items():
        (Path(FOLDER) / name).write_text(text, encoding="utf-8")
        print(name, file=sys.stderr)
