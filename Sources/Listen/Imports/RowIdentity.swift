import Crypto
import Foundation
import Kernel

/// What a row says, as a number no other row has.
struct RowDigest: Hashable, Sendable {
  /// The first 16 bytes of SHA-256.
  let bytes: [UInt8]

  /// Enough of it to tell apart the rows of one file.
  var key: UInt64 { bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

  init(_ text: [UInt8]) { bytes = PublicToken.hash(text) }
}

/// Takes the digest of rows: the same for the same values under the same column names, whatever
/// the order of the columns, the quotation marks, the delimiter, the encoding or the compression.
struct RowDigester {
  /// The columns in the order of their names.
  private let order: [(column: Int, name: [UInt8])]
  private var text: [UInt8] = []

  /// Ends a name or a value; no UTF-8 holds this byte.
  private static let mark: UInt8 = 0xFF

  init(_ names: [String]) {
    order = names.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      .map { ($0.offset, Array($0.element.utf8) + [Self.mark]) }
  }

  /// The header itself, with which a file's fingerprint begins.
  var headerDigest: RowDigest { RowDigest(order.flatMap(\.name)) }

  mutating func digest(_ cells: [String]) -> RowDigest {
    text.removeAll(keepingCapacity: true)
    for (column, name) in order {
      text.append(contentsOf: name)
      text.append(contentsOf: cells[column].utf8)
      text.append(Self.mark)
    }
    return RowDigest(text)
  }
}

/// The fingerprint of a file: of its rows one after another, so that a file which was appended to
/// begins with the fingerprint it had before.
struct FileFingerprint {
  private var chain = SHA256()

  init(_ header: RowDigest) { chain.update(data: header.bytes) }

  mutating func add(_ row: RowDigest) { chain.update(data: row.bytes) }

  /// The fingerprint of what came so far.
  var text: String {
    let copy = chain
    return PublicToken.text(of: copy.finalize().prefix(16))
  }
}

/// How an answer is known again when its row has no id of its own.
///
/// - A row with a clock time, or with words of some length, is known wherever it comes again.
/// - A row of only a day and scores is like many an honest other, so it is known only in its own
///   file and in what that file has grown into.
/// - The second row of a file that says exactly the same is a second answer: rows are counted.
enum DerivedID {
  private static let prefix = "row:"

  /// Whether a number of ours stands where a sender's would.
  static func isDerived(_ externalID: String) -> Bool { externalID.hasPrefix(prefix) }

  static func text(
    of digest: RowDigest,
    occurrence: Int,
    isTelling: Bool,
    lineage: String
  ) -> String {
    let bytes = isTelling ? digest.bytes : PublicToken.hash(digest.bytes + Array(lineage.utf8))
    let name = prefix + PublicToken.text(of: bytes)
    return occurrence == 1 ? name : "\(name):\(occurrence)"
  }
}
