import Access
import HTTPTypes
import Kernel
import StorageTesting
import Testing
import Web

@testable import Listen

struct TextTests {
  private static let lan = AuditEntry.Actor.commandLine(user: "lan")

  @Test(arguments: StoreUnderTest.all)
  func `respondents read the business's own words, escaped, and ours where it has none`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database, business: "Chín") { room in
      let directory = BusinessDirectory(storage: room.storage, now: { room.clock.now })
      try await directory.set(
        Business(name: "Chín"),
        by: Self.lan,
        at: room.clock.now
      )
      try await directory.set(
        ["send": "Off it <b>goes</b>", "privacy": "Only {business} reads this."],
        in: .english,
        by: Self.lan,
        at: room.clock.now
      )
      let known = try await directory.current()
      let words = RespondAsker(known).t(in: .english)
      #expect(words["send"] == "Off it <b>goes</b>")
      #expect(words["next"] == "Next")
      #expect(RespondAsker(known).t(in: .persian)["send"] != words["send"])
      // A change to the business leaves its words alone.
      try await directory.set(Business(name: "Chín 2"), by: Self.lan, at: room.clock.now)
      #expect(try await directory.current().texts == known.texts)
      let page = RespondThanksPage(
        RespondVisit(
          survey: SurveySamples.definition(SurveySamples.everyKind),
          language: .english,
          link: RespondLink(token: room.token, query: nil),
          asker: RespondAsker(try await directory.current())
        )
      ).document.html
      #expect(page.contains("Only Chín 2 reads this."))
      try await directory.set([:], in: .english, by: Self.lan, at: room.clock.now)
      #expect(try await directory.current().texts == BusinessTexts())
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `words are kept before the business is set up, and known elsewhere soon`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database) { room in
      let here = BusinessDirectory(storage: room.storage, now: { room.clock.now })
      try await here.set(["send": "Go"], in: .english, by: Self.lan, at: room.clock.now)
      room.clock.advance(by: .seconds(2))
      #expect(try await here.current().texts.own == [.english: ["send": "Go"]])
      #expect(try await !here.isSet())
      let there = BusinessDirectory(storage: room.storage, now: { room.clock.now })
      #expect(try await there.current().texts.own == [.english: ["send": "Go"]])
    }
  }

  @Test func `what is too long is kept for its writer and told, and one text goes back to ours`() {
    let long = String(repeating: "x", count: 10_000)
    let form = TextForm { ["send": long, "thanks": " Cheers ", "closed": "a\nb"][$0] }
    #expect(form.hasTrouble)
    #expect(form.tooLong == [.send: 10_000])
    #expect(form.unfit == [.closed])
    #expect(form.typed[.send] == long)
    let sent = ["send": "Go", "thanks": "Cheers", "reset": "send"]
    #expect(TextForm { sent[$0] }.words == ["thanks": "Cheers"])
  }

  @Test func `every text has its words in every language`() {
    for language in Language.allCases {
      for key in TextKey.allCases {
        #expect(Catalogue.of(language).has(key.catalogueKey), "\(language) \(key)")
        #expect(Catalogue.of(language).has("texts.key.\(key.rawValue)"), "\(language) \(key)")
      }
    }
  }
}
