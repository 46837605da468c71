package import Kernel

/// Who answers how: detractors, passives and promoters of one group as one bar.
///
/// Never by colour alone: detractors are hatched and come first, promoters come last.
package struct ShareBar: Sendable {
  let shares: [Double]
  let language: Language
  let frame: ChartFrame

  /// - Parameter shares: detractors, passives, promoters, each 0…1.
  package init(
    id: String,
    title: String,
    description: String,
    detractors: Double,
    passives: Double,
    promoters: Double,
    language: Language
  ) {
    shares = [detractors, passives, promoters]
    self.language = language
    frame = ChartFrame(id: id, title: title, description: description, height: 26)
  }

  package var svg: String {
    let page = SVG(language: language)
    var start = 0.0
    var content = ""
    for (share, paint) in zip(shares, ["fd", "fn", "fp"]) {
      defer { start += share }
      // A gap of 0.4 % parts neighbours; a sliver keeps at least its colour.
      let width = max(0, share - 0.004)
      guard width > 0 else { continue }
      let box = """
        <rect x="\(page.left(start + 0.002, width: width))" y="0" \
        width="\(SVG.number(width * 100))%" height="26" rx="3"
        """
      content += "\(box) class=\"\(paint)\"/>"
      if paint == "fd" { content += "\(box) fill=\"url(#hat)\"/>" }
    }
    return frame.around(content)
  }

  /// The hatching that bars refer to; once on a page.
  package static let hatching = """
    <svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hat" width="6" \
    height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <path class="hat" d="M0 0v6"/></pattern></defs></svg>
    """
}
