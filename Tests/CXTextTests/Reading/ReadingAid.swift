@testable import CXText

/// The normal forms of a comment, a space between two.
func forms(_ comment: String) -> String {
  let read = CommentReader().read(comment)
  return read.words.map(read.text(of:)).joined(separator: " ")
}

/// What stands in the comment where each word was read.
func sources(_ comment: String) -> [String] {
  let bytes = Array(comment.utf8)
  return CommentReader().read(comment).words.map {
    String(decoding: bytes[$0.source], as: UTF8.self)
  }
}

/// Numbers that are the same in every run.
struct RepeatableNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
