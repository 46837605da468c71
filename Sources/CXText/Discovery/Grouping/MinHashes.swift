/// What two comments share the more often the more of their runs of words they share: for each of
/// some random orders of all runs, the first of a comment’s.
///
/// One hash divides the runs among bins and orders them in each; a bin left empty borrows from
/// another drawn by chance, the same for every comment.
///
/// - Source: A. Z. Broder, Compression and Complexity of Sequences, 1997; one hash for all by
///   P. Li, A. Owen and C.-H. Zhang, NIPS 2012; borrowing by A. Shrivastava, ICML 2017; bands by
///   A. Rajaraman and J. Ullman, Mining of Massive Datasets, 2011, section 3.4.
struct MinHashes: Sendable {
  static let bands = 12
  static let rows = 3
  private static let bins = bands * rows

  let seed: UInt64

  /// One number for each band: comments nearly alike share at least one.
  ///
  /// At a likeness of 0.7 they do with a chance of 0.994, at 0.8 of 0.9998, at 0.2 of 0.09.
  func append(bandsOf runs: [UInt32], to bands: inout [UInt32]) {
    guard !runs.isEmpty else { return }
    var least = InlineArray<36, UInt64>(repeating: .max)
    for run in runs {
      let order = WordHash.finished(UInt64(run) ^ seed)
      // The upper half chooses the bin, the lower one the order in it.
      let bin = Int(truncatingIfNeeded: ((order >> 32) &* UInt64(Self.bins)) >> 32)
      least[bin] = min(least[bin], order & 0xFFFF_FFFF)
    }
    for band in 0..<Self.bands {
      var hash = UInt64(truncatingIfNeeded: band) ^ seed
      for bin in band * Self.rows..<(band + 1) * Self.rows {
        hash = WordHash.finished(hash &+ lender(for: bin, least))
      }
      bands.append(UInt32(truncatingIfNeeded: hash >> 32))
    }
  }

  private func lender(for bin: Int, _ least: InlineArray<36, UInt64>) -> UInt64 {
    var lender = bin
    var draw = UInt64(truncatingIfNeeded: bin) &+ seed
    while least[lender] == .max {
      draw = draw &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
      lender = Int(truncatingIfNeeded: ((draw >> 32) &* UInt64(Self.bins)) >> 32)
    }
    return least[lender]
  }
}
