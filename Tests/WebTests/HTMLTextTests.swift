import Mustache
import Testing

@testable import Web

struct HTMLTextTests {
  struct Sample: Page {
    static let template = MustacheTemplate(
      embedded: """
        <p title="{{value}}">{{value}}</p>{{#inner}}<i title='{{word}}'>{{word}}</i>{{/inner}}
        """
    )

    let value: String
    let inner: [Inner]

    struct Inner: Sendable { let word: String }
  }

  /// Each is one grapheme to Swift and still a quote or an angle to a browser.
  static let marks = ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{E0100}"]

  @Test(arguments: marks)
  func `a mark behind a quote or an angle hides it from nobody`(mark: String) {
    for fragile in ["<", ">", "&", "\"", "'"] {
      let hostile = "\(fragile)\(mark) onfocus=alert(1)"
      let html = Sample(value: hostile, inner: [Sample.Inner(word: hostile)]).html
      // Compared by code points: as characters a marked quote is no quote.
      let printed = Array(html.unicodeScalars)
      #expect(printed.count { $0 == "\"" } == 2)
      #expect(printed.count { $0 == "'" } == 2)
      #expect(printed.count { $0 == "<" } == 4)
      #expect(printed.count { $0 == ">" } == 4)
      #expect(printed.count { $0 == "&" } == 4)
    }
  }

  @Test func `every character that markup is made of is escaped`() {
    #expect(
      HTMLText.escaped("<a href=\"x\">R&D's</a>") == """
        &lt;a href=&quot;x&quot;&gt;R&amp;D&#39;s&lt;/a&gt;
        """
    )
  }

  @Test func `text of any language stays as it is`() {
    for text in ["", "Tiếng Việt", "نیم‌فاصله", "e\u{301}\u{302}", "👩‍👩‍👧 \u{0}"] {
      #expect(Array(HTMLText.escaped(text).utf8) == Array(text.utf8))
    }
  }

  @Test func `printed text reads back as what was put in`() {
    let text = "\"\u{301} & <b>'\u{200D}"
    let html = Sample(value: text, inner: []).html
    #expect(html.contains("title=\"&quot;\u{301} &amp; &lt;b&gt;&#39;\u{200D}\""))
  }
}
