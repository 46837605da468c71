/// A survey ready to use, complete in every language.
package enum SurveyTemplate: String, CaseIterable, Hashable, Sendable {
  /// How the whole relation stands, asked now and then of everybody.
  case relationalNPS = "relational_nps"

  /// How content someone is with one purchase.
  case afterPurchaseCSAT = "after_purchase_csat"

  /// How easy it was to get help.
  case effortAfterService = "effort_after_service"

  /// What someone makes of us when they meet us first.
  case firstVisit = "first_visit"

  package var name: String { rawValue }

  /// The definition as an author would have written it.
  package var text: String {
    switch self {
    case .relationalNPS: Assets.relational_nps_json
    case .afterPurchaseCSAT: Assets.after_purchase_csat_json
    case .effortAfterService: Assets.effort_after_service_json
    case .firstVisit: Assets.first_visit_json
    }
  }

  /// A template that its own rules refuse is a programming mistake, which a test finds first.
  package var definition: SurveyDefinition {
    do { return try SurveyDefinition.parse(bytes: Array(text.utf8)) } catch {
      preconditionFailure("template \(name) is refused:\n\(error)")
    }
  }
}
