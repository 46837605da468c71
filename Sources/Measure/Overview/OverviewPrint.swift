/// A printed overview in two parts, with room between them for a person's own views: all else is
/// the same for everybody who asks.
struct OverviewPrint: Sendable {
  /// Stands in the template where the views go.
  private static let mark = "<!--views-->"

  private let before: String
  private let after: String

  /// - Parameter html: a page that has the mark once.
  init(_ html: String) {
    let bytes = html.utf8
    var place = bytes.startIndex
    while let found = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[found...].starts(with: Self.mark.utf8) {
        before = String(html[..<found])
        after = String(html[bytes.index(found, offsetBy: Self.mark.utf8.count)...])
        return
      }
      place = bytes.index(after: found)
    }
    preconditionFailure("the overview's template lost its mark for saved views")
  }

  func html(with views: String) -> String { before + views + after }
}
