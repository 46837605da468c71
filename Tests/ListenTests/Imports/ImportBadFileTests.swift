import Kernel
import StorageTesting
import Tabular
import Testing

@testable import Listen

/// Files as they should not be: each is refused or left out by name, and nothing half is written.
struct ImportBadFileTests {
  @Test(
    arguments: [
      ([UInt8](), "the file is empty"),
      (Array("id,score\n1,9\nZo\u{EB}".utf8.dropLast(2)) + [0xEB, 0x0A], "line 3: not UTF-8"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "Excel workbook"),
      ([0x1F, 0x8B, 0x08, 0x00, 0x00], "the compressed file is cut off"),
      ([0xFF, 0xFE, 0x69], "the UTF-16 text has an odd byte"),
    ] as [([UInt8], String)]
  )
  func `a file that is no table is refused before anything is written`(
    bytes: [UInt8],
    advice: String
  ) async throws {
    try await ImportYard.open(on: .sqlite) { yard in
      let path = try yard.file(bytes: bytes)
      let error = await #expect(throws: TabularError.self) { try await yard.prepare(path) }
      #expect(error?.description.contains(advice) == true, "\(String(describing: error))")
      #expect(try await yard.past.imports.all() == [])
    }
  }

  @Test func `a hundred megabytes on one line are refused by the name of the limit`()
    async throws
  {
    try await ImportYard.open(on: .sqlite) { yard in
      let line = [UInt8](repeating: 0x61, count: 100 << 20)
      let path = try yard.file(bytes: Array("id,score\n1,".utf8) + line)
      let error = await #expect(throws: TabularError.self) { try await yard.prepare(path) }
      #expect(error?.line == 2 && error?.reason.contains("recordBytesMax") == true)
    }
  }

  @Test func `a break late in the file is found before its first row is taken`() async throws {
    try await ImportYard.open(on: .sqlite) { yard in
      var bytes = Array("id,score\n".utf8)
      for row in 0..<50_000 { bytes += Array("\(row),\(row % 11)\n".utf8) }
      let path = try yard.file(bytes: bytes + [0xC3, 0x28, 0x0A])
      await #expect(throws: TabularError.self) { try await yard.prepare(path) }
      #expect(try await yard.count() == 0)
    }
  }

  @Test func `a file of nothing but its header brings nothing, without a fuss`() async throws {
    try await ImportYard.open(on: .sqlite) { yard in
      let outcome = try await yard.bring("date,score,why\n")
      #expect(outcome.run.counts == ImportRun.Counts() && outcome.run.state == .finished)
    }
  }

  private static let words = "score,why\n9,Tốt lắm\n"

  private static let spellings: [[UInt8]] = [
    [0xEF, 0xBB, 0xBF] + Array(words.utf8),
    [0xFF, 0xFE] + words.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
    [0xFE, 0xFF] + words.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
    Array("score;why\r\n9;\"Tốt lắm\"\r\n".utf8),
    Array("\"score\"\t\"why\"\n\"9\"\t\"Tốt lắm\"".utf8),
  ]

  @Test(arguments: spellings)
  func `encodings, byte order marks and delimiters give the same answer`(bytes: [UInt8])
    async throws
  {
    try await ImportYard.open(on: .sqlite) { yard in
      let prepared = try await yard.prepare(try yard.file(bytes: bytes))
      _ = try await yard.past.run(prepared)
      #expect(
        try await yard.stored().map { $0["answers"] } == [["recommend": 9, "why": "Tốt lắm"]]
      )
      // The same rows, however written, are the same file.
      let plain = try await yard.bring("score,why\n9,Tốt lắm\n")
      #expect(plain.wasThere)
    }
  }

  @Test func `ragged lines and stray quotation marks are left out by number`() async throws {
    try await ImportYard.open(on: .sqlite) { yard in
      let outcome = try await yard.bring(
        "score,why\n9,\"says \"\"yes\"\", twice\nand again\"\n8\n7,a,b\n6,\"left\" open\n5,fine\n"
      )
      #expect(outcome.run.counts == ImportRun.Counts(rows: 5, taken: 2, refused: 3))
      #expect(outcome.faults.map(\.line) == [4, 5, 6])
      let words = try await yard.stored().map { $0["answers"]?["why"] }
      #expect(words == ["says \"yes\", twice\nand again", "fine"])
    }
  }

  @Test func `formulas and scripts are words like any other`() async throws {
    try await ImportYard.open(on: .sqlite) { yard in
      try await yard.bring("score,why\n1,=1+1\n2,<script>alert(1)</script>\n")
      let words = try await yard.stored().map { $0["answers"]?["why"] }
      #expect(words == ["=1+1", "<script>alert(1)</script>"])
    }
  }

  @Test func `a NUL, a control character and a comment too long are refused by line`()
    async throws
  {
    try await ImportYard.open(on: .sqlite) { yard in
      let long = String(repeating: "a", count: Limits.textCharactersMax + 1)
      let outcome = try await yard.bring(
        "score,why,market\n1,a\u{0}b,\n2,,\"x\ny\"\n3,\(long),\n4,ok,z\n"
      )
      #expect(outcome.run.counts == ImportRun.Counts(rows: 4, taken: 1, refused: 3))
      #expect(outcome.faults.map(\.column) == [nil, "market", "why"])
    }
  }

  @Test(
    arguments: [
      (["nope=at"], "there is no column “nope”"),
      (["score=recomend"], "did you mean recommend?"),
      (["score=attributes.colour"], "the survey declares no attribute “colour”"),
      (["score=-", "why=-"], "no column was recognised as the answer"),
      (["score=recommend", "why=recommend"], "--map fills recommend from two columns"),
      (["score=recommend", "score=why"], "--map names the column “score” twice"),
      (["score"], "another form than COLUMN=FIELD"),
    ]
  )
  func `wrong maps say what would be right`(map: [String], advice: String) async throws {
    try await ImportYard.open(on: .sqlite) { yard in
      let path = try yard.file("score,why\n9,\n")
      let usage = await #expect(throws: ImportUsage.self) {
        try await yard.prepare(path, map: map)
      }
      #expect(usage?.description.contains(advice) == true, "\(String(describing: usage))")
    }
  }

  @Test(
    arguments: [
      (nil, "may have the day or the month first"),
      ("d-d-y", "--date-format “d-d-y” is no pattern"),
    ] as [(String?, String)]
  )
  func `dates that could mean two days are not guessed`(format: String?, advice: String)
    async throws
  {
    try await ImportYard.open(on: .sqlite) { yard in
      let path = try yard.file("date,score\n1/2/2026,9\n")
      let usage = await #expect(throws: ImportUsage.self) {
        try await yard.prepare(path, dateFormat: format)
      }
      #expect(usage?.description.contains(advice) == true)
    }
  }
}
