import Kernel
import Mustache
import Tabular
import Web

/// How far an import has come.
struct ImportProgressPage: Page {
  static let template = MustacheTemplate(embedded: Templates.import_progress)

  let t: [String: String]
  let file: String
  let resumed: String?
  let text: String

  /// 0…100; nil where it cannot be told.
  let share: String?

  init(_ file: ImportFile, _ run: ImportRun?, in language: Language) {
    let words = Catalogue.of(language)
    t = words.section("import")
    self.file = file.fileName
    let rows = run?.counts.rows ?? 0
    resumed = file.resumedAt.map { _ in words.plural("import.resumed", rows) }
    text =
      file.state == .waiting
      ? words["import.file.waiting"]
      : run == nil ? words["import.checking"] : words.plural("import.rows_read", rows)
    // A packed file is shorter than its text.
    let reached = run?.position?.offset
    share = reached.flatMap {
      $0 <= file.byteCount && !file.fileName.hasSuffix(".gz")
        ? String($0 * 100 / max(1, file.byteCount)) : nil
    }
  }
}

/// What became of a file.
struct ImportRunPage: Page {
  static let template = MustacheTemplate(embedded: Templates.import_run)

  let t: [String: String]
  let title: String
  let file: String
  let survey: String
  let day: String
  let person: String?
  let note: String?
  let isBusy: Bool
  let stats: [Stat]
  let refused: Refused?
  let undo: String?
  let hasAnswers: Bool

  struct Stat: Sendable {
    let label: String
    let value: String
  }

  struct Refused: Sendable {
    let title: String
    let href: String
    let download: String
    let rows: [Row]

    struct Row: Sendable {
      let line: String
      let column: String
      let reason: String
    }
  }

  init(
    _ run: ImportRun,
    of file: ImportFile?,
    survey: String,
    faults: [ImportFault],
    day: (Instant) -> String,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = words.section("import")
    self.file = run.fileName
    self.survey = survey
    self.day = day(run.startedAt)
    person = file?.person
    let counts = run.counts
    let isGone = run.state == .undone || run.state == .undoing
    title =
      isGone
      ? words["import.run_title.\(run.state.rawValue)"]
      : words.plural("import.run_title.\(run.state.rawValue)", counts.taken)
    note =
      run.counts.removedHandled > 0
      ? words.plural("import.removed_handled", run.counts.removedHandled) : nil
    isBusy = run.state == .undoing
    let numbers =
      isGone
      ? [("removed", counts.removed)]
      : [
        ("rows", counts.rows), ("taken", counts.taken), ("known", counts.duplicates),
        ("refused", counts.refused),
      ]
    stats = numbers.map {
      Stat(label: words["import.count.\($0)"], value: NumberText.integer($1, in: language))
    }
    refused = Refused(faults, of: run, words)
    hasAnswers = !isGone && counts.taken > 0
    undo = isGone ? nil : ImportPath.run(run.id) + "/undo"
  }
}

extension ImportRunPage.Refused {
  /// Nil where nothing was refused.
  fileprivate init?(_ faults: [ImportFault], of run: ImportRun, _ words: Catalogue) {
    guard !faults.isEmpty else { return nil }
    title = words.plural("import.refused_title", run.counts.refused)
    href = ImportPath.run(run.id) + "/errors.csv"
    download = words.plural(
      "import.refused_download",
      min(run.counts.refused, ImportLimits.refusalsKeptMax)
    )
    rows = faults.map {
      Row(
        line: NumberText.integer($0.line, in: words.language),
        column: $0.column ?? "–",
        reason: $0.reason(in: words.language)
      )
    }
  }
}

/// Asks before an import is taken back.
struct ImportUndoPage: Page {
  static let template = MustacheTemplate(embedded: Templates.import_undo)

  let t: [String: String]
  let csrf: String
  let file: String
  let survey: String
  let text: String
  let href: String
  let back: String

  init(_ run: ImportRun, survey: String, csrf: String, in language: Language) {
    let words = Catalogue.of(language)
    t = words.section("import")
    self.csrf = csrf
    file = run.fileName
    self.survey = survey
    text = words.plural("import.undo_text", run.counts.taken)
    href = ImportPath.run(run.id) + "/undo"
    back = ImportPath.run(run.id)
  }
}
