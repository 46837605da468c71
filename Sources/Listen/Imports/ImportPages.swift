import Kernel
import Mustache
import Web

/// The way in for files, and what came in by it.
struct ImportsPage: Page {
  static let template = MustacheTemplate(embedded: Templates.imports)

  let t: [String: String]
  let csrf: String
  let surveys: Choices
  let name: String
  let nameError: String?
  let fileError: String?
  let icon = Icon.importing.svg
  let hint: String
  let tooLarge: String
  let bytesMax = String(ImportLimits.uploadBytesMax)
  let files: [File]
  let hasFiles: Bool
  let runs: [Run]
  let hasRuns: Bool

  struct File: Sendable {
    let href: String
    let name: String
    let person: String
    let day: String
    let state: String
    let tone: String
  }

  struct Run: Sendable {
    let href: String
    let name: String
    let survey: String
    let day: String
    let taken: String
    let state: String
    let tone: String
  }

  /// What was typed and could not be taken.
  struct Typed: Sendable {
    var survey = ""
    var name = ""
    var nameFault: String?
    var fileFault: String?
  }

  init(
    _ known: (surveys: [Survey], files: [ImportFile], runs: [ImportRun]),
    typed: Typed = Typed(),
    csrf: String,
    day: (Instant) -> String,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = words.section("import")
    self.csrf = csrf
    // A draft takes no answers yet.
    let open = known.surveys.filter { $0.version != nil }
    surveys = Choices(
      open.map { Choices.Choice($0.token, $0.name, isChosen: $0.token == typed.survey) }
        + [
          Choices.Choice(
            "",
            words["import.new_survey"],
            isChosen: typed.survey.isEmpty && !typed.name.isEmpty
          )
        ]
    )
    name = typed.name
    nameError = typed.nameFault.map { words["import.fault.\($0)"] }
    fileError = typed.fileFault.map { words["import.fault.\($0)"] }
    let megabytes = NumberText.integer(ImportLimits.uploadBytesMax >> 20, in: language)
    hint = words.text("import.file_hint", ["mb": megabytes])
    tooLarge = words.text("import.too_large", ["mb": megabytes])
    files = known.files.map { File($0, day: day($0.receivedAt), words) }
    hasFiles = !files.isEmpty
    runs = known.runs.map { run in
      let survey = known.surveys.first { $0.id == run.survey }?.name ?? ""
      return Run(run, into: survey, day: day(run.startedAt), words)
    }
    hasRuns = !runs.isEmpty
  }
}

extension ImportsPage.File {
  fileprivate init(_ file: ImportFile, day: String, _ words: Catalogue) {
    href = ImportPath.file(file.id)
    name = file.fileName
    person = file.person
    self.day = day
    state = words["import.file.\(file.state.rawValue)"]
    tone = file.failure == nil ? "" : "bad"
  }
}

extension ImportsPage.Run {
  fileprivate init(_ run: ImportRun, into survey: String, day: String, _ words: Catalogue) {
    href = ImportPath.run(run.id)
    name = run.fileName
    self.survey = survey
    self.day = day
    taken = words.plural("answers.count", run.counts.taken)
    state = words["import.run.\(run.state.rawValue)"]
    tone = run.state == .finished ? "good" : ""
  }
}

/// Where the pages of an import lie.
enum ImportPath {
  static let list = "/import"

  static func file(_ id: ImportFile.ID) -> String { "/import/files/\(id.rawValue)" }

  static func run(_ id: ImportRun.ID) -> String { "/import/runs/\(id.rawValue)" }
}
