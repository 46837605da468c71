import HTTPTypes
import Kernel
import StorageTesting
import Testing

@testable import Access

struct LogoTests {
  /// The first bytes of a PNG of that size, which is all that is looked at.
  static func png(width: UInt8 = 40, height: UInt8 = 20) -> [UInt8] {
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0] + [0, 0, 0, 0]
  }

  @Test func `a picture is what its bytes say`() throws {
    let logo = try LogoImage(Self.png())
    #expect((logo.type, logo.width, logo.height) == ("image/png", 40, 20))
    let gif = Array("GIF89a".utf8) + [16, 0, 8, 0, 0, 0, 0]
    #expect(try LogoImage(gif).type == "image/gif")
  }

  @Test(arguments: [
    (Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), LogoImage.Refusal.drawing),
    (Array("\u{FEFF}  <!DOCTYPE html><script>".utf8), .drawing),
    (Array("MZ program".utf8), .unknown), ([], .unknown),
    (png(width: 0), .measures), (Array(png().prefix(20)), .measures),
    (png() + Array(repeating: 0, count: 1 << 20), .large),
  ])
  func `what is no picture is refused`(bytes: [UInt8], why: LogoImage.Refusal) {
    #expect(throws: why) { try LogoImage(bytes) }
  }

  @Test func `a form beyond its limit is refused, not read to its end`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .owner)
      let lan = try await door.signedIn("lan@toranj.example")
      let body = String(repeating: "x", count: Limits.logoFormBytesMax + 1)
      #expect(try await lan.post("/settings", body: body).status == .contentTooLarge)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a logo is shown by an address of its own until another comes`(
    on database: StoreUnderTest
  ) async throws {
    try await Doorstep.open(on: database) { door in
      let store = BusinessStore(storage: door.storage)
      let first = try await store.set(
        Business(name: "T"),
        logo: .replaced(by: try LogoImage(Self.png())),
        by: .commandLine(user: "t"),
        at: door.clock.now
      )
      let fingerprint = try #require(first.logo)
      let shown = try await Visitor(door.client).get("/logo?v=\(fingerprint)")
      #expect(shown.status == .ok)
      #expect(shown.headers[.contentType] == "image/png")
      #expect(shown.headers[.cacheControl]?.contains("immutable") == true)
      try await store.set(
        Business(name: "T"),
        logo: .removed,
        by: .commandLine(user: "t"),
        at: door.clock.now
      )
      #expect(try await Visitor(door.client).get("/logo?v=\(fingerprint)").status == .notFound)
    }
  }
}
