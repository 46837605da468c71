/// What near-duplicates are found by, of some comments one after the other.
struct CommentSignatures: Sendable {
  static let pieceSize = 4_096

  /// Of each comment equal for equal words, nil without words.
  private(set) var wholes: [UInt64?] = []
  private var runs: [UInt32] = []
  private var bands: [UInt32] = []
  private var runEnds: [Int] = [0]
  private var bandEnds: [Int] = [0]

  /// Ascending, each once; none where the comment is too short to be like another without being
  /// equal to it.
  func runs(of place: Int) -> ArraySlice<UInt32> { runs[runEnds[place]..<runEnds[place + 1]] }

  func bands(of place: Int) -> ArraySlice<UInt32> { bands[bandEnds[place]..<bandEnds[place + 1]] }

  var bandCount: Int { bands.count }

  private init(of comments: Range<Int>, in corpus: CommentCorpus, hashes: MinHashes) {
    var reading = CommentRuns(corpus: corpus)
    for comment in comments {
      wholes.append(reading.whole(of: comment))
      reading.read(comment)
      runs.append(contentsOf: reading.runs)
      hashes.append(bandsOf: reading.runs, to: &bands)
      runEnds.append(runs.count)
      bandEnds.append(bands.count)
    }
  }

  /// Made on all cores, in the order of the comments, ``pieceSize`` a piece.
  static func pieces(of corpus: CommentCorpus, seed: UInt64) async -> [CommentSignatures] {
    let hashes = MinHashes(seed: seed)
    let pieces = stride(from: 0, to: corpus.count, by: pieceSize).map {
      $0..<min($0 + pieceSize, corpus.count)
    }
    return await withTaskGroup(of: (Int, CommentSignatures).self) { group in
      for (place, piece) in pieces.enumerated() {
        group.addTask { (place, CommentSignatures(of: piece, in: corpus, hashes: hashes)) }
      }
      var found: [CommentSignatures?] = Array(repeating: nil, count: pieces.count)
      for await (place, signatures) in group { found[place] = signatures }
      return found.compactMap(\.self)
    }
  }
}
