/// One of the 22 statements that SERVQUAL puts to customers twice: what an excellent provider does,
/// and what this company does.
public struct ServiceQualityItem: Hashable, Sendable {
  /// How many statements there are.
  public static let count = 22

  /// Agreement runs from 1 (not at all) through 7 (entirely).
  public static let agreement = ScoreScale(known: 1...7)

  /// From 1 through 22.
  public let number: Int

  /// The statement in the words of this library, its subject left out.
  public let statement: String

  /// The dimension that it asks about.
  public let dimension: ServiceQualityDimension

  /// All items in their order.
  public static let all: [Self] = ServiceQualityDimension.allCases.flatMap { dimension in
    dimension.items.map {
      Self(number: $0, statement: statements[$0 - 1], dimension: dimension)
    }
  }

  private static let statements = [
    "Equipment looks up to date",
    "Premises are pleasant to look at",
    "Staff look neat",
    "Leaflets, statements and screens look good",
    "Keeps a promise to do something by a date",
    "Shows real interest in solving a customer’s problem",
    "Gets the service right the first time",
    "Delivers at the time announced",
    "Insists on records without errors",
    "Staff tell exactly when the service will be done",
    "Staff serve promptly",
    "Staff are always ready to help",
    "Staff are never too busy to answer",
    "How staff behave builds confidence",
    "Customers feel safe in their dealings",
    "Staff are polite every time",
    "Staff know enough to answer questions",
    "Gives each customer individual attention",
    "Opening hours suit all customers",
    "Has staff who attend to customers personally",
    "Has the customer’s best interest at heart",
    "Staff understand the customer’s specific needs",
  ]
}
