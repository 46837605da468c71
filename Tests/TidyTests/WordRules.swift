/// Words and calls that have no place here, each with what to use instead.
enum WordRules {
  struct Banned: Sendable {
    let pattern: String
    let instead: String
    /// What stands right before a match and makes it another word.
    var isFree: @Sendable (Character) -> Bool = { _ in false }
    /// Files in which it may stand.
    var isAllowed: @Sendable (HouseFile) -> Bool = { _ in false }
  }

  /// Looked for in the code of Swift files under `Sources`.
  static let calls = [
    Banned(
      pattern: #"\b(?:debugPrint|print)\("#,
      instead: "return the text to the command that asked, or log it",
      isFree: { $0 == "." },
      isAllowed: {
        $0.lastWord == "Commands" || $0.target == "touchstone"
          || $0.target?.hasSuffix("Testing") == true
      }
    ),
    Banned(pattern: #"\btry!"#, instead: "throw, or say by precondition why it cannot fail"),
    Banned(pattern: #"\bfatalError\("#, instead: "throw, or say by precondition why it cannot be"),
    Banned(pattern: #"\bJSONDecoder\b"#, instead: "read with Kernel's JSON, which refuses NUL"),
    Banned(pattern: #"\bTask\.detached\b"#, instead: "a task group or a service that is awaited"),
  ]

  /// Looked for in the code of Swift files under `Tests`.
  static let testCalls = [
    Banned(pattern: #"\bimport XCTest\b"#, instead: "Swift Testing"),
    Banned(
      pattern: #"\b(?:Task|Thread)\.sleep\b|\bu?sleep\("#,
      instead: "wait for what is to happen, not for time to pass"
    ),
    Banned(
      pattern: #"@Test\b(?:\((?:[^()]|\([^()]*\))*\))?\s*(?:@\w+\s+)*func\s+[A-Za-z_]"#,
      instead: "a sentence in backticks as the test's name"
    ),
  ]

  /// Looked for in every text of the checkout. Spelt in halves, so that this file is free of them.
  static let texts = [
    Banned(
      pattern: #"\b(?:TO"# + #"DO|FIX"# + #"ME|XX"# + #"X|HA"# + #"CK)\b"#,
      instead: "do it now, or open a ticket"
    ),
    Banned(pattern: "(?i)lorem" + " ipsum", instead: "words that somebody might really read"),
    Banned(
      pattern: #"(?i)(?:pypi|pythonhosted|npmjs|yarnpkg|crates|rubygems|maven|debian|golang)"#
        + #"\.(?:org|io|com|apache\.org)\b"#,
      instead: "the package's name; the ordinary client knows where it lies"
    ),
    Banned(
      pattern: #"/(?:work|root|home/\w+|Users/\w+)/"#,
      instead: "a path relative to the checkout",
      isFree: { $0.isLetter || $0.isNumber || "._-~}$".contains($0) }
    ),
  ]

  static func complaints(about file: HouseFile) throws -> [String] {
    var complaints = try found(texts, in: file, searching: file.text)
    if file.path.hasSuffix(".swift") {
      let lists = ["Sources": calls, "Tests": testCalls]
      let list = file.path.split(separator: "/").first.flatMap { lists[String($0)] } ?? []
      complaints += try found(list, in: file, searching: file.code)
    }
    return complaints
  }

  private static func found(
    _ list: [Banned],
    in file: HouseFile,
    searching text: String
  ) throws -> [String] {
    try list.filter { !$0.isAllowed(file) }.flatMap { banned in
      try text.matches(of: Regex(banned.pattern)).compactMap { match in
        if let before = text[..<match.range.lowerBound].last, banned.isFree(before) { return nil }
        let line = text[..<match.range.lowerBound].count { $0 == "\n" } + 1
        let words = text[match.range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "\(file.path):\(line): not “\(words)”; instead: \(banned.instead)"
      }
    }
  }
}
