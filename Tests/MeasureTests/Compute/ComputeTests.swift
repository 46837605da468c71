import CXMetrics
import Kernel
import Testing

@testable import Measure

struct ComputeTests {
  @Test func `a refusal is an answer and spoils nothing beside it`() throws {
    let answer = try Self.answer(
      "wilson",
      #"[{"successes": 1, "n": 0}, {"successes": 0, "n": 0}]"#
    )
    #expect(answer == #"[{"error":"invalid_input"},{"p":null,"low":null,"high":null}]"#)
  }

  @Test(arguments: ["7", "null", #""text""#, "[[]]", "[3]"])
  func `an input that is no object is refused`(input: String) throws {
    #expect(try Self.answer("csat", input).contains("invalid_input"))
  }

  @Test func `no inputs give no answers`() throws {
    #expect(try Self.answer("ces2", "[]") == "[]")
  }

  @Test(arguments: ["", "{", "{\"n\": 1} x", "{\"n\": 1, \"n\": 1}", "nps"])
  func `what is not JSON is wrong usage`(input: String) throws {
    let operation = try ComputeOperation.called("wilson")
    let wrong = #expect(throws: WrongUsage.self) {
      try operation.answer(toBytes: Array(input.utf8))
    }
    #expect(wrong?.reason.hasPrefix("standard input is not JSON: ") == true)
  }

  @Test(arguments: [nil, "npps", ""])
  func `an unknown or missing name is wrong usage`(name: String?) {
    let wrong = #expect(throws: WrongUsage.self) { try ComputeOperation.called(name) }
    #expect(wrong?.reason.contains("--list") == true)
  }

  @Test(arguments: ComputeOperation.all.map(\.name))
  func `every operation survives an empty object`(name: String) throws {
    let answer = try Self.answer(name, "{}")
    #expect(answer == #"{"error":"invalid_input"}"#)
  }

  @Test(arguments: ["0", "1", "-0.5", "1.5", "\"high\"", "95", "true"])
  func `a confidence outside 0 to 1 is refused everywhere`(confidence: String) throws {
    for vector in try VectorCase.all() {
      guard var input = vector.input.object, input["confidence"] != nil else { continue }
      input["confidence"] = try JSON.parse(confidence)
      let operation = try #require(ComputeOperation.named(vector.operation))
      let answer = operation.answer(to: .object(input))
      let isRefusedEarlier = vector.expected["error"] != nil
      #expect(answer == ["error": "invalid_confidence"] || isRefusedEarlier, "\(vector)")
    }
  }

  /// What a careless script may put where a value belongs.
  private static let oddities: [JSON] = [
    .null, .bool(true), "9", [], [[]], [:], -1, 0, 0.5, 1e-300, 1e300, -1e300,
    .integer(.max), .integer(.min), .integer(1 << 53), .integer(1 << 54),
  ]

  @Test(arguments: oddities)
  func `an odd value anywhere is answered or refused, and nothing stops`(odd: JSON) throws {
    for vector in try VectorCase.all() where !vector.description.hasPrefix("further-") {
      let operation = try #require(ComputeOperation.named(vector.operation))
      for input in Self.variants(of: Self.shortened(vector.input), with: odd) {
        let answer = operation.answer(to: input)
        #expect(answer.object?.isEmpty == false)
        #expect(try JSON.parse(answer.serialized()) == answer)
      }
    }
  }

  /// Long lists cut: an oddity does its harm among a few as well as among thousands.
  private static func shortened(_ value: JSON) -> JSON {
    switch value {
    case .array(let elements): .array(elements.prefix(24).map(shortened))
    case .object(var object):
      {
        for key in object.keys { object[key] = shortened(object[key] ?? .null) }
        return .object(object)
      }()
    default: value
    }
  }

  /// The value with each of its members, the first of a list standing for all, replaced in turn.
  private static func variants(of value: JSON, with odd: JSON) -> [JSON] {
    switch value {
    case .object(let object):
      object.keys.flatMap { key in
        (variants(of: object[key] ?? .null, with: odd) + [odd]).map { replacement in
          var changed = object
          changed[key] = replacement
          return .object(changed)
        }
      }
    case .array(let elements) where !elements.isEmpty:
      (variants(of: elements[0], with: odd) + [odd]).map { replacement in
        .array([replacement] + elements.dropFirst())
      }
    default: []
    }
  }

  @Test func `every operation is listed once, with a line`() throws {
    let names = ComputeOperation.all.map(\.name)
    #expect(Set(names).count == names.count)
    let lines = ComputeListing.text(asJSON: false).split(separator: "\n")
    #expect(lines.count == names.count)
    let listed = try #require(try JSON.parse(ComputeListing.text(asJSON: true)).array)
    #expect(listed.compactMap { $0["name"]?.string } == names)
  }

  private static func answer(_ name: String, _ input: String) throws -> String {
    try ComputeOperation.called(name).answer(toBytes: Array(input.utf8))
  }
}
