package import Kernel

/// Where one figure lies on its whole scale, its interval as a band with a stroke in it.
package struct IntervalScale: Sendable {
  let value: Double
  let interval: ClosedRange<Double>
  let limits: ClosedRange<Double>
  let language: Language
  let frame: ChartFrame

  package init(
    id: String,
    title: String,
    description: String,
    value: Double,
    interval: ClosedRange<Double>,
    limits: ClosedRange<Double>,
    language: Language
  ) {
    self.value = value
    self.interval = interval
    self.limits = limits
    self.language = language
    frame = ChartFrame(id: id, title: title, description: description, height: 44)
  }

  package var svg: String {
    let page = SVG(language: language)
    let low = share(interval.lowerBound)
    let width = share(interval.upperBound) - low
    let stroke = page.percent(share(value))
    let ends = [limits.lowerBound, (limits.lowerBound + limits.upperBound) / 2, limits.upperBound]
    let labels = zip(ends, ["start", "middle", "end"]).map { end, anchor in
      """
      <text x="\(page.percent(share(end)))" y="40" text-anchor="\(anchor)">\
      \(NumberText.change(end, in: language))</text>
      """
    }
    return frame.around(
      """
      <rect x="0" y="8" width="100%" height="8" rx="4" class="trk"/>\
      <rect x="\(page.left(low, width: width))" y="3" width="\(SVG.number(width * 100))%" \
      height="18" rx="5" class="fa" opacity=".5"/>\
      <line x1="\(stroke)" x2="\(stroke)" y1="2" y2="22" class="wh"/>\(labels.joined())
      """
    )
  }

  private func share(_ place: Double) -> Double {
    min(1, max(0, (place - limits.lowerBound) / (limits.upperBound - limits.lowerBound)))
  }
}
