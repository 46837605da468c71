import Kernel
import Testing

@testable import Listen

/// Whatever is sent, it is taken or refused; nothing stops the process.
struct RandomInputTests {
  /// SplitMix64 (Steele, Lea and Flood, 2014): the same inputs in every run.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  static let words = [
    "name", "languages", "default_language", "title", "thanks", "closes_at", "attributes",
    "questions", "key", "kind", "min", "max", "text", "low", "required", "choices", "other",
    "variants", "when", "show_if", "question", "is", "at_least", "at_most", "in", "answered", "en",
    "fa", "answers", "recommend", "why", "topics", "heard", "back", "speed", "order_id",
    "touchpoint",
    "at", "complete", "elapsed_ms", "website", "external_id", "version", "language", "product", "",
  ]
  static let texts =
    words + QuestionKind.names + [
      "promoter", "price", "dimension", "2026-11-23T08:00:00Z", "a\u{0}b", "\u{7}", "۹", "🙏", "vi",
      String(repeating: "x", count: 600), "\u{202E}", "=1+1",
    ]

  static func json(_ dice: inout Dice, depth: Int = 0) -> JSON {
    switch Int.random(in: 0..<(depth > 5 ? 6 : 10), using: &dice) {
    case 0: return .null
    case 1: return .bool(.random(using: &dice))
    case 2: return .integer(.random(in: -12...12, using: &dice))
    case 3:
      return [.integer(.max), .integer(.min), .number(1e300), .number(0.5)].randomElement(
        using: &dice
      ) ?? .null
    case 4, 5: return .string(texts.randomElement(using: &dice) ?? "")
    case 6:
      return .array(
        (0..<Int.random(in: 0..<4, using: &dice)).map { _ in json(&dice, depth: depth + 1) }
      )
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0..<8, using: &dice) {
        object[words.randomElement(using: &dice) ?? ""] = json(&dice, depth: depth + 1)
      }
      return .object(object)
    }
  }

  /// Puts something random into one place of a value, so that most of it stays good.
  static func mutated(_ json: JSON, _ dice: inout Dice) -> JSON {
    if Int.random(in: 0..<6, using: &dice) == 0 { return Self.json(&dice, depth: 4) }
    switch json {
    case .array(var elements):
      guard let index = elements.indices.randomElement(using: &dice) else { return .null }
      elements[index] = mutated(elements[index], &dice)
      return .array(elements)
    case .object(var object):
      guard let key = object.keys.randomElement(using: &dice), let value = object[key] else {
        return .null
      }
      object[key] = mutated(value, &dice)
      return .object(object)
    default: return Self.json(&dice, depth: 4)
    }
  }

  @Test(arguments: 0..<8)
  func `reads or refuses any definition, and what it reads it writes alike`(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let good = try JSON.parse(SurveySamples.everyKind)
    for round in 0..<300 {
      let json = round % 3 == 0 ? Self.json(&dice) : Self.mutated(good, &dice)
      do throws(DefinitionRefusal) {
        let definition = try SurveyDefinition.parse(json)
        #expect(try SurveyDefinition.parse(definition.json) == definition)
        _ = definition.warnings
        _ = try? VersionChange(from: [SurveySamples.version], to: definition)
      } catch {
        #expect(!error.problems.isEmpty && error.problems.count <= Limits.faultsMax)
      }
    }
  }

  @Test(arguments: 0..<8)
  func `reads or refuses any body, and what it reads stands by the rules`(seed: UInt64) throws {
    var dice = Dice(state: seed &+ 1000)
    let good = try JSON.parse(
      """
      {"answers": {"recommend": 3, "why": "x", "topics": ["price", {"other": "y"}], "speed": 1,
        "price_of": "z", "heard": "friend", "back": true, "easy": 2}, "touchpoint": "t",
       "attributes": {"order_id": "1"}, "at": "2026-11-23T08:00:00Z", "elapsed_ms": 9000}
      """
    )
    for round in 0..<500 {
      let json = round % 3 == 0 ? Self.json(&dice) : Self.mutated(good, &dice)
      do throws(AnswerRefusal) {
        let submission = try Submission.parse(
          json,
          for: SurveySamples.version,
          received: SubmissionSamples.received
        )
        try check(submission)
      } catch { #expect(!error.faults.isEmpty && error.faults.count <= Limits.faultsMax) }
    }
  }

  @Test(arguments: 0..<4)
  func `reads or refuses any form`(seed: UInt64) {
    var dice = Dice(state: seed &+ 2000)
    let names =
      Self.words.map { "a.\($0)" } + ["a.topics.other", "a.heard.other", "a.", "a..", "lang"]
    for _ in 0..<500 {
      let fields = (0..<Int.random(in: 0..<8, using: &dice)).map { _ in
        FormField(
          name: (names + Self.words).randomElement(using: &dice) ?? "",
          value: (Self.texts + ["3", "yes", "other", "-5"]).randomElement(using: &dice) ?? ""
        )
      }
      do throws(AnswerRefusal) {
        let submission = try Submission.parse(
          form: fields,
          for: SurveySamples.version,
          received: SubmissionSamples.received
        )
        try check(submission)
      } catch { #expect(!error.faults.isEmpty) }
    }
  }

  /// Taken answers fit their questions, are shown, and read back the same.
  private func check(_ submission: Submission) throws(AnswerRefusal) {
    let version = SurveySamples.version
    let shown = version.shown(given: submission.answers).map(\.key)
    #expect(submission.answers.allSatisfy { shown.contains($0.question) })
    for score in submission.scores {
      #expect(version.question(score.question)?.kind.points?.contains(score.points) == true)
    }
    let again = try Submission.parse(
      ["answers": submission.answers.json, "complete": .bool(submission.isComplete)],
      for: version,
      received: SubmissionSamples.received
    )
    #expect(again.answers == submission.answers)
  }
}
