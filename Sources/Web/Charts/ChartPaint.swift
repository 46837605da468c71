/// What a filled shape stands for; the tokens decide how it looks by day, by night and on paper.
package enum ChartPaint: String, Hashable, Sendable {
  case promoters = "fp"
  case passives = "fn"
  case detractors = "fd"
  case measured = "fa"
  case total = "fi"

  /// Detractors, losses and bad news are hatched: colour alone tells some readers nothing.
  private var isHatched: Bool { self == .detractors }

  /// A box in this paint.
  ///
  /// - Parameter place: its `x`, `y`, `width`, `height` and `rx`, as attributes.
  func box(_ place: String) -> String {
    let box = "<rect \(place) class=\"\(rawValue)\"/>"
    return isHatched ? box + "<rect \(place) fill=\"url(#hat)\"/>" : box
  }
}
