/// A name under which something erased could come back, as the stop-list keeps it.
enum ErasedName {
  static func answer(_ publicID: String) -> String { hash("answer \(publicID)") }

  /// An answer that lost its words and its person, and is still counted.
  static func stripped(_ publicID: String) -> String { hash("stripped \(publicID)") }

  /// The sender's own number, which an imported row would bring again. A row that is known by what
  /// it says is the same in every survey.
  static func external(_ id: String, survey: Int64) -> String {
    DerivedID.isDerived(id) ? hash("row \(id)") : hash("external \(survey) \(id)")
  }

  /// A key is stored as a hash already.
  static func key(_ hash: String, survey: Int64) -> String { "\(survey).\(hash)" }

  private static func hash(_ text: String) -> String {
    PublicToken.text(of: PublicToken.hash(text))
  }
}
