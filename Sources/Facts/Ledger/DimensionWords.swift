package import Storage

/// The words behind the codes of facts, read once for many comparisons.
package struct DimensionWords: Sendable {
  private var dimensions: [String: Int64] = [:]
  private var codes: [Int64: [String: Int64]] = [:]

  package init(in db: Connection) throws {
    for row in try db.rows("SELECT id, name FROM dimension") {
      dimensions[try row["name"]] = try row["id"]
    }
    for row in try db.rows("SELECT dimension, code, name FROM dimension_value") {
      let dimension: Int64 = try row["dimension"]
      codes[dimension, default: [:]][try row["name"]] = try row["code"]
    }
  }

  /// Whether a fact's codes say just this, in whatever order.
  ///
  /// A value met after a dimension was full has no code of its own and stands under “other”.
  package func says(_ packed: [UInt8], _ words: [(dimension: String, value: String)]) -> Bool {
    var expected: [UInt32] = []
    for (name, value) in words {
      guard let id = dimensions[name] else { return false }
      let code = codes[id]?[value] ?? FactLedger.otherCode
      expected.append(UInt32(id) | UInt32(code) << 16)
    }
    guard packed.count == expected.count * 4 else { return false }
    let found = stride(from: 0, to: packed.count, by: 4).map { place in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(packed[place + $1]) << UInt32(8 * $1) }
    }
    return found.sorted() == expected.sorted()
  }
}
