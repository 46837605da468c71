import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Views are saved, chosen as home and forgotten from the pages that they are of.
struct SavedViewRoutes: Sendable {
  let views: SavedViewStore
  let now: @Sendable () -> Instant

  static let path = "/views"

  var routes: [Route] {
    [
      .post(Self.path, .signedIn, save),
      .post("\(Self.path)/{view}/home", .signedIn, setHome),
      .post("\(Self.path)/{view}/removal", .signedIn, remove),
    ]
  }

  /// `POST /views`: a refusal goes back to the page, which says it at the field.
  private func save(_ request: Request, _ context: Context) async throws -> Response {
    guard let person = context.person else { throw Problem.forbidden }
    let form = try await request.form()
    guard let page = form["page"].flatMap(SavedView.Page.init),
      let fields = FormFields(urlEncoded: Array((form["query"] ?? "").utf8)),
      fields.urlEncoded.utf8.count <= Limits.viewQueryBytesMax
    else { throw Problem.notFound }
    var back = fields.fields
    do {
      let view = try await views.save(
        fields.urlEncoded,
        as: form["name"] ?? "",
        of: person.account,
        on: page,
        isHome: form["home"] != nil,
        at: now()
      )
      back.append(.init(name: SavedViewList.savedField, value: String(view.id.rawValue)))
    } catch let refusal as SavedView.Refusal {
      back.append(.init(name: SavedViewList.refusedField, value: refusal.rawValue))
      back.append(
        .init(name: SavedViewList.typedField, value: String((form["name"] ?? "").prefix(200)))
      )
    }
    return .redirect(to: page.path + "?" + FormFields(back).urlEncoded, type: .normal)
  }

  private func setHome(_ request: Request, _ context: Context) async throws -> Response {
    let (id, person) = try named(context)
    let isHome = try await request.form()["home"] == "yes"
    let page = try await views.setHome(isHome, id, of: person.account)
    return goBack(to: page)
  }

  private func remove(_ request: Request, _ context: Context) async throws -> Response {
    let (id, person) = try named(context)
    return goBack(to: try await views.remove(id, of: person.account))
  }

  private func named(_ context: Context) throws -> (SavedView.ID, Identity.Person) {
    guard let person = context.person else { throw Problem.forbidden }
    guard let number = context.parameters.get("view", as: Int64.self) else {
      throw Problem.notFound
    }
    return (SavedView.ID(rawValue: number), person)
  }

  /// To the page as it is without a view; what is gone already is no trouble.
  private func goBack(to page: SavedView.Page?) -> Response {
    .redirect(
      to: "\((page ?? .answers).path)?\(SavedViewList.allField)=yes",
      type: .normal
    )
  }
}
