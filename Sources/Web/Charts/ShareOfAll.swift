package import Kernel

/// How often: one share as a bar from zero, its interval as a line across its end.
package struct ShareOfAll: Sendable {
  let share: Double
  let interval: ClosedRange<Double>
  let language: Language
  let frame: ChartFrame

  /// - Parameters:
  ///   - share: 0…1.
  ///   - interval: within 0…1.
  package init(
    id: String,
    title: String,
    description: String,
    share: Double,
    interval: ClosedRange<Double>,
    language: Language
  ) {
    self.share = share
    self.interval = interval
    self.language = language
    frame = ChartFrame(id: id, title: title, description: description, height: 26)
  }

  package var svg: String {
    let page = SVG(language: language)
    return frame.around(
      """
      <rect width="100%" height="10" y="8" rx="5" class="trk"/>\
      <rect x="\(page.left(0, width: share))" width="\(SVG.number(share * 100))%" y="8" \
      height="10" rx="5" class="fa"/>\
      <line x1="\(page.percent(interval.lowerBound))" x2="\(page.percent(interval.upperBound))" \
      y1="13" y2="13" class="wh"/>
      """
    )
  }
}
