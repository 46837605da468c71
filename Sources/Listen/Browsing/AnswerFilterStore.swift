import Kernel
import Storage

extension AnswerFilter {
  /// What follows `WHERE`; nil where nothing can match.
  func condition(in scope: AnswerScope) -> SQL? {
    guard !isImpossible else { return nil }
    var parts: [SQL] = []
    if let survey {
      guard let known = scope.survey(survey) else { return nil }
      parts.append("response.survey = \(known.id)")
    }
    parts += days
    if let state { parts.append("response.state = \(state.rawValue)") }
    if let flag { parts.append(flag.condition) }
    if let band {
      guard let condition = Self.condition(for: band, in: scope) else { return nil }
      parts.append(condition)
    }
    parts += places.map(\.condition)
    if let words { parts.append(Self.condition(for: words)) }
    return parts.isEmpty ? "1 = 1" : parts.joined(by: " AND ")
  }

  /// Days are the business's own; the moments around them let an index find the place.
  private var days: [SQL] {
    var parts: [SQL] = []
    if let from {
      let moment = Int64(from.rawValue - 1) * Self.dayMilliseconds
      parts.append("response.at >= \(moment) AND response.day >= \(from)")
    }
    if let to {
      let moment = Int64(to.rawValue + 2) * Self.dayMilliseconds
      parts.append("response.at < \(moment) AND response.day <= \(to)")
    }
    return parts
  }

  private static let dayMilliseconds: Int64 = 86_400_000

  private static func condition(for band: ScoreBand, in scope: AnswerScope) -> SQL? {
    let ranges = Dictionary(grouping: scope.leads) { $0.kind.points(of: band) }
    let parts = ranges.sorted { ($0.key?.lowerBound ?? 0) < ($1.key?.lowerBound ?? 0) }
      .compactMap { range, questions -> SQL? in
        guard let range else { return nil }
        return """
          (banded.question IN \(list: questions.map(\.id))
            AND banded.points BETWEEN \(range.lowerBound) AND \(range.upperBound))
          """
      }
    guard !parts.isEmpty else { return nil }
    return """
      EXISTS (SELECT 1 FROM answer banded
        WHERE banded.response = response.id AND (\(parts.joined(by: " OR "))))
      """
  }

  private static func condition(for words: String) -> SQL {
    let parts = LikePattern.spellings(of: words).flatMap { spelling -> [SQL] in
      let comment = "%\(LikePattern.escaped(spelling))%"
      let other = "%\"other\":\"%\(LikePattern.escaped(spelling))%"
      return [
        #"lower(written.comment) LIKE \#(comment) ESCAPE '\'"#,
        #"lower(written.choices) LIKE \#(other) ESCAPE '\'"#,
      ]
    }
    return """
      EXISTS (SELECT 1 FROM answer written
        WHERE written.response = response.id AND (\(parts.joined(by: " OR "))))
      """
  }
}

extension AnswerFilter.Flag {
  fileprivate var condition: SQL {
    guard self != .leftOut else {
      return """
        (response.flags & \(AnswerFlag.spam.rawValue)) <> 0
          AND (response.flags & \(AnswerFlag.kept.rawValue)) = 0
        """
    }
    let flag = AnswerFlag(name: rawValue) ?? []
    return "(response.flags & \(flag.rawValue)) <> 0"
  }
}

extension AnswerFilter.Place {
  private static let columns: [String: SQL] = [
    "touchpoint": "response.touchpoint", "channel": "response.channel",
    "unit": "response.unit", "employee": "response.employee", "product": "response.product",
    "language": "response.language",
  ]

  /// A survey's own attributes lie in one text, each as its name, role and value.
  fileprivate var condition: SQL {
    if let column = Self.columns[dimension] {
      return "coalesce(\(column), '') IN \(list: values)"
    }
    let parts = values.map { value -> SQL in
      guard !value.isEmpty else {
        let named = "%\"\(LikePattern.escaped(dimension))\":[%"
        return #"coalesce(response.attributes, '') NOT LIKE \#(named) ESCAPE '\'"#
      }
      let pairs = AttributeRole.allCases.map { role -> SQL in
        var object = JSONObject()
        object[dimension] = [.string(role.rawValue), .string(value)]
        let member = JSON.object(object).serialized().dropFirst().dropLast()
        let pattern = "%\(LikePattern.escaped(String(member)))%"
        return #"response.attributes LIKE \#(pattern) ESCAPE '\'"#
      }
      return "(\(pairs.joined(by: " OR ")))"
    }
    return "(\(parts.joined(by: " OR ")))"
  }
}

/// Texts as `LIKE` wants them, with `\` as the escape.
enum LikePattern {
  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
  }

  /// A text in the ways people write it, its ASCII letters small.
  ///
  /// `lower` knows ASCII alone on one of the databases; Arabic letters stand in for Persian ones on
  /// many keyboards.
  static func spellings(of text: String) -> [String] {
    let small = text.lowercased()
    let capital = small.prefix(1).uppercased() + small.dropFirst()
    let cases = [text, small, capital, text.uppercased()]
    let scripts = cases.flatMap { spelling in
      [
        spelling, spelling.replacing("ی", with: "ي").replacing("ک", with: "ك"),
        spelling.replacing("ي", with: "ی").replacing("ك", with: "ک"),
      ]
    }
    return Set(scripts.map(asciiSmall)).sorted()
  }

  private static func asciiSmall(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          ("A"..."Z").contains(scalar)
            ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
        }
      )
    )
  }
}
