/// What in a comment points to a person: addresses, telephone numbers, numbers of cards and papers.
///
/// Found by shape alone, so that a number of an order with nine digits or more counts as well:
/// rather one number hidden too many than a person shown. Prices with separators for thousands
/// stay.
public struct PersonalDetails: Hashable, Sendable {
  /// What was found.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An address of e-mail.
    case emailAddress = "[e-mail]"
    /// A telephone number in any common way of writing one, in digits of any script.
    case phoneNumber = "[phone]"
    /// A number of a card, an account or a paper: nine digits or more.
    case longNumber = "[number]"
    /// A web address that names somebody: a profile, or one with an at sign or a long number in it.
    case link = "[link]"
    /// Somebody’s name after an at sign; not hidden unless asked for, as brands are named so too.
    case mention = "[mention]"

    /// What stands in the text instead.
    public var placeholder: String { rawValue }
  }

  /// Which kind it is.
  public let kind: Kind

  /// Where it stands in the text’s UTF-8, on the boundaries of graphemes.
  public let range: Range<Int>

  /// All kinds but mentions.
  public static let usual: Set<Kind> = [.emailAddress, .phoneNumber, .longNumber, .link]

  /// Finds the personal details in a text, in its order, none within another.
  public static func found(in text: String, kinds: Set<Kind> = usual) -> [PersonalDetails] {
    let bytes = Array(text.utf8)
    var comment = ReadComment()
    CommentReader().read(bytes.span, into: &comment)
    var found: [PersonalDetails] = []
    var place = 0
    while place < comment.words.count {
      let end = longNumberEnd(in: comment, at: place, bytes)
      if let kind = kind(of: comment.words[place], upTo: end, bytes), kinds.contains(kind) {
        let last = comment.words[max(place, end - 1)]
        let range = comment.words[place].source.lowerBound..<last.source.upperBound
        found.append(PersonalDetails(kind: kind, range: range))
      }
      place = max(place + 1, end)
    }
    return found
  }

  /// The text with a placeholder for each personal detail.
  public static func masked(in text: String, kinds: Set<Kind> = usual) -> String {
    var masked = text
    // What was glued to a number may be seen to be an address once that is hidden.
    for _ in 0..<passesMost {
      let found = found(in: masked, kinds: kinds)
      if found.isEmpty { break }
      masked = hiding(found, in: masked)
    }
    return masked
  }

  private static let passesMost = 4

  private static func hiding(_ found: [PersonalDetails], in text: String) -> String {
    let bytes = Array(text.utf8)
    var masked: [UInt8] = []
    var end = 0
    for detail in found {
      masked += bytes[end..<detail.range.lowerBound]
      masked += Array(detail.kind.placeholder.utf8)
      end = detail.range.upperBound
    }
    masked += bytes[end...]
    return String(decoding: masked, as: UTF8.self)
  }

  private static func kind(of word: ReadComment.Word, upTo end: Int, _ bytes: [UInt8]) -> Kind? {
    switch word.kind {
    case .emailAddress: .emailAddress
    case .phoneNumber: .phoneNumber
    case .mention: .mention
    case .number: end > 0 ? .longNumber : nil
    case .link: ProfileLink.names(bytes[word.source]) ? .link : nil
    default: nil
    }
  }

  /// The word after a long number that begins here, whose groups may stand apart; zero for none.
  private static func longNumberEnd(in comment: ReadComment, at start: Int, _ bytes: [UInt8]) -> Int
  {
    let first = comment.words[start]
    guard first.kind == .number, !isPrice(bytes[first.source]) else { return 0 }
    var digits = first.form.count
    var groups = 1
    var end = start + 1
    while end < comment.words.count, groups < 8 {
      var next = end
      // Groups stand apart by one space or one dash.
      if bytes[comment.words[next].source].elementsEqual("-".utf8) { next += 1 }
      guard next < comment.words.count, comment.words[next].kind == .number,
        !isPrice(bytes[comment.words[next].source]),
        comment.words[next].source.lowerBound - comment.words[end - 1].source.upperBound <= 1
      else { break }
      digits += comment.words[next].form.count
      groups += 1
      end = next + 1
    }
    if first.form.count >= 9 { return digits >= 9 && groups > 1 && digits <= 19 ? end : start + 1 }
    let startsAtZero = isZero(bytes[first.source])
    return groups > 1 && (digits >= 12 || digits >= 9 && startsAtZero) ? end : 0
  }

  private static func isPrice(_ source: ArraySlice<UInt8>) -> Bool {
    source.contains { $0 == 0x2C || $0 == 0x2E || $0 == 0x2F || $0 == 0x3A }
      || source.count > 2 && zip(source, source.dropFirst()).contains { $0 == 0xD9 && $1 == 0xAC }
  }

  private static func isZero(_ source: ArraySlice<UInt8>) -> Bool {
    source.first == 0x30 || source.starts(with: [0xDB, 0xB0]) || source.starts(with: [0xD9, 0xA0])
  }
}

/// Which web addresses name somebody.
enum ProfileLink {
  private static let hosts = [
    "facebook.com/", "fb.com/", "fb.me/", "instagram.com/", "t.me/", "telegram.me/", "zalo.me/",
    "twitter.com/", "x.com/", "tiktok.com/", "linkedin.com/in/", "youtube.com/c/", "wa.me/",
    "m.me/", "aparat.com/",
  ]

  static func names(_ link: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: link, as: UTF8.self).lowercased()
    if text.contains("@") || text.contains("user") || text.contains("profile") { return true }
    var run = 0
    for byte in link {
      run = (0x30...0x39).contains(byte) ? run + 1 : 0
      if run >= 9 { return true }
    }
    guard let start = text.firstRange(of: "://")?.upperBound ?? text.indices.first else {
      return false
    }
    var host = text[start...]
    for prefix in ["www.", "m.", "vi-vn.", "mobile."] where host.hasPrefix(prefix) {
      host = host.dropFirst(prefix.count)
    }
    return hosts.contains { host.hasPrefix($0) && host.count > $0.count }
  }
}
