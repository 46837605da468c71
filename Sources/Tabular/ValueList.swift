/// Values one behind the other, at their own length and eight bytes.
package struct ValueList: Sendable {
  private(set) var text: [UInt8] = []
  private var starts = [0]

  package init() {}

  package var count: Int { starts.count - 1 }

  package subscript(number: Int) -> String {
    String(decoding: text[range(of: number)], as: UTF8.self)
  }

  /// Where a value stands in `text`.
  func range(of number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

  @inline(__always)
  mutating func append(_ range: Range<Int>, of bytes: borrowing RawSpan) {
    for place in range {
      text.append(unsafe bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self))
    }
    starts.append(text.count)
  }

  package mutating func append(_ others: ValueList) {
    let before = text.count
    text += others.text
    for start in others.starts.dropFirst() { starts.append(before + start) }
  }

  /// Those from a number on.
  func suffix(from number: Int) -> ValueList {
    var rest = ValueList()
    let before = starts[number]
    rest.text = Array(text[before...])
    rest.starts = starts[number...].map { $0 - before }
    return rest
  }
}
