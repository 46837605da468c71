import Foundation
import Kernel

/// What somebody asked to be brought in.
struct ImportRequest: Sendable {
  var path: String

  /// The name for people.
  var fileName: String
  var survey: SurveyChoice
  var wishes: [ColumnMap.Wish] = []

  /// How dates are written, such as `d/m/y`; nil to read what they show.
  var dateFormat: String?

  enum SurveyChoice: Hashable, Sendable {
    /// The one with this token.
    case token(String)
    case new(NewSurvey)
  }
}

/// What became of a file.
struct ImportOutcome: Sendable {
  let run: ImportRun
  let survey: Survey

  /// The first refused lines.
  let faults: [ImportFault]

  /// Ids that stand in the file more than once, the first of them.
  var repeats: [RepeatedID] = []

  /// The file had been brought in before, so nothing was done.
  var wasThere = false

  struct RepeatedID: Hashable, Sendable {
    let line: Int
    let id: String
    let firstLine: Int
  }
}

/// What would become of a file.
struct ImportPreview: Sendable {
  /// The first rows.
  var verdicts: [Verdict] = []
  var counts = ImportRun.Counts()
  var faults: [ImportFault] = []

  struct Verdict: Sendable {
    let line: Int
    let reading: Reading

    /// In plain English, as the command line tells it.
    let text: String

    /// What the row was taken for; pages say it in the reader's language.
    enum Reading: Sendable {
      case taken
      case refused(ImportFault)

      /// The survey has this answer.
      case known

      /// An earlier line of the file has its id.
      case repeated(firstLine: Int)
    }

    var result: Result {
      switch reading {
      case .taken: .taken
      case .refused: .refused
      case .known, .repeated: .duplicate
      }
    }

    enum Result: String { case taken, duplicate, refused }
  }
}
