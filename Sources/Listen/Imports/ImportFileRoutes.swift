import Access
import Hummingbird
import Kernel
import Tabular
import Web

/// A sent file: what it holds, what was said about it, how far it has come.
extension ImportRoutes {
  func showFile(_ request: Request, _ context: Context) async throws -> Response {
    let file = try await file(context)
    switch file.state {
    case .done:
      guard let run = file.run else { throw Problem.notFound }
      return .redirect(to: ImportPath.run(run), type: .normal)
    case .waiting, .running:
      let run = try await run(of: file)
      let page = ImportProgressPage(file, run, in: context.language)
      return try await show(page, page.t["running_title"], request, context, refresh: 2)
    case .open: return try await showMap(of: file, request, context)
    }
  }

  private func run(of file: ImportFile) async throws -> ImportRun? {
    guard let run = file.run else { return nil }
    return try await past.imports.run(run)
  }

  private func showMap(
    of file: ImportFile,
    _ request: Request,
    _ context: Context
  ) async throws -> Response {
    var proposal: ImportProposal?
    var refusal = file.failure
    do {
      proposal = try await past.propose(file.request(in: jobs.folder, survey: file.surveyToken))
    } catch let reason as ImportRefusal {
      refusal = reason.description
    } catch let reason as ImportUsage {
      refusal = reason.description
    } catch let broken as TabularError {
      refusal =
        TabularError(file: file.fileName, line: broken.line, reason: broken.reason)
        .description
    }
    let page = ImportMapPage(
      file,
      proposal,
      refusal: refusal,
      survey: file.surveyName,
      csrf: context.csrf,
      in: context.language
    )
    return try await show(page, page.t["map_title"], request, context)
  }

  /// Keeps what was said of the columns; starts or forgets the file where asked.
  func decide(_ request: Request, _ context: Context) async throws -> Response {
    let file = try await file(context)
    let form = try await request.form()
    if form["do"] == "forget" {
      try await files.forget(file.id)
      if try await files.file(file.id) == nil { jobs.folder.remove(file.id) }
      return .redirect(to: ImportPath.list, type: .normal)
    }
    let wishes = zip(form.all("column"), form.all("field")).map {
      ColumnMap.Wish(column: $0, field: $1)
    }
    let format = form["dates"].flatMap { $0.isEmpty ? nil : $0 }
    var start: AuditEntry?
    if form["do"] == "start", let identity = context.identity {
      start = AuditEntry(
        at: past.clock.now(),
        by: identity.actor,
        "import.started",
        AuditEntry.Subject("import_file", file.id.rawValue, named: file.fileName)
      )
    }
    try await files.say(wishes, dateFormat: format, about: file.id, starting: start)
    return .redirect(to: ImportPath.file(file.id), type: .normal)
  }

  private func file(_ context: Context) async throws -> ImportFile {
    guard let id = context.parameters.get("file", as: Int64.self),
      let file = try await files.file(ImportFile.ID(rawValue: id))
    else { throw Problem.notFound }
    return file
  }
}
