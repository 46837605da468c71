import CXText
import Testing

struct LanguageGuessTests {
  @Test(arguments: [
    ("Nhân viên rất nhiệt tình", "vi"), ("san pham rat tot", "vi"),
    ("giao hang nhanh lam shop oi", "vi"),
    ("sp ko dùng đc", "vi"), ("máy chơi game rất ok, camera đẹp", "vi"), ("khong hai long", "vi"),
    ("غذا سرد بود", "fa"), ("کیفیت گوشی بد نبود", "fa"), ("خیلی خوب", "fa"), ("پیک دیر رسید", "fa"),
    ("The driver was rude", "en"), ("easy to use app", "en"), ("too long to fix", "en"),
    ("Took ages, no reply", "en"), ("hot food nice staff", "en"), ("can not log in", "en"),
    ("الخدمة ممتازة جدا شكرا لكم", "other"), ("هذا المطعم ليس جيد", "other"),
    ("Le service est très lent et cher", "other"), ("Очень хороший сервис", "other"),
    ("Das Essen war sehr gut", "other"), ("La comida es muy buena", "other"), ("서비스가 좋아요", "other"),
    ("hàng ok", "vi"), ("app hay bi loi", "vi"), ("مرسی 🌹", "fa"), ("کھانا بہت اچھا تھا", "other"),
    ("Ürün çok güzel ama kargo geç geldi", "other"), ("", "other"), ("😍😍", "other"),
    ("12345", "other"),
    ("Nhân viên rất nhiệt tình nhưng the food was really cold and late", "mixed"),
    ("غذا خیلی سرد بود the driver was really rude to me", "mixed"),
  ])
  func `tells the language of a short comment`(comment: String, expected: String) {
    let guess = LanguageGuess(of: comment)
    #expect(guess.language.rawValue == expected)
    #expect((0...1).contains(guess.confidence))
  }

  @Test func `names the languages of a mixed comment`() {
    let guess = LanguageGuess(of: "غذا خیلی سرد بود the driver was really rude to me")
    #expect(Set(guess.languages) == [.persian, .english])
    #expect(LanguageGuess(of: "غذا سرد بود").languages == [.persian])
  }

  @Test func `is surer of more words`() {
    let short = LanguageGuess(of: "tot")
    let long = LanguageGuess(of: "san pham rat tot giao hang nhanh nhan vien nhiet tinh")
    #expect(long.confidence > short.confidence && long.confidence > 0.9)
  }
}
