/// A name under which something erased could come back, as the stop-list keeps it.
enum ErasedName {
  static func answer(_ publicID: String) -> String { hash("answer \(publicID)") }

  /// The sender's own number: an imported row would come again with its file.
  static func external(_ id: String, survey: Int64) -> String { hash("external \(survey) \(id)") }

  /// A key is stored as a hash already.
  static func key(_ hash: String, survey: Int64) -> String { "\(survey).\(hash)" }

  private static func hash(_ text: String) -> String {
    PublicToken.text(of: PublicToken.hash(text))
  }
}
