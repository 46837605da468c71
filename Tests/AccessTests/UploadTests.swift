import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Storage
import StorageTesting
import Testing
import Web

@testable import Access

struct UploadTests {
  private static let limit = 1_000

  /// A door for files of at most 1,000 bytes, a signed-in owner before it.
  private func atDoor(
    _ body: @escaping @Sendable (any TestClientProtocol, URL) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "uploads-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let person = Identity.Person(
      account: .init(rawValue: 1),
      name: "Lan",
      email: "lan@toranj.example",
      role: .owner,
      session: .init(rawValue: 1),
      csrf: "right"
    )
    let gate = Gate(ownOrigin: OwnOrigin(publicURL: nil)) { _, _ in .person(person) }
    let router = Router(context: Context.self)
    let plan = Upload.Plan(folder: folder, bytesMax: Self.limit)
    let door = Route.upload("/door", .may(.importData), plan) { _, _, upload in
      let text = try upload.file.map { try String(contentsOf: $0.place, encoding: .utf8) }
      return Response(
        text: "\(upload.fields["said"] ?? "")|\(upload.file?.name ?? "")|\(text ?? "")"
      )
    }
    router.add([door], guardedBy: gate)
    try await Application(router: router).test(.router) { client in try await body(client, folder) }
  }

  private func form(_ parts: [(name: String, file: String?, text: String)]) -> ByteBuffer {
    let text = parts.map { part in
      "--b\r\nContent-Disposition: form-data; name=\"\(part.name)\""
        + (part.file.map { "; filename=\"\($0)\"" } ?? "") + "\r\n\r\n\(part.text)\r\n"
    }
    return ByteBuffer(string: text.joined() + "--b--\r\n")
  }

  private func send(
    _ body: ByteBuffer,
    to client: any TestClientProtocol
  ) async throws -> (status: HTTPResponse.Status, text: String) {
    try await client.execute(
      uri: "/door",
      method: .post,
      headers: [.contentType: "multipart/form-data; boundary=b"],
      body: body
    ) { ($0.status, String(buffer: $0.body)) }
  }

  private func left(in folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  }

  @Test func `a file comes with its form, and nothing of it stays behind`() async throws {
    try await atDoor { client, folder in
      let reply = try await send(
        form([("csrf", nil, "right"), ("said", nil, "سلام"), ("file", "../a/b.csv", "1,2")]),
        to: client
      )
      #expect(reply.status == .ok && reply.text == "سلام|b.csv|1,2")
      #expect(left(in: folder).isEmpty)
    }
  }

  @Test func `a form from elsewhere is refused before its file is written`() async throws {
    try await atDoor { client, folder in
      let refused: [[(name: String, file: String?, text: String)]] = [
        [("csrf", nil, "wrong"), ("file", "a.csv", "1")], [("file", "a.csv", "1")],
        [("file", "a.csv", "1"), ("csrf", nil, "right")], [("csrf", nil, "wrong")],
      ]
      for parts in refused {
        let reply = try await send(form(parts), to: client)
        #expect(reply.status == .forbidden)
      }
      #expect(left(in: folder).isEmpty)
    }
  }

  @Test func `a file beyond the limit is refused with the limit's name`() async throws {
    try await atDoor { client, folder in
      let long = String(repeating: "x", count: Self.limit + 1)
      let reply = try await send(
        form([("csrf", nil, "right"), ("file", "a.csv", long)]),
        to: client
      )
      #expect(reply.status == .contentTooLarge && reply.text.contains("uploadBytesMax"))
      #expect(left(in: folder).isEmpty)
    }
  }

  @Test func `a form that was cut off leaves nothing behind`() async throws {
    try await atDoor { client, folder in
      var body = form([("csrf", nil, "right"), ("file", "a.csv", "1,2,3")])
      body.moveWriterIndex(to: body.writerIndex - 8)
      let reply = try await send(body, to: client)
      #expect(reply.status == .badRequest)
      #expect(left(in: folder).isEmpty)
    }
  }

  @Test func `a form without a chosen file has none`() async throws {
    try await atDoor { client, _ in
      let reply = try await send(form([("csrf", nil, "right"), ("file", "", "")]), to: client)
      #expect(reply.status == .ok && reply.text == "||")
    }
  }
}
