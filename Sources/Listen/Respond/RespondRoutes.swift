import Access
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Web

/// The respondent's pages: the questions, the plain form that browsers without scripts send, and
/// the thanks.
struct RespondRoutes: Sendable {
  let directory: SurveyDirectory
  let recorder: AnswerRecorder
  let answers: AnswerStore
  let clock: BusinessClock

  /// Who asks, as respondents know them.
  let business: BusinessDirectory

  var routes: [Route] {
    [
      .get("/s/{token}", .anyone, show),
      .post("/s/{token}", .anyone, take),
      .get("/s/{token}/thanks", .anyone, thank),
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let survey = try await directory.latest(token) else {
      return unknown(token, request, context)
    }
    let visit = visit(to: survey, request)
    guard survey.isOpen(at: clock.now()) else { return closed(visit, request) }
    let query = Self.fields(of: request.uri.query)
    let form = RespondForm.empty(query: query.forListening, at: clock.now())
    return answer(RespondPage(survey.version, visit, form: form).document, request)
  }

  private func thank(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let survey = try await directory.open(token) else {
      return unknown(token, request, context)
    }
    return answer(RespondThanksPage(visit(to: survey, request)).document, request)
  }

  private func take(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    let now = clock.now()
    let form = RespondForm.sent(try await request.form().forListening, at: now)
    guard let current = try await directory.open(token) else {
      return unknown(token, request, context)
    }
    var survey = current
    do {
      survey = try await asked(by: form, of: current, at: now)
      let submission = try Submission.parse(
        form: form.answered(at: now),
        for: survey.version,
        received: now
      )
      try await save(submission, to: survey, form)
      let visit = visit(to: survey, request)
      return .redirect(to: visit.link.thanks(in: visit.language), type: .normal)
    } catch let refusal as AnswerRefusal {
      let visit = visit(to: survey, request)
      let page = RespondPage(survey.version, visit, form: form, faults: refusal.faults)
      return answer(page.document, request, status: .unprocessableContent)
    } catch RecordingRefusal.surveyClosed {
      _ = try? await directory.refresh(token)
      return closed(visit(to: survey, request), request)
    } catch {
      context.logger.error("an answer was not saved", metadata: ["reason": "\(error)"])
      return notSaved(form, survey, request)
    }
  }

  /// The version that the form showed; whether it is open, the current one decides.
  private func asked(
    by form: RespondForm,
    of current: OpenSurvey,
    at now: Instant
  ) async throws -> OpenSurvey {
    let token = current.survey.token
    if !current.isOpen(at: now) {
      // Memory may say closed while someone reopened it elsewhere: look again before refusing.
      guard let again = try await directory.refresh(token), again.isOpen(at: now) else {
        throw RecordingRefusal.surveyClosed
      }
    }
    let version = Submission.version(askedBy: form.fields) ?? current.version.number
    return try await directory.open(token, version: version) ?? current
  }

  /// Records a form; sent twice it counts once, and sent again with other answers it is changed.
  private func save(
    _ submission: Submission,
    to survey: OpenSurvey,
    _ form: RespondForm
  ) async throws {
    var patience = 20
    while true {
      do {
        _ = try await recorder.record(submission, to: survey, key: form.key)
        return
      } catch RecordingRefusal.keyInFlight where patience > 0 {
        // The first of two taps is on its way to disk; the second waits for it.
        patience -= 1
        try await Task.sleep(for: .milliseconds(100))
      } catch RecordingRefusal.keyReused {
        // Somebody went back in the browser, changed an answer and sent the same page again.
        try await answers.replace(by: submission, firstSentUnder: form.key, of: survey)
        return
      } catch RecordingRefusal.externalIDKnown {
        return
      }
    }
  }
}

// MARK: - What is shown

extension RespondRoutes {
  private func visit(to survey: OpenSurvey, _ request: Request) -> RespondVisit {
    let definition = survey.version.definition
    return RespondVisit(
      survey: definition,
      language: Self.language(of: request, among: definition),
      link: RespondLink(token: survey.survey.token, query: request.uri.query),
      asker: asker
    )
  }

  private var asker: RespondAsker { RespondAsker(business.remembered) }

  /// By the link, then by the browser, then the survey's own.
  private static func language(
    of request: Request,
    among definition: SurveyDefinition
  ) -> Language {
    let picked = fields(of: request.uri.query)["lang"].flatMap { Language(tag: $0) }
    if let picked, definition.languages.contains(picked) { return picked }
    let wished = request.headers[.acceptLanguage].flatMap {
      Language.preferred(by: $0, among: definition.languages)
    }
    return wished ?? definition.defaultLanguage
  }

  /// The fields of a link. What is broken in it is left out: whoever follows it cannot repair it.
  private static func fields(of query: String?) -> FormFields {
    let pairs = (query ?? "").utf8.split(separator: UInt8(ascii: "&"))
    return FormFields(pairs.flatMap { FormFields(urlEncoded: $0)?.fields ?? [] })
  }

  private func notSaved(
    _ form: RespondForm,
    _ survey: OpenSurvey,
    _ request: Request
  ) -> Response {
    let visit = visit(to: survey, request)
    let page = RespondPage(
      survey.version,
      visit,
      form: form,
      notice: visit.words["respond.not_saved"]
    )
    return answer(
      page.document,
      request,
      status: .serviceUnavailable,
      headers: [.retryAfter: String(Problem.unavailable.retryAfter ?? 5)]
    )
  }

  private func closed(_ visit: RespondVisit, _ request: Request) -> Response {
    answer(RespondNoticePage.closed(visit).document, request, status: .gone)
  }

  private func unknown(_ token: String, _ request: Request, _ context: Context) -> Response {
    let link = RespondLink(token: token, query: request.uri.query)
    let page = RespondNoticePage.unknown(in: context.language, asker, link)
    return answer(page.document, request, status: .notFound)
  }

  /// No search engine lists a survey: whoever finds it there was never asked.
  private func answer(
    _ document: Document,
    _ request: Request,
    status: HTTPResponse.Status = .ok,
    headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[Self.robots] = "noindex, nofollow"
    return document.response(to: request, status: status, headers: headers)
  }

  private static let robots: HTTPField.Name = {
    guard let name = HTTPField.Name("X-Robots-Tag") else {
      preconditionFailure("a header's name must be a token")
    }
    return name
  }()
}
