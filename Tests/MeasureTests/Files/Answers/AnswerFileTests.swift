import CXMetrics
import Kernel
import Tabular
import Testing

@testable import Measure

struct AnswerFileTests {
  /// Two items in a dimension each; the second respondent leaves one out, the third is off scale.
  private static let gaps = """
    e1,P1,E2,p2,w1,w2
    7,5,6,6,60,40
    6,5,7,NA,50,50
    7,6,9,5,x,100
    6,6,6,5,50,20

    """

  private static func question(_ change: (inout GapQuestion) -> Void = { _ in }) -> GapQuestion {
    var question = GapQuestion()
    question.dimensions = [("care", [1]), ("speed", [2])]
    change(&question)
    return question
  }

  @Test func `gaps of a questionnaire of one's own, by its dimensions`() throws {
    let file = try AnswersFile(Self.gaps)
    let json = try GapFile(file.path, Self.question { $0.points = ["w1", "w2"] }).json
    #expect(json["rows"] == 4 && json["missing"] == 1 && json["invalid"] == 1)
    #expect(json["dimensions"]?["care"]?["n"] == 4)
    #expect(json["dimensions"]?["care"]?["mean"]?.number == -1)
    #expect(json["dimensions"]?["speed"]?["mean"] == -0.5)
    #expect(json["items"]?.array?[1]["mean_p"] == 5.5)
    // The first by their own points, the last by equal weights: their points are not a hundred.
    #expect(json["n_overall"] == 2 && json["n_own_weights"] == 2)
    #expect(abs((json["overall_weighted"]?.number ?? 0) - (-1.2 - 0.5) / 2) < 1e-12)
  }

  @Test func `negative items, weights and another scale`() throws {
    let file = try AnswersFile(Self.gaps)
    let question = Self.question {
      $0.negativeItems = [1]
      $0.weights = [("speed", 1), ("care", 3)]
    }
    let json = try GapFile(file.path, question).json
    #expect(json["dimensions"]?["care"]?["mean"]?.number == 1)
    #expect(json["dimensions"]?["care"]?["weight"] == 0.75)
    let narrow = Self.question { $0.scale = .satisfaction }
    #expect(try GapFile(file.path, narrow).json["dimensions"]?["care"]?["n"] == 0)
  }

