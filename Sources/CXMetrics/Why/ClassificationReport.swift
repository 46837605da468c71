/// How well comments were sorted into labels, one each, beside what people said.
///
/// - Formula: precision, recall and F1 by label, 0/0 as 0; macro F1 the plain mean over the list of
///   labels, weighted F1 by how often each is right, micro F1 and accuracy the share that is right;
///   Cohen’s κ = (accuracy − chance) / (1 − chance).
/// - Units: shares. Range: 0 through 1, κ from −1. Nil without comments; κ also where chance agrees
///   always.
/// - Complexity: O(1) for a comment, O(labels²) memory; parts merge.
/// - Beware: a label that never occurs counts 0 in the macro mean. Report the share of the
///   commonest label beside accuracy. Compare two classifiers by `McNemarTest`.
/// - Source: M. Sokolova and G. Lapalme, Information Processing and Management 45, 2009; J. Cohen,
///   Educational and Psychological Measurement 20, 1960.
public struct ClassificationReport: Hashable, Sendable {
  /// The closed list, in its order.
  public let labels: [String]

  /// Comments taken in.
  public private(set) var count = 0

  private var places: [String: Int] = [:]
  private var table: [Int]

  /// - Throws: `invalidInput` for an empty list and for a label that stands in it twice.
  public init(labels: [String]) throws(MetricRefusal) {
    guard !labels.isEmpty, labels.count <= LabelList.lengthMax else { throw .invalidInput }
    self.labels = labels
    table = Array(repeating: 0, count: labels.count * labels.count)
    places = try LabelList.places(of: labels)
  }

  /// Takes in a comment: its label by people and by the classifier.
  ///
  /// - Throws: `unknownLabel` for one that is not in the list.
  public mutating func add(gold: String, predicted: String) throws(MetricRefusal) {
    guard let row = places[gold], let column = places[predicted] else { throw .unknownLabel }
    table[row * labels.count + column] += 1
    count += 1
  }

  /// Takes in the comments of another part.
  ///
  /// - Throws: `lengthMismatch` when it has other labels.
  public mutating func merge(_ other: Self) throws(MetricRefusal) {
    guard other.labels == labels else { throw .lengthMismatch }
    for place in table.indices { table[place] += other.table[place] }
    count += other.count
  }

  /// A row for each label by people, a column for each by the classifier.
  public var confusion: [[Int]] {
    labels.indices.map { row in labels.indices.map { table[row * labels.count + $0] } }
  }

  /// By label, in the order of the list.
  public var scores: [LabelScore] {
    labels.indices.map { label in
      let hits = table[label * labels.count + label]
      return LabelScore(
        hits: hits,
        falseAlarms: given(label) - hits,
        misses: carried(label) - hits
      )
    }
  }

  private func carried(_ label: Int) -> Int {
    labels.indices.reduce(0) { $0 + table[label * labels.count + $1] }
  }

  private func given(_ label: Int) -> Int {
    labels.indices.reduce(0) { $0 + table[$1 * labels.count + label] }
  }

  /// The share that is right; micro F1 is the same where every comment has one label.
  public var accuracy: Double? {
    count > 0 ? Double(scores.reduce(0) { $0 + $1.hits }) / Double(count) : nil
  }

  /// The mean F1 of the labels.
  public var macroF1: Double? {
    count > 0 ? scores.reduce(0) { $0 + $1.f1 } / Double(labels.count) : nil
  }

  /// The mean F1 of the labels, by how many comments carry them.
  public var weightedF1: Double? {
    count > 0 ? scores.reduce(0) { $0 + $1.f1 * Double($1.support) } / Double(count) : nil
  }

  /// The share of the commonest label: what a classifier that always says it gets right.
  public var majorityShare: Double? {
    count > 0 ? Double(labels.indices.map(carried).max() ?? 0) / Double(count) : nil
  }

  /// Agreement beyond chance; nil where chance alone agrees always.
  public var kappa: Double? {
    guard let accuracy else { return nil }
    let n = Double(count)
    if labels.indices.contains(where: { carried($0) == count && given($0) == count }) { return nil }
    let chance = labels.indices.reduce(0.0) {
      $0 + Double(carried($1)) / n * (Double(given($1)) / n)
    }
    return (accuracy - chance) / (1 - chance)
  }
}

/// The closed list of labels that reports have in common.
enum LabelList {
  /// A confusion table of more labels than this is no longer a report.
  static let lengthMax = 1000

  static func places(of labels: [String]) throws(MetricRefusal) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, label) in labels.enumerated() {
      guard places.updateValue(place, forKey: label) == nil else { throw .invalidInput }
    }
    return places
  }
}

extension ClassificationReport: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "three comments, three labels of which one never occurs",
      gives: ["accuracy": 2.0 / 3, "macro F1": 4.0 / 9, "weighted F1": 2.0 / 3, "κ": 0.4]
    ) { () throws(MetricRefusal) in
      let report = try sorted([
        ("negative", "negative"), ("positive", "positive"), ("positive", "negative"),
      ])
      return [report.accuracy, report.macroF1, report.weightedF1, report.kappa]
    },
    MetricExample(
      "all neutral and all found so",
      gives: ["accuracy": 1, "macro F1": 1.0 / 3, "κ": nil]
    ) { () throws(MetricRefusal) in
      let report = try sorted(Array(repeating: ("neutral", "neutral"), count: 4))
      return [report.accuracy, report.macroF1, report.kappa]
    },
    MetricExample("no comments", gives: ["accuracy": nil]) { () throws(MetricRefusal) in
      [try sorted([]).accuracy]
    },
    MetricExample("a label off the list", refuses: .unknownLabel) { () throws(MetricRefusal) in
      [try sorted([("angry", "negative")]).accuracy]
    },
  ]

  private static func sorted(
    _ pairs: [(gold: String, predicted: String)]
  ) throws(MetricRefusal) -> Self {
    var report = try Self(labels: ["negative", "neutral", "positive"])
    for pair in pairs { try report.add(gold: pair.gold, predicted: pair.predicted) }
    return report
  }
}
