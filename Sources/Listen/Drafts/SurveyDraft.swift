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
}

extension SurveyDraft {
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
