/// A business's one colour, made fit for text and marks in light and dark.
enum Theme {
  /// Replaces the three accent tokens only, each corrected until text can be read.
  static func sheet(_ accent: AccentColour) -> String {
    let light = accent.legible(on: .white)
    let dark = accent.legible(on: .night)
    let onLight = tokens(light, soft: light.mixed(with: .white, share: 0.85))
    let onDark = tokens(dark, soft: dark.mixed(with: .night, share: 0.75))
    return """
      :root{\(onLight)}
      @media (prefers-color-scheme:dark){:root:not([data-theme="light"]){\(onDark)}}
      :root[data-theme="dark"]{\(onDark)}

      """
  }

  private static func tokens(_ accent: AccentColour, soft: AccentColour) -> String {
    "--accent:\(accent.text);--accent-soft:\(soft.text);--on-accent:\(accent.ground.text)"
  }
}

extension Business {
  /// Where the logo lies.
  package var logoPath: String? { logo.map { "/logo?v=\($0)" } }

  /// Where the business's colours lie; nil for our own.
  package var theme: String? { accent.map { "/theme.css?v=\($0.text.dropFirst())" } }
}
