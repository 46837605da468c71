import Kernel
import Tabular

/// What a page shows of a file before anything is taken: its columns, and the first rows judged.
struct ImportProposal: Sendable {
  let columns: [Column]
  let definition: SurveyDefinition

  /// Whether the survey is made with the file, so that any column may become an attribute.
  let isNewSurvey: Bool
  let preview: ImportPreview?
  let problem: Problem?

  struct Column: Sendable {
    let name: String
    let field: ImportField?
    let isGuessed: Bool

    /// The first values that say something.
    let examples: [String]

    /// Another column fills the field that was asked for.
    let isTwice: Bool

    /// Columns that share a name cannot be told apart.
    let canBeAsked: Bool
  }

  enum Problem: Hashable, Sendable {
    case noAnswers

    /// Which number is the day cannot be told.
    case datesUnclear

    /// In the words of whoever refused.
    case refused(String)
  }
}

extension ResponseImport {
  /// Looks at the first rows; writes nothing.
  ///
  /// - Throws: `ImportRefusal`, `TabularError` for a file or survey that nothing can be done with.
  @concurrent
  func propose(_ request: ImportRequest) async throws -> ImportProposal {
    let file = try TabularFile(path: request.path)
    let form = file.form
    let sample = try ColumnSample(of: request.path)
    var target = try await target(of: request.survey)
    let (wishes, twice) = request.wishes.withoutRepeats
    let known = wishes.filter { wish in form.header.names.count { $0 == wish.column } == 1 }
    let map = try ColumnMap.proposed(
      for: form.header,
      asked: known,
      definition: target.definition,
      sample: sample
    )
    if map.hasAnswers, case .new(let survey) = request.survey, case .new = target {
      target = .new(try survey.definition(filling: map))
    }
    var preview: ImportPreview?
    var problem: ImportProposal.Problem? = map.hasAnswers ? nil : .noAnswers
    if map.hasAnswers {
      do {
        preview = try await beginning(of: file, form, request, target, map, sample)
      } catch is ImportUsage { problem = .datesUnclear }
    }
    return ImportProposal(
      columns: Self.columns(map, form.header, sample, twice),
      definition: target.definition,
      isNewSurvey: request.survey.isNew,
      preview: preview,
      problem: problem
    )
  }

  /// What becomes of the first rows.
  ///
  /// - Throws: `ImportUsage` where they do not show which number is the day.
  private func beginning(
    of file: consuming TabularFile,
    _ form: TabularFile.Form,
    _ request: ImportRequest,
    _ target: PreparedImport.Target,
    _ map: ColumnMap,
    _ sample: ColumnSample
  ) async throws -> ImportPreview {
    let check = try ImportCheck(
      file,
      map,
      dateFormat: request.dateFormat,
      ancestors: [],
      rowsMax: ImportLimits.verdictsMax
    )
    let dates = ImportDates(format: request.dateFormat, order: check.order, zone: clock.zone)
    let prepared = PreparedImport(
      path: request.path,
      fileName: request.fileName,
      form: form,
      target: target,
      plan: ImportPlan(map: map, dates: dates),
      check: check,
      sample: sample
    )
    return try await preview(prepared, rowsMax: ImportLimits.verdictsMax)
  }

  private static func columns(
    _ map: ColumnMap,
    _ header: Header,
    _ sample: ColumnSample,
    _ twice: Set<String>
  ) -> [ImportProposal.Column] {
    map.columns.enumerated().map { place, column in
      ImportProposal.Column(
        name: column.name,
        field: column.field,
        isGuessed: column.origin == .guessed,
        examples: sample.examples(of: place),
        isTwice: twice.contains(column.name),
        canBeAsked: !column.name.isEmpty && header.names.count { $0 == column.name } == 1
      )
    }
  }
}

extension ImportRequest.SurveyChoice {
  fileprivate var isNew: Bool {
    if case .new = self { true } else { false }
  }
}

extension [ColumnMap.Wish] {
  /// The first wish for each field; the columns of later ones are left out and named.
  fileprivate var withoutRepeats: (wishes: [ColumnMap.Wish], twice: Set<String>) {
    var fields: Set<String> = []
    var twice: Set<String> = []
    let wishes = map { wish in
      if wish.field == "-" || fields.insert(wish.field).inserted { return wish }
      twice.insert(wish.column)
      return ColumnMap.Wish(column: wish.column, field: "-")
    }
    return (wishes, twice)
  }
}

extension ColumnSample {
  /// Different values that say something, shortened.
  fileprivate func examples(of column: Int) -> [String] {
    var found: [String] = []
    for row in rows where found.count < ImportLimits.examplesMax {
      let value = row[column]
      if FieldNumbers.isMissing(value.plainFieldBytes) { continue }
      let short = String(value.replacing("\n", with: " ").prefix(40))
      if !found.contains(short) { found.append(short) }
    }
    return found
  }
}
