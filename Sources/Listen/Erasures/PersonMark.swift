/// By what a person is known again from answer to answer: a customer's number, an address.
struct PersonMark: Hashable, Sendable {
  /// An attribute's name, or `external_id` for the sender's own number of an answer.
  let name: String
  let value: String

  static let externalID = "external_id"

  /// The one that erases by default comes first.
  static func all(of context: AnswerContext, sendersID: String?) -> [PersonMark] {
    let attributes = context.attributes.filter { $0.role == .detail || names($0.name) }
    let marks = attributes.map { PersonMark(name: $0.name, value: $0.value) }
    return marks.filter { names($0.name) } + marks.filter { !names($0.name) }
      + (sendersID.map { [PersonMark(name: externalID, value: $0)] } ?? [])
  }

  /// Whether an attribute of this name says who somebody is.
  private static func names(_ attribute: String) -> Bool {
    let words = attribute.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.contains { people.contains(String($0)) }
  }

  /// As people who set up surveys name such things, in our three languages.
  private static let people: Set<String> = [
    "account", "client", "contact", "customer", "email", "guest", "mail", "member", "mobile",
    "passport", "patient", "person", "phone", "respondent", "student", "tel", "telephone", "user",
    "khach", "dienthoai", "sdt", "cccd", "cmnd", "moshtari", "bimar", "مشتری", "ایمیل", "تلفن",
    "همراه", "بیمار", "عضو",
  ]

  /// Whether an answer's attributes, as they are stored, hold it.
  func isHeld(by context: AnswerContext) -> Bool {
    guard let held = context[attribute: name] else { return false }
    return isAddress ? held.lowercased() == value.lowercased() : held == value
  }

  /// Letters of an address are the same in both cases.
  private var isAddress: Bool { value.contains("@") }
}

extension AnswerDetail {
  var personMarks: [PersonMark] { PersonMark.all(of: context, sendersID: sendersID) }
}
