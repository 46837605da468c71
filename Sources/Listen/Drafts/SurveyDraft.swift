package import Kernel

/// What the authors of a survey are working on, apart from what respondents see.
///
/// Its definition may lack texts, or ask questions in an order that makes no sense yet: only
/// publishing asks that it holds together.
package struct SurveyDraft: Hashable, Sendable {
  package let survey: Survey

  /// Rises by one with each change; 1 is what the survey was made with.
  package let revision: Int
  package let definition: SurveyDefinition

  /// Who changed it last, by the name they had then; nil for programs and the command line.
  package let author: String?
  package let savedAt: Instant

  /// The version that answers come to; nil before the first.
  package let published: SurveyDefinition?

  /// The revision that this one brought back; nil where it is a change of its own.
  let restores: Int?

  /// The revision that undoing left for this one; nil where nothing was undone.
  let undid: Int?
}

extension SurveyDraft {
  /// The revision that undoing brings back; nil at the beginning of what is kept.
  var undone: Int? {
    let before = (restores ?? revision) - 1
    return before >= max(1, revision - Limits.draftRevisionsMax + 1) ? before : nil
  }

  /// The revision that takes the last undoing back; nil where nothing was undone.
  var redone: Int? {
    undid.flatMap { $0 > revision - Limits.draftRevisionsMax ? $0 : nil }
  }

  /// Whether a change at a moment goes on with what its author is at, and is no news to others.
  func isContinued(by name: String?, at now: Instant) -> Bool {
    guard let name, author == name, revision > 1, !isPublished else { return false }
    return now < savedAt + Self.pause
  }

  /// Half an hour: who comes back after it begins anew.
  private static let pause: Duration = .seconds(30 * 60)

  /// Whether respondents see something else.
  package var isPublished: Bool { definition == published }

  /// What publishing would change for respondents.
  package var differences: [VersionDifference] {
    published.map { VersionDifference.all(from: $0, to: definition) } ?? []
  }

  /// What keeps it from being published, in the order of the file.
  package var problems: [DefinitionProblem] {
    do {
      _ = try SurveyDefinition.parse(definition.json)
      return []
    } catch { return error.problems }
  }
}

/// A change that began from an older revision than the newest: nothing of it was kept.
package struct StaleDraft: Error, Sendable {
  /// The draft as it is now.
  package let current: SurveyDraft

  /// What others changed since; nil when the revision it began from is no longer kept.
  package let differences: [VersionDifference]?
}
