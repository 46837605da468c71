/// The browser and system that a `User-Agent` header tells of, as far as people need it to
/// recognise their own.
package struct Browser: Hashable, Sendable {
  /// `Firefox`; nil when it is none of the usual ones.
  package let name: String?

  /// `Android`; nil when it is none of the usual ones.
  package let system: String?

  /// Browsers name the ones they descend from as well, so the youngest is looked for first.
  private static let names = [
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"),
    ("coc_coc", "Cốc Cốc"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"), ("Safari/", "Safari"),
  ]

  private static let systems = [
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
  ]

  /// - Parameter userAgent: anything at all; only what is known is taken from it.
  package init(userAgent: String?) {
    let text = (userAgent ?? "").prefix(500)
    name = Self.names.first { text.contains($0.0) }?.1
    system = Self.systems.first { text.contains($0.0) }?.1
  }

  /// What a store kept.
  init(name: String?, system: String?) {
    self.name = name
    self.system = system
  }
}
