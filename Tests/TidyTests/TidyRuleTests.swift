import Testing

/// A rule that cannot fail is worth nothing: each is shown a bad sample and a good one.
struct TidyRuleTests {
  private func file(_ path: String, _ text: String) -> HouseFile {
    HouseFile(path: path, text: text)
  }

  @Test func `an arrow that points backwards is found, however it is written`() {
    let imports = [
      "import Listen", "public import Listen", "@testable import struct Listen.Answer",
    ]
    for line in imports {
      #expect(ArrowRules.complaints(about: file("Sources/Facts/Facts.swift", line)).count == 1)
    }
    let allowed = file("Sources/Facts/Facts.swift", "import Foundation\nimport Storage\n")
    #expect(ArrowRules.complaints(about: allowed) == [])
    let comment = file("Sources/Facts/Facts.swift", "// import Listen\nlet a = \"import Listen\"")
    #expect(ArrowRules.complaints(about: comment) == [])
  }

  @Test func `a target without a line in the table is found`() {
    let new = file("Sources/Gossip/Gossip.swift", "import Foundation")
    #expect(ArrowRules.complaints(about: new).first?.contains("has no line") == true)
  }

  @Test(arguments: [
    ("Listen/Answers/Answer", "Storage"), ("Listen/Answers/AnswerPages", "Hummingbird"),
    ("Listen/Answers/AnswerStore", "Web"), ("Listen/Answers/AnswerRoutes", "ArgumentParser"),
    ("Measure/Trends/TrendRoutes", "Mustache"), ("Access/AccountStore", "GRDB"),
  ])
  func `an import that the last word forbids is found`(name: String, module: String) {
    let bad = file("Sources/\(name).swift", "import \(module)\n")
    #expect(LastWordRules.complaints(about: bad).count == 1)
  }

  @Test(arguments: [
    ("Listen/Answers/AnswerStore", "Storage"), ("Listen/Answers/AnswerRoutes", "Hummingbird"),
    ("Listen/Answers/AnswerPages", "Mustache"), ("Listen/Listen", "Storage"),
    ("Storage/SQLite/Connection", "GRDB"), ("Listen/Answers/Answer", "Kernel"),
  ])
  func `an import that belongs there is let through`(name: String, module: String) {
    let good = file("Sources/\(name).swift", "import \(module)\n")
    #expect(LastWordRules.complaints(about: good) == [])
  }

  @Test func `names that fit anything are found`() {
    #expect(ShapeRules.names(of: file("Sources/Web/PageHelpers.swift", "")).count == 1)
    #expect(ShapeRules.names(of: file("Sources/Web/MailManager.swift", "")).count == 1)
    #expect(ShapeRules.names(of: file("Sources/Web/Page.swift", "")) == [])
  }

  @Test func `a long line is found, counted in characters`() {
    let exact = String(repeating: "ệ", count: 100)
    #expect(ShapeRules.columns(of: file("Sources/Web/A.swift", exact)) == [])
    #expect(ShapeRules.columns(of: file("Sources/Web/A.swift", "\n" + exact + "x")).count == 1)
  }

  @Test func `a long file is found, in Sources only`() {
    let lines = String(repeating: "\n", count: 251)
    #expect(ShapeRules.length(of: file("Sources/Web/A.swift", lines)).count == 1)
    #expect(ShapeRules.length(of: file("Tests/WebTests/A.swift", lines)) == [])
  }

  @Test func `a long function is found, whatever stands in its literals`() {
    let body = String(repeating: "  use(\"}\\(\"{\")\") // }\n", count: 49)
    let exact = file("Sources/Web/A.swift", "struct A {\n  func a(b: () -> Void = {}) {\n")
    #expect(ShapeRules.functions(of: exact) == [])
    let long = "struct A {\n  init?(a: Int) {\n\(body)}\n  func b() {\n\(body)\n\n}\n}\n"
    let complaints = ShapeRules.functions(of: file("Sources/Web/A.swift", long))
    #expect(complaints.count == 2)
    #expect(complaints.first?.contains("A.swift:2: init has 51 lines") == true)
  }

  @Test func `a requirement has no body, and the next function's is not taken for it`() {
    let body = String(repeating: "  use()\n", count: 40)
    let text = """
      protocol P {
        func a() -> Int
        func b(_ c: Int) throws -> [Int]
      }
      func c() {
      \(body)
      \(String(repeating: "\n", count: 5))
      }
      """
    #expect(FunctionLengths.all(in: SwiftCode.blanked(text)).map(\.name) == ["c"])
  }

