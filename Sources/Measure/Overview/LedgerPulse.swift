/// How far a store has come.
struct LedgerPulse: Hashable, Sendable {
  /// Grows with every answer, correction, import, published question, and whatever a person does
  /// that is written down.
  let number: Int64

  /// The last row of the ledger of facts; 0 before the first.
  let head: Int64
}
