package import Access
package import Kernel
import Mustache
import Web

/// The line above every page that says: this company is made up.
package struct DemoNotice: Sendable {
  package let html: String

  package init(for person: Identity.Person, in language: Language) {
    html =
      DemoNoticePage(
        t: Catalogue.of(language).section("demo"),
        csrf: person.csrf,
        mayRemove: person.role.permissions.contains(.manageSurveys)
      ).html
  }
}

struct DemoNoticePage: Page {
  static let template = MustacheTemplate(embedded: Templates.demo_notice)

  let t: [String: String]
  let csrf: String
  let mayRemove: Bool
}
