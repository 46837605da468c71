import CXText
import Testing

struct SearchFormTests {
  @Test(arguments: [
    ("khong hai long", "Tôi KHÔNG HÀI LÒNG chút nào", ["KHÔNG HÀI LÒNG"]),
    ("khong hai long", "ko hai long", ["ko hai long"]), ("Dong", "Đồng và đông", ["Đồng", "đông"]),
    ("không hài lòng", "khong hai long ve dich vu", ["khong hai long"]),
    ("hàng", "hãng này hàng đẹp", ["hàng"]), ("hang", "hãng này hàng đẹp", ["hãng", "hàng"]),
    ("hoà", "phở Hòa", ["Hòa"]), ("nhan", "nhanh", []),
    ("کتابها", "كتاب ها و کتاب\u{200C}ها", ["كتاب ها", "کتاب\u{200C}ها"]),
    ("غذا", "غذاهای خوب", ["غذاهای"]), ("قران", "قرآن", ["قرآن"]),
    ("1000", "۱۰۰۰ یا 1,000", ["۱۰۰۰", "1,000"]),
    ("cafe", "Café CAFE\u{301}", ["Café", "CAFE\u{301}"]),
    ("deliver", "Delivery late", ["Delivery"]),
    ("don't", "I dont know", ["dont"]), ("cold food", "cold, food", ["cold, food"]), ("", "a", []),
    ("!!", "a!!", []), ("😍", "ok 😍👍", ["😍"]),
  ])
  func `finds what was meant`(query: String, text: String, expected: [String]) {
    let found = SearchForm(query).ranges(in: text).map { String(text[$0]) }
    #expect(found == expected)
  }

  @Test func `a query without tones says whether it is there`() {
    #expect(SearchForm("giao hang").isFound(in: "Giao hàng nhanh"))
    #expect(!SearchForm("giao hàng").isFound(in: "giáo hang nhanh"))
  }
}
