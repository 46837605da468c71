import Kernel

extension ResponseImport {
  /// Says what would become of every row, and writes nothing.
  @concurrent
  func preview(
    _ prepared: PreparedImport,
    rowsMax: Int = .max,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> ImportPreview {
    var preview = ImportPreview()
    var rows = try prepared.rows(received: clock.now(), today: clock.today)
    while true {
      let batch = try rows.nextBatch()
      if batch.isEmpty { return preview }
      let known = try await known(batch, in: prepared.target)
      for row in batch.prefix(rowsMax - preview.counts.rows) { preview.add(row, known: known) }
      if preview.counts.rows == rowsMax { return preview }
      progress(rows.reached)
    }
  }

  private func known(
    _ rows: [ImportRow],
    in target: PreparedImport.Target
  ) async throws -> Set<String> {
    guard case .survey(let open) = target else { return [] }
    let ids = rows.compactMap { row -> String? in
      if case .answer(let submission, _) = row.verdict { submission.externalID } else { nil }
    }
    return try await imports.known(ids, in: open.survey.id)
  }
}

extension ImportPreview {
  fileprivate mutating func add(_ row: ImportRow, known: Set<String>) {
    counts.rows += 1
    let isShown = verdicts.count < ImportLimits.verdictsMax
    switch row.verdict {
    case .refused(let record):
      counts.refused += 1
      if faults.count < ImportLimits.refusalsListedMax { faults.append(record.fault) }
      let column = record.fault.column.map { "\($0): " } ?? ""
      if isShown { show(row, .refused(record.fault), column + record.fault.reason) }
    case .repeated(let id, let firstLine):
      counts.duplicates += 1
      if isShown {
        show(row, .repeated(firstLine: firstLine), "id \(id) stands on line \(firstLine) already")
      }
    case .answer(let submission, let day):
      let isKnown = submission.externalID.map(known.contains) ?? false
      if isKnown { counts.duplicates += 1 } else { counts.taken += 1 }
      guard isShown else { return }
      if isKnown {
        show(row, .known, "this answer is in the survey already")
      } else {
        show(row, .taken, Self.understood(submission, on: day))
      }
    }
  }

  private mutating func show(_ row: ImportRow, _ reading: Verdict.Reading, _ text: String) {
    verdicts.append(Verdict(line: row.line, reading: reading, text: text))
  }

  /// What a row says in one line: its day, its answers, where it comes from.
  private static func understood(_ submission: Submission, on day: Day) -> String {
    var parts = [day.description]
    for answer in submission.answers {
      parts.append("\(answer.question) \(shown(answer.value))")
    }
    let context = submission.context
    for dimension in AnswerContext.Dimension.allCases {
      if let value = context[dimension] { parts.append("\(dimension.rawValue) \(value)") }
    }
    for attribute in context.attributes { parts.append("\(attribute.name) \(attribute.value)") }
    return parts.joined(separator: " · ")
  }

  private static func shown(_ value: AnswerValue) -> String {
    switch value {
    case .score(let score): String(score)
    case .yesNo(let yes): yes ? "yes" : "no"
    case .text(let text): AnswerFault.quoted(text.replacing("\n", with: " "))
    case .choice, .choices: value.json.serialized()
    }
  }
}
