import CXMetrics
import Facts
import Foundation
import Kernel
import Storage
import StorageTesting
import Tabular
import Testing

@testable import Listen
@testable import Measure

/// What is imported means what the file means: the figures of the store, as pages and the API have
/// them, equal those that `touchstone nps` reads from the same file.
struct ImportedFiguresTests {
  @Test(arguments: StoreUnderTest.all)
  func `a small file gives the same figures by store and by file`(on database: StoreUnderTest)
    async throws
  {
    var text = "id,day,score,place,why\n"
    for row in 0..<400 {
      let score = row % 13 == 12 ? "NA" : row % 29 == 28 ? "" : String(row % 11)
      text += "\(row),\(1 + row % 28)/\(1 + row % 12)/\(row % 2 == 0 ? "2025" : "26"),\(score),"
      text += "\(["Đà Nẵng", "تهران", "Hà Nội"][row % 3]),\"words, \(row)\"\n"
    }
    let file = try AnswersFile(text)
    var question = FileQuestion.asking { $0.groupings = ["place"] }
    question.dates = .init(column: "day", unit: .month, pattern: DatePattern("d/m/y"))
    let rows = Expected(rows: 400, taken: 400, overall: nil)
    try await compare(
      file.path,
      question,
      with: ["place=touchpoint", "day=at"],
      dateFormat: "d/m/y",
      dimension: "touchpoint",
      rows,
      on: database
    )
  }

  @Suite(.enabled(if: RealData.folder != nil, "skipped: TOUCHSTONE_DATA not found"))
  struct RealInput {
    @Test(arguments: StoreUnderTest.all)
    func `the bank's ratings`(on database: StoreUnderTest) async throws {
      var question = FileQuestion(score: "rating")
      question.groupings = ["market"]
      question.dates = .init(
        column: "survey_date",
        unit: .quarter,
        pattern: DatePattern("d/m/y")
      )
      let desk = try await ImportedFiguresTests().compare(
        RealData.path("bank_nps_2021/bank_nps.csv.gz"),
        question,
        with: ["rating=recommend", "market=attributes.market", "survey_date=at"],
        dateFormat: "d/m/y",
        dimension: "market",
        Expected(rows: 5_000, taken: 5_000, overall: 11.8),
        on: database
      )
      let known = ["MEX": 17.101, "UK": 8.488, "US": 9.933]
      #expect(Set(desk.keys) == Set(known.keys))
      for (market, value) in known {
        #expect(abs((desk[market] ?? .infinity) - value) < 0.0005)
      }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the telephone company's verbatims, columns guessed`(on database: StoreUnderTest)
      async throws
    {
      var question = FileQuestion(score: "nps_score")
      question.groupings = ["journey_stage"]
      question.dates = .init(column: "response_date", unit: .month, pattern: nil)
      try await ImportedFiguresTests().compare(
        RealData.path("telco_nps_verbatims/verbatims_public.tsv.gz"),
        question,
        with: [],
        dateFormat: nil,
        dimension: "touchpoint",
        Expected(rows: 1_431, taken: 1_431, overall: -24.539, count: 1_410),
        on: database
      )
    }
  }

  struct Expected {
    let rows: Int
    let taken: Int
    let overall: Double?
    var count: Int?
  }

  /// Brings a file into a new survey, takes it back, brings it in again, and compares each time.
  ///
  /// - Returns: the score of each value of the dimension, over all time.
  @discardableResult
  func compare(
    _ path: String,
    _ question: FileQuestion,
    with map: [String],
    dateFormat: String?,
    dimension: String,
    _ expected: Expected,
    on database: StoreUnderTest
  ) async throws -> [String: Double] {
    let file = try await FileFigures.measure(TabularFile(path: path), question, threads: 2)
    let wishes = try map.map { try ColumnMap.Wish($0) }
    let request = ImportRequest(
      path: path,
      fileName: "real",
      survey: .new(NewSurvey(name: "Real", scale: .zeroToTen, wishes: wishes)),
      wishes: wishes,
      dateFormat: dateFormat
    )
    return try await database.with(FactSchema.migrations + Listen.migrations) { storage in
      let past = ResponseImport(
        surveys: SurveyStore(storage: storage),
        imports: ImportStore(storage: storage),
        clock: BusinessClock(zone: try #require(TimeZone(identifier: "Asia/Tehran")))
      )
      let desk = try await FigureDesk(storage)
      let outcome = try await past.run(try await past.prepare(request))
      #expect(outcome.run.counts == .init(rows: expected.rows, taken: expected.taken))
      _ = try await past.undo(outcome.run.id)
      #expect(try await desk.asked(dimension, question.dates?.unit).overall.total == 0)
      _ = try await past.run(try await past.prepare(request))

      let figures = try await desk.asked(dimension, question.dates?.unit)
      #expect(Self.core(figures.json) == Self.core(file.json))
      let overall = figures.estimate(of: figures.overall)
      if let known = expected.overall {
        #expect(abs((overall?.value ?? .infinity) - known) < 0.0005)
      }
      if let count = expected.count { #expect(figures.overall.total == count) }
      let groups = try await desk.asked(dimension, nil).groups
      return Dictionary(
        groups.map { ($0.values[0], figures.estimate(of: $0.tally)?.value ?? .nan) },
        uniquingKeysWith: { first, _ in first }
      )
    }
  }

  /// What both sides tell of whoever answered: a file also knows who did not, and calls its columns
  /// by other names.
  private static func core(_ json: JSON) -> [JSON] {
    let groups = (json["groups"]?.array ?? []).filter { $0["n"]?.integer != 0 }
    return ([json["overall"] ?? .null] + groups).map { figure in
      var object = figure.object ?? JSONObject()
      object["missing"] = nil
      object["invalid"] = nil
      object["by"] = .array(figure["by"]?.object?.members.map(\.value) ?? [])
      return .object(object)
    }
  }
}

extension FigureDesk {
  fileprivate init(_ storage: Storage) async throws {
    let facts = try await ScoreFacts.open(storage: storage, snapshot: nil)
    self.init(questions: QuestionStore(storage: storage)) { try await facts.tallies(for: $0) }
  }

  fileprivate func asked(_ dimension: String, _ unit: CalendarUnit?) async throws -> Figures {
    var request = FigureRequest()
    request.dimensions = [dimension]
    request.every = unit
    return try await figures(request)
  }
}
