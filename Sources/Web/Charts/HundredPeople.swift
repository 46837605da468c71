package import Kernel

/// Shares as a hundred people: diamonds warn others, dots are lukewarm, discs recommend.
///
/// Never by colour alone: shape, size and order tell the groups apart.
package struct HundredPeople: Sendable {
  /// Detractors, passives, promoters: whole people, a hundred of them, or none without answers.
  package let people: [Int]

  let language: Language
  let frame: ChartFrame

  package init(
    id: String,
    title: String,
    description: String,
    detractors: Int,
    passives: Int,
    promoters: Int,
    language: Language
  ) {
    people = Self.hundred(of: [detractors, passives, promoters])
    self.language = language
    frame = ChartFrame(
      id: id,
      title: title,
      description: description,
      size: .drawing(width: 20 * Self.columns, height: 20 * Self.rows),
      classes: "chart people"
    )
  }

  private static let columns = 25
  private static let rows = 4

  /// Counts as whole hundredths that sum to a hundred, by largest remainder; of equal remainders
  /// the group named first has it.
  ///
  /// - Source: Hamilton's method; M. Balinski, H. P. Young, "Fair Representation", 1982.
  package static func hundred(of counts: [Int]) -> [Int] {
    let total = counts.reduce(0, +)
    guard total > 0 else { return counts.map { _ in 0 } }
    var shares = counts.map { $0 * 100 / total }
    let byRemainder = counts.indices.sorted {
      let (left, right) = (counts[$0] * 100 % total, counts[$1] * 100 % total)
      return left == right ? $0 < $1 : left > right
    }
    for index in byRemainder.prefix(100 - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }

  package var svg: String {
    let page = SVG(language: language)
    let shapes = zip(people, [Self.diamond, Self.dot, Self.disc]).flatMap { count, shape in
      Array(repeating: shape, count: count)
    }
    let drawn = shapes.enumerated().map { index, shape in
      let column = Double(index / Self.rows) + 0.5
      let x = Int(page.x(column / Double(Self.columns)) * Double(20 * Self.columns) / 100)
      return shape(x, index % Self.rows * 20 + 10)
    }
    return frame.around(drawn.joined())
  }

  /// - Parameters:
  ///   - name: what the lines are, such as "Group".
  ///   - count: the head of the numbers.
  ///   - groups: those who warn, who are lukewarm, who recommend.
  package func table(lines name: String, count: String, groups: [String]) -> ChartTable {
    ChartTable(
      columns: [ChartTable.Column(name, isNumber: false), ChartTable.Column(count)],
      rows: zip(groups, people).map {
        [.text($0), .number(Double($1), places: 0, in: language)]
      }
    )
  }

  private static func diamond(_ x: Int, _ y: Int) -> String {
    """
    <rect x="\(x - 6)" y="\(y - 6)" width="12" height="12" rx="1.5" \
    transform="rotate(45 \(x) \(y))" class="fd"/>
    """
  }

  private static func dot(_ x: Int, _ y: Int) -> String {
    "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\" class=\"fn\"/>"
  }

  private static func disc(_ x: Int, _ y: Int) -> String {
    "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"7.5\" class=\"fp\"/>"
  }
}
