import Access
import Foundation
import Kernel
import Logging
import Storage
import StorageTesting
import Testing

@testable import Listen

struct ImportJobsTests {
  private static let text = """
    score,remark,date
    9,Warm and quick,2026-01-05
    3,Nobody came,2026-01-06
    10,Lovely,2026-01-06
    8,Fine,2026-01-08
    9,Fine again,2026-01-09
    40,Off the scale,2026-01-07

    """

  private struct Desk {
    let yard: ImportYard
    let jobs: ImportJobs

    func send(_ text: String, to target: ImportFile.Target? = nil) async throws -> ImportFile.ID {
      let id = try await jobs.files.add(
        "past.csv",
        bytes: text.utf8.count,
        to: target ?? .survey(yard.survey.id),
        by: "Lan",
        at: ImportYard.now
      )
      let path = try yard.file(text, named: "incoming-\(id.rawValue)")
      try jobs.folder.take(URL(filePath: path), as: id)
      return id
    }

    @discardableResult
    func start(_ id: ImportFile.ID, _ wishes: [ColumnMap.Wish] = []) async throws -> Bool {
      try await jobs.files.say(
        wishes,
        dateFormat: nil,
        about: id,
        starting: AuditEntry(
          at: ImportYard.now,
          by: .commandLine(user: "test"),
          "import.started",
          .init("import_file", id.rawValue, named: "past.csv")
        )
      )
    }

    func file(_ id: ImportFile.ID) async throws -> ImportFile {
      try #require(try await jobs.files.file(id))
    }
  }

  private func atDesk(
    on database: StoreUnderTest,
    _ body: (Desk) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await ImportYard.open(on: database) { yard in
      let jobs = ImportJobs(
        files: ImportFileStore(storage: yard.storage),
        past: yard.past,
        folder: ImportFile.Folder(place: folder),
        logger: Logger(label: "test")
      )
      try await body(Desk(yard: yard, jobs: jobs))
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a file is brought in once it is started, and is gone from the disk then`(
    database: StoreUnderTest
  ) async throws {
    try await atDesk(on: database) { desk in
      let id = try await desk.send(Self.text)
      try await desk.jobs.runDue()
      #expect(try await desk.file(id).state == .open, "nobody started it yet")
      #expect(try await desk.start(id))
      #expect(try await desk.start(id) == false, "sent twice it is one import")
      try await desk.jobs.runDue()
      let file = try await desk.file(id)
      let begun = try #require(file.run)
      let run = try #require(try await desk.yard.past.imports.run(begun))
      #expect(file.state == .done && run.state == .finished)
      #expect(run.counts.taken == 5 && run.counts.refused == 1)
      #expect(!desk.jobs.folder.has(id))
      try await desk.yard.expectSound()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a server that stopped in between goes on and says so`(
    database: StoreUnderTest
  ) async throws {
    try await atDesk(on: database) { desk in
      let rows = (1...4_500).map { "\($0 % 11),2026-01-05,row \($0)\n" }.joined()
      let id = try await desk.send("score,date,remark\n" + rows)
      try await desk.start(id)
      try await desk.jobs.files.begin(id, at: ImportYard.now)
      struct PowerCut: Error {}
      let request = try await desk.file(id).request(
        in: desk.jobs.folder,
        survey: desk.yard.survey.token
      )
      let prepared = try await desk.yard.past.prepare(request)
      await #expect(throws: PowerCut.self) {
        _ = try await desk.yard.past.run(prepared, from: id, refused: { _ in throw PowerCut() })
      }
      #expect(try await desk.yard.count() == 2_000)
      try await desk.jobs.runDue()
      let file = try await desk.file(id)
      #expect(file.state == .done && file.resumedAt == ImportYard.now)
      #expect(try await desk.yard.count() == 4_500)
      try await desk.yard.expectSound()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `what a stop left lying is swept away, what somebody waits for stays`(
    database: StoreUnderTest
  ) async throws {
    try await atDesk(on: database) { desk in
      let id = try await desk.send(Self.text)
      let folder = desk.jobs.folder
      let left = ["incoming-1", "import-999"].map { folder.place.appending(path: $0) }
      for file in left { try Data("9".utf8).write(to: file) }
      try await desk.jobs.sweep()
      #expect(folder.names == [folder.file(id).lastPathComponent])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a file that cannot be brought in comes back with the reason`(
    database: StoreUnderTest
  ) async throws {
    try await atDesk(on: database) { desk in
      let id = try await desk.send("name,town\nLan,Hue\n")
      try await desk.start(id)
      try await desk.jobs.runDue()
      let file = try await desk.file(id)
      #expect(file.state == .open && file.failure?.contains("no column") == true)
      #expect(desk.jobs.folder.has(id), "it may be asked for otherwise")
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `an import is taken back once, with a line in the audit trail`(
    database: StoreUnderTest
  ) async throws {
    try await atDesk(on: database) { desk in
      let run = try await desk.yard.bring(Self.text).run
      let entry = AuditEntry(
        at: ImportYard.now,
        by: .commandLine(user: "test"),
        "import.undone",
        .init("import", run.id.rawValue, named: "past.csv")
      )
      let imports = desk.yard.past.imports
      #expect(try await imports.beginTakingBack(run.id, noting: entry))
      #expect(try await imports.beginTakingBack(run.id, noting: entry) == false)
      try await desk.jobs.runDue()
      #expect(try await imports.run(run.id)?.state == .undone)
      #expect(try await desk.yard.count() == 0)
      #expect(try await desk.yard.count(of: "SELECT count(*) FROM audit_entry") == 1)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `columns are proposed with examples, and two for one field are told apart`(
    database: StoreUnderTest
  ) async throws {
    try await atDesk(on: database) { desk in
      let id = try await desk.send(Self.text)
      var file = try await desk.file(id)
      let token = desk.yard.survey.token
      let past = desk.yard.past
      let guess = try await past.propose(file.request(in: desk.jobs.folder, survey: token))
      #expect(guess.columns.map { $0.field?.name } == ["recommend", "why", "at"])
      #expect(guess.columns[1].examples.first == "Warm and quick")
      #expect(guess.preview?.counts.taken == 5 && guess.preview?.counts.refused == 1)
      file.wishes = [
        .init(column: "score", field: "recommend"), .init(column: "remark", field: "recommend"),
      ]
      let twice = try await past.propose(file.request(in: desk.jobs.folder, survey: token))
      #expect(twice.columns.map(\.isTwice) == [false, true, false])
      #expect(try await desk.yard.count() == 0, "nothing is written")
    }
  }
}
