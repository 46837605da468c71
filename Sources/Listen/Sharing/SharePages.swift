import Kernel
import Mustache
import Web

/// The survey's link in every shape that people meet it in.
struct SharePage: Page {
  static let template = MustacheTemplate(embedded: Templates.share)

  let t: [String: String]
  let head: String
  let notice: String?
  let isAnswerable: Bool
  let action: String
  let link: String
  let touchpoint: String
  let touchpoints: [String]
  let channels: Choices
  let languages: Choices
  let code: String
  let picture: String
  let pictureName: String
  let cards: String
  let open: String
  let icons = ShareIcons()

  struct ShareIcons: Sendable {
    let link = Icon.link.svg
    let copy = Icon.copy.svg
    let download = Icon.download.svg
    let print = Icon.print.svg
  }

  /// The roads that answers come by, as the API names them.
  static let channelNames = ["web", "qr", "email", "message", "in_store", "app"]

  init(
    _ draft: SurveyDraft,
    _ link: ShareLink,
    touchpoints: [String],
    isJustPublished: Bool,
    mayManage: Bool,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    let path = SurveyPath(draft.survey.token)
    t = words.section("share")
    head =
      SurveyHead(
        draft.survey,
        lead: words["share.lead"],
        at: .share,
        mayManage: mayManage,
        words
      ).html
    let state = draft.survey.state
    isAnswerable = state == .open
    notice =
      isAnswerable
      ? isJustPublished ? words["share.published"] : nil : words["share.\(state.rawValue)"]
    action = path.share
    self.link = link.text
    touchpoint = link.touchpoint
    self.touchpoints = touchpoints
    var names = Self.channelNames
    if !link.channel.isEmpty, !names.contains(link.channel) { names.append(link.channel) }
    channels = Choices(
      [.init("", words["share.any_channel"], isChosen: link.channel.isEmpty)]
        + names.map { name in
          let key = "share.channel.\(name)"
          return .init(name, words.has(key) ? words[key] : name, isChosen: name == link.channel)
        }
    )
    languages = Choices(
      [.init("", words["share.any_language"], isChosen: link.language == nil)]
        + draft.definition.languages.map {
          .init($0.rawValue, $0.ownName, isChosen: $0 == link.language)
        }
    )
    code = QRCode.svg(of: link.text, title: words["share.code_title"]) ?? ""
    picture = link.picture(path)
    pictureName = "qr-\(draft.survey.token).svg"
    cards = "\(path.root)/cards\(link.query)"
    open = link.text
  }
}
