import Foundation
import Kernel
import Tabular

/// Brings answers of the past into a survey.
struct ResponseImport: Sendable {
  let surveys: SurveyStore
  let imports: ImportStore
  let clock: BusinessClock

  /// Reads the file through once, guesses its columns, and refuses what cannot work, before
  /// anything is written.
  ///
  /// - Throws: `ImportUsage`, `ImportRefusal`, `TabularError`.
  @concurrent
  func prepare(
    _ request: ImportRequest,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> PreparedImport {
    if let format = request.dateFormat, DatePattern(format) == nil {
      throw ImportUsage(
        "--date-format “\(format)” is no pattern; name day, month and year once each, such as "
          + "d/m/y, y-m-d or yyyymmdd"
      )
    }
    let file = try TabularFile(path: request.path)
    let form = file.form
    let sample = try ColumnSample(of: request.path)
    var target = try await target(of: request.survey)
    let map = try ColumnMap(
      form.header,
      asked: request.wishes,
      definition: target.definition,
      sample: sample
    )
    if case .new(let survey) = request.survey, case .new = target {
      target = .new(try survey.definition(filling: map))
    }
    let check = try ImportCheck(
      file,
      map,
      dateFormat: request.dateFormat,
      ancestors: try await ancestors(of: target),
      progress: progress
    )
    try await refuseNamesake(of: request.survey, target, check)
    let dates = ImportDates(format: request.dateFormat, order: check.order, zone: clock.zone)
    return PreparedImport(
      path: request.path,
      fileName: request.fileName,
      form: form,
      target: target,
      plan: ImportPlan(map: map, dates: dates),
      check: check,
      sample: sample
    )
  }

  func target(of choice: ImportRequest.SurveyChoice) async throws
    -> PreparedImport.Target
  {
    switch choice {
    case .token(let token):
      if let open = try await surveys.open(token) { return .survey(open) }
      guard let survey = try await surveys.survey(token: token) else {
        throw ImportRefusal(
          "there is no survey \(token); `touchstone survey list` shows those there are"
        )
      }
      throw ImportRefusal("the survey “\(survey.name)” is a draft; publish it first")
    case .new(let new):
      guard let namesake = try await surveys.named(new.name) else {
        return .new(try new.definition())
      }
      guard let open = namesake.open else { throw Self.namesake(namesake.survey) }
      return .survey(open)
    }
  }

  /// Said twice, the same command must not make a second survey; another file must not slip into
  /// one that only has the same name.
  private func refuseNamesake(
    of choice: ImportRequest.SurveyChoice,
    _ target: PreparedImport.Target,
    _ check: ImportCheck
  ) async throws {
    guard case .new = choice, case .survey(let open) = target else { return }
    let runs = try await imports.all(into: open.survey.id)
    guard runs.contains(where: { $0.fingerprint == check.fingerprint }) else {
      throw Self.namesake(open.survey)
    }
  }

  private static func namesake(_ survey: Survey) -> ImportRefusal {
    ImportRefusal(
      "there is a survey “\(survey.name)” already: bring the file into it with "
        + "--survey \(survey.token), or choose another name"
    )
  }

  private func ancestors(of target: PreparedImport.Target) async throws -> [ImportCheck.Ancestor] {
    guard case .survey(let open) = target else { return [] }
    return try await imports.all(into: open.survey.id)
      .filter { $0.state == .finished || $0.state == .unfinished }.map(\.ancestor)
  }

  /// Refuses the file at its first line that cannot be taken.
  @concurrent
  func refuseBadLines(
    of prepared: PreparedImport,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws {
    var rows = try prepared.rows(received: clock.now(), today: clock.today)
    while let row = try rows.next() {
      if row.line % 1_000 == 0 { progress(rows.reached) }
      guard case .refused(let record) = row.verdict else { continue }
      let place = record.fault.column.map { ", column “\($0)”" } ?? ""
      throw ImportRefusal(
        "\(prepared.fileName), line \(row.line)\(place): \(record.fault.reason) Nothing was "
          + "brought in, as --strict asks"
      )
    }
  }

  /// Brings a prepared file in, from its beginning.
  ///
  /// - Parameter refused: told of each batch of rows, for those who keep the refused ones.
  /// - Throws: `ImportRefusal`, `TabularError`, `StorageUnavailable`. What was committed by then
  ///   stays, and `resume` goes on from there.
  func run(
    _ prepared: PreparedImport,
    from file: ImportFile.ID? = nil,
    refused: @Sendable ([ImportRow]) throws -> Void = { _ in },
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    if case .survey(let open) = prepared.target {
      if let earlier = try await earlier(of: prepared, into: open) {
        return try await outcome(of: earlier, open.survey, wasThere: true)
      }
    }
    let survey = try await survey(for: prepared.target)
    let run = try await imports.begin(
      prepared.check,
      of: prepared.fileName,
      to: survey,
      plan: prepared.plan,
      from: file,
      at: clock.now()
    )
    return try await take(prepared, run, to: survey, refused: refused, progress: progress)
  }

  private func survey(for target: PreparedImport.Target) async throws -> OpenSurvey {
    switch target {
    case .survey(let open): return open
    case .new(let definition):
      let made = try await surveys.create(definition, publishing: true, at: clock.now())
      guard let open = try await surveys.open(made.token) else {
        preconditionFailure("the survey just published is not open")
      }
      return open
    }
  }

  /// An import of the same file by the same plan, which makes another one needless.
  private func earlier(
    of prepared: PreparedImport,
    into open: OpenSurvey
  ) async throws -> ImportRun? {
    let same = try await imports.all(into: open.survey.id).filter { run in
      run.fingerprint == prepared.check.fingerprint && run.plan == prepared.plan.text
        && run.version == open.version.number
    }
    for run in same {
      switch run.state {
      case .finished: return run
      case .undone: continue
      case .unfinished, .undoing:
        let undo = "take it back with `touchstone import undo \(run.id.rawValue)`"
        let advice = run.state == .undoing ? undo : "go on with --resume, or " + undo
        throw ImportRefusal(
          "import \(run.id.rawValue) of this file is not finished: \(advice)"
        )
      }
    }
    return nil
  }

  func outcome(
    of run: ImportRun,
    _ survey: Survey,
    repeats: [ImportOutcome.RepeatedID] = [],
    wasThere: Bool = false
  ) async throws -> ImportOutcome {
    ImportOutcome(
      run: run,
      survey: survey,
      faults: try await imports.refusals(of: run.id, limit: ImportLimits.refusalsListedMax),
      repeats: repeats,
      wasThere: wasThere
    )
  }
}
