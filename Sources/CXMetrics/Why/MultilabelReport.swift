/// How well comments were given labels, any number each, beside what people said.
///
/// - Formula: F1 by label, 0/0 as 0; macro the plain mean over the list, micro of all decisions
///   together. Subset accuracy: the share of comments with exactly the right labels. Hamming loss:
///   the share of wrong decisions. Example F1: the mean of 2 · both / (given + right), 1 where both
///   are empty.
/// - Units: shares. Range: 0 through 1; nil without comments.
/// - Complexity: O(labels of the comment) for a comment, O(labels) memory; parts merge.
/// - Beware: a rare label weighs as much as a common one in the macro mean, and nothing in the
///   micro.
/// - Source: M. Sokolova and G. Lapalme, Information Processing and Management 45, 2009.
public struct MultilabelReport: Hashable, Sendable {
  /// The closed list, in its order.
  public let labels: [String]

  /// Comments taken in.
  public private(set) var count = 0

  private var places: [String: Int]
  private var hits: [Int]
  private var falseAlarms: [Int]
  private var misses: [Int]
  private var exact = 0
  private var sumOfF1 = 0.0

  /// - Throws: `invalidInput` for an empty list and for a label that stands in it twice.
  public init(labels: [String]) throws(MetricRefusal) {
    guard !labels.isEmpty, labels.count <= LabelList.lengthMax else { throw .invalidInput }
    self.labels = labels
    places = try LabelList.places(of: labels)
    hits = Array(repeating: 0, count: labels.count)
    falseAlarms = hits
    misses = hits
  }

  /// Takes in a comment: its labels by people and by the classifier; repeats count once.
  ///
  /// - Throws: `unknownLabel` for one that is not in the list.
  public mutating func add(
    gold: some Sequence<String>,
    predicted: some Sequence<String>
  ) throws(MetricRefusal) {
    let gold = try known(gold)
    let predicted = try known(predicted)
    let both = gold.intersection(predicted)
    for label in both { hits[label] += 1 }
    for label in predicted.subtracting(both) { falseAlarms[label] += 1 }
    for label in gold.subtracting(both) { misses[label] += 1 }
    let labelled = gold.count + predicted.count
    sumOfF1 += labelled == 0 ? 1 : 2 * Double(both.count) / Double(labelled)
    if gold == predicted { exact += 1 }
    count += 1
  }

  private func known(_ names: some Sequence<String>) throws(MetricRefusal) -> Set<Int> {
    var known: Set<Int> = []
    for name in names {
      guard let place = places[name] else { throw .unknownLabel }
      known.insert(place)
    }
    return known
  }

  /// Takes in the comments of another part.
  ///
  /// - Throws: `lengthMismatch` when it has other labels.
  public mutating func merge(_ other: Self) throws(MetricRefusal) {
    guard other.labels == labels else { throw .lengthMismatch }
    for place in labels.indices {
      hits[place] += other.hits[place]
      falseAlarms[place] += other.falseAlarms[place]
      misses[place] += other.misses[place]
    }
    exact += other.exact
    sumOfF1 += other.sumOfF1
    count += other.count
  }

  /// By label, in the order of the list.
  public var scores: [LabelScore] {
    labels.indices.map {
      LabelScore(hits: hits[$0], falseAlarms: falseAlarms[$0], misses: misses[$0])
    }
  }

  /// The mean F1 of the labels.
  public var macroF1: Double? { ofComments(scores.reduce(0) { $0 + $1.f1 }, Double(labels.count)) }

  /// F1 of all decisions together.
  public var microF1: Double? {
    let all = LabelScore(
      hits: hits.reduce(0, +),
      falseAlarms: falseAlarms.reduce(0, +),
      misses: misses.reduce(0, +)
    )
    return ofComments(all.f1, 1)
  }

  /// The share of comments with exactly the right labels.
  public var subsetAccuracy: Double? { ofComments(Double(exact), Double(count)) }

  /// The share of wrong decisions, a label for a comment being one.
  public var hammingLoss: Double? {
    let wrong = falseAlarms.reduce(0, +) + misses.reduce(0, +)
    return ofComments(Double(wrong), Double(count) * Double(labels.count))
  }

  /// The mean F1 of the comments.
  public var exampleF1: Double? { ofComments(sumOfF1, Double(count)) }

  private func ofComments(_ sum: Double, _ whole: Double) -> Double? {
    count > 0 ? sum / whole : nil
  }
}

extension MultilabelReport: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "five comments on price, staff and speed",
      gives: [
        "macro F1": 0.7111111111111111, "micro F1": 0.7272727272727273, "exact": 0.4,
        "Hamming loss": 0.2, "example F1": 0.8,
      ]
    ) { () throws(MetricRefusal) in
      var report = try Self(labels: ["price", "staff", "speed"])
      try report.add(gold: ["price"], predicted: ["price"])
      try report.add(gold: ["staff", "speed"], predicted: ["staff"])
      try report.add(gold: [], predicted: [])
      try report.add(gold: ["speed"], predicted: ["price", "speed"])
      try report.add(gold: ["price", "staff"], predicted: ["price"])
      return [
        report.macroF1, report.microF1, report.subsetAccuracy, report.hammingLoss,
        report.exampleF1,
      ]
    },
    MetricExample("a label off the list", refuses: .unknownLabel) { () throws(MetricRefusal) in
      var report = try Self(labels: ["price"])
      try report.add(gold: ["prize"], predicted: [])
      return []
    },
  ]
}
