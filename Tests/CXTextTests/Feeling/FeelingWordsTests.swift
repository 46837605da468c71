import Testing

@testable import CXText

/// What listed words say of comments that came without scores.
struct FeelingWordsTests {
  private func feeling(_ comment: String) -> CommentFeeling {
    var reader = FeelingReader()
    return reader.feeling(of: comment)
  }

  @Test(arguments: [
    "The staff were friendly and helpful", "No problems at all", "Never had any problems with them",
    "Could not be happier", "😊😊", "Cannot fault the service", "it just works",
    "Sản phẩm đẹp, giao hàng nhanh", "Không chê vào đâu được", "thầy dạy rất dễ hiểu",
    "shop nhiệt tình lắm ạ", "máy chạy mượt, không lag", "hang dep, rat tot",
    "غذا خیلی خوشمزه بود", "کیفیتش حرف نداره", "ممنون از ارسال به موقع", "هیچ مشکلی نداشت، راضیم",
    "بد نبود، راضی بودم",
  ])
  func `praise is positive`(comment: String) {
    #expect(feeling(comment).whole.feeling == .positive, "\(comment)")
  }

  @Test(arguments: [
    "Waited two hours, terrible", "not very good", "The router is not reliable", "never again",
    "It does not work", "staff weren't helpful", "😡", "The worst company I ever dealt with",
    "Không hài lòng", "sản phẩm không đẹp như hình", "giao hàng chậm quá", "máy hay bị lag",
    "chưa thực sự tốt", "thất vọng, đừng mua", "phục vụ ko nhiệt tình",
    "غذا سرد بود", "خوب نبود", "اصلا راضی نیستم", "کیفیت خوبی نداشت", "خیلی دیر رسید و بی مزه بود",
    "دوست نداشتم",
  ])
  func `complaint is negative`(comment: String) {
    #expect(feeling(comment).whole.feeling == .negative, "\(comment)")
  }

  @Test(arguments: [
    "", "   ", "I called on Monday", "Tôi mua máy này hôm qua", "دیروز سفارش دادم", "12345",
  ])
  func `where no word says anything nothing is told`(comment: String) {
    #expect(feeling(comment).whole.feeling == .neutral)
    #expect(!feeling(comment).isBoth)
  }

  @Test(arguments: [
    ("The food was cold, but the driver was kind", [-1, 1]),
    ("Great phone, the battery is awful", [1, -1]),
    ("đồ ăn ngon nhưng phục vụ chậm", [1, -1]),
    ("máy đẹp, pin thì quá yếu", [1, -1]),
    ("غذا خوشمزه بود ولی خیلی دیر رسید", [1, -1]),
    ("کیفیت افتضاح، پیک مودب بود", [-1, 1]),
    ("The food was great and the staff rude", [1, -1]),
    ("The food was great and the staff lovely", [1]),
    ("đồ ăn ngon và phục vụ tệ", [1, -1]),
    ("غذا خوشمزه و پیک بی‌ادب بود", [1, -1]),
  ])
  func `clauses have their own feelings, opposite ones make both`(comment: String, parts: [Int]) {
    let found = feeling(comment)
    #expect(found.clauses.map(\.feeling.rawValue) == parts, "\(comment)")
    #expect(found.isBoth == (parts.count > 1))
  }

  @Test func `an opinion is told more surely the stronger it is`() {
    let (good, better) = (feeling("good"), feeling("absolutely fantastic"))
    #expect(better.whole.positive > good.whole.positive)
    #expect(good.whole.positive > feeling("a bit better").whole.positive - 0.2)
  }

  @Test func `probabilities are shares, whatever is written`() {
    for comment in SampleComments.odd + SampleComments.random(300, seed: 5) {
      let found = feeling(comment)
      for estimate in [found.whole] + found.clauses.map(\.estimate) {
        let each = [estimate.negative, estimate.neutral, estimate.positive]
        #expect(each.allSatisfy { $0 >= 0 && $0 <= 1 })
        #expect(abs(each.reduce(0, +) - 1) < 1e-9)
      }
      #expect(found.clauses.map(\.words) == CommentReader().read(comment).clauses)
    }
  }

  @Test func `no word is on two lists of a language`() {
    for lists in FeelingWordLists.all {
      let words = FeelingWords.Kind.allCases.flatMap { $0.words(of: lists) }
        .map { $0.split(separator: " ").joined(separator: " ") }
      #expect(!words.isEmpty && words.allSatisfy { !$0.isEmpty })
      let twice = Dictionary(grouping: words) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
      #expect(twice.isEmpty, "\(twice)")
    }
  }
}
