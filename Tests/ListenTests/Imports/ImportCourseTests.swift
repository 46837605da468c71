import Access
import Facts
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

/// Interrupted, gone on with, and taken back.
struct ImportCourseTests {
  private static let rows = 3 * ImportLimits.rowsPerCommit + 17

  /// Every row has a time of its own; every seventh comes twice.
  private static func text(_ rows: Int = rows) -> String {
    var text = "date,score,market\n"
    for row in 0..<rows {
      let stamp = row % 7 == 6 ? row - 1 : row
      let time = "\(10 + stamp / 3600):\(two(stamp / 60 % 60)):\(two(stamp % 60))"
      text += "2026-03-04 \(time),\(stamp % 11),m\(stamp % 3)\n"
    }
    return text
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  @Test(arguments: StoreUnderTest.all)
  func `an interrupted import goes on and has each row exactly once`(
    on database: StoreUnderTest
  ) async throws {
    try await ImportYard.open(on: database) { yard in
      let path = try yard.file(Self.text())
      try await yard.interrupt(path, afterRows: 2 * ImportLimits.rowsPerCommit)
      let half = try #require(try await yard.past.imports.all().first)
      #expect(half.state == .unfinished && half.counts.rows < Self.rows)
      #expect(try await yard.count() == half.counts.taken)
      let refusal = await #expect(throws: ImportRefusal.self) {
        try await yard.past.run(try await yard.prepare(path))
      }
      #expect(refusal?.description.contains("go on with --resume") == true)
      let outcome = try await yard.past.resume(path: path, survey: nil)
      #expect(outcome.run.id == half.id && outcome.run.state == .finished)
      #expect(outcome.run.counts == ImportRun.Counts(rows: Self.rows, taken: Self.rows))
      #expect(try await yard.count() == Self.rows)
      try await yard.expectSound()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `without repeated rows it goes on at the byte it had come to`(on database: StoreUnderTest)
    async throws
  {
    try await ImportYard.open(on: database) { yard in
      var text = "id,score\n"
      for row in 0..<Self.rows { text += "r\(row),\(row % 11)\n" }
      let path = try yard.file(text + "late,99\n")
      try await yard.interrupt(path, afterRows: ImportLimits.rowsPerCommit)
      let outcome = try await yard.past.resume(path: path, survey: yard.survey.token)
      let counts = ImportRun.Counts(rows: Self.rows + 1, taken: Self.rows, refused: 1)
      #expect(outcome.run.counts == counts)
      #expect(outcome.faults.map(\.line) == [Self.rows + 2])
      try await yard.expectSound()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `only the file that was begun can be gone on with`(on database: StoreUnderTest) async throws
  {
    try await ImportYard.open(on: database) { yard in
      let path = try yard.file(Self.text())
      await #expect(throws: ImportRefusal.self) {
        try await yard.past.resume(path: path, survey: nil)
      }
      try await yard.interrupt(path, afterRows: 1)
      let other = try yard.file(Self.text(Self.rows - 1), named: "other.csv")
      let refusal = await #expect(throws: ImportRefusal.self) {
        try await yard.past.resume(path: other, survey: nil)
      }
      #expect(refusal?.description.contains("past.csv (import 1)") == true)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `undo gives back the figures of before, and done twice changes nothing`(
    on database: StoreUnderTest
  ) async throws {
    try await ImportYard.open(on: database) { yard in
      try await yard.bring("id,date,score\nkeep,2026-03-04,9\n")
      let before = try await yard.scores(by: .calendar(.month, .iso))
      let outcome = try await yard.bring(Self.text())
      let undone = try await yard.past.undo(outcome.run.id)
      #expect(undone.after.state == .undone && undone.after.counts.removed == Self.rows)
      #expect(try await yard.scores(by: .calendar(.month, .iso)) == before)
      #expect(try await yard.count() == 1)
      #expect(try await yard.count(of: "SELECT count(*) FROM answer") == 1)
      let again = try await yard.past.undo(outcome.run.id)
      #expect(again.before?.state == .undone && again.after == undone.after)
      try await yard.expectSound()
      let anew = try await yard.bring(Self.text())
      #expect(anew.run.counts.taken == Self.rows && !anew.wasThere)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `an undo that was interrupted goes on`(on database: StoreUnderTest) async throws {
    try await ImportYard.open(on: database) { yard in
      let outcome = try await yard.bring(Self.text())
      let part = try await yard.past.imports.takeBackPart(of: outcome.run.id, at: ImportYard.now)
      #expect(part.state == .undoing)
      await #expect(throws: ImportRefusal.self) {
        try await yard.past.run(try await yard.prepare(try yard.file(Self.text())))
      }
      let undone = try await yard.past.undo(outcome.run.id)
      #expect(undone.after.counts.removed == Self.rows)
      #expect(try await yard.scores() == [])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `answers that somebody looked after go too, and are told`(on database: StoreUnderTest)
    async throws
  {
    try await ImportYard.open(on: database) { yard in
      let outcome = try await yard.bring("id,score\n1,9\n2,1\n")
      let id = try #require(try await yard.stored().first?["id"]?.string)
      try await AnswerStore(storage: yard.storage, clock: yard.past.clock)
        .set(id, of: yard.survey.token, state: .invalid, kept: nil, by: .commandLine(user: "t"))
      let undone = try await yard.past.undo(outcome.run.id)
      #expect(undone.after.counts.removed == 2 && undone.after.counts.removedHandled == 1)
      #expect(try await yard.scores() == [])
      try await yard.expectSound()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `two processes cannot bring the same import forward`(on database: StoreUnderTest)
    async throws
  {
    try await ImportYard.open(on: database) { yard in
      let path = try yard.file(Self.text())
      try await yard.interrupt(path, afterRows: 1)
      let stale = try #require(try await yard.past.imports.all().first)
      _ = try await yard.past.resume(path: path, survey: nil)
      let open = try #require(try await yard.past.surveys.open(yard.survey.token))
      let row = ImportRow(
        line: 2,
        byteCount: 1,
        verdict: .refused(
          RefusedRecord(
            fault: ImportFault(line: 2, field: nil, column: nil, reason: "late"),
            text: "",
            isWellFormed: true
          )
        )
      )
      await #expect(throws: ImportRefusal.self) {
        try await yard.past.imports.take(
          [row],
          of: stale,
          to: open,
          reaching: nil,
          at: ImportYard.now
        )
      }
    }
  }
}
