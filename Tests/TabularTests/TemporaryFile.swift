import Foundation

/// A file that is there as long as somebody holds it.
final class TemporaryFile {
  let path: String

  init(_ bytes: some Sequence<UInt8>, named name: String = "answers.csv") throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appending(path: name)
    path = url.path
    try Data(bytes).write(to: url)
  }

  convenience init(_ text: String) throws { try self.init(text.utf8) }

  deinit {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try? FileManager.default.removeItem(at: folder)
  }
}

/// The same numbers for the same seed, so that a failing case can be met again.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
