import CXMetrics
import Kernel
import Web

/// A measure's values as people of a language read them.
struct MeasureText: Sendable {
  let measure: FigureMeasure
  let language: Language

  /// `44` · `62.5 %` · `4.3`
  func value(_ value: Double) -> String {
    measure.unit.text(value, places: measure.places, in: language)
  }

  /// With its sign: `+8` · `+2.5` · `−0.4`
  func change(_ change: Double) -> String {
    NumberText.change(change, places: measure.places, in: language)
  }

  /// How far something moved, without direction: `31 points` · `0.4`
  func distance(_ change: Double) -> String {
    switch measure {
    case .mean: NumberText.decimal(change.magnitude, places: 1, in: language)
    default:
      Catalogue.of(language).plural(
        "overview.points",
        Int(change.magnitude.rounded(.toNearestOrAwayFromZero))
      )
    }
  }

  /// `40 to 48`
  func between(_ low: Double, _ high: Double) -> String {
    Catalogue.of(language).text("overview.range", ["low": value(low), "high": value(high)])
  }
}

extension FigureMeasure {
  /// Names the measure's family in catalogues.
  var words: String {
    switch self {
    case .netPromoterScore: "nps"
    case .satisfaction: "csat"
    case .effort: "ces"
    case .mean: "mean"
    }
  }

  /// The good, the middle and the bad side, as files and the calculator call them.
  var sideNames: [String] {
    switch self {
    case .netPromoterScore: ["promoters", "passives", "detractors"]
    case .satisfaction: ["top2_box", "middle", "bottom2_box"]
    case .effort: ["easy", "middle", "difficult"]
    case .mean: []
    }
  }

  /// How pictures write its numbers.
  var unit: ChartUnit {
    switch self {
    case .netPromoterScore, .mean: .plain
    case .satisfaction, .effort: .percent
    }
  }

  /// Decimals that people are shown.
  var places: Int {
    switch self {
    case .netPromoterScore: 0
    case .satisfaction, .effort, .mean: 1
    }
  }

  /// How many stand on the bad, the middle and the good side; nil for a mean, which has no sides.
  func sides(of tally: Tally<11>) -> [Int]? {
    switch self {
    case .netPromoterScore(let scale):
      let counts = NetPromoterCounts(tally, scale: scale)
      return [counts.detractors, counts.passives, counts.promoters]
    case .satisfaction(let scale):
      let last = scale.points - 1
      return [tally[0...1], tally[2..<(last - 1)], tally[(last - 1)...last]]
    case .effort: return [tally[0...2], tally[3...3], tally[4...6]]
    case .mean: return nil
    }
  }
}
