import CXMetrics
import Kernel
import Tabular
import Testing

@testable import Measure

struct FileFiguresTests {
  @Test func `counts what is missing and what is no score apart from the answers`() async throws {
    let file = try AnswersFile("score\n10\n9.0\n۹\n7\n0\nNA\n\"\"\n11\n7.5\nabc\n-1\n")
    let figure = try await file.measure(.asking()).overall
    #expect(figure.count == 5 && figure.missing == 2 && figure.invalid == 4)
    #expect(figure.value == 40)
    let oneToTen = try await file.measure(.asking { $0.scale = .oneToTen }).overall
    #expect(oneToTen.count == 4 && oneToTen.invalid == 5)
  }

  @Test func `gives the figures that the library gives for the same scores`() async throws {
    let file = try AnswersFile("score\n10\n9\n9\n8\n7\n7\n6\n0\n3\nNA\n11\n10\n")
    let figures = try await file.measure(.asking())
    let counts = NetPromoterCounts(promoters: 4, passives: 3, detractors: 3)
    let expected = NetPromoterScore.summary(of: counts).json(missing: 1, invalid: 1)
    #expect(figures.overall.json == expected)
    #expect(figures.json["overall"] == .object(expected))
    #expect(figures.json["groups"] == [])
    #expect(figures.json["rows"] == 12)
  }

  @Test func `a file without answers has no score, not a score of nought`() async throws {
    let figures = try await AnswersFile("score\n").measure(.asking { $0.groupings = ["score"] })
    #expect(figures.overall.value == nil && figures.groups.isEmpty)
    #expect(figures.json["overall"]?["nps"] == .null)
    #expect(figures.table.contains("none"))
  }

  @Test func `crosses several groupings, in the order of their values`() async throws {
    let text = "market,channel,score\nUK,web,10\nMEX,app,0\nUK,web,9\nUK,app,8\n\"MEX\",app,10\n"
    let figures = try await AnswersFile(text).measure(
      .asking { $0.groupings = ["market", "channel"] }
    )
    #expect(figures.groups.map(\.values) == [["MEX", "app"], ["UK", "app"], ["UK", "web"]])
    #expect(figures.groups.map(\.figure.value) == [0, 0, 100])
    #expect(figures.json["groups"]?.array?[2]["by"] == ["market": "UK", "channel": "web"])
    #expect(figures.json["groups"]?.array?[2]["period"] == nil)
  }

  @Test(arguments: [60, 200, 1 << 20])
  func `groups keep their answers wherever a file with lines in quotes is cut`(
    segmentBytes: Int
  ) async throws {
    let markets = ["UK", "\"x\nUK,0\nUK,0\n\"", "FR", "\"\nMEX,1\nMEX,1\n,\"", "US", "VN"]
    let rows = (0..<400).map { "\(markets[$0 * 7 % 23 % 6]),\($0 % 11)\n" }.joined()
    let file = try AnswersFile("market,score\n\(rows)")
    let question = FileQuestion.asking { $0.groupings = ["market"] }
    let one = try await file.measure(question)
    let many = try await FileFigures.measure(
      TabularFile(path: file.path),
      question,
      threads: 4,
      segmentBytes: segmentBytes
    )
    #expect(many.json == one.json && one.groups.count == 6)
  }

  @Test func `conditions choose rows: any value of a column, all columns`() async throws {
    let text = "market,channel,score\nUK,web,10\nUK,app,0\nUS,web,9\nFR,web,0\n"
    let figures = try await AnswersFile(text).measure(
      .asking {
        $0.conditions = [
          .init(column: "market", value: "UK"), .init(column: "market", value: "US"),
          .init(column: "channel", value: "web"),
        ]
      }
    )
    #expect(figures.overall.count == 2 && figures.overall.value == 100)
    #expect(figures.rows == 4)
  }

  @Test func `lines that cannot be used are in the JSON, with the rest measured`() async throws {
    let text = "day,score\n2021-01-01,10\n2021-01-02\n,9\n2021-02-30,9\n2021-01-03,8\n"
    let figures = try await AnswersFile(text).measure(
      .asking { $0.dates = .init(column: "day", unit: .month, pattern: nil) }
    )
    #expect(figures.overall.count == 2 && figures.rows == 5)
    let rejected = figures.json["rejected"]?.array
    #expect(rejected?.map { $0["line"] } == [3, 4, 5])
    #expect(rejected?[0]["reason"] == "1 field, where the header has 2")
    #expect(rejected?[1]["reason"] == "no date in column “day”")
    #expect(figures.json["rejected_more"] == nil)
  }

  @Test func `more rejected lines than are listed are counted`() async throws {
    let rows = String(repeating: "x,9\n", count: 3000)
    let figures = try await AnswersFile("day,score\n" + rows).measure(
      .asking { $0.dates = .init(column: "day", unit: .month, pattern: nil) }
    )
    #expect(figures.json["rejected"]?.array?.count == TabularLimits.rejectedLinesListedMax)
    #expect(figures.json["rejected_more"] == 2000)
  }

  @Test func `many groups on many threads are what they are on one`() async throws {
    let rows = (0..<400_000).map {
      "v\($0 % 613),\($0 % 11),2024-\($0 % 12 / 10)\(($0 + 1) % 10)-03\n"
    }
    let file = try AnswersFile("by,score,day\n" + rows.joined())
    let question = FileQuestion.asking {
      $0.groupings = ["by"]
      $0.dates = .init(column: "day", unit: .quarter, pattern: .iso)
    }
    let one = try await file.measure(question, threads: 1)
    let many = try await file.measure(question, threads: 3)
    #expect(one.json == many.json)
    #expect(one.groups.count > 613)
  }

  @Test func `an unknown column is refused with the columns there are`() async throws {
    let file = try AnswersFile("market,score\nUK,9\n")
    let error = await #expect(throws: Header.UnknownColumn.self) {
      try await file.measure(.asking { $0.groupings = ["markt"] })
    }
    #expect(
      error?.description == "there is no column “markt”; the columns are “market”, “score”"
    )
  }
}

struct FileWeightsTests {
  private let weighted = FileQuestion.asking { $0.weight = "w" }

  @Test func `weighted figures are those of the library`() async throws {
    let text = "score,w\n10,1\n9,2\n8,1.0\n6,0.5\n3,1.5\nNA,3\n11,\n"
    let figure = try await AnswersFile(text).measure(weighted).overall
    #expect(abs((figure.value ?? 0) - 16.666666666666664) < 1e-9)
    #expect(figure.json["n"] == 5)
    #expect(abs((figure.json["n_effective"]?.number ?? 0) - 4.235294117647059) < 1e-9)
    #expect(abs((figure.json["se_linearized"]?.number ?? 0) - 48.95710203337381) < 1e-9)
    #expect(abs((figure.json["adjusted_low"]?.number ?? 0) + 50.57713660267808) < 1e-9)
    #expect(figure.json["missing"] == 1 && figure.json["invalid"] == 1)
  }

  @Test(arguments: [
    ("score,w\n9,1\n8,\n", 3, "no weight"), ("score,w\n9,1\nNA,1\n8,-1\n", 4, "negative"),
    ("score,w\nNA,-1\n", 2, "negative"), ("score,w\n9,x\n", 2, "not a number"),
  ])
  func `a weight that cannot be used refuses the file, by line`(
    text: String,
    line: Int,
    reason: String
  ) async throws {
    let file = try AnswersFile(text)
    let error = await #expect(throws: TabularError.self) { try await file.measure(weighted) }
    #expect(error?.line == line && error?.reason.contains(reason) == true)
  }
}
