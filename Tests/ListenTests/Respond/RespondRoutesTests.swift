import HTTPTypes
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

struct RespondRoutesTests {
  static let short = SurveySamples.text(
    of: #"{"key": "recommend", "kind": "recommend_0_10", "text": {"en": "?"}, "required": true}"#
  )

  @Test(arguments: StoreUnderTest.all)
  func `takes the plain form, with what came along, and thanks for it`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database) { room in
      let page = try await room.get("?touchpoint=store-12&order_id=A7&stray=x&lang=vi")
      #expect(page.status == .ok)
      #expect(page.header("X-Robots-Tag") == "noindex, nofollow")
      room.clock.advance(by: .seconds(9))
      let answers = [
        ("a.recommend", "۴"), ("a.why", " Đèn \r\n muộn "), ("a.topics", "price"),
        ("a.topics.other", "Chỗ đậu xe"), ("a.price_of", "Đèn"), ("a.back", "no"),
      ]
      let reply = try await room.post(page.hidden + answers, to: "?lang=vi")
      #expect(reply.status == .seeOther)
      #expect(reply.location == "/s/\(room.token)/thanks?lang=vi")
      let stored = try await room.stored()
      #expect(stored.count == 1)
      #expect(
        stored.first?["answers"]?.serialized() == """
          {"recommend":4,"why":"Đèn \\n muộn","topics":["price",{"other":"Chỗ đậu xe"}],\
          "price_of":"Đèn","back":false}
          """
      )
      #expect(stored.first?["touchpoint"]?.string == "store-12")
      #expect(stored.first?["attributes"]?.serialized() == #"{"order_id":"A7"}"#)
      #expect(stored.first?["language"]?.string == "vi")
      #expect(stored.first?["elapsed_ms"]?.integer == 9000)
      #expect(stored.first?["flags"]?.array == [])
      let thanks = try await room.get("/thanks?lang=vi")
      #expect(thanks.status == .ok)
      #expect(thanks.text.contains("<h1>Cảm ơn bạn.</h1>"))
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `counts a form sent twice once, and changes it when it is sent with other answers`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database, Self.short) { room in
      let page = try await room.get()
      for score in ["9", "9", "2", "2"] {
        let reply = try await room.post(page.hidden + [("a.recommend", score)])
        #expect(reply.status == .seeOther)
      }
      let stored = try await room.stored()
      #expect(stored.map { $0["answers"]?.serialized() } == [#"{"recommend":2}"#])
      #expect(try await room.countedScores() == 1)
      let another = try await room.get()
      #expect(try await room.post(another.hidden + [("a.recommend", "9")]).status == .seeOther)
      #expect(try await room.stored().count == 2)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `shows what is missing and keeps everything typed, as text and nothing else`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database) { room in
      let page = try await room.get("?touchpoint=a&lang=en")
      let hostile = "\"\u{301} autofocus onfocus=alert(1) <b>'\u{301}"
      let typed = [("a.why", hostile), ("a.topics.other", hostile), ("a.heard", "street")]
      let reply = try await room.post(page.hidden + typed, to: "?touchpoint=a&lang=en")
      #expect(reply.status == .unprocessableContent)
      #expect(try await room.stored().isEmpty)
      #expect(reply.text.contains("<a href=\"#q-recommend\">Recommend?</a>"))
      #expect(reply.text.contains("role=\"alert\">This question needs an answer.</p>"))
      #expect(reply.text.contains("name=\"a.heard\" value=\"street\" checked"))
      let escaped = "&quot;\u{301} autofocus onfocus=alert(1) &lt;b&gt;&#39;\u{301}"
      #expect(reply.text.contains(">\(escaped)</textarea>"))
      #expect(reply.text.contains("name=\"a.topics.other\" value=\"\(escaped)\""))
      // The same filling-in: what is sent after mending it counts once.
      for name in ["form.submission", "form.opened", "touchpoint", "version", "language"] {
        #expect(reply.value(of: name) == page.value(of: name), "\(name)")
      }
    }
  }

  @Test func `says at the first question what belongs to none`() async throws {
    try await SurveyRoom.open(on: .sqlite, SurveySamples.text(of: Self.optional)) { room in
      let reply = try await room.post(try await room.get().hidden)
      #expect(reply.status == .unprocessableContent)
      #expect(reply.text.contains("id=\"e-name\" role=\"alert\">Answer a question first.</p>"))
    }
  }

  static let optional = #"{"key": "name", "kind": "short_text", "text": {"en": "Name?"}}"#

  @Test func `speaks the link's language, then the browser's, then the survey's own`() async throws
  {
    try await SurveyRoom.open(on: .sqlite) { room in
      #expect(try await room.get(language: "de, fa;q=0.5").language == "fa")
      #expect(try await room.get("?lang=vi", language: "fa").language == "vi")
      #expect(try await room.get("?lang=xx", language: "de").language == "en")
      #expect(try await room.get("?lang=xx", language: "fa-IR").language == "fa")
      let page = try await room.get("?touchpoint=a%26b&lang=fa")
      #expect(page.text.contains("dir=\"rtl\""))
      #expect(page.text.contains("href=\"?touchpoint=a%26b&amp;lang=vi\""))
      let form = "action=\"/s/\(room.token)?touchpoint=a%26b&amp;lang=fa\""
      #expect(page.text.contains(form))
    }
  }

  @Test func `opens although the link is broken, without what is broken in it`() async throws {
    try await SurveyRoom.open(on: .sqlite) { room in
      let long = String(repeating: "x", count: 201)
      let page = try await room.get("?touchpoint=50%&unit=\(long)&product=%FF&channel=qr")
      #expect(page.status == .ok)
      #expect(page.value(of: "channel") == "qr")
      for name in ["touchpoint", "unit", "product"] { #expect(page.value(of: name) == nil) }
    }
  }

  @Test func `says that a survey is closed or was never there, in the visitor's language`()
    async throws
  {
    try await SurveyRoom.open(on: .sqlite, Self.short) { room in
      let page = try await room.get()
      _ = try await room.listen.surveys.setClosed(room.token, at: room.clock.now)
      let closed = try await room.get()
      #expect(closed.status == .gone)
      #expect(closed.text.contains("This survey has closed."))
      let late = try await room.post(page.hidden + [("a.recommend", "9")])
      #expect(late.status == .gone)
      #expect(try await room.stored().isEmpty)
      _ = try await room.listen.surveys.setClosed(room.token, at: nil)
      let reopened = try await room.post(page.hidden + [("a.recommend", "9")])
      #expect(reopened.status == .seeOther)
      let unknown = try await room.get("x", language: "vi")
      #expect(unknown.status == .notFound)
      #expect(unknown.text.contains("Không có khảo sát nào ở đây."))
      #expect(try await room.get("x/thanks").status == .notFound)
      #expect(try await room.post([], to: "x").status == .notFound)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `reads answers by the version that asked for them`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database, SurveySamples.text(of: Self.optional)) { room in
      let page = try await room.get()
      try await room.publish(Self.short)
      #expect(try await room.get().value(of: "version") == "2")
      #expect(try await room.post(page.hidden + [("a.name", "Mai")]).status == .seeOther)
      let call = try await room.send(
        "/api/v1/surveys/\(room.token)/responses",
        .post,
        [:],
        #"{"version": 1, "answers": {"name": "Lan"}}"#
      )
      #expect(call.status == .created)
      let unknown = try await room.send(
        "/api/v1/surveys/\(room.token)/responses",
        .post,
        [:],
        #"{"version": 9, "answers": {"recommend": 9}}"#
      )
      #expect(unknown.status == .created)
      #expect(try await room.stored().map { $0["version"]?.integer } == [1, 1, 2])
    }
  }

  @Test func `says that nothing was saved while the store is away, and keeps what was typed`()
    async throws
  {
    try await SurveyRoom.open(on: .sqlite, SurveySamples.text(of: Self.optional)) { room in
      let page = try await room.get("?lang=en")
      await room.storage.close()
      let reply = try await room.post(page.hidden + [("a.name", "Mai")], to: "?lang=en")
      #expect(reply.status == .serviceUnavailable)
      #expect(reply.headers[.retryAfter] == "5")
      #expect(reply.text.contains("Your answers are not saved yet"))
      #expect(reply.text.contains("name=\"a.name\" value=\"Mai\""))
      #expect(reply.value(of: "form.submission") == page.value(of: "form.submission"))
      #expect(try await room.get().status == .ok)
    }
  }
}
