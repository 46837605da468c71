/// How well one label was found: precision, recall and their harmonic mean.
///
/// - Units: shares, 0 through 1; a share of nothing counts as 0.
public struct LabelScore: Hashable, Sendable, BitwiseCopyable {
  /// Comments that carry the label, and were given it.
  public let hits: Int

  /// Comments that were given the label without carrying it.
  public let falseAlarms: Int

  /// Comments that carry the label without having been given it.
  public let misses: Int

  /// Comments that carry the label.
  public var support: Int { hits + misses }

  /// Of what was given the label, the share that carries it.
  public var precision: Double { Self.share(hits, of: hits + falseAlarms) }

  /// Of what carries the label, the share that was given it.
  public var recall: Double { Self.share(hits, of: hits + misses) }

  /// 2 · precision · recall / (precision + recall).
  public var f1: Double { Self.share(2 * hits, of: 2 * hits + falseAlarms + misses) }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }
}
