import CXMetrics
import Kernel
import Testing

@testable import Listen

struct QuestionKindTests {
  @Test(arguments: [
    (QuestionKind.recommend0To10, 0...10, 0), (.recommend1To10, 0...9, 1),
    (.satisfaction1To5, 0...4, 1), (.effort1To7, 0...6, 1), (.rating(0...4), 0...4, 0),
    (.rating(-5...5), 0...10, -5), (.rating(90...100), 0...10, 90), (.yesNo, 0...1, 0),
  ])
  func `stores points from the bottom of the scale, as tallies count`(
    kind: QuestionKind,
    points: ClosedRange<Int>,
    offset: Int
  ) {
    #expect(kind.hasPoints)
    #expect(kind.points == points)
    #expect(kind.pointOffset == offset)
    #expect((kind.scale ?? 0...1).count <= ScoreScale.pointsMax)
  }

  @Test(arguments: [QuestionKind.choice, .choices, .shortText, .longText])
  func `makes no score of choices and texts`(kind: QuestionKind) {
    #expect(!kind.hasPoints)
    #expect(kind.points == nil)
    #expect(kind.lowLabel == nil && kind.highLabel == nil)
  }

  @Test func `knows each kind by its name`() {
    for name in QuestionKind.names where name != "rating" {
      #expect(QuestionKind(storedName: name)?.name == name)
    }
    for name in ["rating", "rating()", "rating(5,1)", "rating(1,x)", "nps"] {
      #expect(QuestionKind(storedName: name) == nil)
    }
    #expect(QuestionKind.recommend1To10.recommendScale == .oneToTen)
    #expect(QuestionKind.effort1To7.recommendScale == nil)
  }
}

struct LocalTextTests {
  let text = LocalText([.vietnamese: "Chào", .persian: "سلام"])

  @Test func `falls back to the survey's language, then to any`() {
    #expect(text.text(in: .persian, fallback: .vietnamese) == "سلام")
    #expect(text.text(in: .english, fallback: .persian) == "سلام")
    #expect(text.text(in: .english, fallback: .english) == "Chào")
    #expect(text.shown(in: .english, fallback: .english)?.language == .vietnamese)
    #expect(LocalText().shown(in: .english, fallback: .english) == nil)
  }

  @Test func `completes a survey's own labels by the usual ones`() {
    let own = SurveySamples.version(
      of: """
        {"key": "q", "kind": "rating", "min": 1, "max": 3, "text": {"en": "?"},
         "low": {"en": "Slow"}}
        """
    ).questions[0]
    #expect(own.lowLabel?[.english] == "Slow")
    #expect(own.lowLabel?[.persian] == "خیلی بد")
    #expect(own.highLabel?[.english] == "Very good")
  }
}

struct SpellingTests {
  @Test(arguments: [
    ("recomend", "recommend"), ("touchpiont", "touchpoint"), ("zzz", nil), ("ab", nil),
    (String(repeating: "x", count: 100), nil),
  ])
  func `finds the word that was meant`(typed: String, meant: String?) {
    #expect(Spelling.nearest(to: typed, among: ["recommend", "touchpoint", "why"]) == meant)
  }
}
