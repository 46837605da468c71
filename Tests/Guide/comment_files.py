"""A café's comments in three languages, with scores and days: small, and made up.

In the last week the lids of the new cups begin to leak, which no theme of anybody names.
`python Tests/Guide/comment_files.py` writes the file into docs/guide/files.
"""

import random
import sys
from datetime import date, timedelta

from files import FOLDER, table

# By language and theme, what is said by those who are content and by those who are not.
SAID = {
    "en": {
        "staff": (
            ["the staff are always friendly", "Mai at the counter remembered my name",
             "the baristas are kind and helpful", "such a warm welcome from the team"],
            ["the barista was rude to my mother", "nobody greeted us",
             "the staff seemed annoyed by a simple question", "the waiter ignored us"],
        ),
        "food": (
            ["the coffee is excellent", "the banh mi was delicious",
             "best iced coffee in town", "the cake was fresh and tasty"],
            ["the coffee was cold", "my sandwich was stale", "the latte tasted burnt",
             "the cake was dry and old"],
        ),
        "waiting": (
            ["I was served in two minutes", "quick service even at lunch", "no queue at all"],
            ["I waited half an hour for one coffee", "the queue is far too long every morning",
             "my order took forever", "slow service again"],
        ),
        "price": (
            ["good value for money", "fair prices", "the lunch deal is cheap and filling"],
            ["far too expensive for what you get", "prices went up again", "overpriced cake"],
        ),
        "place": (
            ["the place is clean and bright", "lovely quiet corner to work in"],
            ["the toilet was dirty", "tables were sticky", "the music is so loud"],
        ),
        "lid": ([], ["the lid of the new cup leaks", "coffee all over my coat, the lid leaked",
                     "these new lids leak on the way to work"]),
    },
    "vi": {
        "staff": (
            ["nhân viên rất nhiệt tình", "các bạn phục vụ dễ thương và thân thiện",
             "bạn thu ngân niềm nở", "nhan vien de thuong lam"],
            ["nhân viên thái độ khó chịu", "bạn phục vụ cau có", "nv ko thèm chào khách",
             "hỏi mà nhân viên không trả lời"],
        ),
        "food": (
            ["cà phê rất ngon", "bánh mì giòn và ngon", "bạc xỉu ngon nhất khu này",
             "đồ uống thơm ngon"],
            ["cà phê nhạt như nước", "bánh mì bị cứng", "đồ ăn nguội ngắt", "bánh cũ và khô"],
        ),
        "waiting": (
            ["lên món rất nhanh", "không phải chờ lâu", "phục vụ nhanh gọn"],
            ["chờ gần 30 phút mới có nước", "xếp hàng quá lâu", "lên món chậm quá",
             "sáng nào cũng phải đợi lâu"],
        ),
        "price": (
            ["giá hợp lý", "giá rẻ mà chất lượng", "combo trưa đáng tiền"],
            ["giá quá đắt", "lại tăng giá nữa rồi", "mắc so với chất lượng"],
        ),
        "place": (
            ["quán sạch sẽ thoáng mát", "không gian yên tĩnh dễ làm việc"],
            ["nhà vệ sinh bẩn", "bàn ghế dính nhớp", "nhạc mở ồn quá"],
        ),
        "lid": ([], ["nắp ly mới bị rò nước", "nắp ly rò ướt hết túi xách",
                     "ly mới nắp không kín, rò nước ra áo"]),
    },
    "fa": {
        "staff": (
            ["کارکنان خیلی خوش‌برخورد بودند", "پرسنل مهربان و مؤدب", "باریستا با حوصله راهنمایی کرد",
             "برخورد کارمندها عالی بود"],
            ["برخورد پرسنل بد بود", "گارسون بی‌ادب بود", "کسی جواب سلام هم نداد",
             "کارکنان بی‌حوصله‌اند"],
        ),
        "food": (
            ["قهوه عالی بود", "کیک تازه و خوشمزه بود", "بهترین قهوه‌ی شهر", "نوشیدنی‌ها خوش‌طعم است"],
            ["قهوه سرد بود", "کیک بیات بود", "طعم لاته سوخته بود", "غذا بی‌مزه و سرد بود"],
        ),
        "waiting": (
            ["سفارش خیلی سریع آماده شد", "اصلا معطل نشدیم", "سرویس سریع بود"],
            ["نیم ساعت منتظر یک قهوه ماندم", "صف همیشه طولانی است", "سفارش خیلی دیر آماده شد"],
        ),
        "price": (
            ["قیمت‌ها مناسب است", "به قیمتش می‌ارزد", "ارزان و باکیفیت"],
            ["خیلی گران است", "باز هم قیمت‌ها بالا رفت", "این کیفیت به این قیمت نمی‌ارزد"],
        ),
        "place": (
            ["محیط تمیز و دلنشین است", "فضای آرامی برای کار دارد"],
            ["سرویس بهداشتی کثیف بود", "میزها کثیف بودند", "موسیقی خیلی بلند است"],
        ),
        "lid": ([], ["درپوش لیوان جدید چکه می‌کند", "لیوان جدید چکه کرد و لباسم کثیف شد",
                     "درپوش چکه می‌کند و قهوه می‌ریزد"]),
    },
}
JOINTS = {
    "en": ((". ", ", and "), (", but ", " although ")),
    "vi": ((". ", ", "), (", nhưng ", " nhưng mà ")),
    "fa": (("، ", " و "), ("، ولی ", " اما ")),
}
WHERE = {
    "en": ("", "", " at the station branch", " this morning", " on Sunday", " after work",
           " with my kids", " in the old town"),
    "vi": ("", "", " ở chi nhánh quận 3", " sáng nay", " hôm chủ nhật", " giờ trưa",
           " lúc đi cùng gia đình", " ở tiệm gần ga"),
    "fa": ("", "", " در شعبه‌ی ایستگاه", " امروز صبح", " روز جمعه", " بعد از کار",
           " همراه بچه‌ها", " در شعبه‌ی مرکزی"),
}
FIRST, WEEKS, EACH_WEEK = date(2026, 3, 2), 20, 45
UNKIND = {"staff": 0.25, "food": 0.3, "waiting": 0.7, "price": 0.6, "place": 0.4, "lid": 1}


