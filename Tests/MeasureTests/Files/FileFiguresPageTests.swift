import Kernel
import Testing

@testable import Measure

struct FileFiguresPageTests {
  private func figures(_ market: String = "UK") async throws -> FileFigures {
    let text = """
      market,day,score
      \(market),2021-01-05,10
      \(market),2021-01-06,9
      \(market),2021-03-05,0
      MEX,2021-03-06,8
      MEX,soon,8

      """
    return try await AnswersFile(text).measure(
      .asking {
        $0.groupings = ["market"]
        $0.dates = .init(column: "day", unit: .month, pattern: nil)
      }
    )
  }

  @Test func `says the finding first, then shows trend, groups and what was left out`() async throws
  {
    let html = FileFiguresPage.document(try await figures(), in: .english)
    #expect(html.contains("<h1>The Net Promoter Score is 25</h1>"))
    #expect(html.contains("We are 95\u{A0}% sure it lies between"))
    #expect(html.contains("4 answers"))
    #expect(html.contains("class=\"ln\"") == false, "January and March have February between them")
    #expect(html.contains("2021-02"))
    #expect(html.contains("<bdi>MEX</bdi>"))
    #expect(html.contains("1 line was left out"))
    #expect(html.contains("“soon” in column “day” is not a date as asked for"))
  }

  @Test(arguments: Language.allCases)
  func `needs nothing from anywhere else, in every language`(language: Language) async throws {
    let html = FileFiguresPage.document(try await figures(), in: language)
    #expect(html.contains("lang=\"\(language.rawValue)\" dir=\"\(language.direction)\""))
    for link in ["http://", "https://", "src=", "href=", "url(//", "@import", "<script"] {
      #expect(!html.contains(link), "\(link)")
    }
    #expect(!html.contains("file."), "a text is missing in the catalogue")
    #expect(html.contains(":root"))
  }

  @Test func `values of the file stay text`() async throws {
    let html = FileFiguresPage.document(
      try await figures("<script>alert('x')</script>"),
      in: .english
    )
    #expect(!html.contains("<script>"))
    #expect(html.contains("&lt;script&gt;"))
  }

  @Test func `a file without answers has a page too`() async throws {
    let figures = try await AnswersFile("score\n").measure(.asking())
    let html = FileFiguresPage.document(figures, in: .english)
    #expect(html.contains("<h1>There are no answers to measure</h1>"))
  }

  @Test func `every name in the template is a property of the page`() async throws {
    let page = FileFiguresPage(try await figures(), in: .english)
    let names = Set(Mirror(reflecting: page).children.compactMap(\.label))
    let wanted = [
      "t", "finding", "source", "weighted", "overall", "trend", "hatching", "labels", "hasRows",
      "rows", "more", "rejected",
    ]
    #expect(names == Set(wanted))
    for name in wanted { #expect(Templates.file_figures.contains(name)) }
  }

  @Test func `a picture shows the periods without answers as gaps`() async throws {
    let timeline = try await figures().timeline(by: .month, atMost: 10)
    #expect(timeline.map(\.0.start.description) == ["2021-01-01", "2021-02-01", "2021-03-01"])
    #expect(timeline.map { $0.1?.count } == [2, nil, 2])
  }
}
