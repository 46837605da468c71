/// How hard scrypt works on one password.
///
/// - Source: C. Percival and S. Josefsson, RFC 7914, 2016.
package struct ScryptCost: Hashable, Sendable {
  /// N as a power of two.
  package let roundsLog2: Int

  /// r; memory is 128 · N · r bytes.
  package let blockSize: Int

  /// p; time grows with it, memory does not.
  package let parallelism: Int

  package init(roundsLog2: Int, blockSize: Int, parallelism: Int) {
    self.roundsLog2 = roundsLog2
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// 32 MB and about a third of a second on one core.
  package static let standard = ScryptCost(roundsLog2: 15, blockSize: 8, parallelism: 3)

  /// Within what this version would ever have written, so that a damaged row costs no memory.
  var isBearable: Bool {
    (1...20).contains(roundsLog2) && (1...32).contains(blockSize) && (1...16).contains(parallelism)
  }
}
