private import Foundation

/// The file in which a business keeps its themes.
///
/// JSON, as
/// ```json
/// {
///   "sector": "telecom",
///   "leave_out": ["contract"],
///   "themes": [
///     {"id": "speed", "names": {"vi": "Mạng nhanh chậm"}},
///     {"id": "shops", "names": "Our shops",
///      "words": {"en": ["shop*", "high street"], "vi": ["cửa hàng"]},
///      "examples": {"about": ["The girl at the counter knew it all"], "not_about": []}}
///   ]
/// }
/// ```
/// With a `sector` it begins from that starter set: a theme with the id of one there changes what
/// it gives, by language, and keeps the rest; others come after. `names` may be one text, which
/// then serves in every language, and `words` a plain list.
public enum ThemeSetFile {
  /// The longest file that is read.
  public static let bytesMost = 8 << 20
  /// The most themes in a set.
  public static let themesMost = 200
  /// The most words and phrases of a theme, over all languages.
  public static let wordsMost = 500
  /// The most examples of a theme, of either kind.
  public static let examplesMost = 10_000
  /// The longest id.
  public static let idLettersMost = 64

  /// Reads a file.
  ///
  /// - Throws: a ``ThemeSetRefusal`` that names the place.
  public static func decode(_ file: [UInt8]) throws(ThemeSetRefusal) -> ThemeSet {
    guard file.count <= bytesMost else {
      throw ThemeSetRefusal(place: "", problem: .tooLong(bytes: file.count))
    }
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(file), options: [.fragmentsAllowed])
    } catch {
      throw ThemeSetRefusal(place: "", problem: .notJSON)
    }
    return try ThemeSetReading(JSONPlace(value, "")).themeSet()
  }

  /// Writes a set as a file, whole: its starter set is not begun from again.
  public static func encode(_ set: ThemeSet) -> [UInt8] {
    let file = ["themes": set.themes.map(object)]
    let options: JSONSerialization.WritingOptions = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    // Text in lists and dictionaries is always valid JSON.
    let data = try? JSONSerialization.data(withJSONObject: file, options: options)
    return (data.map { Array($0) } ?? []) + [0x0A]
  }

  private static func object(_ theme: Theme) -> [String: Any] {
    var object: [String: Any] = ["id": theme.id]
    object["names"] = byKey(theme.names)
    if !theme.words.isEmpty { object["words"] = byKey(theme.words) }
    if !theme.examples.isEmpty { object["examples"] = byKey(theme.examples) }
    return object
  }

  private static func byKey<Key: RawRepresentable, Value>(
    _ values: [Key: Value]
  ) -> [String: Value] where Key.RawValue == String {
    Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
  }
}

/// A value in a JSON file, and the way to it.
struct JSONPlace {
  private let value: Any
  let place: String

  init(_ value: Any, _ place: String) {
    self.value = value
    self.place = place
  }

  func refusal(_ problem: ThemeSetRefusal.Problem) -> ThemeSetRefusal {
    ThemeSetRefusal(place: place, problem: problem)
  }

  var isText: Bool { value is String }
  var isList: Bool { value is [Any] }

  func text() throws(ThemeSetRefusal) -> String {
    guard let text = value as? String else { throw refusal(.not("text")) }
    return text
  }

  func list() throws(ThemeSetRefusal) -> [JSONPlace] {
    guard let list = value as? [Any] else { throw refusal(.not("a list")) }
    return list.enumerated().map { JSONPlace($1, "\(place)[\($0)]") }
  }

  /// By key, all of them known.
  func object(known: [String]) throws(ThemeSetRefusal) -> [String: JSONPlace] {
    guard let object = value as? [String: Any] else { throw refusal(.not("an object")) }
    var places: [String: JSONPlace] = [:]
    for key in object.keys.sorted() {
      let there = JSONPlace(object[key] ?? "", place.isEmpty ? key : "\(place).\(key)")
      guard known.contains(key) else { throw there.refusal(.unknownKey(known: known)) }
      places[key] = there
    }
    return places
  }

  func count(_ what: String, _ list: Int, most: Int) throws(ThemeSetRefusal) {
    guard list <= most else { throw refusal(.tooMany(what, count: list, most: most)) }
  }
}
