import Foundation
import Kernel
import Storage
import Tabular

/// Reads a list's answers for a file, a range of keys at a time: no read lasts long, however many
/// there are, and memory holds one range.
struct AnswerExportStore: Sendable {
  let storage: Storage

  static let rowsPerRead = 1_000

  /// The names of all attributes that some surveys have ever declared, in the order of the newest.
  func attributes(of filter: AnswerFilter, in scope: AnswerScope) async throws -> [String] {
    let surveys = scope.surveys.filter { filter.survey == nil || $0.token == filter.survey }
    return try await storage.read { db in
      var names: [String] = []
      for row in try db.rows(
        """
        SELECT definition FROM survey_version
        WHERE survey IN \(list: surveys.map(\.id)) ORDER BY survey DESC, number DESC
        """
      ) {
        let definition = try SurveyDefinition(stored: try row["definition"])
        for attribute in definition.attributes where !names.contains(attribute.name) {
          names.append(attribute.name)
        }
      }
      return names
    }
  }

  /// The next answers older than a position, from the newest on where there is none.
  func part(
    of filter: AnswerFilter,
    in scope: AnswerScope,
    after position: AnswerPosition?
  ) async throws -> [ExportedAnswer] {
    guard let condition = filter.condition(in: scope) else { return [] }
    let place: SQL =
      position.map { "AND (response.at, response.id) < (\($0.at), \($0.id))" } ?? ""
    return try await storage.read { db in
      let responses = try db.rows(
        """
        SELECT \(ResponseRow.selection) FROM response WHERE \(condition) \(place)
        ORDER BY response.at DESC, response.id DESC LIMIT \(Self.rowsPerRead)
        """
      ).map(ResponseRow.init)
      var values: [Int64: [Int64: ExportedValue]] = [:]
      for row in try db.rows(
        """
        SELECT response, question, points, choices, comment FROM answer
        WHERE response IN \(list: responses.map(\.id))
        """
      ) {
        let answer = try AnswerRow(row)
        values[try row["response"], default: [:]][answer.question] = ExportedValue(answer)
      }
      return responses.map { ExportedAnswer($0, values: values[$0.id] ?? [:]) }
    }
  }

  /// Writes a list into a spreadsheet at a path, row by row.
  @concurrent
  func writeSpreadsheet(
    of filter: AnswerFilter,
    in scope: AnswerScope,
    as export: AnswerExport,
    to path: String
  ) async throws {
    let sheet = try Spreadsheet(path: path, head: export.head)
    var position: AnswerPosition?
    while true {
      let part = try await part(of: filter, in: scope, after: position)
      for answer in part { try sheet.append(export.cells(of: answer)) }
      guard part.count == Self.rowsPerRead, let last = part.last else { break }
      position = last.position
    }
    try await sheet.close()
  }
}

extension ExportedValue {
  fileprivate init(_ row: AnswerRow) {
    let json = row.choices.flatMap { try? JSON.parse($0) }
    let all = json?.array ?? json.map { [$0] } ?? []
    self.init(
      points: row.points,
      comment: row.comment,
      picks: all.compactMap { pick in
        pick.string.map { .key($0) } ?? pick["other"]?.string.map { .other($0) }
      }
    )
  }
}

extension ExportedAnswer {
  fileprivate init(_ row: ResponseRow, values: [Int64: ExportedValue]) {
    self.init(
      id: row.id,
      publicID: row.publicID,
      survey: row.survey,
      version: row.version,
      at: row.at,
      day: row.day,
      state: row.state,
      flags: row.flags,
      elapsed: row.elapsed,
      context: row.context,
      externalID: row.externalID.flatMap { $0.hasPrefix("row:") ? nil : $0 },
      values: values
    )
  }
}
