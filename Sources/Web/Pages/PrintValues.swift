import Mustache

/// What a page holds, looked up by name: its stored properties, read once.
///
/// Mustache by itself reflects upon a value for every name it meets and walks all its properties
/// each time; a table of some hundred rows took most of a page's time.
struct PrintValues: MustacheParent {
  private let values: [String: Any]

  init(_ page: Any) {
    var values: [String: Any] = [:]
    for child in Mirror(reflecting: page).children {
      guard let name = child.label, let value = Self.read(child.value) else { continue }
      values[name] = value
    }
    self.values = values
  }

  func child(named name: String) -> Any? { values[name] }

  /// Nil for nothing; texts, numbers and truths as they are, the rest read through.
  private static func read(_ value: Any) -> Any? {
    switch value {
    case let text as String: return text
    case let truth as Bool: return truth
    case let words as [String: String]: return words
    case let number as any BinaryInteger: return number
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { read($0.value) }
    case .collection: return mirror.children.compactMap { read($0.value) }
    case .struct: return PrintValues(value)
    default: return value
    }
  }
}
