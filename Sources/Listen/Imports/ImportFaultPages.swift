import Kernel
import Web

extension ImportFault {
  /// Why the line was left out, in the reader's language.
  func reason(in language: Language) -> String {
    let words = Catalogue.of(language)
    guard let wording else { return words["import.refusal.record"] }
    let gaps = wording.gaps.map { name, value in
      let number = name == "cell" ? nil : Int(value)
      return (name, number.map { NumberText.integer($0, in: language) } ?? value)
    }
    return words.text("import.refusal.\(wording.code.rawValue)", Dictionary(gaps) { $1 })
  }
}

extension ImportPreview.Verdict {
  /// What a row was understood as, or why it was not, in the reader's language.
  func text(in language: Language) -> String {
    let words = Catalogue.of(language)
    switch reading {
    case .taken: return text
    case .refused(let fault):
      let reason = fault.reason(in: language)
      return fault.column.map { "\u{2068}\($0)\u{2069}: \(reason)" } ?? reason
    case .known: return words["import.known_row"]
    case .repeated(let firstLine):
      return words.text(
        "import.repeated_row",
        ["line": NumberText.integer(firstLine, in: language)]
      )
    }
  }
}
