import Foundation

/// The words by which files of three languages name their columns.
package enum ColumnWords {
  package enum Meaning: CaseIterable {
    case recommend, satisfaction, effort, comment, at, externalID, language
    case touchpoint, channel, unit, employee, product
    case customer, amount
  }

  /// Folded as `folded` does. A name means what it is, or holds as whole words.
  static func phrases(for meaning: Meaning) -> [String] {
    switch meaning {
    case .recommend:
      [
        "nps", "nps score", "recommend", "recommendation", "likelihood to recommend", "ltr",
        "score", "rating", "gioi thieu", "diem", "diem nps", "danh gia", "امتیاز", "توصیه",
        "نمره", "پیشنهاد",
      ]
    case .satisfaction:
      ["csat", "satisfaction", "satisfied", "hai long", "muc do hai long", "رضایت"]
    case .effort: ["ces", "effort", "ease", "easy", "no luc", "de dang", "تلاش", "آسانی", "سهولت"]
    case .comment:
      [
        "comment", "comments", "why", "reason", "verbatim", "verbatims", "feedback", "text",
        "remark", "remarks", "review", "y kien", "gop y", "nhan xet", "binh luan", "ly do", "نظر",
        "نظرات", "دیدگاه", "دلیل", "توضیح", "توضیحات", "متن",
      ]
    case .at:
      [
        "date", "time", "at", "timestamp", "datetime", "answered", "submitted", "completed",
        "recorded", "created", "ngay", "thoi gian", "ngay tra loi", "تاریخ", "زمان",
      ]
    case .externalID:
      [
        "id", "response id", "answer id", "submission id", "record id", "external id", "uuid",
        "guid", "survey response id", "ma phan hoi", "ma tra loi", "شناسه", "شناسه پاسخ",
      ]
    case .language: ["language", "lang", "locale", "ngon ngu", "زبان"]
    case .touchpoint, .channel, .unit, .employee, .product: placePhrases(for: meaning)
    case .customer, .amount: purchasePhrases(for: meaning)
    }
  }

  private static func placePhrases(for meaning: Meaning) -> [String] {
    switch meaning {
    case .touchpoint:
      [
        "touchpoint", "touch point", "store", "shop", "branch", "outlet", "location", "stage",
        "journey stage", "diem cham", "cua hang", "chi nhanh", "شعبه", "فروشگاه", "نقطه تماس",
      ]
    case .channel: ["channel", "medium", "kenh", "کانال"]
    case .unit:
      [
        "unit", "department", "team", "business unit", "don vi", "phong ban", "bo phan", "واحد",
        "بخش",
      ]
    case .employee:
      ["employee", "agent", "staff", "clerk", "nhan vien", "کارمند", "کارشناس", "پرسنل"]
    case .product: ["product", "item", "san pham", "محصول", "کالا"]
    default: []
    }
  }

  private static func purchasePhrases(for meaning: Meaning) -> [String] {
    switch meaning {
    case .customer:
      [
        "customer", "customer id", "client", "client id", "member", "member id", "guest", "user",
        "user id", "patient", "account", "buyer", "cust id", "khach", "khach hang", "ma khach",
        "ma khach hang", "مشتری", "کد مشتری", "شماره مشتری", "خریدار", "عضو",
      ]
    case .amount:
      [
        "amount", "total", "spend", "spent", "sales", "sale", "revenue", "value", "price", "paid",
        "dollars", "so tien", "thanh tien", "tong tien", "doanh thu", "gia tri", "مبلغ",
        "مبلغ کل", "فروش", "جمع", "پرداختی",
      ]
    default: []
    }
  }

  /// How well a name fits: 2 says exactly that, 1 has it among its words, 0 does not fit.
  package static func fit(_ folded: String, _ meaning: Meaning) -> Int {
    let padded = " \(folded) "
    var best = 0
    for phrase in phrases(for: meaning) {
      if folded == phrase { return 2 }
      if padded.contains(" \(phrase) ") { best = 1 }
    }
    return best
  }

  /// Lower-case words without accents, one space between them: `ResponseDate`, `response_date` and
  /// `Response date` are one name; `Điểm` is `diem`; Arabic letters count as the Persian ones.
  package static func folded(_ name: String) -> String {
    var spaced = ""
    var wasLower = false
    for character in name {
      if character.isUppercase && wasLower { spaced.append(" ") }
      wasLower = character.isLowercase
      spaced.append(character)
    }
    let plain = spaced.lowercased().folding(options: .diacriticInsensitive, locale: nil)
    var words = ""
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "đ": words.append("d")
      case "ي", "ى": words.append("ی")
      case "ك": words.append("ک")
      case let letter where letter.properties.isAlphabetic || isDigit(letter):
        words.unicodeScalars.append(letter)
      default: words.append(" ")
      }
    }
    return words.split(separator: " ").joined(separator: " ")
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }
}
