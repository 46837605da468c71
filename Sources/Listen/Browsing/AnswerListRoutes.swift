import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// The list of all answers, for people.
struct AnswerListRoutes: Sendable {
  let store: AnswerListStore
  let scope: AnswerScopeDirectory
  let views: SavedViewStore
  let business: BusinessDirectory
  let frame: Frame

  var routes: [Route] { [.get(AnswerListRequest.path, .may(.readAnswers), show)] }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    guard let person = context.person else { throw Problem.forbidden }
    let fields = try request.queryFields
    let asked = AnswerListRequest(fields)
    let saved = try await views.all(of: person.account, on: .answers)
    let own = fields.fields.filter { $0.name != "lang" }
    if own.isEmpty, let home = saved.first(where: \.isHome) {
      return .redirect(to: home.href(on: .answers), type: .normal)
    }
    let scope = try await scope.current()
    let page = try await store.page(
      of: asked.filter,
      in: scope,
      from: asked.start,
      rows: AnswerListRequest.rowsPerPage,
      countsAll: asked.countsAll
    )
    let business = try await business.current()
    let words = AnswerWords(context.language, zone: business.zone, calendar: business.calendar)
    let list = SavedViewList(
      saved,
      on: .answers,
      showing: asked.query,
      askedWith: fields,
      csrf: context.csrf,
      in: context.language
    )
    let shown = AnswerListPage.Shown(
      request: asked,
      page: page,
      scope: scope,
      mayHandle: person.role.permissions.contains(.writeAnswers),
      mayExport: person.role.permissions.contains(.exportData),
      csrf: context.csrf,
      notice: Self.notice(fields, words),
      views: list.html
    )
    return try await frame.response(
      words.words["frame.answers"],
      current: "answers",
      stylesheets: [AnswerLook.styles],
      scripts: [AnswerLook.script],
      body: AnswerListPage(shown, words).html,
      to: request,
      context
    )
  }

  /// What the form before this page did.
  private static func notice(_ fields: FormFields, _ words: AnswerWords) -> String? {
    guard let count = fields["changed"].flatMap({ Int($0) }),
      (0...Limits.bulkAnswersMax).contains(count)
    else {
      return nil
    }
    return words.words.plural("answers.changed", count)
  }
}

extension Limits {
  /// Answers whose state is set at once.
  package static let bulkAnswersMax = 200
}
