import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// The builder: a draft's texts, its questions, their order, and publishing.
struct BuilderRoutes: Sendable {
  let drafts: DraftStore
  let directory: SurveyDirectory
  let clock: BusinessClock
  let frame: Frame

  var routes: [Route] {
    [
      .get("/surveys/{token}/edit", .may(.manageSurveys), show),
      .post("/surveys/{token}/texts", .may(.manageSurveys), saveTexts),
      .post("/surveys/{token}/questions", .may(.manageSurveys), changeList),
      .post("/surveys/{token}/questions/{key}", .may(.manageSurveys), saveQuestion),
      .post("/surveys/{token}/publication", .may(.manageSurveys), publish),
      .post("/surveys/{token}/reversal", .may(.manageSurveys), turnBack),
    ]
  }

  /// A form's fields, the draft it is about, and what its author looked at.
  private struct Sent {
    let draft: SurveyDraft
    let fields: [FormField]
    let base: Int
    var view: BuilderView

    var path: SurveyPath { SurveyPath(draft.survey.token) }

    func field(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let draft = try await draft(context)
    let fields = try request.queryFields.forListening
    let view = BuilderView(fields, of: draft.definition, for: context.language)
    let told = fields.first { $0.name == "told" }
      .flatMap { BuilderTrouble.Told(rawValue: $0.value) }
    return try await page(draft, view, BuilderTrouble(told: told), request, context)
  }

  private func saveTexts(_ request: Request, _ context: Context) async throws -> Response {
    var sent = try await sent(request, context)
    sent.view.part = .survey
    let typed = SurveyForm(sent.fields, of: sent.draft.definition)
    let trouble = BuilderTrouble(faults: typed.faults, typed: .survey(typed.definition))
    guard typed.faults.isEmpty else {
      return try await page(sent.draft, sent.view, trouble, request, context)
    }
    return try await save(sent, trouble, request, context) { [fields = sent.fields] in
      SurveyForm.put(fields, into: &$0)
    }
  }

  private func saveQuestion(_ request: Request, _ context: Context) async throws -> Response {
    var sent = try await sent(request, context)
    let key = try context.parameters.require("key")
    guard Question.isKey(key) else { throw Problem.notFound }
    sent.view.part = .question(key)
    if sent.field("do") == "remove" {
      return try await apply(.remove(key), to: sent, request, context)
    }
    let definition = sent.draft.definition
    let typed = QuestionForm(
      sent.fields,
      of: definition.question(key),
      key: key,
      in: definition
    )
    let trouble = BuilderTrouble(faults: typed.faults, typed: .question(typed.question))
    guard typed.faults.isEmpty else {
      return try await page(sent.draft, sent.view, trouble, request, context)
    }
    return try await save(sent, trouble, request, context) { [fields = sent.fields] in
      $0.put(QuestionForm(fields, of: $0.question(key), key: key, in: $0).question)
    }
  }

  private func changeList(_ request: Request, _ context: Context) async throws -> Response {
    let sent = try await sent(request, context)
    guard let wish = QuestionWish(sent.field("do"), in: sent.draft.definition) else {
      return .redirect(to: sent.view.href(sent.path), type: .normal)
    }
    return try await apply(wish, to: sent, request, context)
  }

  private func apply(
    _ wish: QuestionWish,
    to sent: Sent,
    _ request: Request,
    _ context: Context
  ) async throws -> Response {
    let kinds = try await drafts.kinds(of: sent.draft.survey.id)
    var sent = sent
    var definition = sent.draft.definition
    let next = wish.apply(to: &definition, keeping: kinds)
    sent.view.part = next.map { .question($0) } ?? .survey
    return try await save(sent, .none, request, context) {
      wish.apply(to: &$0, keeping: kinds)
    }
  }