def comments():
    chance = random.Random(2026)
    rows = []
    for week in range(WEEKS):
        for _ in range(EACH_WEEK):
            day = FIRST + timedelta(days=7 * week + chance.randrange(7))
            rows.append((day, *comment(chance, week)))
    rows.sort(key=lambda row: row[0])
    return table(
        ("id", "day", "score", "comment"),
        [(number + 1, *row) for number, row in enumerate(rows)],
    )


def comment(chance, week):
    if chance.random() < 0.04:
        return chance.randrange(11), ""
    language = chance.choices(("en", "vi", "fa"), (4, 4, 3))[0]
    themes = chance.sample(("staff", "food", "waiting", "price", "place"), chance.choice((1, 1, 2)))
    if week == WEEKS - 1 and chance.random() < 0.6:
        themes[0] = "lid"
    unkind = [chance.random() < UNKIND[theme] for theme in themes]
    clauses = [
        chance.choice(SAID[language][theme][is_unkind])
        for theme, is_unkind in zip(themes, unkind)
    ]
    text = clauses[0] + chance.choice(WHERE[language])
    if len(clauses) == 2:
        text += chance.choice(JOINTS[language][unkind[0] != unkind[1]]) + clauses[1]
    if chance.random() < 0.02:
        text += chance.choice((" – 0912 345 678", " – lan.tran@toranj.example"))
    mean = 9.2 - 6.5 * sum(unkind) / len(unkind)
    score = min(10, max(0, round(chance.gauss(mean, 1.1))))
    return score, text[0].upper() + text[1:]


def files():
    """The text of each file by its name."""
    return {"comments.csv": comments()}


if __name__ == "__main__":
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name}: {text.count(chr(10)) - 1} rows\n")
