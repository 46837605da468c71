import Kernel

/// The plain form of the respondent's page: empty, or as it was sent.
struct RespondForm: Sendable {
  /// Everything sent, our own fields included.
  let fields: [FormField]

  /// Names this filling-in of the form, so that it counts once however often it is sent.
  let submission: String

  /// When the page was shown first, by our clock.
  let opened: Instant

  /// - Parameter query: what came along with the link; never answers.
  static func empty(query: [FormField], at now: Instant) -> RespondForm {
    RespondForm(
      fields: query.filter { !$0.name.hasPrefix("a.") },
      submission: PublicToken.make(),
      opened: now
    )
  }

  /// A form that was sent; what it does not say, or says wrongly, is filled in.
  static func sent(_ fields: [FormField], at now: Instant) -> RespondForm {
    let name = fields.first { $0.name == "form.submission" }?.value ?? ""
    let opened = fields.first { $0.name == "form.opened" }
      .flatMap { WholeNumber.parse($0.value) }
      .map { Instant(milliseconds: Int64($0)) }
    return RespondForm(
      fields: fields,
      submission: (8...64).contains(name.utf8.count) ? name : PublicToken.make(),
      opened: opened.flatMap { $0 <= now ? $0 : nil } ?? now
    )
  }

  /// The fields with the time it took, as far as our clock can tell.
  func answered(at now: Instant) -> [FormField] {
    guard opened < now, !fields.contains(where: { $0.name == "elapsed_ms" }) else { return fields }
    let elapsed = now.milliseconds - opened.milliseconds
    return fields + [FormField(name: "elapsed_ms", value: String(elapsed))]
  }

  /// The same form again has the same key and body; the same page with other answers another body.
  var key: IdempotencyKey {
    var body: [UInt8] = []
    for field in fields { body += Array(field.name.utf8) + [0] + Array(field.value.utf8) + [0] }
    return IdempotencyKey(text: "form \(submission)", body: body)
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// What was picked or typed for a question.
  func values(for question: String) -> [String] {
    fields.filter { $0.name == "a.\(question)" }.map(\.value)
  }

  func otherWords(for question: String) -> String { self["a.\(question).other"] ?? "" }
}
