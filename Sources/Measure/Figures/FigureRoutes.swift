import Access
import Facts
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Figures for machines, equal to those on pages and from files.
struct FigureRoutes: Sendable {
  let desk: FigureDesk

  var routes: [Route] { [.get("/api/v1/figures", .may(.readFigures), figures)] }

  private func figures(_ request: Request, _ context: Context) async throws -> Response {
    let asked = try FigureRequest(request.queryFields)
    do {
      return try await desk.figures(asked).json.response(to: request)
    } catch let refusal as InquiryRefusal {
      throw Problem(refusal)
    }
  }
}

extension Problem {
  init(_ refusal: InquiryRefusal) {
    self.init(
      .badRequest,
      code: "inquiry_refused",
      title: "Too much asked at once",
      detail: "\(refusal).",
      field: "by"
    )
  }
}
