import Kernel
import Testing

@testable import Tabular

/// Lists what a scan gives, in the file's order.
private struct Listing: ColumnTally {
  struct Row: Equatable, Sendable {
    var value: String
    var number: Int8
    var weight: Double
  }

  private var rows: [Row] = []

  mutating func take(
    _ decoder: borrowing ColumnDecoder,
    of window: borrowing RecordWindow,
    _ rejections: inout Rejections
  ) {
    let batch = decoder.batch
    for row in 0..<batch.count {
      rows.append(
        Row(
          value: decoder.dictionaries[0].value(Int(batch.values[0][row])),
          number: batch.integers[0][row],
          weight: batch.decimals[0][row]
        )
      )
    }
  }

  mutating func part(_ decoder: borrowing ColumnDecoder) -> [Row] {
    defer { rows = [] }
    return rows
  }

  static func merge(_ part: [Row], linesBefore: Int, into whole: inout [Row]) { whole += part }
}

struct ColumnScanTests {
  private func scan(
    _ path: String,
    threads: Int,
    segmentBytes: Int,
    conditions: [ColumnChoice.Condition] = []
  ) async throws -> ColumnScan<Listing>.Result {
    let file = try TabularFile(path: path)
    var choice = ColumnChoice()
    choice.integers = [1]
    choice.values = [3]
    choice.decimals = [2]
    choice.conditions = conditions
    let scan = ColumnScan<Listing>(choice, threads: threads, segmentBytes: segmentBytes) { _ in
      Listing()
    }
    return try await scan.run(file, whole: [])
  }

  /// Rows with many line breaks, quotation marks and whole CSV lines within quotes.
  private func nastyFile(seed: UInt64, mark: String) throws -> TemporaryFile {
    var random = SeededNumbers(seed: seed)
    let values = [
      "plain", "\"a\nb\"", "\"say \"\"x\"\"\"", "\"1,9,1.5,fake\n2,8,1,fake\n3,7,1,fake\"", "dài",
      "12\" wide", "a value of more than sixteen bytes", "\"\"", "\"x\"broken", "too,many",
      "\"\n\n\n\n\n\n\n\"",
    ]
    let rows = (0..<800).map { row in
      "\(row),\(row % 11),\(row % 7).5,\(values.randomElement(using: &random) ?? "")"
    }
    return try TemporaryFile(mark + "id,score,weight,text\n" + rows.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [100, 777, 4096])
  func `many threads give what one gives, wherever the file is cut`(segmentBytes: Int) async throws
  {
    for seed in UInt64(1)...2 {
      let file = try nastyFile(seed: seed, mark: seed % 2 == 0 ? "\u{FEFF}" : "")
      let one = try await scan(file.path, threads: 1, segmentBytes: .max)
      let many = try await scan(file.path, threads: 4, segmentBytes: segmentBytes)
      #expect(one.records == 800 && one.rejections.count > 50)
      #expect(many.whole == one.whole)
      #expect(many.records == one.records)
      #expect(many.rejections == one.rejections)
    }
  }

  @Test func `gives what the reader gives`() async throws {
    let file = try nastyFile(seed: 9, mark: "")
    let told = try Told(path: file.path)
    let result = try await scan(file.path, threads: 2, segmentBytes: 1000)
    #expect(result.whole.map(\.value) == told.records.map { $0[3] })
    #expect(result.whole.map { String($0.number) } == told.records.map { $0[1] })
    #expect(result.rejections.lines == told.rejected)
  }

  @Test func `a last record without a line break stands on its own line`() async throws {
    let file = try TemporaryFile("id,score,weight,text\n1,9,1,\"a\rb\"\n2,8,1,c\"d\n3,7,\"x")
    let told = try Told(path: file.path)
    #expect(told.rejected.map(\.line) == [5])
    for segmentBytes in [10, 20, 30] {
      let result = try await scan(file.path, threads: 3, segmentBytes: segmentBytes)
      #expect(result.rejections.lines == told.rejected)
    }
  }

  @Test func `conditions keep only the rows that meet all of them`() async throws {
    let file = try TemporaryFile("a,s,w,t\nx,9,1,\"p\"\ny,8,1,p\nx,7,1,q\"q\nx,6,1,r\n")
    let conditions = [
      ColumnChoice.Condition(column: 0, accepted: ["x"]),
      ColumnChoice.Condition(column: 3, accepted: ["p", "q\"q"]),
    ]
    let result = try await scan(
      file.path,
      threads: 1,
      segmentBytes: .max,
      conditions: conditions
    )
    #expect(result.whole.map(\.number) == [9, 7])
    #expect(result.records == 4)
  }

  @Test func `refuses a file in which any thread finds broken text, with the right line`()
    async throws
  {
    let rows = (0..<500).map { "\($0),9,1,\"x\ny\"\n" }.joined()
    let bytes = Array("a,s,w,t\n\(rows)".utf8) + [0xE9, 0x0A] + Array(rows.utf8)
    let file = try TemporaryFile(bytes)
    let error = await #expect(throws: TabularError.self) {
      try await scan(file.path, threads: 3, segmentBytes: 512)
    }
    #expect(error?.line == 1002)
  }

  @Test func `refuses to tell apart more values than its limit`() async throws {
    let rows = (0...TabularLimits.valuesMax).map { "\($0),9,1,v\($0)\n" }.joined()
    let file = try TemporaryFile("a,s,w,t\n" + rows)
    let error = await #expect(throws: TabularError.self) {
      try await scan(file.path, threads: 1, segmentBytes: .max)
    }
    #expect(error?.reason.contains("valuesMax") == true)
  }
}
