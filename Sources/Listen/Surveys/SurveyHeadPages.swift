import Kernel
import Mustache
import Web

/// The top of every page about one survey: its name, its state, and the ways between its pages.
struct SurveyHead: Page {
  static let template = MustacheTemplate(embedded: Templates.survey_head)

  let t: [String: String]
  let name: String
  let state: String
  let tone: String
  let lead: String
  let tabs: [Tab]

  /// Buttons beside the name, HTML.
  let actions: String

  struct Tab: Sendable {
    let text: String
    let href: String
    let isCurrent: Bool
  }

  enum Place: String, CaseIterable, Sendable { case edit, share, versions, answers }

  init(
    _ survey: Survey,
    lead: String,
    at place: Place,
    mayManage: Bool,
    actions: String = "",
    _ words: Catalogue
  ) {
    t = words.section("surveys")
    name = survey.name
    state = words["surveys.state.\(survey.state.rawValue)"]
    tone = survey.state == .open ? "good" : ""
    self.lead = lead
    self.actions = actions
    let path = SurveyPath(survey.token)
    let hrefs = [path.edit, path.share, path.versions, path.answers]
    tabs = zip(Place.allCases, hrefs).filter { mayManage || $0.0 != .edit }.map { tab, href in
      Tab(text: words["surveys.tab.\(tab.rawValue)"], href: href, isCurrent: tab == place)
    }
  }
}
