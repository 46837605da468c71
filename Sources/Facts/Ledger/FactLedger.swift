import Kernel
package import Storage

/// Writes facts inside the transaction of what they stand for.
package enum FactLedger {
  /// The code of every value past `Limits.dimensionValuesMax`: “other”.
  package static let otherCode: Int64 = 65_535

  /// Appends facts in one bulk insert; values seen for the first time get their code here.
  ///
  /// Codes are asked of the store in every transaction, a few queries for all facts together, so
  /// that processes sharing a PostgreSQL agree on them.
  package static func append(_ facts: [NewFact], in db: Connection) throws {
    guard !facts.isEmpty else { return }
    let codes = try Codes(of: facts, in: db)
    let ids = try db.next("fact", count: facts.count)
    var values: [SQLValue] = []
    values.reserveCapacity(facts.count * 8)
    for (fact, id) in zip(facts, ids) {
      values += [
        .integer(id), .integer(fact.question), .integer(fact.version),
        .integer(Int64(fact.day.rawValue)), .integer(Int64(fact.points)),
        .integer(Int64(fact.sign)), .blob(codes.packed(fact.dimensions)), fact.response.sqlValue,
      ]
    }
    try db.insert(into: "fact", columns: columns, values: values)
  }

  static let columns: [Column] = [
    .integer("id"), .integer("question"), .integer("version"), .integer("day"),
    .integer("points"), .integer("sign"), .blob("codes"), .integer("response"),
  ]

  /// The codes of all words that some facts use.
  private struct Codes {
    private var dimensions: [String: Int64] = [:]
    private var values: [Int64: [String: Int64]] = [:]

    init(of facts: [NewFact], in db: Connection) throws {
      var words: [String: Set<String>] = [:]
      for fact in facts {
        for (dimension, value) in fact.dimensions { words[dimension, default: []].insert(value) }
      }
      let names = words.keys.sorted()
      for row in try db.rows("SELECT id, name FROM dimension WHERE name IN \(list: names)") {
        dimensions[try row["name"]] = try row["id"]
      }
      for name in names where dimensions[name] == nil {
        let id = try db.next("dimension").lowerBound
        try db.execute("INSERT INTO dimension (id, name) VALUES (\(id), \(name))")
        dimensions[name] = id
      }
      for (name, wanted) in words {
        guard let id = dimensions[name] else { continue }
        values[id] = try Self.codes(of: wanted.sorted(), dimension: id, in: db)
      }
    }

    private static func codes(
      of wanted: [String],
      dimension: Int64,
      in db: Connection
    ) throws -> [String: Int64] {
      var codes: [String: Int64] = [:]
      for row in try db.rows(
        """
        SELECT code, name FROM dimension_value
        WHERE dimension = \(dimension) AND name IN \(list: wanted)
        """
      ) {
        codes[try row["name"]] = try row["code"]
      }
      let missing = wanted.filter { codes[$0] == nil }
      guard !missing.isEmpty else { return codes }
      let last: Int64? =
        try db.value(
          "SELECT max(code) FROM dimension_value WHERE dimension = \(dimension)",
          as: Int64?.self
        )
        ?? nil
      var next = (last ?? 0) + 1
      for name in missing {
        guard next < FactLedger.otherCode else {
          codes[name] = FactLedger.otherCode
          continue
        }
        try db.execute(
          """
          INSERT INTO dimension_value (dimension, code, name)
          VALUES (\(dimension), \(next), \(name))
          """
        )
        codes[name] = next
        next += 1
      }
      return codes
    }

    /// Two little-endian bytes for the dimension and two for the code, one pair after another.
    func packed(_ words: [(dimension: String, value: String)]) -> [UInt8] {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(words.count * 4)
      for (name, value) in words {
        guard let id = dimensions[name], let code = values[id]?[value] else { continue }
        bytes += [UInt8(id & 255), UInt8(id >> 8 & 255), UInt8(code & 255), UInt8(code >> 8)]
      }
      return bytes
    }
  }
}
