import Kernel
import StorageTesting
import Testing

@testable import Listen

/// The same answers must count once, and like answers of different people each.
struct ImportRepeatTests {
  @Test(arguments: StoreUnderTest.all)
  func `the same file twice changes nothing, and says which import it was`(
    on database: StoreUnderTest
  ) async throws {
    try await ImportYard.open(on: database) { yard in
      let text = "date,score,why\n2026-01-02,9,\n2026-01-02,9,\n2026-01-03,2,slow\n"
      let first = try await yard.bring(text)
      let second = try await yard.bring(text)
      #expect(first.run.counts.taken == 3 && !first.wasThere)
      #expect(second.wasThere && second.run.id == first.run.id)
      #expect(try await yard.count() == 3)
      #expect(try await yard.past.imports.all().count == 1)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a file that was appended to brings only what is new`(on database: StoreUnderTest)
    async throws
  {
    try await ImportYard.open(on: database) { yard in
      let text = "score\n9\n9\n3\n"
      try await yard.bring(text)
      let grown = try await yard.bring(text + "9\n")
      #expect(grown.run.counts == ImportRun.Counts(rows: 4, taken: 1, duplicates: 3))
      let again = try await yard.bring(text + "9\n4\n")
      #expect(again.run.counts == ImportRun.Counts(rows: 5, taken: 1, duplicates: 4))
      #expect(try await yard.scores() == [[0, 0, 0, 1, 1, 0, 0, 0, 0, 3, 0]])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `another file with nothing but scores holds other people's answers`(
    on database: StoreUnderTest
  ) async throws {
    try await ImportYard.open(on: database) { yard in
      try await yard.bring("date,score\n2026-01-02,9\n2026-01-02,3\n")
      let other = try await yard.bring("date,score\n2026-01-02,3\n2026-01-02,9\n")
      #expect(other.run.counts.taken == 2)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a row with its time of day is known in any file, however that is written`(
    on database: StoreUnderTest
  ) async throws {
    try await ImportYard.open(on: database) { yard in
      try await yard.bring("date,score\n2026-01-02 10:15,9\n2026-01-02 10:16,3\n")
      let other = try await yard.bring(
        "\"score\";\"date\"\r\n\"3\";\"2026-01-02 10:16\"\r\n4;2026-01-02 10:17\r\n"
      )
      #expect(other.run.counts == ImportRun.Counts(rows: 2, taken: 1, duplicates: 1))
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a row with words of its own is known in any file`(on database: StoreUnderTest) async throws
  {
    try await ImportYard.open(on: database) { yard in
      try await yard.bring("score,why\n9,I waited ten minutes at the door\n9,good\n")
      let other = try await yard.bring("score,why\n9,good\n9,I waited ten minutes at the door\n")
      #expect(other.run.counts == ImportRun.Counts(rows: 2, taken: 1, duplicates: 1))
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `an id decides alone, within a file and against the store`(on database: StoreUnderTest)
    async throws
  {
    try await ImportYard.open(on: database) { yard in
      try await yard.bring("id,score\nx,9\n")
      let outcome = try await yard.bring(
        "id,score\nx,1\ny,2\ny,3\n z ,4\n,5\n,5\n",
        map: ["id=external_id"]
      )
      #expect(outcome.run.counts == ImportRun.Counts(rows: 6, taken: 4, duplicates: 2))
      #expect(outcome.repeats == [ImportOutcome.RepeatedID(line: 4, id: "y", firstLine: 3)])
      #expect(try await yard.scores() == [[0, 0, 1, 0, 1, 2, 0, 0, 0, 1, 0]])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `an id whose first row was refused is taken from its second`(on database: StoreUnderTest)
    async throws
  {
    try await ImportYard.open(on: database) { yard in
      let outcome = try await yard.bring(
        "id,score\ny,20\ny,2\n",
        map: ["id=external_id", "score=recommend"]
      )
      #expect(outcome.run.counts == ImportRun.Counts(rows: 2, taken: 1, refused: 1))
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `another map brings what the first one refused`(on database: StoreUnderTest) async throws {
    try await ImportYard.open(on: database) { yard in
      let text = "id,date,score\n1,13/2/2026,9\n2,1/2/2026,8\n"
      let first = try await yard.bring(text, dateFormat: "m/d/y")
      #expect(first.run.counts == ImportRun.Counts(rows: 2, taken: 1, refused: 1))
      let second = try await yard.bring(text, dateFormat: "d/m/y")
      #expect(second.run.counts == ImportRun.Counts(rows: 2, taken: 1, duplicates: 1))
    }
  }
}
