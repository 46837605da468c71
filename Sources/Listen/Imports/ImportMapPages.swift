import Kernel
import Mustache
import Web

/// Which column goes where, and what would become of the first rows.
struct ImportMapPage: Page {
  static let template = MustacheTemplate(embedded: Templates.import_map)

  let t: [String: String]
  let csrf: String
  let href: String
  let file: String
  let survey: String
  let problem: Problem?
  let columns: [Column]
  let hasColumns: Bool

  /// Nil for a file without dates.
  let dates: Choices?
  let verdicts: ImportVerdicts?

  struct Problem: Sendable {
    let text: String
    let reason: String?
  }

  struct Column: Sendable {
    let index: String
    let name: String
    let isGuessed: Bool
    let examples: String

    /// Nil for a column that cannot be told from another.
    let choices: Choices?
    let error: String?
  }

  /// - Parameters:
  ///   - proposal: nil for a file that cannot be read.
  ///   - refusal: why, or why the import did not begin.
  init(
    _ file: ImportFile,
    _ proposal: ImportProposal?,
    refusal: String?,
    survey: String,
    csrf: String,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = words.section("import")
    self.csrf = csrf
    href = ImportPath.file(file.id)
    self.file = file.fileName
    self.survey = survey
    problem = Self.problem(proposal?.problem, refusal, words)
    columns =
      proposal.map { proposal in
        proposal.columns.enumerated().map { Self.column($0, $1, of: proposal, words) }
      } ?? []
    hasColumns = !columns.isEmpty
    let hasDates = proposal?.columns.contains { $0.field == .at } ?? false
    dates = hasDates ? Self.dates(file.dateFormat, words) : nil
    verdicts = proposal?.preview.map { ImportVerdicts($0, in: language) }
  }

  private static func dates(_ chosen: String?, _ words: Catalogue) -> Choices {
    Choices(
      ["", "d/m/y", "m/d/y", "y/m/d"].map { format in
        Choices.Choice(
          format,
          words["import.dates.\(format.isEmpty ? "shown" : format)"],
          isChosen: format == chosen ?? ""
        )
      }
    )
  }

  private static func problem(
    _ problem: ImportProposal.Problem?,
    _ refusal: String?,
    _ words: Catalogue
  ) -> Problem? {
    if let refusal { return Problem(text: words["import.problem.refused"], reason: refusal) }
    return switch problem {
    case nil: nil
    case .noAnswers: Problem(text: words["import.problem.no_answers"], reason: nil)
    case .datesUnclear: Problem(text: words["import.problem.dates"], reason: nil)
    case .refused(let reason): Problem(text: words["import.problem.refused"], reason: reason)
    }
  }

  private static func column(
    _ place: Int,
    _ column: ImportProposal.Column,
    of proposal: ImportProposal,
    _ words: Catalogue
  ) -> Column {
    Column(
      index: String(place),
      name: column.name,
      isGuessed: column.isGuessed,
      examples: column.examples.joined(separator: " · "),
      choices: column.canBeAsked ? choices(place, column, of: proposal, words) : nil,
      error: column.isTwice ? words["import.fault.twice"] : nil
    )
  }

  private static func choices(
    _ place: Int,
    _ column: ImportProposal.Column,
    of proposal: ImportProposal,
    _ words: Catalogue
  ) -> Choices {
    func choice(_ name: String, _ text: String) -> Choices.Choice {
      Choices.Choice(name, text, isChosen: column.field?.name == name)
    }
    var choices = [
      Choices.Choice("-", words["import.field.none"], isChosen: column.field == nil)
    ]
    for question in proposal.definition.questions {
      let text = question.text.text(
        in: words.language,
        fallback: proposal.definition.defaultLanguage
      )
      choices.append(choice(ImportField.answer(question.key).name, text))
    }
    choices += ImportField.standard.map {
      choice($0.name, words["import.field.\($0.name)"])
    }
    for attribute in proposal.definition.attributes {
      choices.append(choice(ImportField.attribute(attribute.name).name, attribute.name))
    }
    if proposal.isNewSurvey {
      let name = "attributes." + Self.key(of: column.name, at: place)
      if !choices.contains(where: { $0.value == name }) {
        choices.append(choice(name, words["import.field.new_attribute"]))
      }
    }
    return Choices(choices)
  }

  /// A column's name as a key: small Latin letters, digits and underscores.
  private static func key(of name: String, at place: Int) -> String {
    let folded = ColumnWords.folded(name).replacing(" ", with: "_")
    let isPlain = folded.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    let startsWell = folded.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
    guard isPlain, startsWell, folded.utf8.count <= Limits.keyCharactersMax else {
      return "column_\(place + 1)"
    }
    return folded
  }
}

/// What would become of the first rows.
struct ImportVerdicts: Sendable {
  let title: String
  let summary: String
  let rows: [Row]

  /// Refused rows are looked at first.
  let isOpen: Bool

  struct Row: Sendable {
    let line: String
    let verdict: String
    let tone: String
    let text: String
  }

  init(_ preview: ImportPreview, in language: Language) {
    let words = Catalogue.of(language)
    let counts = preview.counts
    title = words.plural("import.verdicts_title", counts.rows)
    summary = words.text(
      "import.summary",
      [
        "taken": NumberText.integer(counts.taken, in: language),
        "known": NumberText.integer(counts.duplicates, in: language),
        "refused": NumberText.integer(counts.refused, in: language),
      ]
    )
    isOpen = counts.refused > 0
    rows = preview.verdicts.map { verdict in
      Row(
        line: NumberText.integer(verdict.line, in: language),
        verdict: words["import.verdict.\(verdict.result.rawValue)"],
        tone: verdict.result == .refused ? "bad" : verdict.result == .taken ? "good" : "",
        text: verdict.text(in: language)
      )
    }
  }
}