  /// Takes the last change back, or what was taken back.
  private func turnBack(_ request: Request, _ context: Context) async throws -> Response {
    var sent = try await sent(request, context)
    let isRedo = sent.field("do") == "redo"
    let now = clock.now()
    let turn = isRedo ? drafts.redo : drafts.undo
    do {
      let turned = try await turn(
        sent.draft.survey.token,
        sent.base,
        context.person?.name,
        now,
        context.note("survey.edited", at: now)
      )
      guard let turned else { throw Problem.notFound }
      sent.view.part = turned.definition.part(changedFrom: sent.draft.definition, sent.view.part)
    } catch let stale as StaleDraft {
      return try await page(stale.current, sent.view, .stale(stale), request, context)
    }
    return .redirect(
      to: sent.view.href(sent.path) + "&told=\(isRedo ? "redone" : "undone")",
      type: .normal
    )
  }

  private func publish(_ request: Request, _ context: Context) async throws -> Response {
    let sent = try await sent(request, context)
    let now = clock.now()
    do {
      guard
        try await drafts.publish(
          sent.draft.survey.token,
          revision: sent.base,
          at: now,
          note: context.note("survey.published", at: now)
        ) != nil
      else { throw Problem.notFound }
    } catch let stale as StaleDraft {
      return try await page(stale.current, sent.view, .stale(stale), request, context)
    } catch let refusal as DefinitionRefusal {
      return try await page(sent.draft, sent.view, .refused(refusal), request, context)
    }
    try await directory.refresh(sent.draft.survey.token)
    return .redirect(to: sent.path.share + "?published=1", type: .normal)
  }
}

// MARK: - Shared steps

extension BuilderRoutes {
  private func draft(_ context: Context) async throws -> SurveyDraft {
    let token = try context.parameters.require("token")
    guard let draft = try await drafts.draft(of: token) else { throw Problem.notFound }
    return draft
  }

  private func sent(_ request: Request, _ context: Context) async throws -> Sent {
    let fields = try await request.form().forListening
    let draft = try await draft(context)
    let base = fields.first { $0.name == "revision" }.flatMap { WholeNumber.parse($0.value) }
    return Sent(
      draft: draft,
      fields: fields,
      base: base ?? draft.revision,
      view: BuilderView(fields, of: draft.definition, for: context.language)
    )
  }

  /// Keeps a change; what began from an older draft comes back with what others changed.
  private func save(
    _ sent: Sent,
    _ trouble: BuilderTrouble,
    _ request: Request,
    _ context: Context,
    change: @escaping @Sendable (inout SurveyDefinition) -> Void
  ) async throws -> Response {
    let now = clock.now()
    do {
      let saved = try await drafts.save(
        sent.draft.survey.token,
        from: sent.base,
        by: context.person?.name,
        at: now,
        note: context.note("survey.edited", at: now)
      ) { definition in
        change(&definition)
        guard definition.questions.count <= Limits.questionsMax,
          definition.json.serialized().utf8.count <= Limits.surveyBytesMax
        else { throw Problem.tooLarge(bytes: Limits.surveyBytesMax) }
      }
      if saved == nil { throw Problem.notFound }
      return .redirect(to: sent.view.href(sent.path), type: .normal)
    } catch let stale as StaleDraft {
      let told = BuilderTrouble(stale: stale, typed: trouble.typed)
      return try await page(stale.current, sent.view, told, request, context)
    }
  }

  private func page(
    _ draft: SurveyDraft,
    _ view: BuilderView,
    _ trouble: BuilderTrouble,
    _ request: Request,
    _ context: Context
  ) async throws -> Response {
    let page = BuilderPage(
      draft,
      view,
      trouble,
      csrf: context.csrf,
      at: clock.now(),
      in: context.language
    )
    return try await frame.response(
      draft.definition.name,
      current: "surveys",
      stylesheets: [BuilderLook.sheet],
      scripts: [BuilderLook.script],
      body: page.html,
      to: request,
      context,
      status: trouble.stale != nil
        ? .conflict : trouble.isNone ? .ok : .unprocessableContent,
      headers: [
        .contentSecurityPolicy: ContentPolicy.text(shownBy: "'none'", showing: "'self'")
      ]
    )
  }
}

extension FormFields {
  /// The same fields for those who know nothing of HTTP.
  var forListening: [FormField] {
    fields.map { FormField(name: $0.name, value: $0.value) }
  }
}
