/// Comments as they are learned from: with an emoji after each opinion that listed words say, so
/// that few comments teach what a good word means.
struct MarkedComments {
  private let reader = CommentReader()
  private var comment = ReadComment()
  private var opinions = OpinionFinder(words: FeelingWords())

  mutating func marked(_ text: String) -> String {
    reader.read(text, into: &comment)
    opinions.find(in: comment, comment.clauses)
    guard !opinions.all.isEmpty else { return text }
    var bytes: [UInt8] = []
    let utf8 = Array(text.utf8)
    var done = 0
    for opinion in opinions.all {
      guard let mark = opinion.mark else { continue }
      let end = max(done, comment.words[opinion.end - 1].source.upperBound)
      bytes += utf8[done..<end]
      bytes += " \(mark.emoji) ".utf8
      done = end
    }
    bytes += utf8[done...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
