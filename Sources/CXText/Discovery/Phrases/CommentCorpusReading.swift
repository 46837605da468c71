extension CommentCorpus {
  /// Comments are read in pieces of this many.
  static let pieceSize = 2_048

  /// Reads comments on all cores.
  ///
  /// - Parameters:
  ///   - comments: as written; a finding speaks of them by their place here.
  ///   - reader: the one they are read by.
  public static func reading(
    _ comments: [String],
    reader: CommentReader = CommentReader()
  ) async -> CommentCorpus {
    let empty = CommentCorpus(reader: reader)
    let pieces = stride(from: 0, to: comments.count, by: pieceSize).map {
      $0..<min($0 + pieceSize, comments.count)
    }
    return await withTaskGroup(of: (Int, CommentCorpus).self) { group in
      for (place, piece) in pieces.enumerated() {
        group.addTask { (place, empty.adding(comments[piece])) }
      }
      var corpus = empty
      var waiting: [Int: CommentCorpus] = [:]
      var next = 0
      for await (place, piece) in group {
        waiting[place] = piece
        while let piece = waiting.removeValue(forKey: next) {
          corpus.append(piece)
          next += 1
        }
      }
      return corpus
    }
  }

  private func adding(_ comments: ArraySlice<String>) -> CommentCorpus {
    var corpus = self
    var read = ReadComment()
    for comment in comments {
      reader.read(comment, into: &read)
      corpus.add(read)
    }
    return corpus
  }
}
