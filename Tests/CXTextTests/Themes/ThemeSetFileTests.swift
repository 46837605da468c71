import CXText
import Testing

struct ThemeSetFileTests {
  private func read(_ json: String) throws(ThemeSetRefusal) -> ThemeSet {
    try ThemeSetFile.decode(Array(json.utf8))
  }

  @Test func `a business writes its themes in a few lines`() throws {
    let set = try read(
      """
      {"themes": [
        {"id": "shops", "names": "Our shops", "words": ["shop*", "high street"]},
        {"id": "giao-hàng", "names": {"vi": "Giao hàng"}, "words": ["giao hàng", "ship"]},
        {"id": "پیک", "names": {"fa": "پیک", "en": "Courier"}, "words": {"fa": ["پیک"]},
         "examples": {"about": ["سفارش دیر رسید"], "not_about": ["غذا سرد بود"]}}
      ]}
      """
    )
    #expect(set.sector == nil)
    #expect(set.themes.map(\.id) == ["shops", "giao-hàng", "پیک"])
    #expect(
      set.themes[0].names == [
        .vietnamese: "Our shops", .persian: "Our shops", .english: "Our shops",
      ]
    )
    #expect(set.themes[0].words == [.english: ["shop*", "high street"]])
    #expect(set.themes[1].words == [.vietnamese: ["giao hàng", "ship"]])
    #expect(set.themes[2].examples == [.about: ["سفارش دیر رسید"], .notAbout: ["غذا سرد بود"]])
  }

  @Test func `it can begin from a starter set, rename and leave out, and add its own`() throws {
    let starter = ThemeSet.starter(for: .telecom).themes
    let set = try read(
      """
      {"sector": "telecom", "leave_out": ["contract"], "themes": [
        {"id": "speed", "names": {"vi": "Mạng nhanh chậm"}, "words": {"en": ["buffering"]}},
        {"id": "shops", "names": "Shops", "words": ["shop*"]}
      ]}
      """
    )
    #expect(set.sector == .telecom)
    #expect(set.themes.map(\.id) == starter.map(\.id).filter { $0 != "contract" } + ["shops"])
    let speed = try #require(set.themes.first { $0.id == "speed" })
    let before = try #require(starter.first { $0.id == "speed" })
    #expect(speed.names[.vietnamese] == "Mạng nhanh chậm")
    #expect(speed.names[.english] == before.names[.english])
    #expect(speed.words[.english] == ["buffering"])
    #expect(speed.words[.persian] == before.words[.persian])
    #expect(try read(#"{"sector": "retail"}"#) == ThemeSet.starter(for: .retail))
  }

  @Test(arguments: [
    ("", "the file is not JSON"), ("[]", "must be an object"),
    ("{}", "“themes” is missing"), (#"{"themes": {}}"#, "themes: must be a list"),
    (#"{"theme": []}"#, "theme: is not known here; known are leave_out, sector, themes"),
    (#"{"sector": "bank"}"#, "sector: “bank” is not one of retail"),
    (#"{"sector": "retail", "leave_out": ["x"]}"#, "leave_out[0]: “x” is not one of"),
    (#"{"themes": [{"names": "A", "words": ["a"]}]}"#, "themes[0]: “id” is missing"),
    (#"{"themes": [{"id": "a b", "names": "A", "words": ["a"]}]}"#, "themes[0].id: “a b” is no id"),
    (#"{"themes": [{"id": 3, "names": "A", "words": ["a"]}]}"#, "themes[0].id: must be text"),
    (#"{"themes": [{"id": "a", "words": ["a"]}]}"#, "themes[0]: “names” is missing"),
    (#"{"themes": [{"id": "a", "names": "A"}]}"#, "themes[0]: has neither words nor examples"),
    (
      #"{"themes": [{"id": "a", "names": "A", "words": ["a"]}, {"id": "a", "names": "B"}]}"#,
      "themes[1]: another theme has the id “a”"
    ),
    (
      #"{"themes": [{"id": "a", "names": "A", "words": {"vi": ["chậm", 4]}}]}"#,
      "themes[0].words.vi[1]: must be text"
    ),
    (
      #"{"themes": [{"id": "a", "names": "A", "words": {"vi": ["*"]}}]}"#,
      "themes[0].words.vi[0]: holds no word"
    ),
    (
      #"{"themes": [{"id": "a", "names": {"de": "A"}, "words": ["a"]}]}"#,
      "themes[0].names.de: is not known here; known are vi, fa, en"
    ),
    (
      #"{"themes": [{"id": "a", "names": "A", "words": ["a"], "examples": ["b"]}]}"#,
      "themes[0].examples: must be an object"
    ),
  ])
  func `what is wrong is said with its place`(json: String, message: String) throws {
    let refusal = #expect(throws: ThemeSetRefusal.self) { try read(json) }
    let said = try #require(refusal).description
    #expect(said.hasPrefix(message), "\(said)")
  }

  @Test func `there are limits`() throws {
    func themes(_ count: Int, words: Int) -> String {
      let list = (0..<words).map { "\"w\($0)\"" }.joined(separator: ",")
      let all = (0..<count).map { #"{"id": "t\#($0)", "names": "A", "words": [\#(list)]}"# }
      return #"{"themes": [\#(all.joined(separator: ","))]}"#
    }
    #expect(try read(themes(200, words: 1)).themes.count == 200)
    #expect(try read(themes(1, words: 500)).themes.count == 1)
    #expect(throws: ThemeSetRefusal.self) { try read(themes(201, words: 1)) }
    #expect(throws: ThemeSetRefusal.self) { try read(themes(1, words: 501)) }
    let long = Array(repeating: UInt8(0x20), count: ThemeSetFile.bytesMost + 1)
    let refusal = #expect(throws: ThemeSetRefusal.self) { try ThemeSetFile.decode(long) }
    #expect(refusal?.problem == .tooLong(bytes: long.count))
  }

  @Test(arguments: ThemeSet.Sector.allCases)
  func `what is written is read again`(sector: ThemeSet.Sector) throws {
    var set = ThemeSet(themes: ThemeSet.starter(for: sector).themes)
    set.themes[0].examples = [.about: ["“Đúng vậy”\n\u{7}"], .notAbout: []]
    let file = ThemeSetFile.encode(set)
    #expect(try ThemeSetFile.decode(file) == set)
    #expect(ThemeSetFile.encode(try ThemeSetFile.decode(file)) == file)
  }

  @Test func `bytes that were damaged are refused or read, never more`() throws {
    let file = ThemeSetFile.encode(ThemeSet(themes: [ThemeSet.starter(for: .retail).themes[0]]))
    for place in stride(from: 0, to: file.count, by: 7) {
      var damaged = file
      damaged[place] = UInt8(truncatingIfNeeded: place &* 37)
      _ = try? ThemeSetFile.decode(damaged)
      _ = try? ThemeSetFile.decode(Array(file[..<place]))
    }
  }
}
