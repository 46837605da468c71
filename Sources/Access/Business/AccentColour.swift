import Foundation

/// The colour of a business on the pages its customers and its people see.
package struct AccentColour: Hashable, Sendable {
  /// Each 0…255.
  package let red: Int
  package let green: Int
  package let blue: Int

  /// Reads `#006b78`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 7, text.first == "#",
      text.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let number = Int(text.dropFirst(), radix: 16)
    else { return nil }
    red = number >> 16
    green = number >> 8 & 255
    blue = number & 255
  }

  private init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  package var text: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  static let white = AccentColour(red: 255, green: 255, blue: 255)

  static let black = AccentColour(red: 0, green: 0, blue: 0)

  /// The surface of cards in the dark.
  static let night = AccentColour(red: 0x13, green: 0x1f, blue: 0x25)

  /// How well the two can be told apart, 1…21 (WCAG 2.2, contrast ratio).
  package func contrast(with other: AccentColour) -> Double {
    let lights = [luminance, other.luminance].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// A mixture: 0 gives this colour, 1 the other.
  package func mixed(with other: AccentColour, share: Double) -> AccentColour {
    func between(_ from: Int, _ to: Int) -> Int {
      Int((Double(from) + Double(to - from) * share).rounded())
    }
    return AccentColour(
      red: between(red, other.red),
      green: between(green, other.green),
      blue: between(blue, other.blue)
    )
  }

  /// The colour nearest to this one that text can be written in on `ground`: darker on light
  /// grounds, lighter on dark ones, until the contrast is 4.5.
  package func legible(on ground: AccentColour) -> AccentColour {
    let goal = ground.luminance > 0.18 ? AccentColour.black : .white
    var share = 0.0
    while share < 1, mixed(with: goal, share: share).contrast(with: ground) < 4.5 { share += 0.05 }
    return mixed(with: goal, share: min(1, share))
  }

  /// White or black, whichever reads better on this colour: one of them always reads well.
  package var ground: AccentColour {
    contrast(with: .white) >= contrast(with: .black) ? .white : .black
  }

  /// 0…1 (WCAG 2.2, relative luminance of sRGB).
  private var luminance: Double {
    func linear(_ channel: Int) -> Double {
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
