import Access
import ArgumentParser
import Foundation
import Kernel
import Storage

struct SurveyListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List all surveys, the newest first.",
    discussion: "touchstone survey list --json"
  )

  @OptionGroup var printing: SurveyPrinting

  func run() async throws {
    let surveys = try await printing.store.withStorage { storage in
      try await SurveyStore(storage: storage).all()
    }
    if printing.json {
      print(JSON.array(surveys.map(\.json)).serialized())
    } else if surveys.isEmpty {
      print("There is no survey yet. Make one: touchstone survey create --template relational_nps")
    } else {
      for survey in surveys {
        print("\(survey.token)  \(survey.state.rawValue)  \(survey.name)")
      }
    }
  }
}

struct SurveyShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a survey's definition as JSON, to keep or to edit.",
    discussion: "touchstone survey show TOKEN > visit.json"
  )

  @Argument(help: "The survey's token.")
  var token: String

  @OptionGroup var printing: SurveyPrinting

  func run() async throws {
    let definition = try await printing.store.withStorage { storage in
      try await SurveyStore(storage: storage).draft(of: token)
    }
    guard let definition else { throw CommandRefusal.unknownSurvey(token) }
    print(definition.json.serialized())
  }
}

struct SurveyCloseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Take no more answers; what was answered stays.",
    discussion: "touchstone survey close TOKEN"
  )

  @Argument(help: "The survey's token.")
  var token: String

  @OptionGroup var printing: SurveyPrinting

  func run() async throws { try await printing.setClosed(token, at: .now()) }
}

struct SurveyReopenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Take answers again.",
    discussion: "touchstone survey reopen TOKEN"
  )

  @Argument(help: "The survey's token.")
  var token: String

  @OptionGroup var printing: SurveyPrinting

  func run() async throws { try await printing.setClosed(token, at: nil) }
}

extension SurveyPrinting {
  fileprivate func setClosed(_ token: String, at instant: Instant?) async throws {
    let survey = try await store.withStorage { storage in
      try await SurveyStore(storage: storage).setClosed(token, at: instant)
    }
    guard let survey else { throw CommandRefusal.unknownSurvey(token) }
    print(survey)
  }
}
