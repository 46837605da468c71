/// What the shapes of a picture stand for, in words beside it.
package struct ChartKey: Hashable, Sendable {
  package enum Sign: Hashable, Sendable {
    case detractors, passives, promoters, ring, disc, line, dashes, goal, total, none
  }

  package let entries: [Entry]

  package struct Entry: Hashable, Sendable {
    package let sign: Sign
    package let text: String
  }

  package init(_ entries: KeyValuePairs<Sign, String>) {
    self.entries = entries.map { Entry(sign: $0.key, text: $0.value) }
  }

  package var html: String {
    let items = entries.map { "<li>\(Self.drawing($0.sign))\(HTMLText.escaped($0.text))</li>" }
    return "<ul class=\"key num\">\(items.joined())</ul>"
  }

  private static func drawing(_ sign: Sign) -> String {
    let shape: String? =
      switch sign {
      case .detractors:
        """
        <rect x="2.5" y="2.5" width="9" height="9" rx="1" transform="rotate(45 7 7)" class="fd"/>
        """
      case .passives: "<circle cx=\"7\" cy=\"7\" r=\"4\" class=\"fn\"/>"
      case .promoters: "<circle cx=\"7\" cy=\"7\" r=\"6\" class=\"fp\"/>"
      case .ring: "<circle cx=\"7\" cy=\"7\" r=\"5\" class=\"fs wh\"/>"
      case .disc: "<circle cx=\"7\" cy=\"7\" r=\"6\" class=\"fa\"/>"
      case .line: "<path d=\"M0 7h14\" class=\"ln\"/>"
      case .dashes: "<path d=\"M0 7h14\" class=\"ln2\"/>"
      case .goal: "<path d=\"M0 7h14\" class=\"goal\"/>"
      case .total: "<rect x=\"2\" y=\"1\" width=\"10\" height=\"12\" rx=\"2\" class=\"fi\"/>"
      case .none: nil
      }
    return shape.map { "<svg viewBox=\"0 0 14 14\" aria-hidden=\"true\">\($0)</svg>" } ?? ""
  }
}
