import CXMetrics
import Kernel
import Web

/// Growth and leaving in the words of one language.
extension ProfitText {
  /// A name, what it added, and how it stands in the picture.
  private func steps(_ growth: EarnedGrowth) -> [(key: String, amount: Double, isBought: Bool)] {
    [
      ("profit.existing", growth.revenue(.retained) - growth.priorRevenue, false),
      ("profit.earned_new", growth.revenue(.earnedNew), false),
      ("profit.bought_new", growth.revenue(.boughtNew), true),
      ("profit.unknown_new", growth.revenue(.unknownNew), true),
      ("profit.reactivated", growth.revenue(.reactivated), true),
    ]
  }

  var growth: FigureReport.Part? {
    guard let growth = figures.growth, let total = growth.total else { return nil }
    let base = growth.priorRevenue
    let steps = steps(growth)
    let now = steps.reduce(base) { $0 + $1.amount }
    let said = words.text(
      "profit.growth_note",
      ["earned": change(growth.earned), "total": change(total)]
    )
    let waterfall = Waterfall(
      id: "profit-growth",
      title: words["profit.growth"],
      description: said,
      steps: [Waterfall.Step(name: words["profit.prior"], kind: .total(base))]
        + steps.map {
          Waterfall.Step(
            name: words[$0.key],
            kind: $0.isBought ? .neutral($0.amount) : .change($0.amount)
          )
        } + [Waterfall.Step(name: words["profit.now"], kind: .total(now))],
      language: words.language
    )
    let rows = steps.map { [words[$0.key], amount($0.amount), change(100 * $0.amount / base)] }
    return FigureReport.Part(
      title: words["profit.growth"],
      note: said,
      picture: waterfall.svg,
      table: FigureReport.Table(
        columns: columns("profit.origin", "profit.revenue", "profit.of_prior"),
        rows: [[words["profit.prior"], amount(base), "–"]] + rows
          + [[words["profit.now"], amount(now), change(total)]]
      ),
      method: words["profit.how_growth"]
    )
  }

  /// Two shares that are often taken for each other.
  var leavers: FigureReport.Part? {
    guard let defectors = figures.defectors else { return nil }
    do throws(MetricRefusal) {
      let shares = [
        ("profit.satisfied_left", try defectors.satisfiedAmongDefectors(confidence: confidence)),
        ("profit.left_satisfied", try defectors.defectorsAmongSatisfied(confidence: confidence)),
        ("profit.left_others", try defectors.defectorsAmongOthers(confidence: confidence)),
      ]
      return FigureReport.Part(
        title: words["profit.leavers"],
        note: words[figures.isSatisfactionHindsight ? "profit.hindsight" : "profit.leavers_note"],
        table: FigureReport.Table(
          columns: columns("profit.kind", "report.share", "file.between", "profit.customers"),
          rows: shares.map { key, found in
            let ends = [found.interval?.low, found.interval?.high].map {
              share($0.map { 100 * $0 })
            }
            return [
              words[key], share(found.percent), ends.joined(separator: " – "),
              "\(count(found.successes)) / \(count(found.trials))",
            ]
          }
        ),
        method: words["profit.how_leavers"]
      )
    } catch {
      return nil
    }
  }

  private var confidence: Confidence { figures.confidence }
}
