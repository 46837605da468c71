import CXMetrics
import Foundation
import Kernel
import Testing

@testable import Facts

struct SnapshotTests {
  private let file = FileManager.default.temporaryDirectory
    .appending(path: "facts-\(UUID().uuidString).snapshot")

  @Test func `gives the columns back, ready to grow`() async throws {
    defer { try? FileManager.default.removeItem(at: file) }
    var random = RandomFacts(seed: 3)
    var facts = (0..<4).flatMap { _ in random.facts(50_000) }
    var columns = FactColumns(facts)
    columns.head = 200_000
    columns.mark = 77
    try FactSnapshot.write(columns, to: file)

    var read = try FactSnapshot.read(file)
    #expect(read.head == 200_000)
    #expect(read.mark == 77)
    #expect(read.count == columns.count)
    let more = random.facts(5_000)
    for fact in more { read.append(fact) }
    facts += more
    for _ in 0..<5 {
      let inquiry = random.inquiry()
      let tallies = try await read.tallies(for: inquiry)
      #expect(tallies.byKeys == FactReference.tallies(of: facts, for: inquiry), "\(inquiry)")
    }
  }

  @Test func `an empty store has one as well`() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    try FactSnapshot.write(FactColumns(), to: file)
    #expect(try FactSnapshot.read(file).count == 0)
  }

  @Test func `replaces the one before as a whole`() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    try FactSnapshot.write(FactColumns((0..<900).map { .plain(day: $0) }), to: file)
    try FactSnapshot.write(FactColumns([.plain(day: 1)]), to: file)
    #expect(try FactSnapshot.read(file).count == 1)
  }

  @Test func `with any byte changed is refused`() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    try FactSnapshot.write(FactColumns((0..<40).map { .plain(day: $0 * 9) }), to: file)
    let whole = try Data(contentsOf: file)
    for place in whole.indices where !(12..<16).contains(place) {
      var changed = whole
      changed[place] ^= 0x40
      try changed.write(to: file)
      #expect(throws: SnapshotRefusal.self, "byte \(place)") { try FactSnapshot.read(file) }
    }
  }

  @Test func `cut off anywhere is refused`() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    try FactSnapshot.write(FactColumns((0..<40).map { .plain(day: $0 * 9) }), to: file)
    let whole = try Data(contentsOf: file)
    for length in whole.indices {
      try whole.prefix(length).write(to: file)
      #expect(throws: SnapshotRefusal.self, "\(length) bytes") { try FactSnapshot.read(file) }
    }
    try (whole + [0]).write(to: file)
    #expect(throws: SnapshotRefusal.damaged("it is too long")) { try FactSnapshot.read(file) }
  }

  @Test func `says why it is refused`() throws {
    #expect(throws: SnapshotRefusal.missing) { try FactSnapshot.read(file) }
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("just some words, long enough to be a header".utf8).write(to: file)
    #expect(throws: SnapshotRefusal.notASnapshot) { try FactSnapshot.read(file) }
    try FactSnapshot.write(FactColumns([.plain(day: 1)]), to: file)
    var other = try Data(contentsOf: file)
    other[8] = 9
    try other.write(to: file)
    #expect(throws: SnapshotRefusal.otherVersion(9)) { try FactSnapshot.read(file) }
  }

  /// Values as the algorithm's author publishes them, with seed 0.
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)]
  )
  func `its checksum is XXH64`(text: String, sum: UInt64) {
    #expect(unsafe Checksum.of(Array(text.utf8).span.bytes) == sum)
  }
}
