import Testing
import Web

struct MultipartTests {
  private let type = "multipart/form-data; boundary=\"x;y\""

  private func body(_ file: String = "one\r\n--x;\r\ntwo") -> [UInt8] {
    Array(
      """
      --x;y\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nsecret\r\n\
      --x;y\r\nContent-Disposition: form-data; name="empty"\r\n\r\n\r\n\
      --x;y\r\ncontent-disposition: form-data; name="file"; filename="a; b.csv"\r\n\
      Content-Type: text/csv\r\n\r\n\(file)\r\n--x;y--\r\n
      """.utf8
    )
  }

  private func parts(_ chunks: [ArraySlice<UInt8>]) throws -> [String] {
    var scanner = try #require(MultipartScanner(contentType: type))
    var parts: [String] = []
    for chunk in chunks {
      for piece in try scanner.take(chunk) {
        switch piece {
        case .part(let name, let file): parts.append("\(name)/\(file ?? "-")=")
        case .bytes(let bytes): parts[parts.count - 1] += String(decoding: bytes, as: UTF8.self)
        }
      }
    }
    #expect(scanner.isComplete)
    return parts
  }

  private let expected = ["csrf/-=secret", "empty/-=", "file/a; b.csv=one\r\n--x;\r\ntwo"]

  @Test func `a form is the same wherever the network cut it`() throws {
    let body = body()
    for cut in body.indices {
      #expect(try parts([body[..<cut], body[cut...]]) == expected)
    }
    #expect(try parts(body.indices.map { body[$0...$0] }) == expected)
  }

  @Test func `a small form is held in memory`() throws {
    let form = try #require(MultipartForm(body(), contentType: type))
    #expect(form.fields["csrf"] == "secret" && form.fields["empty"] == "")
    #expect(form.file("file")?.bytes == Array("one\r\n--x;\r\ntwo".utf8))
    #expect(MultipartForm(body(""), contentType: type)?.file("file") == nil)
  }

  @Test func `what is cut off or framed otherwise is no form`() {
    #expect(MultipartForm(Array(body().dropLast(6)), contentType: type) == nil)
    #expect(MultipartForm(Array("hello".utf8), contentType: type) == nil)
    #expect(MultipartForm(body(), contentType: "multipart/form-data") == nil)
    #expect(MultipartForm(body(), contentType: "text/plain; boundary=x") == nil)
  }
}
