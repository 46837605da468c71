import Web

/// What the pages for sharing load beside the others' sheets.
enum ShareLook {
  static let cards = Asset("cards.css", Assets.cards_css)
  static let script = Asset("share.js", Assets.share_js)
}
