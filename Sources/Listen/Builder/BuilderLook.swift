import Web

/// What the pages of surveys load beside the house's own sheets.
enum BuilderLook {
  static let sheet = Asset("builder.css", Assets.builder_css)
  static let script = Asset("builder.js", Assets.builder_js)
}
