import Access
import ArgumentParser
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Kernel
import Listen
import Web

/// The same POST, read and answered by the same code, but kept nowhere: what storing is held to.
struct UnstoredCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unstored",
    abstract: "Take answers like the server, store none."
  )

  @Option var port: Int
  @Option(help: "The survey's definition.") var definition: String

  func run() async throws {
    let data = try Data(contentsOf: URL(filePath: definition))
    let survey = try SurveyDefinition.parse(bytes: Array(data))
    let version = SurveyVersion(number: 1, definition: survey)
    let router = Router(context: Context.self)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: FailureResponses())
    router.post("/api/v1/surveys/{token}/responses") { request, context in
      let bytes = try await request.bytes()
      let json = try JSON.parse(bytes)
      let submission = try Submission.parse(json, for: version, received: .now())
      precondition(submission.answers.count == 3, "the load sends three answers")
      let receipt: JSON = [
        "id": .string(try context.parameters.require("token")),
        "amend_token": .string(String(request.headers.count)),
      ]
      return receipt.response(to: request, status: .created)
    }
    let server = Application(
      router: router,
      server: .onEventLoops(),
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: port),
        backlog: 1024
      )
    )
    try await server.runService()
  }
}
