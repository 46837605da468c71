import CXMetrics
import Kernel
import Tabular

/// What is asked of a file of expectations and perceptions.
struct GapQuestion: Sendable {
  /// What stands before the number of an item in the names of its two columns.
  var expectation = "E"
  var perception = "P"

  /// The items of each dimension; empty for SERVQUAL's own.
  var dimensions: [(name: String, items: [Int])] = []

  /// Points by the names of the dimensions; empty for the usual ones.
  var weights: [(name: String, points: Double)] = []

  /// Columns with the points that a respondent gave each dimension, in their order.
  var points: [String] = []
  var negativeItems: Set<Int> = []
  var scale = ServiceQualityItem.agreement
  var confidence = Confidence.standard

  init() {}

  /// Of a file whose pairs were recognised: SERVQUAL where there are 22, else all items together.
  init(recognisedItems items: Int) {
    if items != ServiceQualityItem.count { dimensions = [("all", Array(1...max(1, items)))] }
  }

  /// The columns of both answers, item by item: from 1 up until a number is missing.
  func pairs(in header: Header) -> [(expectation: Int, perception: Int)] {
    let places = Dictionary(
      header.names.enumerated().map { ($1.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var pairs: [(expectation: Int, perception: Int)] = []
    while let expected = places["\(expectation.lowercased())\(pairs.count + 1)"],
      let perceived = places["\(perception.lowercased())\(pairs.count + 1)"]
    {
      pairs.append((expected, perceived))
    }
    return pairs
  }

  /// - Throws: `WrongUsage` where the question does not fit as many items.
  func questionnaire(items: Int) throws(WrongUsage) -> GapQuestionnaire {
    guard items > 0 else {
      throw WrongUsage(
        reason: "there are no pairs of columns \(expectation)1 and \(perception)1, \(expectation)2 "
          + "and \(perception)2, …; --expectation and --perception say how they are named"
      )
    }
    if dimensions.isEmpty && items != ServiceQualityItem.count {
      throw WrongUsage(
        reason:
          "the file has \(items) pairs, SERVQUAL \(ServiceQualityItem.count); say which items "
          + "belong together, such as --map reliability=1-3 --map tangibles=22-24"
      )
    }
    let named =
      dimensions.isEmpty
      ? ServiceQualityDimension.allCases.map { ($0.rawValue, Array($0.items)) } : dimensions
    do throws(MetricRefusal) {
      return try GapQuestionnaire(
        items: items,
        dimensions: named,
        weights: try points(of: named.map(\.0)),
        negativeItems: negativeItems,
        scale: scale
      )
    } catch {
      throw WrongUsage(
        reason:
          "the dimensions do not fit the \(items) items of the file: each needs at least one, "
          + "and weights are 0 or more, not all 0"
      )
    }
  }

  /// Given ones; else the usual ones where the dimensions are SERVQUAL's, and none otherwise.
  private func points(of names: [String]) throws(MetricRefusal) -> [Double]? {
    if weights.isEmpty {
      let usual = names.map {
        ServiceQualityDimension(rawValue: $0).map { DimensionWeights.usual[$0] }
      }
      return names.count == ServiceQualityDimension.allCases.count && !usual.contains(nil)
        ? usual.compactMap(\.self) : nil
    }
    guard Set(weights.map(\.name)) == Set(names), weights.count == names.count else {
      throw .lengthMismatch
    }
    return names.map { name in weights.first { $0.name == name }?.points ?? 0 }
  }
}

/// The gaps of a file of expectations and perceptions.
struct GapFile: Sendable {
  let rows: AnswerRows
  let survey: GapSurvey
  let confidence: Confidence

  /// - Throws: `WrongUsage` and `Header.UnknownColumn` for a question that the file does not fit,
  ///   `TabularError` for a file that cannot be read.
  init(_ path: String, _ question: GapQuestion) throws {
    var survey: GapSurvey?
    var items = 0
    rows = try AnswerRows(path) { header in
      let pairs = question.pairs(in: header)
      items = pairs.count
      let questionnaire = try question.questionnaire(items: items)
      survey = GapSurvey(questionnaire)
      let points = try question.points.map { try header.column(named: $0) }
      guard points.isEmpty || points.count == questionnaire.dimensions.count else {
        throw WrongUsage(
          reason: "--points names \(points.count) columns for "
            + "\(questionnaire.dimensions.count) dimensions"
        )
      }
      return pairs.map(\.expectation) + pairs.map(\.perception) + points
    } take: { cells in
      let points = cells[(2 * items)...].map { $0.flatMap { $0.isNaN ? nil : $0 } }
      try survey?.add(
        expectations: Array(cells[..<items]),
        perceptions: Array(cells[items..<(2 * items)]),
        points: points.isEmpty ? nil : points
      )
    }
    self.survey = survey ?? GapSurvey(.servqual)
    confidence = question.confidence
  }

  /// The paired test of a dimension; nil for fewer than two respondents.
  func test(_ place: Int) -> PairedGapTest? { try? PairedGapTest(survey.pairs[place]) }

  /// Cronbach's alpha of a dimension's gaps.
  func alpha(_ place: Int) -> Double? {
    (try? CronbachAlpha(survey.covariances[place], confidence: confidence))?.value
  }

  /// What `servqual --json` prints.
  var json: JSON {
    var object: JSONObject = ["measure": "servqual", "confidence": .number(confidence.level)]
    for member in rows.json.members { object[member.key] = member.value }
    object["missing"] = .count(survey.missing)
    object["invalid"] = .count(survey.invalid)
    object["items"] = .array(survey.items.enumerated().map { Self.json($1, number: $0 + 1) })
    var dimensions = JSONObject()
    for place in survey.dimensions.indices {
      dimensions[survey.questionnaire.dimensions[place].name] = .object(json(of: place))
    }
    object["dimensions"] = .object(dimensions)
    object["overall_unweighted"] = .figure(survey.unweighted.mean)
    object["overall_weighted"] = .figure(survey.weighted.mean)
    object.add(
      survey.weighted.interval(at: confidence),
      low: "overall_weighted_low",
      high: "overall_weighted_high"
    )
    object["n_overall"] = .count(survey.weighted.count)
    object["n_own_weights"] = .count(survey.withOwnWeights)
    return .object(object)
  }

  private static func json(_ item: ServiceQualityGaps.Item, number: Int) -> JSON {
    [
      "item": .count(number),
      "n": .count(item.count),
      "mean_e": .figure(item.meanExpectation),
      "mean_p": .figure(item.meanPerception),
      "gap": .figure(item.gap),
    ]
  }

  private func json(of place: Int) -> JSONObject {
    let gaps = survey.dimensions[place]
    let test = test(place)
    var object: JSONObject = ["n": .count(gaps.count), "mean": .figure(gaps.mean)]
    object.add(gaps.interval(at: confidence), low: "low", high: "high")
    object["mean_e"] = .figure(survey.pairs[place].expectations.mean)
    object["mean_p"] = .figure(survey.pairs[place].perceptions.mean)
    object["t"] = .figure(test?.t)
    object["p_value"] = .figure(test?.pValue)
    object["cohen_dz"] = .figure(test?.effect)
    object["alpha_gap"] = .figure(alpha(place))
    object["weight"] = .figure(survey.questionnaire.dimensions[place].weight)
    return object
  }
}
