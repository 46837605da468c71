import Kernel

/// What the gallery says, in one language.
struct ChartGalleryWords {
  let title, lead: String
  let people, bad, middle, good, score, before, goal, interval: String
  let trend, month, campaign, yearBefore: String
  let stores, rate, visit, email, receipt: String
  let quality, expected, perceived: String
  let qualities: [String]
  let growth, step, money: String
  let steps: [String]
  let together, store, wait: String
  let names: [String]
  let rising, mentioned: String
  let mentions: [String]
  let group, figure, value, road, rateShare, rateMark: String
  let sides: [String]
  let satisfied, satisfiedInterval, satisfiedGoal: String
  let months: [String]

  static func of(_ language: Language) -> ChartGalleryWords {
    switch language {
    case .english: english
    case .vietnamese: vietnamese
    case .persian: persian
    }
  }

  private static let english = ChartGalleryWords(
    title: "Each chart answers one question",
    lead: "The figures are made up. Text keeps its size, colour never speaks alone, and every "
      + "picture has its values as a table.",
    people: "Out of 100 customers",
    bad: "14 warn others",
    middle: "28 are lukewarm",
    good: "58 recommend you",
    score: "Net Promoter Score",
    before: "before 36",
    goal: "goal 50",
    interval: "44, between 40 and 48.",
    trend: "Is it changing?",
    month: "Month",
    campaign: "Campaign begins",
    yearBefore: "Year before",
    stores: "Which store?",
    rate: "How often?",
    visit: "At the till",
    email: "E-mail",
    receipt: "Receipt code",
    quality: "Expected or perceived?",
    expected: "Expected",
    perceived: "Perceived",
    qualities: ["Reliability", "Quick help", "Premises"],
    growth: "Where did growth come from?",
    step: "Step",
    money: "Thousand euros",
    steps: ["Last year", "Customers lost", "Bought more", "Referred", "Advertising", "This year"],
    together: "Do two things go together?",
    store: "Store",
    wait: "Minutes waited",
    names: ["Riverside", "Old Market", "Hillcrest", "Harbour"],
    rising: "Rising in comments",
    mentioned: "Mentions",
    mentions: ["Late delivery", "Kind advice"],
    group: "Group",
    figure: "What",
    value: "Score",
    road: "Road",
    rateShare: "Share",
    rateMark: "The thin line is the average of all, 20\u{A0}%; the stroke is the interval.",
    sides: ["Detractors", "Passives", "Promoters"],
    satisfied: "How many are satisfied?",
    satisfiedInterval: "62.5\u{A0}%, between 53.9\u{A0}% and 70.4\u{A0}%.",
    satisfiedGoal: "goal 75\u{A0}%",
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  )