  @Test func `comments and literals are blanked, interpolations are not`() {
    let text = ###"""
      let a = "x\(b("y", c))z" // d
      /* e /* f */ g */ let h = ##"i"\#(j)"##
      let k = #"l\#(m)n"#
      """###
    let code = SwiftCode.blanked(text)
    #expect(code.filter(\.isLetter) == "letabcleth" + "letkm")
    #expect(code.count == text.count)
  }

  @Test(arguments: [
    ("Sources/Web/A.swift", "func a() { print(b) }"),
    ("Sources/Web/A.swift", "let a = try! b()"),
    ("Sources/Web/A.swift", "Task.detached { await send() }"),
    ("Tests/WebTests/A.swift", "@Test func adds() {}"),
    ("Tests/WebTests/A.swift", "@Test(arguments: [f(1), 2]) func adds(n: Int) {}"),
    ("Tests/WebTests/A.swift", "try await Task.sleep(for: .seconds(1))"),
    ("docs/guide/index.md", "TO" + "DO: write this"),
    ("Sources/Web/page.mustache", "<p>Lorem" + " ipsum</p>"),
    ("run", "curl https://files.python" + "hosted.org/x"),
    ("Tests/Browser/conftest.py", "DATA = '/wo" + "rk/shared'"),
  ])
  func `a banned word or call is found`(path: String, text: String) throws {
    #expect(try WordRules.complaints(about: file(path, text)).count == 1)
  }

  @Test(arguments: [
    ("Sources/Web/A.swift", "let a = \"print(b)\" // try! c()"),
    ("Sources/Web/A.swift", "page.print(b); blueprint(c)"),
    ("Sources/Listen/SurveyCommands.swift", "func run() { print(table) }"),
    ("Tests/WebTests/A.swift", "@Test(arguments: [f(1), 2]) func `adds up`(n: Int) {}"),
    ("docs/guide/operating.md", "cp data/touchstone.db /var/lib/touchstone/"),
  ])
  func `words and calls that belong there are let through`(path: String, text: String) throws {
    #expect(try WordRules.complaints(about: file(path, text)) == [])
  }

  @Test func `a catalogue that says less than another is found`() {
    func catalogue(_ language: String, _ text: String) -> HouseFile {
      file("Sources/Web/Languages/\(language).json", text)
    }
    let en = catalogue("en", #"{"send": "Send", "left": "{count} left"}"#)
    let vi = catalogue("vi", #"{"send": "Gửi", "left": "Còn {count}"}"#)
    let fa = catalogue("fa", #"{"send": "فرستادن", "left": "{count} مانده"}"#)
    #expect(CatalogueRules.complaints(about: [en, vi, fa]) == [])
    #expect(CatalogueRules.complaints(about: [en, vi]).count == 1)
    let wrong = [
      #"{"send": "Gửi"}"#, #"{"send": " ", "left": "Còn {count}"}"#,
      #"{"send": "Gửi", "left": "Còn {n}"}"#, #"{"send": 1, "left": "Còn {count}"}"#,
      #"{"send": "Gửi", "send": "Gửi", "left": "Còn {count}"}"#,
    ]
    for text in wrong {
      #expect(!CatalogueRules.complaints(about: [en, catalogue("vi", text), fa]).isEmpty)
    }
  }

  @Test func `a plural form may leave its number unsaid, but names no other gap`() {
    func catalogues(_ persian: String) -> [HouseFile] {
      let english = #"{"a.one": "One answer", "a.other": "{n} answers"}"#
      return [("en", english), ("vi", english), ("fa", persian)].map {
        file("Sources/Web/Languages/\($0.0).json", $0.1)
      }
    }
    let zeroOrOne = catalogues(#"{"a.one": "{n} پاسخ", "a.other": "{n} پاسخ"}"#)
    #expect(CatalogueRules.complaints(about: zeroOrOne) == [])
    let other = catalogues(#"{"a.one": "{count} پاسخ", "a.other": "{n} پاسخ"}"#)
    #expect(CatalogueRules.complaints(about: other).count == 1)
    let taken = catalogues(#"{"a.one": "{n} پاسخ", "a.other": "چیز دیگر"}"#)
    #expect(!CatalogueRules.complaints(about: taken).isEmpty)
  }

  @Test(arguments: [
    "<script>go()</script>", "<i style=\"width: 3%\"></i>", "<a onclick=go()>",
    "<style>a{}</style>",
  ])
  func `what the browser will refuse is found`(markup: String) throws {
    #expect(try TemplateRules.complaints(about: file("Sources/Web/a.mustache", markup)).count == 1)
    let linked = file("Sources/Web/a.mustache", "<script type=\"module\" src=\"/a.js\"></script>")
    #expect(try TemplateRules.complaints(about: linked) == [])
  }
}
