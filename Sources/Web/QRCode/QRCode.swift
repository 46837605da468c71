import CQRCode

/// A text as a square that phones read: byte mode in UTF-8, error correction M (15 % may be lost).
package struct QRCode: Hashable, Sendable {
  /// Modules along one side, 21…177, the quiet zone not counted.
  package let side: Int

  /// Row by row from the upper left; true is dark.
  package let modules: [Bool]

  /// Nil when the text is empty or longer than the largest code holds, 2,331 bytes.
  package init?(of text: String) {
    let bytes = Array(text.utf8)
    // The size is the smallest that holds the bytes; null is the library's word for "too long".
    guard let code = unsafe QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { unsafe QRcode_free(code) }
    side = unsafe Int(code.pointee.width)
    // The lowest bit is the colour; the others say what part of the code a module belongs to.
    modules = unsafe UnsafeBufferPointer(start: code.pointee.data, count: side * side)
      .map { $0 & 1 == 1 }
  }

  package func isDark(row: Int, column: Int) -> Bool { modules[row * side + column] }

  /// Light modules that readers need around the code.
  package static let quietZone = 4

  /// A picture of its own, in a page or saved as a file: black on white in dark pages too, for many
  /// readers do not know an inverted code.
  ///
  /// - Parameter title: what a screen reader says, such as "QR code of the survey's link".
  package func svg(title: String) -> String {
    let size = side + 2 * Self.quietZone
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 \(size) \(size)" \
      role="img" shape-rendering="crispEdges"><title>\(HTMLText.escaped(title))</title>\
      <path fill="#fff" d="M0 0h\(size)v\(size)h-\(size)z"/><path d="\(outline)"/></svg>
      """
  }

  /// Nil when the text is empty or too long, as for `init(of:)`.
  package static func svg(of text: String, title: String) -> String? {
    QRCode(of: text)?.svg(title: title)
  }

  /// One path for all dark modules, so that no hair of light shows between neighbours.
  private var outline: String {
    (0..<side).map { row in
      runs(inRow: row).map { run in
        """
        M\(run.lowerBound + Self.quietZone) \(row + Self.quietZone)\
        h\(run.count)v1h-\(run.count)z
        """
      }.joined()
    }.joined()
  }

  private func runs(inRow row: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for column in 0..<side where isDark(row: row, column: column) {
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs
  }
}
