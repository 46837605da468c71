import CXMetrics
import Foundation
import Kernel

/// A file that somebody sent to be brought in, and what they said about it.
struct ImportFile: Hashable, Sendable {
  typealias ID = Identifier<ImportFile>

  let id: ID

  /// As its sender calls it.
  let fileName: String
  let byteCount: Int
  let target: Target

  /// The public token of the survey it goes to; nil for one to be made.
  let surveyToken: String?
  let surveyName: String
  var wishes: [ColumnMap.Wish]

  /// How dates are written; nil to read what they show.
  var dateFormat: String?
  var state: State

  /// The import it became.
  let run: ImportRun.ID?

  /// Why it could not be brought in as asked; it can be asked for otherwise.
  let failure: String?

  /// When the server went on with it after having stopped in between.
  let resumedAt: Instant?
  let receivedAt: Instant

  /// Who sent it, by the name they had then.
  let person: String

  enum Target: Hashable, Sendable {
    case survey(Survey.ID)

    /// One to be made, by its name.
    case new(String)
  }

  enum State: String, Hashable, Sendable {
    /// Somebody says what its columns mean.
    case open
    case waiting, running, done
  }
}

extension ImportFile {
  /// The sent files of this server.
  struct Folder: Sendable {
    let place: URL

    func file(_ id: ImportFile.ID) -> URL { place.appending(path: "import-\(id.rawValue)") }

    func has(_ id: ImportFile.ID) -> Bool {
      FileManager.default.fileExists(atPath: file(id).path)
    }

    /// What lies there under names of ours.
    var names: [String] {
      let all = try? FileManager.default.contentsOfDirectory(atPath: place.path)
      return (all ?? []).filter { $0.hasPrefix("import-") || $0.hasPrefix("incoming-") }
    }

    func take(_ incoming: URL, as id: ImportFile.ID) throws {
      try FileManager.default.moveItem(at: incoming, to: file(id))
    }

    /// People's words lie no longer on the disk than they are needed.
    func remove(_ id: ImportFile.ID) { try? FileManager.default.removeItem(at: file(id)) }
  }

  /// What the import is asked to do.
  ///
  /// - Parameter token: that of the survey, where there is one.
  func request(in folder: Folder, survey token: String?) -> ImportRequest {
    let choice: ImportRequest.SurveyChoice =
      switch target {
      case .survey: .token(token ?? "")
      case .new(let name):
        .new(NewSurvey(name: name, scale: .zeroToTen, wishes: wishes))
      }
    return ImportRequest(
      path: folder.file(id).path,
      fileName: fileName,
      survey: choice,
      wishes: wishes,
      dateFormat: dateFormat
    )
  }
}

extension ColumnMap.Wish {
  /// Wishes as the store keeps them.
  static func json(_ wishes: [ColumnMap.Wish]) -> JSON {
    .array(wishes.map { .array([.string($0.column), .string($0.field)]) })
  }

  static func read(_ text: String) throws -> [ColumnMap.Wish] {
    try JSON.parse(text).array?.compactMap { pair in
      guard let pair = pair.array, pair.count == 2, let column = pair[0].string,
        let field = pair[1].string
      else { return nil }
      return ColumnMap.Wish(column: column, field: field)
    } ?? []
  }
}
