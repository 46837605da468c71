/// How a model learns.
public struct LearningSettings: Hashable, Sendable {
  /// Which pieces it weighs. Where neither this nor the cost is given, the model tries several of
  /// both and keeps those that do best on comments not learned from.
  public var recipe: PieceRecipe?

  /// What an error costs beside large weights, above 0: more fits the examples closer.
  public var cost: Double?

  /// How far rare labels are made to count as much as common ones, from 0 through 1.
  public var balance: Double

  /// In how many parts the comments are divided to measure the model on what it has not seen, from
  /// 2 through 20.
  public var folds: Int

  /// Numbers drawn from the same seed are the same, and so is the model.
  public var seed: UInt64

  /// What an error costs where nobody says.
  public static let usualCost = 4.0

  /// Settings, as a rule those that served best in three languages (`docs/text.md`).
  ///
  /// - Parameters:
  ///   - recipe: nil to have it chosen, or the usual one where a cost is given.
  ///   - cost: above 0; nil to have it chosen, or ``usualCost`` where a recipe is given.
  ///   - balance: from 0 through 1.
  ///   - folds: from 2 through 20.
  ///   - seed: any.
  public init(
    recipe: PieceRecipe? = nil,
    cost: Double? = nil,
    balance: Double = 0,
    folds: Int = 5,
    seed: UInt64 = 1
  ) {
    self.recipe = recipe
    self.cost = cost.flatMap { $0 > 0 && $0 < 1e6 ? $0 : nil }
    self.balance = min(1, max(0, balance))
    self.folds = min(20, max(2, folds))
    self.seed = seed
  }
}

extension LearningSettings {
  /// The recipe to learn by, once the choice is made.
  var recipeTaken: PieceRecipe { recipe ?? PieceRecipe() }

  /// The cost to learn at, once the choice is made.
  var costTaken: Double { cost ?? Self.usualCost }

  /// Whether neither was asked for, so that both are chosen.
  var isOpen: Bool { recipe == nil && cost == nil }
}
