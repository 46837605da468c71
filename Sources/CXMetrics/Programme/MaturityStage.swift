/// The four stages of a customer-centred company, each resting on the one before.
///
/// - Source: B. Thompson, “Four Stages of the Customer-centric Journey”, CustomerThink; statements
///   of this project.
public enum MaturityStage: String, Hashable, Sendable, CaseIterable {
  /// Knowing who customers are and what they are worth.
  case target
  /// Hearing them, and changing what they tell of.
  case respond
  /// Building relationships.
  case engage
  /// Anticipating what they need.
  case inspire

  /// How many statements each stage has.
  public static let statementsPerStage = 5

  /// What is rated from 0 (no) through 4 (everywhere, with proof), in order.
  public var statements: [String] {
    switch self {
    case .target:
      [
        "We know who our customers are.",
        "We know what each of them buys.",
        "We know what each customer is worth.",
        "We know which activities each stream of value depends on.",
        "We have retention targets for each segment.",
      ]
    case .respond:
      [
        "We collect feedback regularly on goods, service and self-service.",
        "We decide which feedback comes first.",
        "We go back to the customer who gave it.",
        "We can trace what changed because of it.",
        "We measure attrition against it.",
      ]
    case .engage:
      [
        "Relationships have an owner over the long term.",
        "We measure emotion.",
        "We design moments of delight.",
        "Employees are recognised for them.",
        "We track how well our brand is remembered.",
      ]
    case .inspire:
      [
        "We research the work and life in which our customers need us.",
        "We anticipate needs before they are voiced.",
        "Customers take part in design.",
        "Our offers come from what we learnt so.",
        "We measure the results of such offers.",
      ]
    }
  }
}
