import Kernel

extension ImportFault.Wording {
  private static let gapNames = ["cell", "low", "high", "limit"]

  /// As kept beside a refusal: `{"code": "off_scale", "cell": "40", "low": "0", "high": "10"}`.
  var json: String {
    var object: JSONObject = [:]
    for (name, value) in gaps { object[name] = .string(value) }
    object["code"] = .string(code.rawValue)
    return JSON.object(object).serialized()
  }

  /// Nil for what an older or newer version wrote, which is then said in general words.
  init?(json text: String) {
    guard let kept = try? JSON.parse(text), case .string(let name)? = kept["code"],
      let code = AnswerFault.Code(rawValue: name)
    else { return nil }
    self.code = code
    gaps = Self.gapNames.reduce(into: [:]) { gaps, gap in
      if case .string(let value)? = kept[gap] { gaps[gap] = value }
    }
  }
}
