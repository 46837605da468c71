import CXText

/// Odd comments and damaged models, read, sorted, felt about, masked and found again.
package struct CommentFuzz: FuzzKind {
  private let seed: UInt64
  private let model: TextModel
  private let file: [UInt8]
  private let themes: ThemeModel
  private let themeFile: [UInt8]

  package init(seed: UInt64) throws {
    self.seed = seed
    var comments = try LabelledComments(labels: ["bad", "good"], .one)
    for (text, label) in Self.lesson { try comments.add(text, labels: [label]) }
    model = try TextModel(learning: comments)
    file = model.file
    let set = ThemeSet.starter(for: .hospitality)
    themes = ThemeModel(themes: set.themes)
    themeFile = ThemeSetFile.encode(set)
  }

  private static let lesson = [
    ("good food and kind staff", "good"), ("rude staff, I waited and waited", "bad"),
    ("nhân viên dễ thương, đồ ăn ngon", "good"), ("phục vụ tệ, không quay lại", "bad"),
    ("غذا خیلی خوب بود", "good"), ("برخورد بد و غذای سرد", "bad"),
    ("lovely place, fair price", "good"), ("cold coffee and a dirty table", "bad"),
  ]

  package func shown(_ number: Int) -> String {
    var chance = FuzzChance(seed: seed, number: number)
    return OddComment(&chance).text.debugDescription
  }

  package func complaint(about number: Int, lane: Int) async -> String? {
    var chance = FuzzChance(seed: seed, number: number)
    let comment = OddComment(&chance)
    return complaint(ofReading: comment) ?? complaint(ofJudging: comment)
      ?? complaint(ofMasking: comment) ?? complaint(ofFile: &chance)
  }

  private func complaint(ofReading comment: OddComment) -> String? {
    var (read, again) = (ReadComment(), ReadComment())
    CommentReader().read(comment.bytes.span, into: &read)
    CommentReader().read(comment.bytes.span, into: &again)
    if read != again { return "reads it otherwise the second time" }
    if String(validating: read.bytes, as: UTF8.self) == nil { return "writes what is no UTF-8" }
    var end = 0
    for word in read.words {
      if word.source.lowerBound < end || word.source.upperBound > comment.bytes.count {
        return "places a word at \(word.source)"
      }
      end = word.source.upperBound
    }
    for parts in [read.sentences, read.clauses] {
      let isWhole = parts.reduce(into: 0) { $0 = $1.lowerBound == $0 ? $1.upperBound : -1 }
      if isWhole != read.words.count { return "cuts its \(read.words.count) words into \(parts)" }
    }
    let guess = LanguageGuess(of: read)
    return 0...1 ~= guess.confidence ? nil : "is \(guess.confidence) sure of its language"
  }

  private func complaint(ofJudging comment: OddComment) -> String? {
    let text = comment.text
    var classifier = TextClassifier(model)
    let probabilities = classifier.probabilities(of: text)
    if probabilities.contains(where: { !(0...1 ~= $0) }) { return "says \(probabilities)" }
    let sum = probabilities.reduce(0, +)
    if abs(sum - 1) > 1e-6 { return "says probabilities of \(sum) in all" }
    do {
      let shares = try classifier.explanation(of: "bad", for: text).words.map(\.share)
      let sum = shares.reduce(0, +)
      if !shares.isEmpty, abs(sum - 1) > 1e-6 { return "explains by shares of \(sum) in all" }
    } catch { return "does not explain it: \(error)" }
    var feelings = FeelingReader()
    let feeling = feelings.feeling(of: text)
    if feeling.clauses.contains(where: { !(0...1 ~= $0.probability) }) { return "feels oddly" }
    let read = CommentReader().read(text)
    var reader = ThemeReader(themes)
    for touch in reader.themes(of: read) {
      let isInside = touch.words.allSatisfy { $0.upperBound <= read.words.count && !$0.isEmpty }
      if !isInside || !(0...1 ~= touch.probability) { return "finds a theme at \(touch.words)" }
    }
    return nil
  }

  private func complaint(ofMasking comment: OddComment) -> String? {
    let masked = PersonalDetails.masked(in: comment.text)
    let left = PersonalDetails.found(in: masked)
    if !left.isEmpty { return "leaves \(left) when it masks" }
    let form = SearchForm("nhan vien")
    return form.isFound(in: comment.text) == !form.ranges(in: comment.text).isEmpty
      ? nil : "finds it in one way and not in another"
  }

  /// A model that was changed in one place is refused; a file of themes is refused or kept.
  private func complaint(ofFile chance: inout FuzzChance) -> String? {
    var changed = file
    let place = chance.below(changed.count)
    switch chance.below(3) {
    case 0: changed[place] ^= UInt8(chance.number(in: 1...255))
    case 1: changed.removeSubrange(place...)
    default: changed.insert(UInt8(chance.below(256)), at: place)
    }
    if let model = try? TextModel(file: changed), changed != file {
      return "takes a model changed at \(place): \(model.labels)"
    }
    var themes = Array(themeFile.prefix(4_000 + chance.below(100))) + Array("\"]}}]}".utf8)
    themes[chance.below(themes.count)] = UInt8(chance.below(256))
    guard let set = try? ThemeSetFile.decode(themes) else { return nil }
    let again = try? ThemeSetFile.decode(ThemeSetFile.encode(set))
    return again?.themes == set.themes ? nil : "reads its own themes otherwise"
  }
}
