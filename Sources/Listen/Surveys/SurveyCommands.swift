import Access
package import ArgumentParser
import Foundation
import Kernel
import Storage

/// `touchstone survey`: make surveys, change them, close them.
package struct SurveyCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Make surveys, list them, change, close and reopen them.",
    subcommands: [
      SurveyCreateCommand.self, SurveyListCommand.self, SurveyShowCommand.self,
      SurveyEditCommand.self, SurveyCloseCommand.self, SurveyReopenCommand.self,
    ]
  )

  package init() {}
}

/// Where the definition of a survey comes from.
struct DefinitionSource: ParsableArguments {
  @Argument(help: "The survey as a JSON file; - reads standard input.")
  var file: String?

  @Option(
    help: "Start from a template: \(SurveyTemplate.allCases.map(\.name).joined(separator: ", "))."
  )
  var template: String?

  func validate() throws {
    guard (file == nil) != (template == nil) else {
      throw ValidationError("name either a FILE or a --template")
    }
    if let template, SurveyTemplate(rawValue: template) == nil {
      let names = SurveyTemplate.allCases.map(\.name).joined(separator: ", ")
      throw ValidationError("--template: there is no \(template); there are \(names)")
    }
  }

  /// - Throws: `DefinitionRefusal` with every problem and its place.
  func definition() throws -> SurveyDefinition {
    if let template = template.flatMap(SurveyTemplate.init) { return template.definition }
    let name = file ?? "-"
    let data =
      name == "-"
      ? FileHandle.standardInput.readDataToEndOfFile()
      : try Data(contentsOf: URL(filePath: name))
    do throws(DefinitionRefusal) { return try SurveyDefinition.parse(bytes: Array(data)) } catch {
      throw CommandRefusal(
        text: error.problems.map { "\(name): \($0)" }.joined(separator: "\n")
      )
    }
  }
}

/// A refusal as the command line says it: on standard error, with exit status 1.
struct CommandRefusal: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}

/// How a command prints a survey.
struct SurveyPrinting: ParsableArguments {
  @OptionGroup var store: StoreOptions

  @Option(
    name: .customLong("public-url"),
    help: "The address people reach the server by, for the links printed."
  )
  var publicURL = "http://127.0.0.1:8080"

  @Flag(help: "Print JSON.")
  var json = false

  func link(to survey: Survey) -> String {
    (publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL) + "/s/\(survey.token)"
  }

  func print(_ survey: Survey, warnings: [DefinitionProblem] = []) {
    for warning in warnings {
      FileHandle.standardError.write(Data("note: \(warning)\n".utf8))
    }
    guard json else {
      return Swift.print(
        """
        \(survey.name)
          token    \(survey.token)
          link     \(link(to: survey))
          state    \(survey.state.rawValue)
          version  \(survey.version.map(String.init) ?? "none")
        """
      )
    }
    var object = survey.json.object ?? JSONObject()
    object["url"] = .string(link(to: survey))
    Swift.print(JSON.object(object).serialized())
  }
}

struct SurveyCreateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make a survey from a JSON file or a template, and publish it.",
    discussion: """
      touchstone survey create visit.json
      touchstone survey create --template relational_nps
      """
  )

  @OptionGroup var source: DefinitionSource
  @OptionGroup var printing: SurveyPrinting

  @Flag(help: "Keep it as a draft that takes no answers yet.")
  var draft = false

  func run() async throws {
    let definition = try source.definition()
    let survey = try await printing.store.withStorage { storage in
      try await SurveyStore(storage: storage)
        .create(definition, publishing: !draft, at: .now())
    }
    printing.print(survey, warnings: definition.warnings)
  }
}

struct SurveyEditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Put a new definition in the place of a survey's, as its next version.",
    discussion: "touchstone survey edit TOKEN visit.json"
  )

  @Argument(help: "The survey's token.")
  var token: String

  @OptionGroup var source: DefinitionSource
  @OptionGroup var printing: SurveyPrinting

  @Flag(help: "Keep it as a draft; answers go on coming to the published version.")
  var draft = false

  func run() async throws {
    let definition = try source.definition()
    let survey = try await printing.store.withStorage { storage in
      do {
        return try await SurveyStore(storage: storage)
          .edit(token, to: definition, publishing: !draft, at: .now())
      } catch let refusal as DefinitionRefusal {
        throw CommandRefusal(text: refusal.description)
      }
    }
    guard let survey else { throw CommandRefusal.unknownSurvey(token) }
    printing.print(survey, warnings: definition.warnings)
  }
}

extension CommandRefusal {
  static func unknownSurvey(_ token: String) -> Self {
    CommandRefusal(
      text: "there is no survey \(token); `touchstone survey list` shows those there are"
    )
  }
}
