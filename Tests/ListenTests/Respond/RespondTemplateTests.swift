import Access
import Kernel
import Testing
import Web

@testable import Listen

/// The engine prints nothing for a name it does not find; so each is looked for here.
struct RespondTemplateTests {
  static let templates = [
    Templates.respond, Templates.respond_thanks, Templates.respond_notice,
  ]

  @Test(arguments: Language.allCases)
  func `every word in a template is in the catalogue`(language: Language) {
    let words = Catalogue.of(language).section("respond")
    for template in Self.templates {
      for match in template.matches(of: /\{\{t\.([a-z_]+)\}\}/) {
        #expect(words[String(match.output.1)]?.isEmpty == false, "\(match.output.0)")
      }
    }
  }

  @Test func `every name in a template is a stored property of its page`() throws {
    let version = SurveySamples.version
    let visit = RespondVisit(
      survey: version.definition,
      language: .persian,
      link: RespondLink(token: "t", query: "touchpoint=a"),
      asker: RespondAsker(Business(name: "Toranj"))
    )
    let refused = SubmissionSamples.form([("a.recommend", "99")])
    guard case .failure(let refusal) = refused else { return #expect(Bool(false), "taken") }
    let form = RespondForm.sent(
      [FormField(name: "touchpoint", value: "a")],
      at: SubmissionSamples.received
    )
    expect(
      Templates.respond,
      prints: RespondPage(version, visit, form: form, faults: refusal.faults, notice: "n")
    )
    expect(Templates.respond_thanks, prints: RespondThanksPage(visit))
    expect(Templates.respond_notice, prints: RespondNoticePage.closed(visit))
  }

  private func expect(_ template: String, prints page: Any) {
    var names: Set<String> = ["t"]
    collect(page, into: &names)
    for match in template.matches(of: /\{\{[#^\/]?([A-Za-z]+)(?:\.[a-z_]+)?\}\}/) {
      #expect(names.contains(String(match.output.1)), "\(match.output.0)")
    }
  }

  /// The names of all stored properties, however deep; whether one is set does not matter.
  private func collect(_ value: Any, into names: inout Set<String>) {
    for child in Mirror(reflecting: value).children {
      if let label = child.label, label != "some" { names.insert(label) }
      if !(child.value is String), !(child.value is [String: String]) {
        collect(child.value, into: &names)
      }
    }
  }
}
