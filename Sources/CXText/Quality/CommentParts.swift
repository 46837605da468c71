/// Comments divided into parts, so that a model can be judged on what it has not seen.
enum CommentParts {
  /// The part of each comment, from 0 to `count` − 1: by chance for a seed, and the same for
  /// comments that are equal in their normal form, as a copy in another part would give the answer
  /// away.
  static func of(_ comments: [String], count: Int, seed: UInt64) -> [Int] {
    let reader = CommentReader()
    var comment = ReadComment()
    return comments.map { text in
      reader.read(text, into: &comment)
      var hash = seed &+ 0xCBF2_9CE4_8422_2325
      for byte in comment.bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      return Int((hash ^ hash >> 32) % UInt64(count))
    }
  }
}
