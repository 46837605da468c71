/// What the figures of a file say, for people: a finding in one sentence, the figures that bear
/// it, pictures and tables.
///
/// The same report becomes a table in the terminal and a page that needs nothing else.
package struct FigureReport: Sendable {
  /// The finding as a sentence.
  package var finding: String

  /// Where the figures come from: the file, how many rows, what was left out.
  package var source: String

  /// The figure that bears the finding.
  package var headline: Headline?

  package var parts: [Part]

  package init(finding: String, source: String, headline: Headline? = nil, parts: [Part]) {
    self.finding = finding
    self.source = source
    self.headline = headline
    self.parts = parts
  }

  package struct Headline: Sendable {
    /// What is measured.
    package let label: String

    /// The figure, as large as the page can say it.
    package let value: String

    /// Its interval and its n, as a sentence.
    package let sentence: String

    package var isLowBase = false

    /// SVG of the chart kit.
    package var picture: String?

    package init(
      label: String,
      value: String,
      sentence: String,
      isLowBase: Bool = false,
      picture: String? = nil
    ) {
      self.label = label
      self.value = value
      self.sentence = sentence
      self.isLowBase = isLowBase
      self.picture = picture
    }
  }

  /// One question the file answers.
  package struct Part: Sendable {
    package let title: String

    /// What to make of it, in a sentence.
    package var note: String?

    /// SVG or other HTML of the chart kit.
    package var picture: String?

    package var table: Table?

    /// How it is computed, and who says so.
    package var method: String?

    package init(
      title: String,
      note: String? = nil,
      picture: String? = nil,
      table: Table? = nil,
      method: String? = nil
    ) {
      self.title = title
      self.note = note
      self.picture = picture
      self.table = table
      self.method = method
    }
  }

  /// Rows under named columns; texts to the left, numbers to the right.
  package struct Table: Sendable {
    package let columns: [Column]
    package let rows: [[String]]

    /// What somebody said, below each row; empty where no row has one.
    package var quotes: [String]

    /// Says how many rows there are beyond these.
    package var more: String?

    package init(
      columns: [Column],
      rows: [[String]],
      quotes: [String] = [],
      more: String? = nil
    ) {
      self.columns = columns
      self.rows = rows
      self.quotes = quotes
      self.more = more
    }

    package struct Column: Sendable {
      package let name: String
      package var isNumber = true

      package init(name: String, isNumber: Bool = true) {
        self.name = name
        self.isNumber = isNumber
      }
    }
  }
}
