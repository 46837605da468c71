import Kernel

/// One language's texts as they were typed.
struct TextForm: Sendable {
  /// Empty where ours are to stand.
  private(set) var typed: [TextKey: String] = [:]
  private(set) var tooLong: [TextKey: Int] = [:]
  private(set) var unfit: Set<TextKey> = []

  init(_ words: [String: String]) {
    for key in TextKey.allCases { typed[key] = words[key.rawValue] ?? "" }
  }

  /// - Parameter field: the value of a field; `reset` names a text that is to be ours again.
  init(_ field: (String) -> String?) {
    let reset = field("reset").flatMap(TextKey.init)
    for key in TextKey.allCases {
      let text = key == reset ? "" : AnswerText.trimmed(field(key.rawValue) ?? "")
      typed[key] = text
      if AnswerText.isLonger(text, than: key.limit) {
        tooLong[key] = AnswerText.characters(in: text)
      } else if AnswerText.hasControls(text) {
        unfit.insert(key)
      }
    }
  }

  var hasTrouble: Bool { !tooLong.isEmpty || !unfit.isEmpty }

  /// What is to be kept: only what the business said itself.
  var words: [String: String] {
    Dictionary(
      uniqueKeysWithValues: typed.filter { !$0.value.isEmpty }.map { ($0.key.rawValue, $0.value) }
    )
  }
}
