import Web

/// The import page's own style sheet and script.
enum ImportLook {
  static let sheet = Asset("import.css", Assets.import_css)
  static let script = Asset("import.js", Assets.import_js)
}
