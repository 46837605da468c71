package import Kernel
import NIOCore

/// A whole HTML document in one file, for a reader who has no server: its styles lie within.
package struct StandaloneDocument: Sendable {
  package let html: String

  /// - Parameter body: HTML, already escaped where it has to be.
  package init(_ title: String, in language: Language, stylesheets: [Asset], body: String) {
    let styles = stylesheets.map { "<style>\n\($0.text)</style>\n" }.joined()
    html = """
      <!doctype html>
      <html lang="\(language.rawValue)" dir="\(language.direction)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(HTMLText.escaped(title))</title>
      \(styles)</head>
      <body>
      \(body)
      </body>
      </html>

      """
  }
}

extension Asset {
  /// The asset's own text, for documents that carry it along.
  package var text: String { String(buffer: plain) }
}
