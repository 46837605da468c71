"""Writes a believable file of answers: `answers_file.py PATH BYTES`. The same seed, the same file.

Twelve columns as a survey tool exports them: comments in English, Vietnamese and Persian, with
commas, quotes in quotes and now and then a second line, some scores missing.
"""

import itertools
import multiprocessing
import os
import random
import sys

HEADER = (
    "response_id,answered_at,market,channel,touchpoint,language,score,satisfaction,effort,"
    "product,order_value,comment\n"
)
SEED = 20_260_101
ROWS_PER_BLOCK = 100_000

MARKETS = ["VN", "IR", "UK", "US", "DE", "FR", "JP", "BR", "IN", "AU", "MEX", "South Africa"]
CHANNELS = ["web", "app", "e-mail", "kiosk", "phone", "store, counter"]
TOUCHPOINTS = [f"store-{number:03}" for number in range(200)]
LANGUAGES = ["en", "en", "en", "vi", "vi", "fa"]
PRODUCTS = ["Basic", "Plus", "Family", "Business", 'Monitor 24"', "Gift card"]
WORDS = {
    "en": "the staff was friendly and quick but delivery took far too long for what we paid and "
    "nobody answered the phone until I asked twice, then it went well thank you".split(),
    "vi": "nhân viên rất nhiệt tình và giao hàng nhanh nhưng giá hơi cao so với chất lượng sản "
    "phẩm, tôi đã gọi nhiều lần mà không ai trả lời, lần sau sẽ cân nhắc thêm".split(),
    "fa": "برخورد کارکنان خوب بود ولی ارسال خیلی طول کشید و قیمت نسبت به کیفیت بالا بود، چند بار "
    "تماس گرفتم و کسی پاسخ نداد اما در پایان مشکل حل شد ممنون".split(),
}


def quoted(text: str) -> str:
    """A field as RFC 4180 writes it."""
    if any(mark in text for mark in ',"\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def comments(draw: random.Random, language: str) -> list[str]:
    """A stock of comments, a third of them empty."""
    stock = []
    for _ in range(2000):
        if draw.random() < 0.34:
            stock.append("")
            continue
        words = draw.choices(WORDS[language], k=draw.randint(3, 22))
        if draw.random() < 0.05:
            words[0] = f'"{words[0]}"'
        text = " ".join(words)
        if draw.random() < 0.02:
            text += "\n" + " ".join(draw.choices(WORDS[language], k=5))
        stock.append(quoted(text))
    return stock


def block(number: int) -> bytes:
    """One hundred thousand rows, a function of the block's number alone."""
    draw = random.Random(SEED + number)
    stock = {language: comments(draw, language) for language in WORDS}
    products = [quoted(product) for product in PRODUCTS]
    channels = [quoted(channel) for channel in CHANNELS]
    weights = [3, 1, 1, 1, 2, 4, 5, 9, 17, 20, 33]
    scores = draw.choices([*map(str, range(11)), ""], weights=[*weights, 3], k=ROWS_PER_BLOCK)
    rows = []
    for index, score in enumerate(scores):
        pick = int(draw.random() * (1 << 52))
        language = LANGUAGES[pick % 6]
        day = pick // 6 % 730
        month, dom = day // 28 % 12 + 1, day % 28 + 1
        rows.append(
            f"r{number * ROWS_PER_BLOCK + index:09},{2024 + day // 365}-{month:02}-{dom:02}T"
            f"{pick % 24:02}:{pick // 24 % 60:02}:00Z,{MARKETS[pick // 7 % 12]},"
            f"{channels[pick // 11 % 6]},{TOUCHPOINTS[pick // 13 % 200]},{language},{score},"
            f"{pick // 17 % 5 + 1},{pick // 19 % 7 + 1},{products[pick // 23 % 6]},"
            f"{pick // 29 % 90_000 / 100:.2f},{stock[language][pick // 31 % 2000]}\n"
        )
    return "".join(rows).encode()


def write(path: str, size: int) -> None:
    """Writes whole rows until the file has at least `size` bytes; an existing one is kept."""
    if os.path.exists(path) and os.path.getsize(path) >= size:
        return
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    written = 0
    hands = multiprocessing.cpu_count()
    with multiprocessing.Pool(hands) as pool, open(f"{path}.part", "wb") as file:
        written += file.write(HEADER.encode())
        for first in itertools.count(step=hands):
            for part in pool.map(block, range(first, first + hands)):
                if written < size:
                    written += file.write(part)
            if written >= size:
                break
    os.replace(f"{path}.part", path)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
