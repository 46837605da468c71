import CPostgres

/// The rows of one answer of PostgreSQL, in its binary form.
@safe final class PostgresResult {
  private let handle: OpaquePointer
  private let types: [Oid]
  let columns: ColumnNames

  /// Takes over the result and frees it.
  init(_ handle: OpaquePointer, statement: String) {
    unsafe self.handle = handle
    let count = unsafe PQnfields(handle)
    types = (0..<count).map { unsafe PQftype(handle, $0) }
    let names = (0..<count).map { column in
      unsafe PQfname(handle, column).map { unsafe String(cString: $0) } ?? ""
    }
    columns = ColumnNames(names: names, statement: statement)
  }

  deinit { unsafe PQclear(handle) }

  var rowCount: Int32 { unsafe PQntuples(handle) }

  /// Rows that the statement changed.
  var changedCount: Int {
    unsafe PQcmdTuples(handle).flatMap { unsafe Int(String(cString: $0)) } ?? 0
  }

  /// The command as the server names it, `COMMIT` or `INSERT 0 1`.
  var command: String {
    unsafe PQcmdStatus(handle).map { unsafe String(cString: $0) } ?? ""
  }

  func isNull(_ row: Int32, _ column: Int) -> Bool {
    unsafe PQgetisnull(handle, row, Int32(column)) != 0
  }

  /// Nil when the column holds anything but a whole number.
  func integer(_ row: Int32, _ column: Int) -> Int64? {
    if isNull(row, column) { return nil }
    let bytes = unsafe bytes(row, column)
    switch types[column] {
    case 20: return unsafe Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
    case 23: return Int64(unsafe Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
    case 21: return Int64(unsafe Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
    case 16: return unsafe bytes[0] == 0 ? 0 : 1
    case 1700:
      if case .integer(let integer) = unsafe PostgresNumeric.value(bytes.bytes) { return integer }
      return nil
    default: return nil
    }
  }

  func value(_ row: Int32, _ column: Int) throws -> SQLValue {
    if isNull(row, column) { return .null }
    let bytes = unsafe bytes(row, column)
    switch types[column] {
    case 20, 23, 21, 16: return integer(row, column).map { .integer($0) } ?? .null
    case 701:
      let bits = unsafe UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
      return .real(Double(bitPattern: bits))
    case 700:
      let bits = unsafe UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))
      return .real(Double(Float(bitPattern: bits)))
    case 1700: return unsafe PostgresNumeric.value(bytes.bytes)
    case 25, 1043, 1042, 19, 705:
      guard let text = unsafe String(validating: bytes, as: UTF8.self) else {
        throw columns.mismatch(column, expected: "UTF-8 text", found: .blob([]))
      }
      return .text(text)
    case 17: return unsafe .blob([UInt8](bytes))
    // What a function without a value gives, as the one that takes a lock.
    case 2278: return .null
    case let type:
      throw ColumnMismatch(
        column: columns.names[column],
        expected: "an integer, real, text or bytes",
        found: "PostgreSQL's type number \(type); cast it in the statement",
        statement: columns.statement
      )
    }
  }

  func withBytes<Output>(
    _ row: Int32,
    _ column: Int,
    _ body: (RawSpan) throws -> Output
  ) rethrows -> Output {
    try body(unsafe bytes(row, column).bytes)
  }

  private func bytes(_ row: Int32, _ column: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(
      start: PQgetvalue(handle, row, Int32(column)),
      count: Int(PQgetlength(handle, row, Int32(column)))
    )
  }
}

/// PostgreSQL's exact decimal number, which its `sum` and `avg` of whole numbers give.
enum PostgresNumeric {
  /// A whole number when it is kept without decimals and fits, otherwise the nearest real.
  ///
  /// The bytes are: count of digits, weight of the first, sign, decimals, then digits to the base
  /// 10,000, each in two bytes.
  static func value(_ bytes: RawSpan) -> SQLValue {
    func word(_ index: Int) -> UInt16 {
      let offset = 2 * index
      return bytes.byteOffsets.contains(offset + 1)
        ? unsafe UInt16(
          bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
        )
        : 0
    }
    let count = Int(word(0))
    let weight = Int(Int16(bitPattern: word(1)))
    let sign = word(2)
    guard sign == 0 || sign == 0x4000 else { return .real(.nan) }
    var text = sign == 0 ? "" : "-"
    let groups = max(0, weight + 1)
    for index in 0..<groups { text += four(index < count ? word(4 + index) : 0) }
    if word(3) == 0 {
      return Int64(text.isEmpty || text == "-" ? "0" : text).map { .integer($0) }
        ?? .real(Double(text) ?? .nan)
    }
    text += groups == 0 ? "0." : "."
    for index in (weight + 1)..<max(weight + 1, count) {
      text += index < 0 ? "0000" : four(word(4 + index))
    }
    return .real(Double(text.hasSuffix(".") ? text + "0" : text) ?? .nan)
  }

  private static func four(_ digits: UInt16) -> String {
    let text = String(digits)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }
}
