/// What the figures of a file say, for people: a finding in one sentence, the figures that bear
/// it, pictures and tables.
///
/// The same report becomes a table in the terminal and a page that needs nothing else.
struct FigureReport: Sendable {
  /// The finding as a sentence.
  var finding: String

  /// Where the figures come from: the file, how many rows, what was left out.
  var source: String

  /// The figure that bears the finding.
  var headline: Headline?

  var parts: [Part]

  struct Headline: Sendable {
    /// What is measured.
    let label: String

    /// The figure, as large as the page can say it.
    let value: String

    /// Its interval and its n, as a sentence.
    let sentence: String

    var isLowBase = false

    /// SVG of the chart kit.
    var picture: String?
  }

  /// One question the file answers.
  struct Part: Sendable {
    let title: String

    /// What to make of it, in a sentence.
    var note: String?

    /// SVG or other HTML of the chart kit.
    var picture: String?

    var table: Table?

    /// How it is computed, and who says so.
    var method: String?
  }

  /// Rows under named columns; texts to the left, numbers to the right.
  struct Table: Sendable {
    let columns: [Column]
    let rows: [[String]]

    /// Says how many rows there are beyond these.
    var more: String?

    struct Column: Sendable {
      let name: String
      var isNumber = true
    }
  }
}
