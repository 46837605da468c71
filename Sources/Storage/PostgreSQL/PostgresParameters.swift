import CPostgres

/// The values of one statement in PostgreSQL's binary form, one after another.
///
/// Every type is declared: the server cannot guess that of `$1 IS NULL`, and an array has no other
/// way to say what it holds.
struct PostgresParameters {
  private var bytes: [UInt8] = []
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  init() {}

  init(_ arguments: [SQL.Argument]) throws {
    for argument in arguments {
      switch argument {
      case .value(let value): try append(value)
      case .integers(let integers):
        try appendArray(of: .integer, integers.lazy.map { .integer($0) }, count: integers.count)
      case .texts(let texts):
        try appendArray(of: .text, texts.lazy.map { .text($0) }, count: texts.count)
      }
    }
  }

  /// The number PostgreSQL knows a type by; 0 leaves it to the place where the value stands.
  static func type(of kind: SQLKind) -> Oid {
    switch kind {
    case .integer: 20
    case .real: 701
    case .text: 25
    case .blob: 17
    case .untyped: 0
    case .integerList: 1016
    case .textList: 1009
    }
  }

  static func arrayType(of kind: SQLKind) -> Oid {
    switch kind {
    case .integer, .integerList, .untyped: 1016
    case .real: 1022
    case .text, .textList: 1009
    case .blob: 1001
    }
  }

  /// One column of a bulk insert as an array.
  mutating func appendColumn(_ column: Int, of insertion: Insertion, rows: Range<Int>) throws {
    let width = insertion.columns.count
    try appendArray(
      of: insertion.columns[column].kind,
      rows.lazy.map { insertion.values[$0 * width + column] },
      count: rows.count
    )
  }

  private mutating func append(_ value: SQLValue) throws {
    if case .null = value {
      note(start: nil, length: 0)
      return
    }
    let start = bytes.count
    try appendContent(value)
    note(start: start, length: bytes.count - start)
  }

  private mutating func appendArray(
    of kind: SQLKind,
    _ values: some Sequence<SQLValue>,
    count: Int
  ) throws {
    let start = bytes.count
    appendBigEndian(Int32(count == 0 ? 0 : 1))
    appendBigEndian(Int32(1))
    appendBigEndian(Int32(bitPattern: Self.type(of: kind)))
    if count > 0 {
      appendBigEndian(Int32(count))
      appendBigEndian(Int32(1))
    }
    for value in values {
      if case .null = value {
        appendBigEndian(Int32(-1))
        continue
      }
      let lengthAt = bytes.count
      appendBigEndian(Int32(0))
      try appendContent(value)
      let length = Int32(bytes.count - lengthAt - 4)
      for shift in 0..<4 {
        bytes[lengthAt + shift] = UInt8(truncatingIfNeeded: length >> (24 - 8 * shift))
      }
    }
    note(start: start, length: bytes.count - start)
  }

  private mutating func appendContent(_ value: SQLValue) throws {
    switch value {
    case .null: break
    case .integer(let integer): appendBigEndian(integer)
    case .real(let real): appendBigEndian(Int64(bitPattern: real.bitPattern))
    case .text(let text):
      guard !text.utf8.contains(0) else { throw TextHasNUL() }
      bytes.append(contentsOf: text.utf8)
    case .blob(let blob): bytes.append(contentsOf: blob)
    }
  }

  private mutating func appendBigEndian(_ value: some FixedWidthInteger) {
    let width = value.bitWidth
    for shift in stride(from: width - 8, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  private mutating func note(start: Int?, length: Int) {
    starts.append(start)
    lengths.append(Int32(length))
    formats.append(1)
  }

  /// Lends everything to libpq, which copies it before it returns.
  func send(
    _ body: (
      _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?,
      _ lengths: UnsafePointer<Int32>?, _ formats: UnsafePointer<Int32>?
    ) -> Int32
  ) -> Int32 {
    // A value of no bytes still needs an address: a null pointer would mean NULL.
    unsafe (bytes + [0]).withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      let values = unsafe starts.map { start in
        unsafe start.map { unsafe (base + $0).assumingMemoryBound(to: CChar.self) }
      }
      return unsafe values.withUnsafeBufferPointer { values in
        unsafe lengths.withUnsafeBufferPointer { lengths in
          unsafe formats.withUnsafeBufferPointer { formats in
            unsafe body(
              Int32(starts.count),
              values.baseAddress,
              lengths.baseAddress,
              formats.baseAddress
            )
          }
        }
      }
    }
  }
}
