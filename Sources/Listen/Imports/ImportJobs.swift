import Foundation
import Kernel
import Logging
import Storage
import Tabular

/// Brings sent files in, one after another, and takes imports back; goes on after a stop.
package struct ImportJobs: Sendable {
  let files: ImportFileStore
  let past: ResponseImport
  let folder: ImportFile.Folder
  let logger: Logger

  /// Works until its task is cancelled; a store out of reach is waited for.
  package func run(lookingEvery pause: Duration = .seconds(1)) async {
    do { try await sweep() } catch {
      logger.warning("old files stay for now", metadata: ["reason": "\(error)"])
    }
    while !Task.isCancelled {
      do { try await runDue() } catch is CancellationError { return } catch {
        logger.warning("imports wait", metadata: ["reason": "\(error)"])
      }
      do { try await Task.sleep(for: pause) } catch { return }
    }
  }

  /// Does what is due now.
  package func runDue() async throws {
    // Oldest first. A file that lies with another server is that server's to bring in.
    for file in try await files.unfinished().reversed() where folder.has(file.id) {
      switch file.state {
      case .waiting, .running: try await bringIn(file)
      case .open: try await expire(file)
      case .done: break
      }
    }
    for run in try await past.imports.all() where run.state == .undoing {
      _ = try await past.undo(run.id) { _ in }
      try Task.checkCancellation()
    }
  }

  /// Removes files that nobody waits for: of an upload that a stop cut off, of a survey removed.
  func sweep() async throws {
    let kept = Set(try await files.unfinished().map { folder.file($0.id).lastPathComponent })
    for name in folder.names where !kept.contains(name) {
      try? FileManager.default.removeItem(at: folder.place.appending(path: name))
    }
  }

  private func expire(_ file: ImportFile) async throws {
    guard file.receivedAt + ImportLimits.openFileAge < past.clock.now() else { return }
    try await files.forget(file.id)
    folder.remove(file.id)
  }

  private func bringIn(_ file: ImportFile) async throws {
    try await files.begin(file.id, at: past.clock.now())
    do {
      let run = try await outcome(of: file)
      try await files.finish(file.id, as: run)
      folder.remove(file.id)
    } catch let usage as ImportUsage {
      try await files.giveBack(file.id, because: usage.description)
    } catch let refusal as ImportRefusal {
      try await settle(file.id, refusal.description)
    } catch let broken as TabularError {
      try await settle(file.id, broken.description)
    }
  }

  /// An import that had begun stays as far as it came; one that had not may be asked for again.
  private func settle(_ id: ImportFile.ID, _ reason: String) async throws {
    guard let run = try await files.file(id)?.run else {
      return try await files.giveBack(id, because: reason)
    }
    logger.warning(
      "an import ended early",
      metadata: ["import": "\(run.rawValue)", "reason": "\(reason)"]
    )
    try await files.finish(id, as: run)
    folder.remove(id)
  }

  private func outcome(of file: ImportFile) async throws -> ImportRun.ID {
    let token = try await token(of: file)
    let request = file.request(in: folder, survey: token)
    // Between two transactions is the place to stop.
    let stopping: @Sendable ([ImportRow]) throws -> Void = { _ in try Task.checkCancellation() }
    if let begun = file.run, let run = try await past.imports.run(begun) {
      guard run.state == .unfinished else { return run.id }
      return try await past.resume(path: request.path, survey: token, refused: stopping).run.id
    }
    let prepared = try await past.prepare(request)
    try Task.checkCancellation()
    return try await past.run(prepared, from: file.id, refused: stopping).run.id
  }

  private func token(of file: ImportFile) async throws -> String? {
    if let begun = file.run, let run = try await past.imports.run(begun) {
      return try await past.surveys.all().first { $0.id == run.survey }?.token
    }
    return file.surveyToken
  }
}
