/// An input in words, what a figure must give for it, and the code that asks the figure.
///
/// Every example is run as a test and printed in `docs/metrics.md`, so a formula that changes
/// shows itself in both.
public struct MetricExample: Sendable {
  /// The input, as a reader would say it.
  public let given: String

  /// The names and values that must come out, in the order in which the code gives them.
  public let gives: [(name: String, value: Double?)]

  /// The refusal that must come instead.
  public let refusal: MetricRefusal?

  private let tolerance: Double
  private let figures: @Sendable () throws(MetricRefusal) -> [Double?]

  /// - Parameters:
  ///   - given: the input in words.
  ///   - gives: names and values, in order.
  ///   - tolerance: relative to the value, absolute below 1.
  ///   - figures: the values, in the order of their names.
  public init(
    _ given: String,
    gives: KeyValuePairs<String, Double?>,
    within tolerance: Double = 1e-9,
    _ figures: @escaping @Sendable () throws(MetricRefusal) -> [Double?]
  ) {
    self.given = given
    self.gives = gives.map { ($0.key, $0.value) }
    self.tolerance = tolerance
    self.figures = figures
    refusal = nil
  }

  /// An input that must be refused.
  public init(
    _ given: String,
    refuses refusal: MetricRefusal,
    _ figures: @escaping @Sendable () throws(MetricRefusal) -> [Double?]
  ) {
    self.given = given
    self.refusal = refusal
    self.figures = figures
    gives = []
    tolerance = 0
  }

  /// Where the figure departs from what it must give, in words; empty when it does not.
  public func faults() -> [String] {
    do throws(MetricRefusal) {
      let found = try figures()
      if let refusal { return ["\(given): gives \(found), must be refused as \(refusal.rawValue)"] }
      guard found.count == gives.count else {
        return ["\(given): gives \(found.count) values, not \(gives.count)"]
      }
      return zip(gives, found).compactMap { wanted, found in
        isClose(found, to: wanted.value)
          ? nil : "\(given): \(wanted.name) is \(said(found)), not \(said(wanted.value))"
      }
    } catch {
      return error == refusal ? [] : ["\(given): refused as \(error.rawValue)"]
    }
  }

  private func isClose(_ found: Double?, to wanted: Double?) -> Bool {
    guard let found, let wanted else { return found == nil && wanted == nil }
    return found == wanted || abs(found - wanted) <= tolerance * max(1, abs(wanted))
  }

  private func said(_ value: Double?) -> String { value.map { "\($0)" } ?? "nothing" }
}
