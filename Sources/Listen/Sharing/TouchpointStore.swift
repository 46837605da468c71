import Kernel
package import Storage

/// Knows where a survey has been answered so far, to offer a link for each place.
package struct TouchpointStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// At most this many are offered.
  static let offeredMax = 50

  /// The touchpoints among the latest answers, in the order of the alphabet.
  package func touchpoints(of survey: Survey.ID) async throws -> [String] {
    try await storage.read { db in
      try db.rows(
        """
        SELECT DISTINCT touchpoint FROM (
          SELECT touchpoint FROM response WHERE survey = \(survey.rawValue)
          ORDER BY at DESC LIMIT 2000
        ) AS latest WHERE touchpoint IS NOT NULL ORDER BY touchpoint LIMIT \(Self.offeredMax)
        """
      ).map { try $0["touchpoint"] }
    }
  }
}
