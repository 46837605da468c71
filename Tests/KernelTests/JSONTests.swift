import Kernel
import Testing

struct JSONTests {
  @Test(arguments: [
    "null", "true", "[1,-2,0.5,1e+20]", #"{"a":{"b":[]},"c":"x"}"#, #""\"\\\n\t\u0001""#,
    "9223372036854775807", #""Cảm ơn، سپاس 🙏""#,
  ])
  func `gives back what it read`(text: String) throws {
    #expect(try JSON.parse(text).serialized() == text)
  }

  @Test(arguments: [
    ("", "ends too early"), ("{", "key in quotes"), (#"{"a":1,"a":2}"#, "\"a\" is repeated"),
    ("[1,]", "value was expected"), ("01", "not a number"), ("1.", "not a number"),
    ("1e999", "too large"), ("[1] 2", "follows"), (#""\u0000""#, "NUL"), ("\"\u{0}\"", "control"),
    (#""\ud800""#, "surrogate"), (#""\x""#, "escape"), ("nul", "value was expected"),
    (#""open"#, "not closed"), ("\"a\nb\"", "control"), ("NaN", "value was expected"),
  ])
  func `says what is wrong and where`(text: String, reason: String) {
    let refusal = #expect(throws: JSON.Malformed.self) { try JSON.parse(text) }
    #expect(refusal?.reason.contains(reason) == true)
  }

  @Test func `refuses broken UTF-8`() {
    let refusal = #expect(throws: JSON.Malformed.self) {
      try JSON.parse([0x5B, 0x22, 0xC3, 0x28, 0x22, 0x5D])
    }
    #expect(refusal == JSON.Malformed(reason: "a text is not valid UTF-8", offset: 2))
  }

  @Test func `refuses a repeated key among many`() {
    let many = (0..<40).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(throws: JSON.Malformed.self) { try JSON.parse("{\(many),\"k3\":1}") }
    #expect(throws: Never.self) { try JSON.parse("{\(many),\"k40\":1}") }
  }

  @Test func `stops at a named depth`() throws {
    let deepest = Limits.jsonDepthMax
    let fits = String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest)
    _ = try JSON.parse(fits)
    let refusal = #expect(throws: JSON.Malformed.self) { try JSON.parse("[\(fits)]") }
    #expect(refusal?.reason.contains("\(deepest) levels") == true)
  }

  @Test func `reads surrogate pairs and whole doubles`() throws {
    #expect(try JSON.parse(#""\ud83d\ude4f""#).string == "🙏")
    #expect(try JSON.parse("9.0").integer == 9)
    #expect(try JSON.parse("9.5").integer == nil)
  }
}

struct LanguageTests {
  @Test(arguments: [
    ("fa-IR,fa;q=0.9,en;q=0.8", Language.persian), ("de,vi;q=0.3,en;q=0.2", .vietnamese),
    ("en;q=0.1,vi", .vietnamese), ("EN_us", .english),
  ])
  func `takes the browser's first wish that it can meet`(header: String, language: Language) {
    #expect(Language.preferred(by: header, among: Language.allCases) == language)
  }

  @Test(arguments: ["", "de, fr;q=0.2", "en;q=0", ";;;,,,", "*"])
  func `falls back when no wish can be met`(header: String) {
    #expect(Language.preferred(by: header, among: Language.allCases) == nil)
  }
}

struct RefusedJSONTests {
  @Test(arguments: [(#"{"a":"\u0000"}"#, true), (#"{"a":1,"a":1}"#, true), ("{", false)])
  func `tells JSON refused for what it says from what is no JSON`(text: String, wellFormed: Bool) {
    let refusal = #expect(throws: JSON.Malformed.self) { try JSON.parse(text) }
    #expect(refusal?.isWellFormed == wellFormed)
  }
}
