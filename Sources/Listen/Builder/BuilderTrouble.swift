/// Why the builder did not do what was asked, with what was typed.
struct BuilderTrouble: Sendable {
  var faults: [BuilderFault] = []
  var stale: StaleDraft?
  var refusal: DefinitionRefusal?
  var typed: Typed?

  /// What a form held, shown again instead of what is kept.
  enum Typed: Sendable {
    case survey(SurveyDefinition)
    case question(Question)
  }

  static let none = BuilderTrouble()

  static func stale(_ stale: StaleDraft) -> BuilderTrouble { BuilderTrouble(stale: stale) }

  static func refused(_ refusal: DefinitionRefusal) -> BuilderTrouble {
    BuilderTrouble(refusal: refusal)
  }

  var isNone: Bool { faults.isEmpty && stale == nil && refusal == nil }
}
