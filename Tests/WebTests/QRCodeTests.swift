import Testing
import Web

/// What the standard (ISO/IEC 18004) fixes of a code, read from its modules alone. That phones read
/// the rest, a reader of another make proves in Tests/Browser.
struct QRCodeTests {
  static let texts = [
    "A",
    "https://touchstone.example/s/k3v9",
    "Cà phê sữa đá ở Đà Nẵng",
    "نظر شما دربارهٔ قهوهٔ ما",
    "https://touchstone.example/s/" + String(repeating: "a", count: 2_300),
  ]

  @Test(arguments: texts)
  func `has a finder in three corners, and timing between them`(text: String) throws {
    let code = try #require(QRCode(of: text))
    let far = code.side - 7
    for (row, column) in [(0, 0), (0, far), (far, 0)] {
      for (y, x) in (0..<49).map({ ($0 / 7, $0 % 7) }) {
        let ring = max(abs(y - 3), abs(x - 3))
        #expect(code.isDark(row: row + y, column: column + x) == (ring != 2))
      }
    }
    for place in 8..<code.side - 8 {
      #expect(code.isDark(row: 6, column: place) == place.isMultiple(of: 2))
      #expect(code.isDark(row: place, column: 6) == place.isMultiple(of: 2))
    }
    #expect((code.side - 17) % 4 == 0 && (21...177).contains(code.side))
  }

  @Test(arguments: texts)
  func `says error correction M in both copies of its format`(text: String) throws {
    let code = try #require(QRCode(of: text))
    let end = code.side - 1
    let around = [0, 1, 2, 3, 4, 5, 7, 8].map { (8, $0) } + [7, 5, 4, 3, 2, 1, 0].map { ($0, 8) }
    let split = (0...6).map { (end - $0, 8) } + (0...7).map { (8, end - 7 + $0) }
    for places in [around, split] {
      let word = places.reduce(0) {
        $0 << 1 | (code.isDark(row: $1.0, column: $1.1) ? 1 : 0)
      }
      let format = word ^ 0b101_0100_0001_0010
      #expect(format >> 13 == 0b00, "00 is M")
      #expect(Self.remainder(of: format) == 0, "the format's own check bits fit")
    }
  }

  /// The remainder by the generator of the format's BCH code, x¹⁰+x⁸+x⁵+x⁴+x²+x+1.
  private static func remainder(of format: Int) -> Int {
    (10...14).reversed().reduce(format) { rest, bit in
      rest >> bit & 1 == 1 ? rest ^ 0b101_0011_0111 << (bit - 10) : rest
    }
  }

  @Test func `draws every dark module once, four modules from the edge`() throws {
    let code = try #require(QRCode(of: "touchstone"))
    let svg = code.svg(title: "Link of <Café>")
    #expect(svg.contains("viewBox=\"0 0 29 29\""))
    #expect(svg.contains("<title>Link of &lt;Café&gt;</title>"))
    let runs = svg.matches(of: /M(\d+) (\d+)h(\d+)v1h-\3z/)
    var drawn = Array(repeating: false, count: code.modules.count)
    for run in runs {
      let (x, y, width) = (try #require(Int(run.1)), try #require(Int(run.2)), Int(run.3) ?? 0)
      for column in x..<x + width {
        let place = (y - 4) * code.side + column - 4
        #expect(!drawn[place])
        drawn[place] = true
      }
    }
    #expect(drawn == code.modules)
  }

  @Test func `refuses nothing at all, and what no code holds`() {
    #expect(QRCode.svg(of: "", title: "") == nil)
    #expect(QRCode(of: String(repeating: "a", count: 2_331))?.side == 177)
    #expect(QRCode(of: String(repeating: "a", count: 2_332)) == nil)
  }
}
