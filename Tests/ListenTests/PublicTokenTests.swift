import Kernel
import Testing

@testable import Listen

struct PublicTokenTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
    ("foobar", "Zm9vYmFy"), ("\u{FB}\u{FF}", "w7vDvw"),
  ])
  func `writes base64 for addresses as RFC 4648 does`(text: String, encoded: String) {
    #expect(PublicToken.text(of: Array(text.utf8)) == encoded)
  }

  @Test func `never makes the same name twice`() {
    let names = Set((0..<1000).map { _ in PublicToken.make() })
    #expect(names.count == 1000)
    #expect(names.allSatisfy { $0.count == PublicToken.characters })
    #expect(!names.contains { $0.hasPrefix("-") }, "a command line would read an option")
  }

  @Test func `names of one moment lie together and are all different`() {
    // 2023-11-14T22:13:20Z: 0x018BCFE56800 milliseconds since 1970.
    let moment = Instant(milliseconds: 1_700_000_000_000)
    let names = Set((0..<1000).map { _ in PublicToken.make(at: moment) })
    #expect(names.count == 1000)
    #expect(names.allSatisfy { $0.count == PublicToken.characters && $0.hasPrefix("AYvP5WgA") })
  }
}
