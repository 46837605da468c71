package import Kernel

/// Where growth came from: from one sum to another in steps, bars from zero.
package struct Waterfall: Sendable {
  package struct Step: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// A sum that stands on zero; steps after it start at its top.
      case total(Double)
      case change(Double)

      /// A change that is neither good nor bad in itself, such as what advertising bought.
      case neutral(Double)
    }

    package let name: String
    package let kind: Kind

    package init(name: String, kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  package let steps: [Step]
  let places: Int
  let language: Language
  let frame: ChartFrame

  /// Lines by which every other name stands lower, so that long ones do not meet on a phone.
  private let offset: Int

  /// - Parameter places: decimals of the values written above the bars.
  package init(
    id: String,
    title: String,
    description: String,
    steps: [Step],
    places: Int = 0,
    language: Language
  ) {
    self.steps = steps
    self.places = places
    self.language = language
    let lines = steps.map { Self.lines(of: $0.name).count }.max() ?? 1
    offset = steps.count > Self.narrowMax ? lines : 0
    frame = ChartFrame(
      id: id,
      title: title,
      description: description,
      size: .elastic(
        height: Self.top + Self.plotHeight + 8 + (lines + offset) * Self.lineHeight
      )
    )
  }

  private static let top = 22
  private static let plotHeight = 214
  private static let lineHeight = 15

  /// More bars are narrower than a word on a phone.
  private static let narrowMax = 5

  private struct Bar {
    let from: Double
    let to: Double
    let paint: ChartPaint
    let text: String
  }

  private var bars: [Bar] {
    var level = 0.0
    return steps.map { step in
      let from = level
      switch step.kind {
      case .total(let sum):
        level = sum
        return Bar(from: 0, to: sum, paint: .total, text: plain(sum))
      case .change(let change):
        level += change
        let paint = change < 0 ? ChartPaint.detractors : .promoters
        return Bar(from: from, to: level, paint: paint, text: signed(change))
      case .neutral(let change):
        level += change
        return Bar(from: from, to: level, paint: .passives, text: signed(change))
      }
    }
  }

  private func plain(_ value: Double) -> String {
    NumberText.decimal(value, places: places, in: language)
  }

  private func signed(_ value: Double) -> String {
    NumberText.change(value, places: places, in: language)
  }

  package var svg: String {
    let page = SVG(language: language)
    let bars = bars
    let values: [Double] = [0] + bars.flatMap { bar in [bar.from, bar.to] }
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    func y(_ value: Double) -> Double {
      let share = high > low ? (value - low) / (high - low) : 0
      return Double(Self.top) + (1 - share) * Double(Self.plotHeight)
    }
    let slot = 1 / Double(max(1, bars.count))
    var content = page.across(0, to: 1, y: y(0), classes: "zl")
    for (index, bar) in bars.enumerated() {
      let start = slot * (Double(index) + 0.14)
      let (top, bottom) = (y(max(bar.from, bar.to)), y(min(bar.from, bar.to)))
      if index < bars.count - 1 {
        content += page.across(
          start + slot * 0.72,
          to: start + slot,
          y: y(bar.to),
          classes: "zl"
        )
      }
      content += bar.paint.box(
        """
        x="\(page.left(start, width: slot * 0.72))" y="\(SVG.number(top))" \
        width="\(SVG.number(slot * 72))%" height="\(SVG.number(max(1, bottom - top)))" rx="3"
        """
      )
      let middle = slot * (Double(index) + 0.5)
      content += page.text(bar.text, at: middle, y: top - 8, classes: "s small")
      content += name(of: index, at: middle, on: page)
    }
    return frame.around(content)
  }

  private func name(of index: Int, at share: Double, on page: SVG) -> String {
    let lower = index % 2 == 1 ? offset : 0
    return Self.lines(of: steps[index].name).enumerated().map { line, words in
      let y = Self.top + Self.plotHeight + 20 + (line + lower) * Self.lineHeight
      return page.text(words, at: share, y: Double(y))
    }.joined()
  }

  /// A name in lines of a word or two, as wide as a bar on a phone.
  private static func lines(of name: String) -> [String] {
    name.split(separator: " ").reduce(into: [String]()) { lines, word in
      if let last = lines.last, last.count + word.count < 8 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
  }

  /// - Parameters: what the steps are, and what their values are measured in.
  package func table(step: String, value: String) -> ChartTable {
    ChartTable(
      columns: [ChartTable.Column(step, isNumber: false), ChartTable.Column(value)],
      rows: steps.map {
        switch $0.kind {
        case .total(let sum): [.text($0.name), .number(sum, shown: plain(sum))]
        case .change(let change), .neutral(let change):
          [.text($0.name), .number(change, shown: signed(change))]
        }
      }
    )
  }
}