  @Test func `a file that is no SERVQUAL says how to map it`() throws {
    let file = try AnswersFile(Self.gaps)
    let wrong = #expect(throws: WrongUsage.self) { try GapFile(file.path, GapQuestion()) }
    #expect(wrong?.reason.contains("--map") == true)
    let other = try AnswersFile("a,b\n1,2\n")
    let none = #expect(throws: WrongUsage.self) { try GapFile(other.path, GapQuestion()) }
    #expect(none?.reason.contains("--expectation") == true)
    #expect(throws: WrongUsage.self) {
      try GapFile(file.path, Self.question { $0.dimensions = [("care", [3])] })
    }
    #expect(throws: WrongUsage.self) {
      try GapFile(file.path, Self.question { $0.weights = [("care", 1)] })
    }
  }

  @Test func `drivers of a file are those of the library`() throws {
    let rows = [(4, 1, 2), (5, 2, 2), (6, 2, 4), (2, 1, 1), (7, 4, 4), (5, 3, 1), (3, 1, 3)]
    let text = rows.map { "\($0.0),\($0.1),\($0.2),3\n" }.joined()
    let file = try AnswersFile("y,a,b,same\n\(text),9,9,3\nx,1,1,3\n")
    var moments = DriverMoments(drivers: ["a", "b"])
    for row in rows {
      try moments.add(outcome: Double(row.0), drivers: [Double(row.1), Double(row.2)])
    }
    let expected = try KeyDrivers(moments)
    let question = DriverQuestion(outcome: "y", drivers: ["a", "b", "same"])
    let found = try DriverFile(file.path, question)
    #expect(found.found.drivers == expected.drivers)
    let json = found.json
    #expect(json["rows"] == 9 && json["n"] == 7 && json["invalid"] == 1)
    #expect(json["excluded_constant"] == ["same"])
    #expect(abs((json["drivers"]?["a"]?["mean"]?.number ?? 0) - 2) < 1e-12)
    #expect(try DriverFile(file.path, question).json == json)
  }

  @Test func `drivers that cannot be measured are refused with the reason`() throws {
    let file = try AnswersFile("y,a,b\n1,2,2\n2,3,3\n4,1,1\n3,2,2\n5,6,6\n")
    #expect(throws: MetricRefusal.singularDrivers) {
      try DriverFile(file.path, DriverQuestion(outcome: "y", drivers: ["a", "b"]))
    }
    #expect(throws: WrongUsage.self) {
      try DriverFile(file.path, DriverQuestion(outcome: "y", drivers: ["a", "y"]))
    }
    #expect(throws: Header.UnknownColumn.self) {
      try DriverFile(file.path, DriverQuestion(outcome: "y", drivers: ["c"]))
    }
  }

  @Test func `alpha of columns leaves incomplete rows out`() throws {
    let file = try AnswersFile("a,b,c\n4,4,1\n3,3,1\n4,3,1\n1,1,9\n3,NA,2\nx,3,2\n3,3,1\n")
    let json = try AlphaFile(file.path, NamedNumbers(columns: ["a", "b"]), confidence: .standard)
      .json
    #expect(json["n_used"] == 5 && json["k"] == 2 && json["invalid"] == 1)
    var table = ItemCovariances(columns: 2)
    let complete: [[Double?]] = [[4, 4], [3, 3], [4, 3], [1, 1], [3, 3]]
    for row in complete { try table.add(row) }
    #expect(json["alpha"]?.number == (try CronbachAlpha(table)).value)
    #expect(throws: WrongUsage.self) {
      try AlphaFile(file.path, NamedNumbers(columns: ["a"]), confidence: .standard)
    }
  }

  @Test func `satisfaction and effort, in all and by group`() throws {
    let file = try AnswersFile("s,by\n5,web\n4,web\n1,shop\nNA,shop\n9,web\n")
    let json = try ScaleFile(
      file.path,
      .satisfaction,
      score: "s",
      grouping: "by",
      scale: .satisfaction,
      confidence: .standard
    ).json
    #expect(json["overall"]?["n"] == 3 && json["overall"]?["missing"] == 1)
    #expect(json["overall"]?["invalid"] == 1)
    #expect(json["groups"]?.array?.map { $0["by"] } == ["shop", "web"])
    #expect(json["groups"]?.array?[1]["top2_box"]?["pct"]?.number == 100)
    let effort = try ScaleFile(
      file.path,
      .effort,
      score: "s",
      grouping: nil,
      scale: EffortScale.agreement.scores,
      confidence: .standard
    ).json
    #expect(effort["overall"]?["pct_easy"]?.number == 100.0 / 3)
    #expect(effort["groups"] == [])
  }

  @Test(arguments: Language.allCases)
  func `every report speaks each language, as text and as a page`(language: Language) throws {
    let gaps = try AnswersFile(Self.gaps)
    let drivers = try AnswersFile("y,a,b\n4,1,2\n5,2,2\n6,2,4\n2,1,1\n7,4,4\n5,3,1\n3,1,3\n")
    let measured = [
      try GapFile(gaps.path, Self.question()).measured,
      try DriverFile(drivers.path, DriverQuestion(outcome: "y", drivers: ["a", "b"])).measured,
      try AlphaFile(drivers.path, NamedNumbers(columns: ["y", "a", "b"]), confidence: .standard)
        .measured,
      try ScaleFile(
        drivers.path,
        .effort,
        score: "y",
        grouping: "a",
        scale: EffortScale.agreement.scores,
        confidence: .standard
      ).measured,
    ]
    for figures in measured {
      let report = figures.report(language)
      let page = FigureReportPage.document([report], in: language)
      for text in [report.text, page] {
        // A key without a text would show itself.
        #expect(!text.contains(/(gaps|drivers|alpha|answers|csat|ces|file)\.[a-z_]+\b/), "\(text)")
      }
    }
  }

  @Test func `lists are typed with commas and dashes`() throws {
    #expect(try TypedList.numbers("1, 4-6") == [1, 4, 5, 6])
    #expect(TypedList.names("a, b ,c") == ["a", "b", "c"] && TypedList.names("").isEmpty)
    for wrong in ["4-1", "x", "1-2-3", "1-99999999", "-3"] {
      #expect(throws: WrongUsage.self, "\(wrong)") { try TypedList.numbers(wrong) }
    }
  }
}
