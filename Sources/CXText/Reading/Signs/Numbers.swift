extension ReadComment {
  /// Takes a telephone number, or a number with the separators inside it.
  mutating func takeNumber(_ comment: Span<UInt8>, _ place: inout ReadingPlace) {
    let start = place.start()
    let first = place.next
    if let end = PhoneNumber.end(comment, at: first) {
      place.next = extended(comment, end)
      finish(.phoneNumber, form: "<phone>", source: start..<place.next)
      return
    }
    let form = bytes.count
    var next = first
    var end = first
    while next < comment.count {
      let scalar = NextScalar(comment, at: next)
      let entry = ScalarTable[scalar.value]
      if entry.role == .digit {
        bytes.append(0x30)
        end = scalar.end
      } else if entry.role == .ignorable || entry.isExtending {
        if entry.isExtending { end = scalar.end }
      } else if next > end || !isSeparator(scalar.value) || !isDigit(comment, at: scalar.end) {
        break
      }
      next = scalar.end
    }
    place.next = end
    if takeAddress(comment, from: first, at: end, source: start, form: form, &place) { return }
    finish(.number, from: form, source: start..<end)
  }

  private func isSeparator(_ value: UInt32) -> Bool {
    switch value {
    case 0x2C, 0x2E, 0x2F, 0x3A, 0x66B, 0x66C, 0x60C: true
    default: false
    }
  }

  private func isDigit(_ comment: Span<UInt8>, at place: Int) -> Bool {
    place < comment.count
      && ScalarTable[NextScalar(comment, at: place).value].role == .digit
  }

  /// The place after the marks that rest on what ends here.
  func extended(_ comment: Span<UInt8>, _ end: Int) -> Int {
    var end = end
    while end < comment.count, comment[end] >= 0x80 || comment[end] == 0x26 {
      let scalar = NextScalar(comment, at: end)
      guard ScalarTable[scalar.value].isExtending else { break }
      end = scalar.end
    }
    return end
  }
}
