/// What customers judge a service by, in the order of the SERVQUAL questionnaire.
///
/// - Source: A. Parasuraman, V. A. Zeithaml and L. L. Berry, Journal of Retailing 64(1), 1988;
///   items in the order of Journal of Retailing 67(4), 1991.
public enum ServiceQualityDimension: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// Premises, equipment, staff and papers as they look.
  case tangibles

  /// Doing what was promised, rightly and at the time announced.
  case reliability

  /// Being quick and willing to help.
  case responsiveness

  /// Knowledge and manners that give confidence.
  case assurance

  /// Attention to the single customer.
  case empathy

  /// The questionnaire’s items that ask about it, counted from 1.
  public var items: ClosedRange<Int> {
    switch self {
    case .tangibles: 1...4
    case .reliability: 5...9
    case .responsiveness: 10...13
    case .assurance: 14...17
    case .empathy: 18...22
    }
  }

  /// At least half of the items, rounded up, must be usable for a respondent’s figure to count.
  var itemsNeeded: Int { (items.count + 1) / 2 }

  var place: Int {
    switch self {
    case .tangibles: 0
    case .reliability: 1
    case .responsiveness: 2
    case .assurance: 3
    case .empathy: 4
    }
  }
}

/// A value for each of the five dimensions.
public struct ByDimension<Value> {
  private var values: InlineArray<5, Value>

  /// Asks for the value of each dimension in turn.
  public init<Failure>(
    _ value: (ServiceQualityDimension) throws(Failure) -> Value
  ) throws(Failure) {
    values = try InlineArray { place throws(Failure) in
      try value(ServiceQualityDimension.allCases[place])
    }
  }

  /// The value of one dimension.
  public subscript(dimension: ServiceQualityDimension) -> Value {
    get { values[dimension.place] }
    set { values[dimension.place] = newValue }
  }
}

extension ByDimension: Sendable where Value: Sendable {}

extension ByDimension: Equatable where Value: Equatable {
  public static func == (left: Self, right: Self) -> Bool {
    ServiceQualityDimension.allCases.allSatisfy { left[$0] == right[$0] }
  }
}
