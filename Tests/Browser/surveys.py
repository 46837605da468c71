"""The surveys that the tests answer."""

LANGUAGES = ["en", "vi", "fa"]


def local(en, vi, fa):
    return {"en": en, "vi": vi, "fa": fa}


RECOMMEND = {
    "key": "recommend",
    "kind": "recommend_0_10",
    "required": True,
    "text": local(
        "How likely are you to recommend Toranj to a friend or someone in your family?",
        "Bạn có sẵn lòng giới thiệu Toranj cho bạn bè hoặc người thân không?",
        "چقدر احتمال دارد ترنج را به دوستان یا خانوادهٔ خود توصیه کنید؟",
    ),
    "low": local("Not at all likely", "Hoàn toàn không", "اصلاً"),
    "high": local("Extremely likely", "Chắc chắn có", "حتماً"),
}

WHY = {
    "key": "why",
    "kind": "long_text",
    "text": local(
        "What is the main reason for your number?",
        "Lý do chính cho điểm này là gì?",
        "دلیل اصلی این نمره چیست؟",
    ),
    "hint": local("A few words are enough.", "Chỉ cần vài chữ.", "چند کلمه هم کافی است."),
    "variants": [
        {
            "when": {"question": "recommend", "is": ["detractor"]},
            "text": local(
                "We are sorry. What should we put right first?",
                "Rất xin lỗi bạn. Chúng tôi nên sửa điều gì trước tiên?",
                "متأسفیم. اول کدام مشکل را برطرف کنیم؟",
            ),
        },
        {
            "when": {"question": "recommend", "is": ["passive"]},
            "text": local(
                "What one thing would have made it a 10?",
                "Điều gì sẽ khiến bạn cho điểm 10?",
                "چه چیزی باعث می‌شد ۱۰ بدهید؟",
            ),
        },
        {
            "when": {"question": "recommend", "is": ["promoter"]},
            "text": local(
                "Good to hear. What did we do especially well?",
                "Thật vui! Chúng tôi đã làm tốt nhất điều gì?",
                "چه خوب! کدام کارمان بیشتر به دلتان نشست؟",
            ),
        },
    ],
}

TOPICS = {
    "key": "topics",
    "kind": "choices",
    "other": True,
    "show_if": {"question": "recommend", "at_most": 6},
    "text": local("What was it about?", "Điều đó liên quan đến gì?", "دربارهٔ چه بود؟"),
    "choices": [
        {"key": "price", "text": local("The price", "Giá cả", "قیمت")},
        {"key": "staff", "text": local("The people who served me", "Nhân viên", "کارکنان")},
        {"key": "wait", "text": local("The time I had to wait", "Thời gian chờ", "زمان انتظار")},
    ],
}

VISIT = {
    "name": "visit",
    "languages": LANGUAGES,
    "default_language": "en",
    "title": local("About your visit", "Về lần bạn ghé thăm", "دربارهٔ بازدید شما"),
    "thanks": local(
        "The manager reads every comment by noon tomorrow.",
        "Quản lý sẽ đọc góp ý này trước trưa mai.",
        "مدیر تا ظهر فردا همهٔ نظرها را می‌خواند.",
    ),
    "attributes": {"order_size": "dimension", "order_id": "detail"},
    "questions": [RECOMMEND, WHY, TOPICS],
}

EVERY_KIND = {
    **VISIT,
    "name": "every kind",
    "questions": [
        RECOMMEND,
        WHY,
        TOPICS,
        {
            "key": "again_1_10",
            "kind": "recommend_1_10",
            "text": local("And our web shop?", "Còn cửa hàng trực tuyến?", "و فروشگاه اینترنتی؟"),
        },
        {
            "key": "satisfied",
            "kind": "satisfaction_1_5",
            "text": local("How was today?", "Hôm nay thế nào?", "امروز چطور بود؟"),
        },
        {
            "key": "effort",
            "kind": "effort_1_7",
            "text": local("Toranj made it easy.", "Toranj làm mọi việc dễ dàng.", "آسان بود."),
        },
        {
            "key": "speed",
            "kind": "rating",
            "min": 1,
            "max": 9,
            "text": local("How fast were we?", "Chúng tôi nhanh đến đâu?", "چقدر سریع بودیم؟"),
        },
        {
            "key": "returning",
            "kind": "yes_no",
            "text": local("Would you come again?", "Bạn sẽ quay lại chứ?", "دوباره می‌آیید؟"),
        },
        {
            "key": "found",
            "kind": "choice",
            "other": True,
            "text": local("How did you hear of us?", "Bạn biết từ đâu?", "از کجا شنیدید؟"),
            "choices": [
                {"key": "friend", "text": local("From a friend", "Từ bạn bè", "از یک دوست")},
                {"key": "street", "text": local("Passing by", "Đi ngang qua", "از خیابان")},
            ],
        },
        {
            "key": "name",
            "kind": "short_text",
            "text": local("What may we call you?", "Gọi bạn là gì?", "شما را چه صدا کنیم؟"),
        },
    ],
}
