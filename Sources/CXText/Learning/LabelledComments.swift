/// Comments and what people said they are about, or how their writers felt.
public struct LabelledComments: Hashable, Sendable {
  /// Whether a comment has one label or any number.
  public enum Labelling: UInt8, Hashable, Sendable {
    /// Exactly one, as a feeling.
    case one
    /// None, one or several, as themes.
    case many
  }

  /// At most so many labels.
  public static let labelsMost = 256

  /// The closed list, in its order.
  public let labels: [String]

  /// One or many.
  public let labelling: Labelling

  /// The comments.
  public private(set) var texts: [String] = []

  /// For each comment the places of its labels in the list, ascending.
  private(set) var places: [[Int]] = []

  private let placeOfLabel: [String: Int]

  /// No comments yet.
  ///
  /// - Throws: `repeatedLabel` for a label that is empty or there twice, `tooManyLabels`.
  public init(labels: [String], _ labelling: Labelling) throws(TextRefusal) {
    guard labels.count <= Self.labelsMost else {
      throw .tooManyLabels(count: labels.count, most: Self.labelsMost)
    }
    var placeOfLabel: [String: Int] = [:]
    for (place, label) in labels.enumerated() {
      guard !label.isEmpty, placeOfLabel.updateValue(place, forKey: label) == nil else {
        throw .repeatedLabel(label)
      }
    }
    self.labels = labels
    self.labelling = labelling
    self.placeOfLabel = placeOfLabel
  }

  /// Takes in a comment; a label said twice counts once.
  ///
  /// - Throws: `unknownLabel`; `notOneLabel` where each comment has one.
  public mutating func add(_ text: String, labels: some Sequence<String>) throws(TextRefusal) {
    var found: Set<Int> = []
    for label in labels {
      guard let place = placeOfLabel[label] else { throw .unknownLabel(label) }
      found.insert(place)
    }
    guard labelling == .many || found.count == 1 else { throw .notOneLabel(comment: texts.count) }
    texts.append(text)
    places.append(found.sorted())
  }

  /// How many comments have each label.
  public var counts: [Int] {
    var counts = Array(repeating: 0, count: labels.count)
    for place in places.joined() { counts[place] += 1 }
    return counts
  }

  /// Some of the comments, in their order.
  func chosen(_ isChosen: (Int) -> Bool) -> LabelledComments {
    var some = self
    let rows = texts.indices.filter(isChosen)
    some.texts = rows.map { texts[$0] }
    some.places = rows.map { places[$0] }
    return some
  }

  /// Whether each comment has a label.
  func membership(of label: Int) -> [Bool] { places.map { $0.contains(label) } }
}