  private static let vietnamese = ChartGalleryWords(
    title: "Mỗi biểu đồ trả lời một câu hỏi",
    lead: "Số liệu chỉ để minh họa. Chữ giữ nguyên cỡ, màu sắc không bao giờ đứng một mình, và "
      + "hình nào cũng có bảng số đi kèm.",
    people: "Trong 100 khách hàng",
    bad: "14 can ngăn người khác",
    middle: "28 thờ ơ",
    good: "58 giới thiệu bạn",
    score: "Điểm NPS",
    before: "trước đó 36",
    goal: "mục tiêu 50",
    interval: "44, nằm giữa 40 và 48.",
    trend: "Có đang thay đổi không?",
    month: "Tháng",
    campaign: "Bắt đầu chiến dịch",
    yearBefore: "Năm trước",
    stores: "Cửa hàng nào?",
    rate: "Thường xuyên đến đâu?",
    visit: "Tại quầy",
    email: "Email",
    receipt: "Mã trên hóa đơn",
    quality: "Mong đợi hay cảm nhận?",
    expected: "Mong đợi",
    perceived: "Cảm nhận",
    qualities: ["Đáng tin cậy", "Giúp nhanh", "Mặt bằng"],
    growth: "Tăng trưởng từ đâu?",
    step: "Bước",
    money: "Triệu đồng",
    steps: ["Năm trước", "Khách rời đi", "Mua thêm", "Được giới thiệu", "Quảng cáo", "Năm nay"],
    together: "Hai điều có đi cùng nhau?",
    store: "Cửa hàng",
    wait: "Số phút chờ",
    names: ["Bờ Sông", "Chợ Cũ", "Đồi Thông", "Bến Cảng"],
    rising: "Đang được nhắc nhiều hơn",
    mentioned: "Lượt nhắc",
    mentions: ["Giao trễ", "Tư vấn tận tình"],
    group: "Nhóm",
    figure: "Số liệu",
    value: "Điểm",
    road: "Kênh",
    rateShare: "Tỷ lệ",
    rateMark: "Vạch mảnh là trung bình chung, 20%; nét ngang là khoảng tin cậy.",
    sides: ["Người chê", "Người thờ ơ", "Người ủng hộ"],
    satisfied: "Bao nhiêu người hài lòng?",
    satisfiedInterval: "62,5%, nằm giữa 53,9% và 70,4%.",
    satisfiedGoal: "mục tiêu 75%",
    months: (1...12).map { "Th\($0)" }
  )

  private static let persian = ChartGalleryWords(
    title: "هر نمودار به یک پرسش پاسخ می‌دهد",
    lead: "عددها ساختگی‌اند. اندازهٔ نوشته ثابت می‌ماند، رنگ هرگز به‌تنهایی سخن نمی‌گوید و هر "
      + "تصویر جدول خود را دارد.",
    people: "از هر ۱۰۰ مشتری",
    bad: "۱۴ برحذر می‌دارند",
    middle: "۲۸ بی‌تفاوت‌اند",
    good: "۵۸ توصیه می‌کنند",
    score: "شاخص NPS",
    before: "پیش از این ۳۶",
    goal: "هدف ۵۰",
    interval: "۴۴، بین ۴۰ و ۴۸.",
    trend: "آیا تغییر می‌کند؟",
    month: "ماه",
    campaign: "آغاز تبلیغ",
    yearBefore: "سال پیش",
    stores: "کدام شعبه؟",
    rate: "چقدر پیش می‌آید؟",
    visit: "پای صندوق",
    email: "ایمیل",
    receipt: "کد روی رسید",
    quality: "انتظار یا برداشت؟",
    expected: "انتظار",
    perceived: "برداشت",
    qualities: ["قابل‌اتکا بودن", "کمک سریع", "ظاهر شعبه"],
    growth: "رشد از کجا آمد؟",
    step: "گام",
    money: "میلیون تومان",
    steps: ["سال پیش", "مشتریان رفته", "خرید بیشتر", "معرفی‌شده", "تبلیغات", "امسال"],
    together: "آیا دو چیز با هم می‌روند؟",
    store: "شعبه",
    wait: "دقیقه‌های انتظار",
    names: ["رودکنار", "بازار کهنه", "تپه", "بندر"],
    rising: "بیشتر گفته می‌شود",
    mentioned: "شمار",
    mentions: ["دیر رسیدن", "راهنمایی خوب"],
    group: "گروه",
    figure: "عدد",
    value: "امتیاز",
    road: "راه",
    rateShare: "سهم",
    rateMark: "خط نازک میانگین همه است، ۲۰٪؛ خط افقی بازه است.",
    sides: ["بدگویان", "بی‌تفاوت‌ها", "مروجان"],
    satisfied: "چند نفر راضی‌اند؟",
    satisfiedInterval: "۶۲٫۵٪، بین ۵۳٫۹٪ و ۷۰٫۴٪.",
    satisfiedGoal: "هدف ۷۵٪",
    months: [
      "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن",
      "اسفند",
    ]
  )
}
