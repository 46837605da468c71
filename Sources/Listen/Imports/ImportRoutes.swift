import Access
import HTTPTypes
import Hummingbird
import Kernel
import Tabular
import Web

/// The importer with a face: send a file, say what its columns mean, watch it, take it back.
struct ImportRoutes: Sendable {
  let jobs: ImportJobs
  let business: BusinessDirectory
  let frame: Frame

  var files: ImportFileStore { jobs.files }
  var past: ResponseImport { jobs.past }

  var routes: [Route] {
    [
      .get(ImportPath.list, .may(.importData)) { request, context in
        try await list(request, context)
      },
      .upload(
        ImportPath.list,
        .may(.importData),
        Upload.Plan(folder: jobs.folder.place, bytesMax: ImportLimits.uploadBytesMax),
        take
      ),
      .get("/import/files/{file}", .may(.importData), showFile),
      .post("/import/files/{file}", .may(.importData), decide),
      .get("/import/runs/{run}", .may(.importData), showRun),
      .get("/import/runs/{run}/errors.csv", .may(.importData), downloadErrors),
      .get("/import/runs/{run}/undo", .may(.importData), askUndo),
      .post("/import/runs/{run}/undo", .may(.importData), undo),
    ]
  }

  // MARK: - Files

  private func list(
    _ request: Request,
    _ context: Context,
    typed: ImportsPage.Typed = .init(),
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let page = ImportsPage(
      (try await past.surveys.all(), try await files.unfinished(), try await past.imports.all()),
      typed: typed,
      csrf: context.csrf,
      day: day(in: context),
      in: context.language
    )
    return try await show(page, page.t["title"], request, context, status: status)
  }

  private func take(
    _ request: Request,
    _ context: Context,
    _ upload: Upload
  ) async throws -> Response {
    let token = upload.fields["survey"] ?? ""
    let name = AnswerText.trimmed(upload.fields["name"] ?? "")
    var typed = ImportsPage.Typed(survey: token, name: name)
    var target: ImportFile.Target?
    if !token.isEmpty {
      target = try await past.surveys.survey(token: token).map { .survey($0.id) }
    } else if !name.isEmpty, name.count <= Limits.surveyNameCharactersMax {
      target = .new(name)
    }
    if target == nil { typed.nameFault = "name" }
    if upload.file == nil { typed.fileFault = "file" }
    guard let target, let file = upload.file else {
      return try await list(request, context, typed: typed, status: .unprocessableContent)
    }
    let id = try await files.add(
      file.name.isEmpty ? "file" : file.name,
      bytes: file.byteCount,
      to: target,
      by: context.person?.name ?? "",
      at: past.clock.now()
    )
    try jobs.folder.take(file.place, as: id)
    return .redirect(to: ImportPath.file(id), type: .normal)
  }

  // MARK: - Imports

  private func showRun(_ request: Request, _ context: Context) async throws -> Response {
    let (run, survey) = try await run(context)
    let file = try await files.file(of: run.id)
    let faults = try await past.imports.refusals(of: run.id, limit: ImportLimits.refusalsSaidMax)
    let page = ImportRunPage(
      run,
      of: file,
      survey: survey,
      faults: faults,
      day: day(in: context),
      in: context.language
    )
    return try await show(page, page.title, request, context, refresh: page.isBusy ? 2 : nil)
  }

  private func downloadErrors(_ request: Request, _ context: Context) async throws -> Response {
    let run = try await run(context).run
    let faults = try await past.imports.refusals(of: run.id, limit: ImportLimits.refusalsKeptMax)
    let rows =
      [["line", "column", "reason"]]
      + faults.map { [String($0.line), $0.column ?? "", $0.reason(in: context.language)] }
    return Response(
      text: CSVText.file(rows),
      to: request,
      headers: [
        .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"import-\(run.id.rawValue)-errors.csv\"",
      ]
    )
  }

  private func askUndo(_ request: Request, _ context: Context) async throws -> Response {
    let (run, survey) = try await run(context)
    let page = ImportUndoPage(
      run,
      survey: survey,
      csrf: context.csrf,
      in: context.language
    )
    return try await show(page, page.t["undo_title"], request, context)
  }

  /// Begins at once; what is left of a large one is done by the jobs. Sent twice it is one undoing.
  private func undo(_ request: Request, _ context: Context) async throws -> Response {
    let run = try await run(context).run
    guard let identity = context.identity else { throw Problem.forbidden }
    let entry = AuditEntry(
      at: past.clock.now(),
      by: identity.actor,
      "import.undone",
      AuditEntry.Subject("import", run.id.rawValue, named: run.fileName)
    )
    _ = try await past.imports.beginTakingBack(run.id, noting: entry)
    return .redirect(to: ImportPath.run(run.id), type: .normal)
  }

  // MARK: - Parts

  private func run(_ context: Context) async throws -> (run: ImportRun, survey: String) {
    guard let id = context.parameters.get("run", as: Int64.self),
      let found = try await past.imports.named(ImportRun.ID(rawValue: id))
    else { throw Problem.notFound }
    return found
  }

  private func day(in context: Context) -> (Instant) -> String {
    let calendar = business.remembered.calendar
    return { DayText.text(past.clock.day(of: $0), calendar, in: context.language) }
  }

  func show(
    _ page: some Page,
    _ title: String?,
    _ request: Request,
    _ context: Context,
    refresh: Int? = nil,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    try await frame.response(
      title ?? "",
      current: "importing",
      stylesheets: [ImportLook.sheet],
      scripts: [ImportLook.script],
      refresh: refresh,
      body: page.html,
      to: request,
      context,
      status: status
    )
  }
}
