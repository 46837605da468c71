/// Two cuts that make four fields of a picture, each with a name at its outer side.
extension Scatter {
  package struct Quadrants: Hashable, Sendable {
    /// Where high begins, across and up.
    let across: Double
    let up: Double

    /// Each by whether it is high up and across.
    let highLow: String
    let highHigh: String
    let lowLow: String
    let lowHigh: String

    package init(
      across: Double,
      up: Double,
      highLow: String,
      highHigh: String,
      lowLow: String,
      lowHigh: String
    ) {
      self.across = across
      self.up = up
      self.highLow = highLow
      self.highHigh = highHigh
      self.lowLow = lowLow
      self.lowHigh = lowHigh
    }
  }

  /// A name, the side of the picture where it stands, and its place downwards.
  private var corners: [(name: String, share: Double, y: Double)] {
    guard let quadrants else { return [] }
    // Below the cut rather than at the bottom, where most of what matters little lies.
    let (top, bottom) = (15.0, min(y(quadrants.up) + 16, Self.plotHeight - 8))
    return [
      (quadrants.highLow, 0, top), (quadrants.highHigh, 1, top),
      (quadrants.lowLow, 0, bottom), (quadrants.lowHigh, 1, bottom),
    ]
  }

  /// The field where there is most to win is tinted.
  var fields: String {
    guard let quadrants else { return "" }
    let (share, level) = (x(quadrants.across), y(quadrants.up))
    return """
      <rect x="\(page.left(0, width: share))" y="0" width="\(SVG.number(100 * share))%" \
      height="\(SVG.number(level))" class="bd"/>
      """
        + page.down(share, from: 0, to: Self.plotHeight, classes: "cut")
        + page.across(0, to: 1, y: level, classes: "cut")
  }

  var cornerNames: String {
    corners.map { corner in
      page.text(
        corner.name,
        at: corner.share,
        y: corner.y,
        anchor: corner.share == 0 ? .start : .end,
        away: 8,
        classes: "m small"
      )
    }.joined()
  }

  /// The room that the names of the fields take.
  var cornerBoxes: [Box] {
    corners.map { corner in
      let length = Double(corner.name.count) * Self.character
      let start = corner.share == 0 ? 8 : Self.width - 8 - length
      return Box(left: start, right: start + length, top: corner.y - 12, bottom: corner.y + 3)
    }
  }
}
