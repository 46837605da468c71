/// A number made of a sample, that can be made again of resamples.
public struct SampleStatistic: Sendable {
  /// Of a sample that is never empty.
  let value: @Sendable ([Double]) -> Double

  /// - Parameter value: the number for a sample, which is never empty; called on several threads.
  public init(_ value: @escaping @Sendable ([Double]) -> Double) { self.value = value }

  /// The mean.
  public static let mean = SampleStatistic { sample in
    sample.reduce(0, +) / Double(sample.count)
  }

  /// The net promoter score of contributions +1, 0 and −1, in points.
  public static let netPromoterScore = SampleStatistic { sample in
    100 * sample.reduce(0, +) / Double(sample.count)
  }

  /// The middle value, or the mean of the two middle ones.
  public static let median = SampleStatistic { sample in
    SampleQuantile.value(at: 0.5, ofSorted: sample.sorted()) ?? .nan
  }
}
