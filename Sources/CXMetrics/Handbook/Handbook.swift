/// All figures of the library, by the part of the field that they belong to.
public struct Handbook: Sendable {
  /// What the chapters of a part have in common.
  public let title: String

  /// In the order of their chapters.
  public let figures: [any Exemplified.Type]

  /// In the order of `docs/metrics.md`.
  public static let parts = [
    scores, responses, serviceQuality, loyalty, vulnerability, profit, why, people, programme,
    tests,
  ]
}
