import CXText
import Foundation
import Testing

/// Files of real comments, which are no part of this project.
private let data: URL? = {
  let path = ProcessInfo.processInfo.environment["TOUCHSTONE_DATA"]
  return path.map { URL(filePath: $0, directoryHint: .isDirectory) }
}()

struct LanguageOnCommentsTests {
  struct Collection: Sendable, CustomTestStringConvertible {
    let file: String
    let language: String
    let isTabbed: Bool
    let column: Int

    var testDescription: String { file }
  }

  static let collections = [
    Collection(file: "uit_vsfc/train.tsv.gz", language: "vi", isTabbed: true, column: 1),
    Collection(file: "snappfood_devtest/dev.tsv.gz", language: "fa", isTabbed: true, column: 0),
    Collection(
      file: "telco_nps_verbatims/verbatims_public.tsv.gz",
      language: "en",
      isTabbed: true,
      column: 5
    ),
  ]

  @Test(.enabled(if: data != nil, "skipped: TOUCHSTONE_DATA not found"), arguments: collections)
  func `is right about ten words of real comments`(collection: Collection) throws {
    let folder = try #require(data)
    var right = 0
    var all = 0
    for line in try unpacked(folder.appending(path: collection.file)).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > collection.column else { continue }
      let words = cells[collection.column].split(separator: " ").filter {
        $0.contains(where: \.isLetter)
      }
      guard words.count >= 10 else { continue }
      all += 1
      let text = words.prefix(10).joined(separator: " ")
      if LanguageGuess(of: text).language.rawValue == collection.language { right += 1 }
    }
    #expect(all > 500)
    #expect(Double(right) >= 0.99 * Double(all))
  }

  private func unpacked(_ file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("thầy dạy rất dễ hiểu và luôn quan tâm đến sinh viên", "vi"),
    ("thay day rat de hieu va luon quan tam den sinh vien", "vi"),
    ("phòng học nóng, máy chiếu mờ, em mong nhà trường sửa sớm", "vi"),
    ("hang giao cham qua minh cho ca tuan moi nhan duoc", "vi"),
    ("غذا خیلی دیر رسید و وقتی رسید کاملا سرد شده بود", "fa"),
    ("گوشی خوبیه ولی باتری خیلی زود تموم میشه و داغ میکنه", "fa"),
    ("my flight was late again and nobody told us what happened", "en"),
    ("the new router works well but it took weeks to arrive", "en"),
    ("le personnel est très gentil mais la chambre était trop petite", "other"),
    ("das Zimmer war sauber und das Frühstück hat uns gut geschmeckt", "other"),
    ("الطعام كان باردا جدا ولم يصل في الوقت المحدد الى البيت", "other"),
  ])
  func `is right about ten words of our own`(comment: String, language: String) {
    #expect(LanguageGuess(of: comment).language.rawValue == language)
  }
}
