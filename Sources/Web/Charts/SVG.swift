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
