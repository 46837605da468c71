import Access
import CXMetrics
import Facts
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

struct ResponseImportTests {
  @Test(arguments: StoreUnderTest.all)
  func `a row becomes an answer with its day, its place and its words`(
    on database: StoreUnderTest
  ) async throws {
    try await ImportYard.open(on: database) { yard in
      let outcome = try await yard.bring(
        """
        response_id,date,nps,why,store,kenh,market,topics,back
        a-1,2026-11-20,9,"Nhanh, ""rất"" tốt",S-12,web,north,Price;Late delivery,có
        a-2,20/11/2026 23:30,۳,,S-12,,south,,
        """,
        map: ["date=at"]
      )
      #expect(outcome.run.counts == ImportRun.Counts(rows: 2, taken: 2))
      let stored = try await yard.stored()
      let answer = try #require(stored.first)
      #expect(answer["day"] == "2026-11-20")
      #expect(answer["at"] == "2026-11-20T05:00:00Z")
      #expect(answer["external_id"] == "a-1")
      #expect(answer["touchpoint"] == "S-12")
      #expect(answer["channel"] == "web")
      #expect(answer["attributes"] == ["market": "north"])
      #expect(
        answer["answers"]
          == [
            "recommend": 9, "why": #"Nhanh, "rất" tốt"#,
            "topics": ["price", ["other": "Late delivery"]], "back": true,
          ]
      )
      #expect(stored.last?["at"] == "2026-11-20T16:30:00Z")
      #expect(stored.last?["answers"] == ["recommend": 3])
      try await yard.expectSound()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `figures count what was imported on its own days`(on database: StoreUnderTest) async throws {
    try await ImportYard.open(on: database) { yard in
      try await yard.bring(
        """
        date,score,market
        2021-09-01,10,MEX
        2021-09-01,9.0,MEX
        2021-12-25,۰,UK
        2021-12-25,NA,UK
        """,
        map: ["score=recommend"]
      )
      #expect(try await yard.scores() == [[1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]])
      #expect(try await yard.scores(by: .dimension("market")).count == 2)
      #expect(try await yard.scores(by: .calendar(.day, .iso)).count == 2)
      #expect(try await yard.count(of: "SELECT count(*) FROM event") == 1)
      try await yard.expectSound()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `what cannot be taken is told by line and kept with the import`(
    on database: StoreUnderTest
  ) async throws {
    try await ImportYard.open(on: database) { yard in
      let outcome = try await yard.bring(
        """
        id,date,score,why
        1,2026-01-02,11,
        2,2026-01-02,,only words
        3,2026-01-02,,

        4,31.02.2026,5,
        5,2026-01-02,5
        6,2026-01-02,often,
        7,2027-01-02,5,
        8,1804-10-12,5,
        """,
        map: ["date=at", "score=recommend"]
      )
      #expect(outcome.run.counts == ImportRun.Counts(rows: 8, taken: 1, refused: 7))
      #expect(
        outcome.faults.map(\.text) == [
          "line 2: score: 11 is off the scale. Give a whole number from 0 to 10.",
          "line 4: Nothing is answered.",
          "line 6: date: “31.02.2026” is no date as the others are written.",
          "line 7: 3 fields, where the header has 4",
          "line 8: score: “often” is no whole number from 0 to 10.",
          "line 9: date: “2027-01-02” lies in the future, as 2027-01-02. Are day and month in the "
            + "right order?",
          "line 10: date: “1804-10-12” lies before 1900; write years of the Gregorian calendar.",
        ]
      )
      #expect(try await yard.stored().map { $0["answers"] } == [["why": "only words"]])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `an imported answer can be read and its state set, but amended by nobody`(
    on database: StoreUnderTest
  ) async throws {
    try await ImportYard.open(on: database) { yard in
      try await yard.bring("id,score\n1,9\n")
      let id = try #require(try await yard.stored().first?["id"]?.string)
      let answers = AnswerStore(storage: yard.storage, clock: yard.past.clock)
      await #expect(throws: AnswerStore.Refusal.notYours) {
        try await answers.amend(
          id,
          of: yard.survey.token,
          with: ["recommend": 0],
          isComplete: nil,
          elapsed: nil,
          holder: ""
        )
      }
      try await answers.set(
        id,
        of: yard.survey.token,
        state: .invalid,
        kept: nil,
        by: .commandLine(user: "t")
      )
      #expect(try await yard.scores() == [])
      try await yard.expectSound()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `strict refuses the whole file at its first bad line`(on database: StoreUnderTest)
    async throws
  {
    try await ImportYard.open(on: database) { yard in
      let prepared = try await yard.prepare(
        try yard.file("id,score\n1,9\n2,12\n3,9,9\n"),
        map: ["score=recommend"]
      )
      let refusal = await #expect(throws: ImportRefusal.self) {
        try await yard.past.refuseBadLines(of: prepared)
      }
      #expect(
        refusal?.description == "past.csv, line 3, column “score”: 12 is off the scale. Give a "
          + "whole number from 0 to 10. Nothing was brought in, as --strict asks"
      )
      #expect(try await yard.count() == 0)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a dry run says of every row what the import then does, and writes nothing`(
    on database: StoreUnderTest
  ) async throws {
    try await ImportYard.open(on: database) { yard in
      try await yard.bring("id,date,score\n3,2026-01-02,4\n")
      let path = try yard.file("id,date,score\n1,2026-01-02,9\n2,2026-01-02,x\n1,,3\n3,,4\n")
      let map = ["id=external_id", "score=recommend"]
      let preview = try await yard.past.preview(try await yard.prepare(path, map: map))
      #expect(
        preview.verdicts.map { "\($0.line) \($0.result.rawValue): \($0.text)" } == [
          "2 taken: 2026-01-02 · recommend 9",
          "3 refused: score: “x” is no whole number from 0 to 10.",
          "4 duplicate: id 1 stands on line 2 already",
          "5 duplicate: this answer is in the survey already",
        ]
      )
      #expect(try await yard.count() == 1)
      let outcome = try await yard.past.run(try await yard.prepare(path, map: map))
      #expect(outcome.run.counts == preview.counts)
      #expect(
        outcome.repeats == [ImportOutcome.RepeatedID(line: 4, id: "1", firstLine: 2)]
      )
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a survey can be made for a file, and is not made twice`(on database: StoreUnderTest)
    async throws
  {
    try await ImportYard.open(on: database) { yard in
      let wishes = try ["rating=recommend", "land=attributes.market"].map {
        try ColumnMap.Wish($0)
      }
      var request = ImportRequest(
        path: try yard.file("rating,land,said\n9,VN,\n2,IR,too slow\n"),
        fileName: "past.csv",
        survey: .new(NewSurvey(name: "Bank", scale: .oneToTen, wishes: wishes)),
        wishes: wishes
      )
      let first = try await yard.past.run(try await yard.past.prepare(request))
      let definition = try #require(try await yard.past.surveys.draft(of: first.survey.token))
      #expect(definition.questions.map(\.key) == ["recommend"])
      #expect(definition.questions.map(\.kind) == [.recommend1To10])
      #expect(definition.attributes.map(\.name) == ["market"])
      let second = try await yard.past.run(try await yard.past.prepare(request))
      #expect(second.wasThere && second.survey.token == first.survey.token)
      request.path = try yard.file("rating,land,said\n9,VN,\n", named: "other.csv")
      await #expect(throws: ImportRefusal.self) { try await yard.past.prepare(request) }
      #expect(try await yard.past.surveys.all().count == 2)
    }
  }
}
