import Kernel
import Mustache
import Web

/// A survey's versions, what each changed for the people who answer, and what may be done to it.
struct VersionPage: Page {
  static let template = MustacheTemplate(embedded: Templates.versions)

  let t: [String: String]
  let head: String
  let csrf: String
  let mayManage: Bool
  let isOpen: Bool
  let isClosed: Bool
  let closure: String
  let copies: String
  let copyToken: String
  let pending: Entry?
  let versions: [Entry]
  let isUnpublished: Bool

  struct Entry: Sendable {
    let title: String
    let day: String?
    let isCurrent: Bool
    let isFirst: Bool
    let lines: String
    let isEmpty: Bool
  }

  /// - Parameter versions: the newest first.
  init(
    _ draft: SurveyDraft,
    _ versions: [PublishedVersion],
    mayManage: Bool,
    csrf: String,
    dayText: (Instant) -> String,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = words.section("versions")
    self.csrf = csrf
    self.mayManage = mayManage
    isOpen = draft.survey.state == .open
    isClosed = draft.survey.state == .closed
    isUnpublished = versions.isEmpty
    let path = SurveyPath(draft.survey.token)
    closure = "\(path.root)/closure"
    copies = "\(path.root)/copies"
    copyToken = PublicToken.make()
    head =
      SurveyHead(
        draft.survey,
        lead: versions.isEmpty
          ? words["versions.none"] : words.plural("versions.lead", versions.count),
        at: .versions,
        mayManage: mayManage,
        words
      ).html
    pending =
      mayManage && !draft.isPublished && draft.published != nil
      ? Entry(
        title: words["versions.pending"],
        from: draft.published,
        to: draft.definition,
        in: language
      ) : nil
    self.versions = versions.enumerated().map { index, published in
      let before = versions.indices.contains(index + 1) ? versions[index + 1] : nil
      return Entry(
        title: words.text(
          "versions.version",
          ["n": NumberText.integer(published.version.number, in: language)]
        ),
        day: dayText(published.publishedAt),
        isCurrent: published.version.number == draft.survey.version,
        from: before?.version.definition,
        to: published.version.definition,
        in: language
      )
    }
  }
}

extension VersionPage.Entry {
  fileprivate init(
    title: String,
    day: String? = nil,
    isCurrent: Bool = false,
    from old: SurveyDefinition?,
    to new: SurveyDefinition,
    in language: Language
  ) {
    self.title = title
    self.day = day
    self.isCurrent = isCurrent
    isFirst = old == nil
    let differences = old.map { VersionDifference.all(from: $0, to: new) } ?? []
    isEmpty = old != nil && differences.isEmpty
    lines =
      differences.isEmpty
      ? ""
      : DifferenceLines(DifferenceLine.all(differences, from: old, to: new, in: language)).html
  }
}
