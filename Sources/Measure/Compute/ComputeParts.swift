import CXMetrics
import Kernel

/// Objects within an operation’s input, and members that may be left out.
extension ComputeInput {
  /// The objects of a list, each as an input of its own.
  func objects(_ key: String) throws(MetricRefusal) -> [Self] {
    var objects: [Self] = []
    for element in try list(key) {
      guard let object = element.object else { throw .invalidInput }
      objects.append(Self(object))
    }
    return objects
  }

  /// An object with a value of one kind a name, in the order written.
  func named<Value>(
    _ key: String,
    _ read: (JSON) -> Value?
  ) throws(MetricRefusal) -> [(name: String, value: Value)] {
    guard let object = self[key]?.object else { throw .invalidInput }
    var values: [(name: String, value: Value)] = []
    for member in object.members {
      guard let value = read(member.value) else { throw .invalidInput }
      values.append((member.key, value))
    }
    return values
  }

  func optionalCount(_ key: String) throws(MetricRefusal) -> Int? {
    self[key] == nil ? nil : try count(key)
  }

  func optionalText(_ key: String) throws(MetricRefusal) -> String? {
    self[key] == nil ? nil : try text(key)
  }

  /// Yes or no; nil when not given.
  func flag(_ key: String) throws(MetricRefusal) -> Bool? {
    guard let value = self[key] else { return nil }
    guard let flag = value.bool else { throw .invalidInput }
    return flag
  }

  /// The number of a score; nil where it is missing or no number.
  func score(_ key: String) -> Double? { self[key]?.number }

  /// The group a score puts somebody in; nil where it is missing or illegal.
  func group(_ key: String, on scale: RecommendScale) -> RecommendGroup? {
    score(key).flatMap(Int.init(exactly:)).flatMap(scale.group(of:))
  }
}

extension JSON {
  /// A whole number of 0 or more that a double holds.
  var countValue: Int? {
    guard let whole = integer, whole >= 0, whole <= 1 << 53 else { return nil }
    return Int(whole)
  }
}
