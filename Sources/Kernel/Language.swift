/// A language that pages speak; each is the equal of the others.
package enum Language: String, CaseIterable, Hashable, Sendable, Codable {
  case english = "en"
  case vietnamese = "vi"
  case persian = "fa"

  package var isRightToLeft: Bool { self == .persian }

  /// The value of the `dir` attribute.
  package var direction: String { isRightToLeft ? "rtl" : "ltr" }

  /// The language's name in itself.
  package var ownName: String {
    switch self {
    case .english: "English"
    case .vietnamese: "Tiếng Việt"
    case .persian: "فارسی"
    }
  }

  /// Reads `fa`, `fa-IR` or `FA_ir`; nil for a language that is not spoken here.
  package init?(tag: some StringProtocol) {
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    self.init(rawValue: primary)
  }

  /// The first language of an `Accept-Language` header, by its weights, that `offered` has.
  package static func preferred(by header: String, among offered: [Language]) -> Language? {
    let wishes = header.prefix(500).split(separator: ",").prefix(20).enumerated().compactMap {
      order,
      part -> (language: Language, weight: Double, order: Int)? in
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " } }
      guard let tag = pieces.first, let language = Language(tag: tag) else { return nil }
      let weight =
        pieces.dropFirst().first { $0.hasPrefix("q=") }
        .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      return weight > 0 ? (language, weight, order) : nil
    }
    return
      wishes
      .sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.order < $1.order }
      .first { offered.contains($0.language) }?.language
  }
}
