/// What a word speaks of, where a list of ours says so: a model that met some of a sense’s words in
/// its examples then knows something of the others too.
///
/// The words are in their normal form, one sense after the other; a word may have several. Few of
/// them say anything for certain, so that a model only weighs them beside the words themselves.
enum WordSense: Int, CaseIterable {
  /// What is eaten and drunk, and how it tastes.
  case food
  /// The people who serve, and how they do.
  case people
  /// What it costs.
  case price
  /// Where it is, and how that looks and sounds.
  case place
  /// Waiting and being late.
  case waiting
  /// What pleases.
  case praise
  /// What displeases.
  case blame
  /// What turns the next word round.
  case denial

  /// Senses by a word’s number, one bit each.
  struct Table {
    private var words = PieceTable(expecting: 2048)
    private var senses: [UInt8] = []

    fileprivate init(_ lists: [(sense: WordSense, words: String)]) {
      for list in lists {
        for word in list.words.split(separator: " ") {
          let form = Array(word.utf8)
          let number = WordNumber.of(form.span, form.indices)
          let column = words.column(adding: UInt32(truncatingIfNeeded: number))
          if column == senses.count { senses.append(0) }
          senses[column] |= 1 << UInt8(list.sense.rawValue)
        }
      }
    }

    /// 0 for a word in no list.
    @inline(__always)
    func senses(of number: UInt64) -> UInt8 {
      guard let column = words.column(of: UInt32(truncatingIfNeeded: number)) else { return 0 }
      return senses[column]
    }
  }

  static let table = Table(WordSense.english + WordSense.vietnamese + WordSense.persian)
}
