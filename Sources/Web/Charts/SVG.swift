import Kernel

/// What all pictures share: percentages across, pixels down, and mirrored for right-to-left.
///
/// Text keeps its size on every screen because only positions stretch. No `style` attributes:
/// the Content-Security-Policy forbids them.
struct SVG {
  let isMirrored: Bool

  init(language: Language) { isMirrored = language.isRightToLeft }

  /// A place across, as a share of the width, from the side where reading starts.
  func x(_ share: Double) -> Double { isMirrored ? 100 - 100 * share : 100 * share }

  func percent(_ share: Double) -> String { Self.number(x(share)) + "%" }

  /// The left edge of a box that starts at `share` in reading order.
  func left(_ share: Double, width: Double) -> String {
    Self.number(isMirrored ? 100 - 100 * (share + width) : 100 * share) + "%"
  }

  /// A step against reading order, so that a label stands outside its picture.
  func before(_ pixels: Int) -> Int { isMirrored ? pixels : -pixels }

  /// Words at a place; their size does not stretch.
  ///
  /// - Parameter away: pixels between the place and the words, for an anchor at one of their ends.
  func text(
    _ words: String,
    at share: Double,
    y: Double,
    anchor: LabelRows.Anchor = .middle,
    away: Int = 0,
    classes: String? = nil
  ) -> String {
    let step =
      switch anchor {
      case .start: -before(away)
      case .middle: 0
      case .end: before(away)
      }
    return """
      <text x="\(percent(share))"\(step == 0 ? "" : " dx=\"\(step)\"") y="\(Self.number(y))" \
      text-anchor="\(anchor.rawValue)"\(classes.map { " class=\"\($0)\"" } ?? "")>\
      \(HTMLText.escaped(words))</text>
      """
  }

  /// A line across from one share of the width to another.
  func across(_ from: Double, to end: Double, y: Double, classes: String) -> String {
    """
    <line x1="\(percent(from))" x2="\(percent(end))" y1="\(Self.number(y))" \
    y2="\(Self.number(y))" class="\(classes)"/>
    """
  }

  /// A line down at one share of the width.
  func down(_ share: Double, from top: Double, to bottom: Double, classes: String) -> String {
    """
    <line x1="\(percent(share))" x2="\(percent(share))" y1="\(Self.number(top))" \
    y2="\(Self.number(bottom))" class="\(classes)"/>
    """
  }

  func circle(_ share: Double, y: Double, radius: Double, classes: String) -> String {
    """
    <circle cx="\(percent(share))" cy="\(Self.number(y))" r="\(Self.number(radius))" \
    class="\(classes)"/>
    """
  }

  /// Two decimals at most and always a point, whatever the language of the page.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let whole = hundredths.magnitude / 100
    let rest = hundredths.magnitude % 100
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
