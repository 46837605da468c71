/// How a model learns.
public struct LearningSettings: Hashable, Sendable {
  /// Which pieces it weighs.
  public var recipe: PieceRecipe

  /// What an error costs beside large weights, above 0: more fits the examples closer.
  public var cost: Double

  /// How far rare labels are made to count as much as common ones, from 0 through 1.
  public var balance: Double

  /// In how many parts the comments are divided to measure the model on what it has not seen, from
  /// 2 through 20.
  public var folds: Int

  /// Numbers drawn from the same seed are the same, and so is the model.
  public var seed: UInt64

  /// Settings, as a rule those that served best in three languages (`docs/text.md`).
  public init(
    recipe: PieceRecipe = PieceRecipe(),
    cost: Double = 6,
    balance: Double = 0,
    folds: Int = 5,
    seed: UInt64 = 1
  ) {
    self.recipe = recipe
    self.cost = cost > 0 && cost < 1e6 ? cost : 6
    self.balance = min(1, max(0, balance))
    self.folds = min(20, max(2, folds))
    self.seed = seed
  }
}
