import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// The business's own words for respondents, among the settings.
struct TextRoutes: Sendable {
  let business: BusinessDirectory
  let clock: BusinessClock
  let frame: Frame

  static let path = "/settings/texts"
  static let tab = SettingsTab("texts", path, for: .manageBusiness)

  static func path(in language: Language) -> String { "\(path)?in=\(language.rawValue)" }

  var routes: [Route] {
    [
      .get(Self.path, .may(.manageBusiness), show),
      .post(Self.path, .may(.manageBusiness), save),
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let known = try await business.current()
    let language = Self.language(of: request, or: known.language)
    let form = TextForm(known.texts.own[language] ?? [:])
    return try await page(form, language, known.texts, to: request, context)
  }

  private func save(_ request: Request, _ context: Context) async throws -> Response {
    guard let actor = context.identity?.actor else { throw Problem.forbidden }
    let known = try await business.current()
    let language = Self.language(of: request, or: known.language)
    let fields = try await request.form()
    let form = TextForm { fields[$0] }
    guard !form.hasTrouble else {
      return try await page(
        form,
        language,
        known.texts,
        to: request,
        context,
        status: .unprocessableContent
      )
    }
    try await business.set(form.words, in: language, by: actor, at: clock.now())
    let notice = SettingsNotice.saved.rawValue
    return .redirect(to: "\(Self.path(in: language))&notice=\(notice)", type: .normal)
  }

  private static func language(of request: Request, or own: Language) -> Language {
    request.uri.queryParameters["in"].flatMap { Language(rawValue: String($0)) } ?? own
  }

  private func page(
    _ form: TextForm,
    _ language: Language,
    _ known: BusinessTexts,
    to request: Request,
    _ context: Context,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let page = TextPage(form, language, known: known, csrf: context.csrf, in: context.language)
    return try await frame.settings(
      page.title,
      tab: "texts",
      body: page.html,
      to: request,
      context,
      status: status
    )
  }
}
