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
    parts += days(in: scope)
    if let state {
      // Said in so many words, an index of the few that are not new is known to hold them.
      if state != .new { parts.append("response.state <> 'new'") }
      parts.append("response.state = \(state.rawValue)")
    }
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
  private func days(in scope: AnswerScope) -> [SQL] {
    let named = period?.period(today: scope.today, scope.calendar)
    let from = named?.start ?? from
    let to = named.map { $0.end + -1 } ?? to
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

  /// Every word in one text, in any order.
  private static func condition(for words: String) -> SQL {
    let parts = words.folded.split(whereSeparator: \.isWhitespace).prefix(wordsMax).map {
      word -> SQL in
      let pattern = "%\(LikePattern.escaped(String(word)))%"
      return #"written.folded LIKE \#(pattern) ESCAPE '\'"#
    }
    guard !parts.isEmpty else { return "1 = 1" }
    return """
      response.id IN (SELECT written.response FROM written WHERE \(parts.joined(by: " AND ")))
      """
  }

  /// Words looked for at once; what is typed beyond them does not narrow.
  private static let wordsMax = 12
}

extension AnswerFilter.Flag {
  fileprivate var condition: SQL {
    guard self != .leftOut else {
      return """
        response.flags <> 0 AND (response.flags & \(AnswerFlag.spam.rawValue)) <> 0
          AND (response.flags & \(AnswerFlag.kept.rawValue)) = 0
        """
    }
    let flag = AnswerFlag(name: rawValue) ?? []
    return "response.flags <> 0 AND (response.flags & \(flag.rawValue)) <> 0"
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
}
