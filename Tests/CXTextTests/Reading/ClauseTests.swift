import CXText
import Testing

struct ClauseTests {
  private func parts(_ comment: String, _ ranges: (ReadComment) -> [Range<Int>]) -> [String] {
    let read = CommentReader().read(comment)
    let found = ranges(read)
    #expect(found.allSatisfy { !$0.isEmpty })
    #expect(Array(found.joined()) == Array(read.words.indices))
    let bytes = Array(comment.utf8)
    return found.map {
      let source =
        read.words[$0.lowerBound].source
        .lowerBound..<read.words[$0.upperBound - 1].source
        .upperBound
      return String(decoding: bytes[source], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("Great food! :) Slow staff...", ["Great food! :)", "Slow staff..."]),
    ("Dr. Lan was kind. See e.g. room 3.5", ["Dr. Lan was kind.", "See e.g. room 3.5"]),
    ("máy đẹp\npin yếu\r\n\nsạc chậm", ["máy đẹp", "pin yếu", "sạc chậm"]),
    ("ngon<br>rẻ", ["ngon", "rẻ"]),
    ("غذا سرد بود. پیک دیر رسید؟!", ["غذا سرد بود.", "پیک دیر رسید؟!"]),
    ("", []), ("...", ["..."]), ("no end", ["no end"]),
  ])
  func `cuts sentences`(comment: String, expected: [String]) {
    #expect(parts(comment, \.sentences) == expected)
  }

  @Test(arguments: [
    ("food cold, driver kind", ["food cold,", "driver kind"]),
    (
      "The room was nice but the staff were rude", ["The room was nice", "but the staff were rude"]
    ),
    ("nice, clean, quiet", ["nice, clean, quiet"]), ("But it works", ["But it works"]),
    ("đồ ăn ngon nhưng phục vụ chậm", ["đồ ăn ngon", "nhưng phục vụ chậm"]),
    ("pin tốt mặc dù máy nóng", ["pin tốt", "mặc dù máy nóng"]),
    ("máy vẫn còn mới còn pin yếu", ["máy vẫn còn mới", "còn pin yếu"]),
    ("nhân viên tốt - giá hơi cao", ["nhân viên tốt -", "giá hơi cao"]),
    ("کیفیت خوب بود اما دیر رسید", ["کیفیت خوب بود", "اما دیر رسید"]),
    ("غذا خوب بود، پیک بی ادب بود", ["غذا خوب بود،", "پیک بی ادب بود"]),
    ("game mượt (pin hơi yếu)", ["game mượt", "(pin hơi yếu)"]),
    ("خوشمزه بود فقط", ["خوشمزه بود فقط"]),
    ("sẽ còn ủng hộ shop", ["sẽ còn ủng hộ shop"]),
    ("طعم عالی هرچند گرون بود", ["طعم عالی", "هرچند گرون بود"]),
  ])
  func `cuts clauses`(comment: String, expected: [String]) {
    #expect(parts(comment, \.clauses) == expected)
  }

  @Test func `cuts in time that grows with the words`() {
    let comment = String(repeating: "a b, c d but e. ", count: 20_000)
    #expect(parts(comment, \.sentences).count == 20_000)
    #expect(parts(comment, \.clauses).count == 60_000)
  }
}
