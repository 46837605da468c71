/// Which side of a scale a score stands on; scales of a survey's own know no sides.
package enum ScoreBand: String, CaseIterable, Hashable, Sendable {
  /// Promoters, the content, those who had it easy.
  case good
  case middle
  case bad
}

extension QuestionKind {
  /// The points of a band, from the bottom of the kind's scale; nil where there are no sides.
  package func points(of band: ScoreBand) -> ClosedRange<Int>? {
    switch (self, band) {
    case (.recommend0To10, .bad): 0...6
    case (.recommend0To10, .middle): 7...8
    case (.recommend0To10, .good): 9...10
    case (.recommend1To10, .bad): 0...5
    case (.recommend1To10, .middle): 6...7
    case (.recommend1To10, .good): 8...9
    case (.satisfaction1To5, .bad): 0...1
    case (.satisfaction1To5, .middle): 2...2
    case (.satisfaction1To5, .good): 3...4
    case (.effort1To7, .bad): 0...2
    case (.effort1To7, .middle): 3...3
    case (.effort1To7, .good): 4...6
    default: nil
    }
  }

  /// The band of some points; nil where there are no sides.
  package func band(ofPoints points: Int) -> ScoreBand? {
    ScoreBand.allCases.first { self.points(of: $0)?.contains(points) == true }
  }

  /// How much a score of this kind says about a visit: the ultimate question first.
  var leadRank: Int? {
    switch self {
    case .recommend0To10, .recommend1To10: 0
    case .satisfaction1To5: 1
    case .effort1To7: 2
    case .rating: 3
    case .choice, .choices, .shortText, .longText, .yesNo: nil
    }
  }
}
