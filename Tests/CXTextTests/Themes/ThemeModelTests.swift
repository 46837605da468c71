import CXText
import Testing

/// Themes told by words, and learned from comments that somebody judged.
struct ThemeModelTests {
  private static let staff = Theme(
    id: "staff",
    names: [.english: "Staff"],
    words: [
      .english: ["waiter", "staff"], .vietnamese: ["nhân viên"], .persian: ["کارکنان"],
    ]
  )
  private static let parking = Theme(
    id: "parking",
    names: [.english: "Parking"],
    words: [.english: ["park*"], .vietnamese: ["bãi xe"], .persian: ["پارکینگ"]]
  )

  /// Comments about parking, most without a word of the list, beside others.
  private static let about = [
    "nowhere to leave the car", "left the car two streets away", "the car got a ticket",
    "no space for a car", "my car was towed", "hard to find space for the car",
    "không có chỗ để ô tô", "chỗ để ô tô quá xa", "phải để ô tô ngoài đường",
    "tìm chỗ để ô tô mất nửa tiếng", "ô tô không có chỗ để", "để ô tô cách hai con phố",
    "جای پارک ماشین نبود", "ماشین را دور گذاشتیم", "برای ماشین جا نیست",
    "ماشین ما جریمه شد", "ماشین را بیرون گذاشتم", "جای ماشین خیلی تنگ است",
  ]
  private static let other = SmallLesson.comments.map(\.text)

  private static func taught(_ model: ThemeModel) -> ThemeModel {
    let others = stride(from: 0, to: other.count, by: 9).map {
      (other[$0], Theme.Judgement.notAbout)
    }
    return model.answered("parking", about.map { ($0, .about) } + others)
  }

  private func themes(_ model: ThemeModel, _ comment: String) -> [String] {
    var reader = ThemeReader(model)
    return reader.themes(of: comment).map { model.themes[$0.theme].id }
  }

  @Test(arguments: [
    ("The waiter parked our car", ["staff", "parking"]),
    ("nhân viên bãi xe", ["staff", "parking"]),
    ("کارکنان خوب", ["staff"]), ("soup", []), ("", []),
  ])
  func `words alone serve from the first day`(comment: String, expected: [String]) {
    let model = ThemeModel(themes: [Self.staff, Self.parking])
    #expect(themes(model, comment) == expected)
    let read = CommentReader().read(comment)
    var reader = ThemeReader(model)
    let touches = ThemeWords(themes: model.themes).touches(in: read)
    #expect(reader.themes(of: read).flatMap(\.words).count == touches.count)
    #expect(reader.themes(of: read).allSatisfy { !$0.isLearned && $0.probability >= 0.5 })
  }

  @Test(arguments: [
    "we had to leave the car far away", "chỗ để ô tô xa quá", "برای ماشین هیچ جایی نبود",
  ])
  func `judged comments teach what words do not say`(comment: String) throws {
    let start = ThemeModel(themes: [Self.staff, Self.parking], comments: Self.other + Self.about)
    #expect(themes(start, comment).isEmpty)
    let model = Self.taught(start)
    #expect(themes(model, comment) == ["parking"])
    let quality = model.qualities[1]
    let (words, learned) = (quality.agreementOfWords, quality.agreementOfLearned)
    #expect(quality.adds)
    #expect(try #require(learned) > #require(words))
    #expect(model.qualities[0] == start.qualities[0])
  }

  @Test(arguments: [
    ("The waiter was kind, no space for a car and nowhere to leave the car", "no space"),
    ("nhân viên rất tốt, không có chỗ để ô tô nên phải để ô tô ngoài đường", "không có chỗ"),
    ("کارکنان خوب بودند، ماشین را دور گذاشتیم و برای ماشین جا نیست", "ماشین"),
  ])
  func `a learned theme is told with the clause that led to it`(
    comment: String,
    clause: String
  ) throws {
    let comments = Self.other + Self.about
    let model = Self.taught(ThemeModel(themes: [Self.staff, Self.parking], comments: comments))
    let read = CommentReader().read(comment)
    var reader = ThemeReader(model)
    let found = reader.themes(of: read)
    #expect(found.map(\.theme) == [0, 1])
    let touch = try #require(found.first { $0.isLearned })
    let words = try #require(touch.words.first)
    let start = read.words[words.lowerBound].source.lowerBound
    let rest = Array(comment.utf8)[start...]
    #expect(String(decoding: rest, as: UTF8.self).hasPrefix(clause))
  }

  @Test func `other comments keep their themes`() {
    let start = ThemeModel(themes: [Self.staff, Self.parking], comments: Self.other)
    let model = Self.taught(start)
    let moved = Self.other.filter { themes(start, $0) != themes(model, $0) }
    #expect(moved.count <= Self.other.count / 50)
  }

  @Test func `answers that contradict each other leave the words as they are`() {
    let start = ThemeModel(themes: [Self.parking], comments: Self.other)
    let noise = Self.other.prefix(60).enumerated().map { place, text in
      (text, place * 7 % 4 < 2 ? Theme.Judgement.about : .notAbout)
    }
    let model = start.answered(
      "parking",
      noise.map { ($0.0, $0.1) }
        + noise.map {
          ($0.0, $0.1 == .about ? .notAbout : .about)
        }
    )
    #expect(!model.qualities[0].usesExamples)
    for comment in Self.about { #expect(themes(model, comment) == themes(start, comment)) }
  }

  @Test func `a name can change, the answers stay`() {
    var renamed = Self.parking
    renamed.names[.english] = "Getting here by car"
    let comments = Self.other + Self.about
    let (one, other) = (
      Self.taught(ThemeModel(themes: [Self.parking], comments: comments)),
      Self.taught(ThemeModel(themes: [renamed], comments: comments))
    )
    for comment in comments { #expect(themes(one, comment) == themes(other, comment)) }
    #expect(other.themes[0].id == "parking")
  }

  @Test func `an unknown theme is answered by nothing`() {
    let model = ThemeModel(themes: [Self.staff])
    #expect(model.answered("x", [("a", .about)]).themes == model.themes)
    #expect(model.proposals(for: "x", in: Self.other, limit: 5).isEmpty)
  }

  @Test func `odd comments and no themes`() {
    var reader = ThemeReader(Self.taught(ThemeModel(themes: [Self.staff, Self.parking])))
    var none = ThemeReader(ThemeModel(themes: [], comments: Self.other))
    for comment in SampleComments.odd + SampleComments.random(200, seed: 8) {
      let read = CommentReader().read(comment)
      let probabilities = reader.probabilities(of: read)
      #expect(probabilities.count == 2 && probabilities.allSatisfy { (0...1).contains($0) })
      for touch in reader.themes(of: comment) {
        #expect(touch.words.allSatisfy { $0.upperBound <= read.words.count })
      }
      #expect(none.themes(of: comment).isEmpty)
    }
  }
}
