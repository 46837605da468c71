import Foundation
import Tabular

/// Files of every kind, whole and broken, read in every way there is, all ways agreeing.
package struct ReaderFuzz: FuzzKind {
  private let seed: UInt64
  private let scratch: ScratchFolder

  package init(seed: UInt64) throws {
    self.seed = seed
    scratch = try ScratchFolder()
  }

  package func shown(_ number: Int) -> String {
    var chance = FuzzChance(seed: seed, number: number)
    let file = FileBytes(&chance, scratch: scratch.path("shown"))
    return String(decoding: file.bytes, as: UTF8.self).debugDescription
  }

  package func complaint(about number: Int, lane: Int) async -> String? {
    var chance = FuzzChance(seed: seed, number: number)
    let path = scratch.path("\(lane).csv")
    let file = FileBytes(&chance, scratch: path)
    guard FileManager.default.createFile(atPath: path, contents: Data(file.bytes)) else {
      return "no room for a file of \(file.bytes.count) bytes"
    }
    let reading = FileReading(path: path)
    if let failure = reading.failure, reading.hasHeader, !reading.isCompressed,
      (failure.line ?? 0) < 1
    {
      return "stopped on no line: \(failure)"
    }
    if let table = file.table, let complaint = Self.difference(table, reading) { return complaint }
    if let complaint = Self.differenceFromRest(of: path, reading, &chance) { return complaint }
    let scans = ScanComparison(reading, bytes: file.bytes.count, &chance)
    return await scans.complaint(path)
  }

  /// How a whole file's reading departs from what was written.
  private static func difference(_ table: WrittenTable, _ reading: FileReading) -> String? {
    if let failure = reading.failure { return "refuses a whole file: \(failure)" }
    guard reading.header.map(trimmed) == table.header.map(trimmed) else {
      return "reads the header \(reading.header), not \(table.header)"
    }
    guard reading.rejected.isEmpty else { return "leaves out \(reading.rejected)" }
    let rows = zip(table.lines, table.records).map { line, record in
      FileReading.Row(line: line, fields: record.map { Array($0.utf8) })
    }
    return reading.rows == rows ? nil : "reads \(reading.rows), not \(rows)"
  }

  private static func trimmed(_ name: String) -> [UInt8] {
    Array(name.trimmingCharacters(in: [" ", "\t", "\u{A0}"]).utf8)
  }

  /// Reading on from a row must give that row and what is behind it.
  private static func differenceFromRest(
    of path: String,
    _ reading: FileReading,
    _ chance: inout FuzzChance
  ) -> String? {
    guard reading.failure == nil, !reading.rows.isEmpty else { return nil }
    let place = chance.below(reading.rows.count)
    let position = reading.positions[place]
    let rest = FileReading(path: path, from: position)
    if let failure = rest.failure { return "cannot read on from \(position): \(failure)" }
    guard rest.rows == Array(reading.rows[place...]) else {
      return "reads on from \(position) otherwise"
    }
    let rejected = reading.rejected.filter { $0.line >= position.line }
    return rest.rejected == rejected ? nil : "leaves out others when read from \(position)"
  }
}

/// A folder that is there as long as somebody holds it.
private final class ScratchFolder: Sendable {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }
}
