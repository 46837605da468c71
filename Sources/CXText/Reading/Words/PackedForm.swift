/// A form of at most eight bytes in one number, zero for a longer one: a key of small tables.
struct PackedForm: Hashable, Sendable, ExpressibleByStringLiteral, BitwiseCopyable {
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  @inline(__always) init(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.count <= 8 else {
      bits = 0
      return
    }
    var bits: UInt64 = 0
    for place in range { bits = bits << 8 | UInt64(bytes[place]) }
    self.bits = bits
  }

  init(stringLiteral text: StaticString) {
    let bytes = text.description.utf8
    bits = bytes.count > 8 ? 0 : bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// A small table by packed forms: one multiplication and mostly one comparison to look up.
struct PackedTable<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  private let keys: [UInt64]
  private let values: [Value?]
  private let shift: UInt64

  init(dictionaryLiteral elements: (PackedForm, Value)...) {
    self.init(elements)
  }

  init(_ elements: [(PackedForm, Value)]) {
    var size = 16
    while size < 4 * elements.count { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var values = [Value?](repeating: nil, count: size)
    let shift = UInt64(64 - size.trailingZeroBitCount)
    for (form, value) in elements where form.bits != 0 {
      var slot = Self.slot(form.bits, shift)
      while keys[slot] != 0, keys[slot] != form.bits { slot = (slot + 1) % size }
      keys[slot] = form.bits
      values[slot] = value
    }
    (self.keys, self.values, self.shift) = (keys, values, shift)
  }

  @inline(__always) private static func slot(_ bits: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  @inline(__always) private func place(of form: PackedForm) -> Int? {
    guard form.bits != 0 else { return nil }
    var slot = Self.slot(form.bits, shift)
    while keys[slot] != form.bits {
      if keys[slot] == 0 { return nil }
      slot = slot + 1 == keys.count ? 0 : slot + 1
    }
    return slot
  }

  @inline(__always) func contains(_ form: PackedForm) -> Bool { place(of: form) != nil }

  @inline(__always) subscript(form: PackedForm) -> Value? {
    guard let place = place(of: form) else { return nil }
    return values[place]
  }
}

extension PackedTable: ExpressibleByArrayLiteral where Value == Void {
  init(arrayLiteral forms: PackedForm...) {
    self.init(forms.map { ($0, ()) })
  }
}
