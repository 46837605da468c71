import Kernel
import Testing
import Web

@testable import Access

struct TemplateTests {
  static let templates = [
    Templates.threshold, Templates.sign_in, Templates.set_up, Templates.set_up_spent,
    Templates.account, Templates.refusal,
  ]

  @Test(arguments: Language.allCases)
  func `every word in a template is in the catalogue`(language: Language) {
    let words = AccessWords.of(language)
    for template in Self.templates {
      for match in template.matches(of: /\{\{t\.([a-z_]+)\}\}/) {
        #expect(words[String(match.output.1)]?.isEmpty == false, "\(match.output.0)")
      }
    }
  }

  @Test func `every name in a template is a stored property of its page`() {
    let person = Identity.Person(
      account: Account.ID(rawValue: 1),
      name: "Lan",
      email: "lan@toranj.example",
      role: .owner,
      session: Session.ID(rawValue: 1),
      csrf: "c"
    )
    let session = Session(
      id: Session.ID(rawValue: 2),
      account: person.account,
      createdAt: .now(),
      lastSeenAt: .now(),
      address: "192.0.2.1",
      browser: Browser(userAgent: nil)
    )
    let kept = KeptForm(carriedBy: FormFields([.init(name: "kept_path", value: "/")]))
    expect(Templates.sign_in, prints: SignInPage(.english, then: "/", kept: kept))
    expect(Templates.set_up, prints: SetUpPage(.english, action: "/setup/x"))
    expect(Templates.set_up_spent, prints: SetUpSpentPage(.english))
    expect(Templates.refusal, prints: RefusalPage(.notFound, in: .english))
    expect(Templates.threshold, prints: ThresholdPage("T", in: .english, at: "/", form: ""))
    expect(
      Templates.account,
      prints: AccountPage(person, [session], in: .english, at: .now())
    )
  }

  /// - Parameter page: lists in it must hold an element, whose names count as well.
  private func expect(_ template: String, prints page: Any) {
    var names: Set<String> = ["."]
    for child in Mirror(reflecting: page).children {
      if let label = child.label { names.insert(label) }
      let element = Mirror(reflecting: child.value).children.first?.value
      if let element, Mirror(reflecting: child.value).displayStyle == .collection {
        names.formUnion(Mirror(reflecting: element).children.compactMap(\.label))
      }
    }
    for match in template.matches(of: /\{\{\{?[#^\/]?([A-Za-z.]+)(?:\.[a-z_]+)?\}\}/) {
      let name = String(match.output.1.prefix { $0 != "." })
      #expect(name.isEmpty || names.contains(name), "\(match.output.0)")
    }
  }
}
