import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

struct AnswerListTests {
  @Test(arguments: StoreUnderTest.all)
  func `pages go back and forth over all surveys without losing one`(
    on database: StoreUnderTest
  ) async throws {
    try await AnswerShelf.open(on: database) { shelf in
      let other = try await shelf.room.listen.surveys.create(
        SurveySamples.definition(SurveySamples.everyKind),
        publishing: true,
        at: shelf.room.clock.now
      )
      var sent: [String] = []
      for score in 0..<7 {
        let survey = score % 2 == 0 ? nil : other.token
        sent.insert(
          try await shelf.add(#"{"answers": {"recommend": \#(score)}}"#, to: survey),
          at: 0
        )
      }
      // Two at the same moment are told apart by their number.
      let twin = #"{"answers": {"recommend": 9}, "at": "2026-11-23T08:00:00Z"}"#
      let first = try await shelf.add(twin)
      let second = try await shelf.add(twin.replacing("9}", with: "8}"))
      sent += [second, first]
      var seen: [String] = []
      var query = ""
      while true {
        let page = try await shelf.page(query, rows: 2)
        #expect(page.count == 9)
        seen += page.answers.map(\.publicID)
        guard page.hasOlder, let last = page.answers.last else { break }
        query = "older=\(last.position.text)"
      }
      #expect(seen == sent)
      let end = try await shelf.page(query, rows: 2)
      let before = try await shelf.page(
        "newer=\(try #require(end.answers.first).position.text)",
        rows: 2
      )
      #expect(before.answers.map(\.publicID) == Array(sent[6..<8]))
      #expect(before.hasNewer && before.hasOlder)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `every filter finds its own, and together they narrow`(
    on database: StoreUnderTest
  ) async throws {
    try await AnswerShelf.open(on: database) { shelf in
      let late = try await shelf.add(
        #"""
        {"answers": {"recommend": 3, "why": "TRỄ 100% again",
          "topics": ["price", {"other": "The Smell"}], "price_of": "tea"},
          "touchpoint": "Harbour", "channel": "web",
          "attributes": {"order_size": "a_b"}, "language": "vi"}
        """#
      )
      let happy = try await shelf.add(
        #"{"answers": {"recommend": 9, "why": "كتاب خوب"}, "unit": "Station", "language": "fa"}"#
      )
      let fast = try await shelf.add(
        #"""
        {"answers": {"recommend": 7}, "website": "spam.example",
          "attributes": {"order_size": "axb"}}
        """#
      )
      _ = try await shelf.room.listen.answers.handle(
        [happy],
        state: .done,
        kept: nil,
        by: shelf.lan
      )
      let cases: [(String, [String])] = [
        ("", [fast, happy, late]), ("q=trễ", [late]), ("q=100%25", [late]), ("q=0_%25", []),
        ("q=again%20tre", [late]), ("q=Tre%20nowhere", []), ("q=ke%CC%81", []),
        ("q=کتاب", [happy]), ("q=smell", [late]), ("q=tea", [late]), ("state=done", [happy]),
        ("state=new", [fast, late]), ("score=bad", [late]), ("score=middle", [fast]),
        ("score=good", [happy]), ("flag=honeypot", [fast]), ("flag=left_out", [fast]),
        ("where=touchpoint:Harbour", [late]), ("where=unit:", [fast, late]),
        ("where=unit:&where=unit:Station", [fast, happy, late]), ("where=language:fa", [happy]),
        ("where=order_size:a_b", [late]), ("where=order_size:", [happy]),
        ("where=channel:web&score=good", []), ("survey=\(shelf.room.token)&score=bad", [late]),
        ("from=2026-11-23&to=2026-11-23", [fast, happy, late]), ("to=2026-11-22", []),
        ("from=2026-11-24", []), ("period=this-month", [fast, happy, late]),
        ("period=last-month&score=bad", []), ("period=all-time&q=smell", [late]),
        ("from=1405/9/2&to=%DB%B1%DB%B4%DB%B0%DB%B5-%DB%B9-%DB%B2", [fast, happy, late]),
        ("from=1405/9/3", []), ("where=mood:x", []),
      ]
      for (query, expected) in cases {
        #expect(try await shelf.found(query) == expected, "\(query)")
      }
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `in a large store only the first matches are counted, unless all are asked for`(
    on database: StoreUnderTest
  ) async throws {
    try await AnswerShelf.open(on: database) { shelf in
      for _ in 1...4 { try await shelf.add(#"{"answers": {"recommend": 3, "why": "Late"}}"#) }
      try await shelf.add(#"{"answers": {"recommend": 9}}"#)
      let store = AnswerListStore(
        storage: shelf.room.storage,
        countsAllUpTo: 4,
        countedMax: 3
      )
      let scope = try await shelf.scope()
      func count(_ query: String, all: Bool = false) async throws -> [Int] {
        let filter = try shelf.request(query).filter
        let page = try await store.page(
          of: filter,
          in: scope,
          from: nil,
          rows: 2,
          countsAll: all
        )
        return [page.count, page.isMore ? 1 : 0]
      }
      #expect(try await count("") == [5, 0])
      #expect(try await count("score=bad") == [3, 1])
      #expect(try await count("q=late") == [3, 1])
      #expect(try await count("score=bad", all: true) == [4, 0])
      #expect(try await count("score=good") == [1, 0])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `what nobody knows finds nothing, and a period that ends too soon is left out`(
    on database: StoreUnderTest
  ) async throws {
    try await AnswerShelf.open(on: database) { shelf in
      let answer = try await shelf.add(#"{"answers": {"recommend": 3}}"#)
      let unknown = [
        "state=lost", "period=ever", "score=huge", "flag=red", "survey=gone", "where=nowhere",
      ]
      for query in unknown {
        #expect(try await shelf.found(query).isEmpty, "\(query)")
      }
      let request = try shelf.request("from=2026-11-23&to=2026-11-01&score=bad")
      #expect(request.faults == [.init(field: "to", text: "2026-11-01", reason: "before")])
      #expect(request.typedFrom == "2026-11-23")
      #expect(request.query == "score=bad")
      #expect(try await shelf.found("from=2026-11-23&to=2026-11-01&score=bad") == [answer])
      #expect(try shelf.request("older=x-y").start == nil)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `the newest are found through an index`(on database: StoreUnderTest) async throws {
    try await AnswerShelf.open(on: database) { shelf in
      try await shelf.add(#"{"answers": {"recommend": 3}}"#)
      let scope = try await shelf.scope()
      let start = AnswerListRequest.Start.older(AnswerPosition(at: .now(), id: 5))
      let plan = try await shelf.room.storage.read { db -> [String] in
        let list = AnswerListStore.list(where: "1 = 1", scope, from: start, limit: 51)
        guard db.dialect == .postgres else {
          return try db.rows("EXPLAIN QUERY PLAN \(list)").map { try $0["detail"] }
        }
        // A table of one row is read whole unless that is forbidden.
        try db.execute("SET LOCAL enable_seqscan = off")
        return try db.rows("EXPLAIN \(list)").map { try $0[0] }
      }
      #expect(plan.contains { $0.contains("response_by_at") }, "\(plan)")
      for line in plan {
        #expect(!line.contains("SCAN response") && !line.contains("Seq Scan"), "\(line)")
        #expect(!line.contains("TEMP B-TREE FOR ORDER BY") || !line.contains("response"), "\(line)")
      }
    }
  }
}
