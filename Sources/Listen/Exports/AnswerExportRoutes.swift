import Access
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Tabular
import Web

/// The list's view as a file: the same answers as on the screen, however many.
struct AnswerExportRoutes: Sendable {
  let store: AnswerExportStore
  let scope: AnswerScopeDirectory

  var routes: [Route] {
    [
      .get("/answers.csv", .may(.exportData), csv),
      .get("/answers.xlsx", .may(.exportData), xlsx),
    ]
  }

  private func csv(_ request: Request, _ context: Context) async throws -> Response {
    let filter = try Self.filter(of: request)
    let scope = try await scope.current()
    let export = try await export(filter, scope)
    // What fails here is still told by a status; later the file can only be cut off.
    let first = try await store.part(of: filter, in: scope, after: nil)
    let body = ResponseBody { writer in
      var bytes = CSVLine.byteOrderMark
      CSVLine.append(export.head.map { .text($0) }, to: &bytes)
      var part = first
      while true {
        for answer in part { CSVLine.append(export.cells(of: answer), to: &bytes) }
        try await writer.write(ByteBuffer(bytes: bytes))
        guard part.count == AnswerExportStore.rowsPerRead, let last = part.last else { break }
        bytes.removeAll(keepingCapacity: true)
        part = try await store.part(of: filter, in: scope, after: last.position)
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: Self.headers("text/csv; charset=utf-8", "csv"),
      body: body
    )
  }

  private func xlsx(_ request: Request, _ context: Context) async throws -> Response {
    let filter = try Self.filter(of: request)
    let scope = try await scope.current()
    let file = FileManager.default.temporaryDirectory
      .appending(path: "touchstone-answers-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try await store.writeSpreadsheet(
      of: filter,
      in: scope,
      as: try await export(filter, scope),
      to: file.path
    )
    // An open file is read to its end after its name is gone, and leaves nothing behind.
    let handle = SentFile(try FileHandle(forReadingFrom: file))
    let length = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize
    let body = ResponseBody(contentLength: length) { writer in
      while let bytes = try handle.next() { try await writer.write(ByteBuffer(bytes: bytes)) }
      try await writer.finish(nil)
    }
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return Response(status: .ok, headers: Self.headers(type, "xlsx"), body: body)
  }

  private static func filter(of request: Request) throws -> AnswerFilter {
    try AnswerListRequest(understood: try request.queryFields).filter
  }

  private func export(_ filter: AnswerFilter, _ scope: AnswerScope) async throws -> AnswerExport {
    AnswerExport(
      filter,
      in: scope,
      attributes: try await store.attributes(of: filter, in: scope)
    )
  }

  private static func headers(_ type: String, _ suffix: String) -> HTTPFields {
    [
      .contentType: type,
      .contentDisposition: "attachment; filename=\"answers.\(suffix)\"",
      .cacheControl: "no-store",
    ]
  }
}

/// A file that is handed out piece by piece.
private struct SentFile: Sendable {
  private let handle: FileHandle
  private static let bytesPerPiece = 1 << 16

  init(_ handle: FileHandle) { self.handle = handle }

  /// Nil at the end.
  func next() throws -> Data? {
    guard let piece = try handle.read(upToCount: Self.bytesPerPiece), !piece.isEmpty else {
      return nil
    }
    return piece
  }
}
