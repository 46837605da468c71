"""The files that the guide's first months use: made up, and made anew the same every time.

`python Tests/Guide/files.py` writes them into docs/guide/files.
"""

import csv
import io
import random
import sys
from datetime import date, timedelta
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs/guide/files"


def score(chance, promoters, detractors):
    """0 to 10, with these shares of promoters and detractors."""
    drawn = chance.random()
    if drawn < promoters:
        return chance.choice((9, 9, 10, 10, 10))
    if drawn < promoters + detractors:
        return chance.choice((0, 2, 3, 4, 5, 5, 6, 6))
    return chance.choice((7, 8, 8))


def table(head, rows):
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(head)
    lines.writerows(rows)
    return text.getvalue()


# ── a café ──

CAFE_WORDS = {
    ("vi", "wait"): [
        "Chờ lâu quá",
        "Đợi 15 phút mới có ly cà phê mang đi",
        "Buổi sáng xếp hàng dài, trễ giờ làm",
        "Sáng nào cũng phải đợi, mong quán thêm người",
    ],
    ("vi", "bad"): ["Nhạc hơi ồn", "Bàn chưa được lau", "Cà phê hôm nay nhạt"],
    ("vi", "good"): [
        "Cà phê ngon, nhân viên dễ thương",
        "Bánh mì giòn, cà phê đậm",
        "Chỗ ngồi yên tĩnh, sẽ quay lại",
        "Các bạn nhớ cả món tôi hay gọi",
    ],
    ("en", "wait"): ["Long wait before work", "Waited ages for a takeaway latte"],
    ("en", "bad"): ["Too loud to talk", "Coffee was lukewarm"],
    ("en", "good"): ["Best flat white on the street", "They know my order", "Lovely quiet corner"],
}


def cafe():
    """Four weeks of a café; from the third a second barista stands at the takeaway hatch."""
    chance = random.Random(11)
    rows = []
    for number in range(28):
        day = date(2026, 2, 2) + timedelta(number)
        for _ in range(chance.choice((2, 4, 5, 6, 6, 7))):
            takeaway = chance.random() < 0.55
            early = takeaway and number < 14
            result = score(chance, 0.4 if early else 0.58, 0.32 if early else 0.14)
            language = "vi" if chance.random() < 0.7 else "en"
            words = ""
            if chance.random() < 0.45:
                waits = takeaway and (number < 14 or chance.random() < 0.3)
                theme = "good" if result >= 8 else "wait" if waits else "bad"
                words = chance.choice(CAFE_WORDS[language, theme])
            place = "Mang đi" if takeaway else "Tại quán"
            rows.append((day, place, language, result, words))
    return table(("ngày", "điểm chạm", "ngôn ngữ", "điểm", "góp ý"), rows)


# ── a clinic ──

CLINIC_WORDS = {
    "wait": [
        "یک ساعت معطل شدم",
        "نوبت داشتم ولی خیلی منتظر ماندم",
        "جواب آزمایش دیر آماده شد",
    ],
    "bad": ["پارکینگ ندارد", "تلفن را جواب نمی‌دهند"],
    "good": [
        "پزشک با حوصله توضیح داد",
        "برخورد پذیرش بسیار خوب بود",
        "محیط تمیز و آرام",
        "نوبت‌دهی اینترنتی راحت بود",
    ],
}


def clinic():
    """The month of Bahman 1404 in a clinic, with Jalali dates; the laboratory is what goes wrong."""
    chance = random.Random(5)
    parts = {"دندان‌پزشکی": (0.62, 0.12), "داخلی": (0.55, 0.17), "آزمایشگاه": (0.34, 0.36)}
    rows = []
    for number in range(1, 31):
        if number % 7 == 3:
            continue  # Friday
        for _ in range(chance.randint(9, 14)):
            part = chance.choices(list(parts), (40, 38, 30))[0]
            result = score(chance, *parts[part])
            satisfied = max(1, min(5, round(result / 2.2) + chance.choice((0, 0, 0, -1, 1))))
            easy = max(1, min(7, round(result / 1.6) + chance.choice((0, 0, -1, 1))))
            words = ""
            if chance.random() < 0.35:
                bad = "wait" if part == "آزمایشگاه" or chance.random() < 0.4 else "bad"
                words = chance.choice(CLINIC_WORDS["good" if result >= 8 else bad])
            told = satisfied if chance.random() < 0.85 else ""
            ease = easy if chance.random() < 0.7 else ""
            rows.append((f"1404/11/{number:02}", part, result, told, ease, words))
    return table(("تاریخ", "بخش", "امتیاز", "رضایت", "آسانی", "نظر"), rows)


# ── a bank ──

BANK_WORDS = {
    "en": {
        "good": ["Solved in five minutes", "Clear about the fees", "Friendly and quick"],
        "bad": ["The app logged me out again", "Sent from desk to desk", "Nobody called back"],
    },
    "vi": {
        "good": ["Nhân viên tận tình", "Làm thẻ rất nhanh", "Tư vấn rõ ràng"],
        "bad": ["Ứng dụng lỗi liên tục", "Chờ quá lâu", "Gọi tổng đài không ai nghe"],
    },
    "fa": {
        "good": ["کارم سریع انجام شد", "کارکنان خوش‌برخوردند", "توضیح کامل دادند"],
        "bad": ["برنامهٔ همراه قطع می‌شود", "خیلی معطل شدم", "کسی پاسخ‌گو نبود"],
    },
}

BANK_BRANCHES = {
    # name: weight, promoters and detractors in January, the same in February
    "Central": (30, (0.5, 0.18), (0.52, 0.17)),
    "Hải Phòng": (26, (0.55, 0.15), (0.33, 0.35)),
    "Harbour": (20, (0.45, 0.22), (0.47, 0.21)),
    "تجریش": (22, (0.42, 0.24), (0.55, 0.15)),
    "Airport desk": (2, (0.4, 0.3), (0.4, 0.3)),
}


def bank():
    """January from the tool before, February from Touchstone; one branch falls, one rises."""
    chance = random.Random(23)
    rows = []
    for number in range(59):
        day = date(2026, 1, 1) + timedelta(number)
        if day.isoweekday() == 7:
            continue
        for _ in range(chance.randint(15, 21)):
            names = list(BANK_BRANCHES)
            branch = chance.choices(names, [BANK_BRANCHES[name][0] for name in names])[0]
            chances = BANK_BRANCHES[branch][1 if day.month == 1 else 2]
            result = score(chance, *chances)
            home = {"تجریش": "fa", "Hải Phòng": "vi"}.get(branch, "en")
            language = home if chance.random() < 0.8 else chance.choice(("en", "vi", "fa"))
            channel = chance.choices(("email", "kiosk", "qr"), (5, 3, 2))[0]
            words = ""
            if chance.random() < 0.25:
                words = chance.choice(BANK_WORDS[language]["good" if result >= 8 else "bad"])
            identity = f"B{len(rows) + 1:04}"
            rows.append((identity, day, branch, channel, language, result, words))
    return table(("id", "date", "unit", "channel", "language", "rating", "comment"), rows)


FILES = {"cafe.csv": cafe, "clinic.csv": clinic, "bank.csv": bank}

if __name__ == "__main__":
    for name, make in FILES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")
        print(name, file=sys.stderr)
