import Kernel
import Storage

/// Columns on their way to the ledger's head, within one reading transaction.
struct LedgerReading {
  private(set) var columns: FactColumns

  /// Number in `columns` by id in the ledger, −1 for an id not met.
  private var numbers: [Int]

  /// Reused for every row, since ten million rows leave no time to allocate.
  private var codes: [UInt32]

  /// The largest code met, by number.
  private var largest: [UInt32]

  /// Gives the columns with every fact that the transaction sees, or those up to one of them.
  static func caughtUp(
    _ columns: FactColumns,
    upTo last: Int64? = nil,
    in db: Connection
  ) throws -> FactColumns {
    let newest = try db.value("SELECT max(id) FROM fact", as: Int64?.self) ?? nil
    guard let newest else { return columns }
    let head = min(newest, last ?? newest)
    guard head > columns.head else { return columns }
    var reading = try LedgerReading(columns, in: db)
    try reading.readFacts(upTo: head, in: db)
    try reading.readWords(in: db)
    reading.columns.head = head
    reading.columns.mark = try mark(ofFact: head, in: db)
    return reading.columns
  }

  private init(_ columns: FactColumns, in db: Connection) throws {
    self.columns = columns
    numbers = []
    for row in try db.rows("SELECT id, name FROM dimension ORDER BY id") {
      let id = try row["id", as: Int.self]
      let number = self.columns.admit(dimension: try row["name", as: String.self])
      while numbers.count <= id { numbers.append(-1) }
      numbers[id] = number
    }
    codes = Array(repeating: 0, count: self.columns.dimensions.count)
    largest = codes
  }

  /// Day, points and sign come as one number, because every column of ten million rows counts.
  private mutating func readFacts(upTo head: Int64, in db: Connection) throws {
    var version: (number: Int64, code: UInt32)?
    try db.each(
      """
      SELECT question, version, day * 32 + points * 2 + (1 - sign) / 2, codes FROM fact
      WHERE id > \(columns.head) AND id <= \(head) ORDER BY id
      """
    ) { row in
      let question = try row.integer(0)
      let number = try row.integer(1)
      let code = number == version?.number ? version?.code : nil
      let admitted = code ?? columns.admit(version: number)
      version = (number, admitted)
      for number in codes.indices { codes[number] = DimensionDictionary.notGiven }
      codes[0] = admitted
      try row.withBytes(3) { try take($0, ofQuestion: question) }
      let score = try row.integer(2)
      guard let day = Int32(exactly: score >> 5) else {
        throw LedgerDamaged(what: "a fact of question \(question) has no possible day")
      }
      columns.append(
        question: question,
        day: Day(rawValue: day),
        score: FactColumns.score(points: Int(score >> 1 & 15), sign: score & 1 == 0 ? 1 : -1),
        row: codes
      )
    }
  }

  /// Pairs of a dimension's id and a code, two bytes each.
  private mutating func take(_ pairs: RawSpan, ofQuestion question: Int64) throws {
    guard pairs.byteCount % 4 == 0 else {
      throw LedgerDamaged(what: "the codes of a fact of question \(question) are cut off")
    }
    for offset in stride(from: 0, to: pairs.byteCount, by: 4) {
      let pair = unsafe UInt32(
        littleEndian: pairs.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
      )
      let dimension = Int(pair & 0xFFFF)
      guard dimension < numbers.count, numbers[dimension] >= 0 else {
        throw LedgerDamaged(
          what: "a fact of question \(question) names dimension \(dimension), which is not there"
        )
      }
      let number = numbers[dimension]
      codes[number] = pair >> 16
      largest[number] = max(largest[number], pair >> 16)
    }
  }

  /// Only the values that facts read here use for the first time.
  private mutating func readWords(in db: Connection) throws {
    for (id, number) in numbers.enumerated() where number >= 0 {
      let known = columns.dimensions[number].values.count
      guard largest[number] > known else { continue }
      for row in try db.rows(
        """
        SELECT code, name FROM dimension_value
        WHERE dimension = \(id) AND code > \(known) AND code < \(FactLedger.otherCode)
        ORDER BY code
        """
      ) {
        let code = try row["code", as: Int64.self]
        guard Int64(columns.admit(try row["name"], dimension: number)) == code else {
          throw LedgerDamaged(what: "value \(code) of dimension \(id) is not in its place")
        }
      }
      guard largest[number] < columns.dimensions[number].codeCount else {
        throw LedgerDamaged(what: "value \(largest[number]) of dimension \(id) is not there")
      }
    }
  }

  /// Tells one ledger from another by a checksum of one row; 0 where there is none.
  ///
  /// The response is left out, since erasing a person takes it away.
  static func mark(ofFact id: Int64, in db: Connection) throws -> UInt64 {
    let row = try db.row(
      "SELECT question, version, day, points, sign, codes FROM fact WHERE id = \(id)"
    )
    guard let row else { return 0 }
    var writer = SnapshotWriter()
    for column in ["question", "version", "day", "points", "sign"] {
      writer.write(try row[column, as: Int64.self])
    }
    for byte in try row["codes", as: [UInt8].self] { writer.write(byte) }
    return unsafe Checksum.of(writer.bytes.span.bytes)
  }
}

/// The ledger contradicts itself; only a backup helps.
package struct LedgerDamaged: Error, Hashable, CustomStringConvertible {
  package let what: String

  package var description: String {
    "the ledger of facts is damaged: \(what); restore a backup, or run `touchstone verify`"
  }
}
