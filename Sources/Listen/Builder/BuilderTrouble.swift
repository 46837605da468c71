/// What the builder says of what was asked: why it was not done, with what was typed.
struct BuilderTrouble: Sendable {
  var faults: [BuilderFault] = []
  var stale: StaleDraft?
  var refusal: DefinitionRefusal?
  var typed: Typed?
  var told: Told?

  /// What was done, in the catalogue below `builder.`.
  enum Told: String, CaseIterable, Sendable { case undone, redone }

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
