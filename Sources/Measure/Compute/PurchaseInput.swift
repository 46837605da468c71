import CXMetrics
import Kernel

extension ComputeInput {
  /// A member that is an object.
  func object(_ key: String) throws(MetricRefusal) -> ComputeInput {
    guard let object = try value(key).object else { throw .invalidInput }
    return Self(object)
  }

  /// A list of lists of numbers, each of the same length.
  func rows(_ key: String, of width: Int) throws(MetricRefusal) -> [[Double]] {
    var rows: [[Double]] = []
    for element in try list(key) {
      let row = element.array?.compactMap(\.number) ?? []
      guard row.count == width, element.array?.count == width else { throw .invalidInput }
      rows.append(row)
    }
    return rows
  }

  /// A day as yyyy-mm-dd, counted from 1970.
  func day(_ key: String) throws(MetricRefusal) -> Int {
    try Self.day(value(key))
  }

  func optionalDay(_ key: String) throws(MetricRefusal) -> Int? {
    guard let value = self[key] else { return nil }
    return try Self.day(value)
  }

  /// A list of days as yyyy-mm-dd.
  func days(_ key: String) throws(MetricRefusal) -> [Int] {
    var days: [Int] = []
    for element in try list(key) { days.append(try Self.day(element)) }
    return days
  }

  private static func day(_ value: JSON) throws(MetricRefusal) -> Int {
    guard let text = value.string else { throw .invalidInput }
    guard let day = Day(text) else { throw .invalidDates }
    return Int(day.rawValue)
  }

  /// The purchases under a key, each with `date` and `amount`.
  func history(_ key: String) throws(MetricRefusal) -> PurchaseHistory {
    var history = PurchaseHistory()
    for purchase in try objects(key) {
      try history.add(day: purchase.day("date"), amount: purchase.number("amount"))
    }
    return history
  }

  /// x, t_x and T of this very input.
  func repeatPurchases() throws(MetricRefusal) -> RepeatPurchases {
    try RepeatPurchases(count: count("x"), lastAge: number("t_x"), age: number("T"))
  }

  /// Texts that name things, each once.
  static func refuseRepeated(_ names: [String]) throws(MetricRefusal) {
    guard Set(names).count == names.count else { throw .invalidInput }
  }
}

extension JSON {
  /// A figure that ought to be finite; where it is not the input was impossible.
  static func finite(_ value: Double) throws(MetricRefusal) -> JSON {
    guard value.isFinite else { throw .invalidInput }
    return .number(value)
  }
}
