import Kernel

/// What a respondent is told once an answer is on disk.
package struct AnswerReceipt: Hashable, Sendable {
  /// The response's public name.
  package let id: String

  /// Lets its holder, and nobody else, amend the answer.
  package let amendToken: String

  var json: JSON {
    ["id": .string(id), "amend_token": .string(amendToken)]
  }
}

/// A sender's own name for one submission, by which a repeat is known.
package struct IdempotencyKey: Hashable, Sendable {
  package let text: String

  /// What the key stands for: the same key with another body is a mistake of the sender.
  package let bodyHash: [UInt8]

  /// Text, since a list of texts is one value to bind on both databases.
  let hash: String

  package init(text: String, body: [UInt8]) {
    self.text = text
    hash = PublicToken.text(of: PublicToken.hash(text))
    bodyHash = PublicToken.hash(body)
  }

  /// The amend token is derived, so that a repeat gets the first one's although only its hash is
  /// stored: whoever knows key and id may know the token.
  func amendToken(for publicID: String) -> String {
    PublicToken.text(of: PublicToken.hash("amend \(publicID) \(text)"))
  }
}

/// Why an answer that is fine in itself was not taken.
package enum RecordingRefusal: Error, Hashable, Sendable {
  /// The survey was closed, also by another process a moment ago.
  case surveyClosed

  /// The key was used for another body.
  case keyReused

  /// The first submission of this key is not through yet.
  case keyInFlight

  /// The sender's own number is here already, under this public id.
  case externalIDKnown(id: String)

  /// It was here and was erased: it does not come back.
  case erased
}
