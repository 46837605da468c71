import CXMetrics
import Dispatch
import Synchronization

/// How often an interval claimed at 95 % holds the truth, in a setting where the truth is known.
struct CoverageStudy: Sendable, CustomStringConvertible {
  let interval: String
  let setting: String
  let claim: Claim
  let measure: @Sendable () throws -> Coverage

  /// What the method promises.
  enum Claim: String, Sendable {
    case near = "94–96 %"
    case atLeast = "at least 95 %"
    case nothing = "none"

    /// Where the coverage must lie.
    var range: ClosedRange<Double> {
      switch self {
      case .near: 0.94...0.96
      case .atLeast: 0.95...1
      case .nothing: 0...1
      }
    }
  }

  var description: String { "\(interval), \(setting)" }

  init(
    _ interval: String,
    _ setting: String,
    claim: Claim = .near,
    _ measure: @escaping @Sendable () throws -> Coverage
  ) {
    self.interval = interval
    self.setting = setting
    self.claim = claim
    self.measure = measure
  }

  static let all = shares + counts + netPromoter + means + dependence + rates + resampling

  /// Measured once for all that ask, on all cores; each study has numbers of its own, so that the
  /// results are the same in any order.
  static let results: [Result<Coverage, any Error>] = {
    let found = Mutex<[Int: Result<Coverage, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: all.count) { index in
      let result = Result { try all[index].measure() }
      found.withLock { $0[index] = result }
    }
    return found.withLock { found in all.indices.compactMap { found[$0] } }
  }()
}

/// How often the truth was held.
struct Coverage: Sendable {
  /// On average over the truths of the setting.
  let average: Double

  /// At the worst of the truths; nil where there is one only.
  let least: Double?

  /// How many samples were drawn; nil where every possible sample was weighed by its chance.
  let samples: Int?
}
