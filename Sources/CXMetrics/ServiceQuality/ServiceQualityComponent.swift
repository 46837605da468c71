/// The ten components of service quality that came before the five dimensions.
///
/// - Beware: texts that name “credit” and “trust” among them mean credibility and reliability.
/// - Source: A. Parasuraman, V. A. Zeithaml and L. L. Berry, Journal of Marketing 49, 1985, and
///   Journal of Retailing 64(1), 1988, for where each went.
public enum ServiceQualityComponent: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// How premises, staff and papers look.
  case tangibles

  /// Doing what was promised.
  case reliability

  /// Being willing and quick.
  case responsiveness

  /// Knowing and being able.
  case competence

  /// Being polite and friendly.
  case courtesy

  /// Being honest and believed.
  case credibility

  /// Being free of danger and doubt.
  case security

  /// Being easy to reach.
  case access

  /// Listening, and speaking so that customers understand.
  case communication

  /// Knowing the customer.
  case understanding

  /// The dimension that the component has become a part of.
  public var dimension: ServiceQualityDimension {
    switch self {
    case .tangibles: .tangibles
    case .reliability: .reliability
    case .responsiveness: .responsiveness
    case .competence, .courtesy, .credibility, .security: .assurance
    case .access, .communication, .understanding: .empathy
    }
  }
}

extension ServiceQualityComponent: Exemplified {
  /// How many components each dimension took in.
  public static let examples: [MetricExample] = [
    MetricExample(
      "components of each dimension",
      gives: [
        "tangibles": 1, "reliability": 1, "responsiveness": 1, "assurance": 4, "empathy": 3,
      ]
    ) {
      ServiceQualityDimension.allCases.map { dimension in
        Double(allCases.count { $0.dimension == dimension })
      }
    }
  ]
}
