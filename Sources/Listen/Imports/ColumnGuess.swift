import Kernel
import Tabular

/// Guesses which column goes where, from the names of the columns and from what stands in them.
///
/// A name alone is not enough where values can tell: a column named “score” is no score when it
/// holds words. What nobody recognises is left out, so that no personal data comes in by accident.
struct ColumnGuess {
  private let definition: SurveyDefinition
  private let sample: ColumnSample

  init(_ definition: SurveyDefinition, _ sample: ColumnSample) {
    self.definition = definition
    self.sample = sample
  }

  private struct Candidate {
    let column: Int
    let field: ImportField
    let strength: Int
  }

  /// The fields of columns by their places; what was asked for is left alone.
  func fields(of header: Header, asked: [Int: ImportField?]) -> [Int: ImportField] {
    let taken = Set(asked.values.compactMap(\.self))
    var candidates: [Candidate] = []
    for (place, name) in header.names.enumerated() where asked[place] == nil {
      let traits = sample.traits(of: place)
      let folded = ColumnWords.folded(name)
      for field in allFields where !taken.contains(field) {
        let strength = strength(of: field, folded, traits)
        if strength > 0 {
          candidates.append(Candidate(column: place, field: field, strength: strength))
        }
      }
    }
    var fields: [Int: ImportField] = [:]
    // Of equals, the first column and the first field win.
    let sorted = candidates.enumerated().sorted {
      $0.element.strength != $1.element.strength
        ? $0.element.strength > $1.element.strength : $0.offset < $1.offset
    }
    for (_, candidate) in sorted where fields[candidate.column] == nil {
      if !fields.values.contains(candidate.field) { fields[candidate.column] = candidate.field }
    }
    addScores(to: &fields, header, besides: asked)
    return fields
  }

  /// A recommend question that no name led to takes the one column that holds nothing but scores.
  private func addScores(
    to fields: inout [Int: ImportField],
    _ header: Header,
    besides asked: [Int: ImportField?]
  ) {
    let given = asked.values.compactMap(\.self) + fields.values
    for question in definition.questions where !given.contains(.answer(question.key)) {
      guard question.kind.recommendScale != nil, let scale = question.kind.scale else { continue }
      let free = header.names.indices.filter { place in
        guard asked[place] == nil, fields[place] == nil else { return false }
        let traits = sample.traits(of: place)
        return traits.share(on: scale) >= 0.95 && traits.wholeNumbers.count >= 3
      }
      if free.count == 1 { fields[free[0]] = .answer(question.key) }
    }
  }

  private var allFields: [ImportField] {
    definition.questions.map { .answer($0.key) } + ImportField.standard
      + definition.attributes.filter { AnswerContext.Dimension(rawValue: $0.name) == nil }
      .map { .attribute($0.name) }
  }

  /// 0 for a column that is not this field.
  private func strength(of field: ImportField, _ name: String, _ traits: ColumnTraits) -> Int {
    switch field {
    case .answer(let key): return strength(ofAnswer: key, name, traits)
    case .at:
      guard traits.count == 0 || traits.dateShare >= 0.9 else { return 0 }
      let fit = ColumnWords.fit(name, .at)
      if fit > 0 { return 50 + 10 * fit }
      // Eight digits may be a number as well as a day.
      return traits.dateShare >= 0.95 && traits.wholeShare < 0.5 ? 30 : 0
    case .externalID:
      return ColumnWords.fit(name, .externalID) == 2 && traits.isUnique ? 70 : 0
    case .language:
      return traits.languageShare >= 0.8 ? 50 * ColumnWords.fit(name, .language) : 0
    case .dimension(let dimension):
      let fit = ColumnWords.fit(name, Self.meaning(of: dimension))
      return isShort(traits) && fit > 0 ? 40 + 10 * fit : 0
    case .attribute(let attribute):
      return name == ColumnWords.folded(attribute) ? 90 : 0
    }
  }

  private static func meaning(of dimension: AnswerContext.Dimension) -> ColumnWords.Meaning {
    switch dimension {
    case .touchpoint: .touchpoint
    case .channel: .channel
    case .unit: .unit
    case .employee: .employee
    case .product: .product
    }
  }

  private func isShort(_ traits: ColumnTraits) -> Bool {
    traits.length <= 60
  }

  private func strength(ofAnswer key: String, _ name: String, _ traits: ColumnTraits) -> Int {
    guard let question = definition.question(key) else { return 0 }
    let isNamed = name == ColumnWords.folded(key)
    if let scale = question.kind.scale {
      guard traits.count == 0 || traits.share(on: scale) >= 0.8 else { return 0 }
      if isNamed { return 100 }
      let fit = Self.meaning(of: question.kind).map { ColumnWords.fit(name, $0) } ?? 0
      return fit > 0 ? 60 + 10 * fit : 0
    }
    if isNamed { return 100 }
    guard question.kind == .longText, traits.wholeShare < 0.5, traits.dateShare < 0.5 else {
      return 0
    }
    let fit = ColumnWords.fit(name, .comment)
    if fit > 0 { return 60 + 10 * fit }
    return traits.length >= 25 && traits.sentenceShare >= 0.6 ? 20 : 0
  }

  private static func meaning(of kind: QuestionKind) -> ColumnWords.Meaning? {
    switch kind {
    case .recommend0To10, .recommend1To10: .recommend
    case .satisfaction1To5: .satisfaction
    case .effort1To7: .effort
    default: nil
    }
  }
}
