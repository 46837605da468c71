package import Access
package import Kernel
package import Storage

/// Takes the stop-list out of a store, and makes another store keep to it.
package struct StopListStore: Sendable {
  private let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// Answers looked at, or names written, in one transaction.
  private static let batchRows = 2_000

  /// Everything that was erased; nil where there is no store, or one of before there was a list.
  package func all() async throws -> StopList? {
    try await storage.read { db in
      guard try SchemaSteps.taken(in: db).contains(ErasureSchema.step) else { return nil }
      return StopList(
        try db.rows("SELECT hash, at FROM erasure ORDER BY at, hash").map {
          StopList.Line(hash: try $0["hash"], at: try $0["at"])
        }
      )
    }
  }

  /// Erases again what a list names, as after an older store was restored. Twice is harmless.
  ///
  /// - Returns: how many answers it erased, or took the words from.
  package func apply(
    _ list: StopList,
    at now: Instant,
    by actor: AuditEntry.Actor
  ) async throws -> Int {
    guard !list.lines.isEmpty else { return 0 }
    for start in stride(from: 0, to: list.lines.count, by: Self.batchRows) {
      let lines = list.lines[start..<min(start + Self.batchRows, list.lines.count)]
      try await storage.write { db in
        try db.insert(
          into: "erasure",
          columns: [.text("hash"), .integer("at")],
          rows: lines.map { [.text($0.hash), .integer($0.at.rawValue)] },
          onConflict: .doNothing
        )
      }
    }
    return try await eraseListed(at: now, by: actor)
  }

  private func eraseListed(at now: Instant, by actor: AuditEntry.Actor) async throws -> Int {
    var last: Int64 = 0
    var erased = 0
    while true {
      let after = last
      let (reached, listed) = try await storage.read { db in
        let answers = try ErasableAnswer.all(
          where: "id > \(after) ORDER BY id LIMIT \(Self.batchRows)",
          in: db
        )
        return (answers.last?.id, try Self.listed(among: answers, in: db))
      }
      guard let reached else { return erased }
      last = reached
      guard !listed.isEmpty else { continue }
      erased += listed.count
      try await storage.write { db in
        try Self.take(listed, at: now, in: db)
        try AuditStore.append(
          AuditEntry(
            at: now,
            by: actor,
            "answers.erased_again",
            AuditEntry.Subject("stop_list", 0, named: ""),
            details: ["answers": .integer(Int64(listed.count))]
          ),
          in: db
        )
      }
    }
  }

  /// What had only lost its words goes on counting.
  private static func take(
    _ answers: [ErasableAnswer],
    at now: Instant,
    in db: Connection
  ) throws {
    let marks = answers.map { ErasedName.stripped($0.publicID) }
    let stripped = try AnswerErasureStore.listed(marks, in: db)
    func isStripped(_ answer: ErasableAnswer) -> Bool {
      stripped.contains(ErasedName.stripped(answer.publicID))
    }
    try AnswerStripping.strip(answers.filter(isStripped), at: now, in: db)
    try AnswerErasureStore.erase(answers.filter { !isStripped($0) }, at: now, in: db)
  }

  private static func listed(
    among answers: [ErasableAnswer],
    in db: Connection
  ) throws -> [ErasableAnswer] {
    let names = answers.map { $0.names + [ErasedName.stripped($0.publicID)] }
    let listed = try AnswerErasureStore.listed(names.flatMap(\.self), in: db)
    return zip(answers, names).filter { !listed.isDisjoint(with: $0.1) }.map(\.0)
  }
}
