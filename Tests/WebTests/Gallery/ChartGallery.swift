import Foundation
import Kernel
import Web

/// A page of all charts with made-up figures, in three languages, that needs nothing else.
enum ChartGallery {
  static var page: String {
    let sections = Language.allCases.map { ChartGallerySection(language: $0).html }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>The charts of Touchstone</title>
      <style>
      \(sheets)
      .gallery {padding:var(--s6) clamp(1rem,4vw,3rem);max-inline-size:1290px;margin-inline:auto}
      [lang] {font-family:var(--font);line-height:var(--lh)}
      .gallery > header {max-inline-size:46rem;margin-block-end:var(--s5)}
      .gallery header p {color:var(--ink-2);margin-block-start:var(--s2)}
      .gallery .place {margin-block-start:2.25rem} .gallery .key {margin-block-end:var(--s4)}
      .slab .lab {margin-block-end:var(--s3)} .slab .key {margin-block:var(--s3) 0}
      .gaps > div {display:grid;grid-template-columns:7rem minmax(0,1fr);align-items:center}
      @media (max-width:760px) {.gaps > div {display:block}}
      </style>
      </head>
      <body>
      \(ShareBar.hatching)
      \(sections.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  /// In a page of three languages they stand on sections, not on the root.
  private static var sheets: String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return ["tokens", "components"].map { name in
      let file = root.appending(path: "Sources/Web/Style/\(name).css")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.replacing(":root:lang(", with: ":lang(")
    }.joined(separator: "\n")
  }
}
