"""The purchases and coupons of the guide's page on loyalty: made up, the same every time.

`python Tests/Guide/market_files.py` writes them into docs/guide/files.
"""

import random
import sys
from datetime import date, timedelta

from files import FOLDER, table

FIRST, LAST = date(2025, 4, 1), date(2026, 5, 31)
CAMPAIGN = date(2026, 3, 1), date(2026, 3, 31)


def made():
    """A grocer's 320 customers, each with a pace and a spend of their own; some stop for good. Of
    those who buy most weeks, a third hold a competitor's coupon in March, and half of these buy
    elsewhere for a while."""
    chance = random.Random(20)
    purchases, coupons = [], []
    for number in range(1, 321):
        customer = f"K{number:03d}"
        pace, spend = chance.gammavariate(2.5, 0.03) + 0.004, chance.lognormvariate(3.2, 0.4)
        leaves = chance.betavariate(1, 60)
        day = FIRST + timedelta(days=chance.randrange(0, 120))
        lured = None
        if pace > 0.06 and chance.random() < 0.35:
            seen = CAMPAIGN[0] + timedelta(days=chance.randrange(0, 10))
            coupons.append((seen, customer, chance.choice(["coupon", "price match"])))
            lured = seen if chance.random() < 0.5 else None
        while day <= LAST:
            away = lured and lured <= day <= CAMPAIGN[1] + timedelta(days=5)
            if not away or chance.random() < 0.15:
                purchases.append((day, customer, round(chance.gauss(spend, spend / 4), 2)))
                if chance.random() < leaves:
                    break
            day += timedelta(days=max(1, round(chance.expovariate(pace))))
    return sorted(purchases), sorted(coupons)


def files():
    """The text of each file by its name."""
    purchases, coupons = made()
    return {
        "market.csv": table(["date", "customer", "amount"], purchases),
        "coupons.csv": table(["date", "customer", "evidence"], coupons),
    }


if __name__ == "__main__":
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name}: {text.count(chr(10)) - 1} rows\n")
