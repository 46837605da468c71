import Foundation
import Kernel
import Testing

@testable import Listen

/// What is refused is told in the person's own language.
struct RefusalSentenceTests {
  static let languages = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Web/Languages")

  @Test(arguments: Language.allCases)
  func `has a sentence for every code`(language: Language) throws {
    let file = Self.languages.appending(path: "\(language.rawValue).json")
    let catalogue = try JSON.parse([UInt8](Data(contentsOf: file)))
    for code in AnswerFault.Code.allCases {
      let sentence = try #require(catalogue[code.catalogueKey]?.string, "\(code.catalogueKey)")
      let gaps = sentence.matches(of: #/\{(\w+)\}/#).map { String($0.output.1) }
      #expect(gaps == Self.gaps[code] ?? [])
    }
  }

  /// The gaps that faults of a code always fill.
  private static let gaps: [AnswerFault.Code: [String]] = [
    .offScale: ["low", "high"], .tooLong: ["limit"],
  ]
}
