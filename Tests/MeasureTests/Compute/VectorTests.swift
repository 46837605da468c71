import Foundation
import Kernel
import Testing

@testable import Measure

/// Every figure against values that independent software found.
struct VectorTests {
  @Test(arguments: try VectorCase.all())
  func `a figure is what independent software says`(vector: VectorCase) throws {
    let operation = try #require(ComputeOperation.named(vector.operation))
    let actual = operation.answer(to: vector.input)
    let differences = vector.differences(from: actual)
    #expect(differences.isEmpty, "\(vector): \(differences.joined(separator: "; "))")
  }

  @Test func `a list of inputs gives the list of their answers`() throws {
    for (name, cases) in Dictionary(grouping: try VectorCase.all(), by: \.operation) {
      let operation = try #require(ComputeOperation.named(name))
      let inputs = cases.prefix(3).map(\.input)
      #expect(operation.answer(to: .array(inputs)) == .array(inputs.map(operation.answer)))
    }
  }

  @Test func `every operation has a vector`() throws {
    let covered = Set(try VectorCase.all().map(\.operation))
    // What is drawn from a seed has no independent value: their chapters look after them.
    let drawn: Set = ["bootstrap", "permutation_test"]
    #expect(Set(ComputeOperation.all.map(\.name)) == covered.union(drawn))
  }
}

/// One case of the files in `Vectors/`.
struct VectorCase: CustomStringConvertible, Sendable {
  let description: String
  let operation: String
  let input: JSON
  let expected: JSON
  let tolerance: Tolerance

  /// How far a number may be off, and members that may be off by more.
  struct Tolerance: Sendable {
    let absolute: Double
    let relative: Double
    var members: [String: Self] = [:]

    init(_ json: JSON) throws {
      absolute = try #require(json["abs"]?.number)
      relative = try #require(json["rel"]?.number)
      for member in json["fields"]?.object?.members ?? [] {
        members[member.key] = try Self(member.value)
      }
    }
  }

  static func all() throws -> [Self] {
    let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Vectors")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    return try files.filter { $0.pathExtension == "json" }.flatMap { file in
      let document = try JSON.parse([UInt8](Data(contentsOf: file)))
      let name = file.deletingPathExtension().lastPathComponent
      return try #require(document["cases"]?.array).map { try Self($0, of: name) }
    }
  }

  private init(_ json: JSON, of file: String) throws {
    let id = try #require(json["id"]?.string)
    description = "\(file)/\(id)"
    operation = try #require(json["op"]?.string)
    input = try #require(json["input"])
    expected = try #require(json["expected"])
    tolerance = try Tolerance(#require(json["tolerance"]))
  }

  /// Where the answer departs from what is expected: numbers by more than the tolerance, anything
  /// else, the set of keys included, at all.
  func differences(from actual: JSON) -> [String] {
    Self.differences(expected, actual, at: "", within: tolerance)
  }

  private static func differences(
    _ expected: JSON,
    _ actual: JSON,
    at path: String,
    within tolerance: Tolerance
  ) -> [String] {
    switch (expected, actual) {
    case (.object(let wanted), .object(let given)):
      guard Set(wanted.keys) == Set(given.keys) else {
        return ["\(path) has the keys \(given.keys), not \(wanted.keys)"]
      }
      return wanted.members.flatMap { member in
        differences(
          member.value,
          given[member.key] ?? .null,
          at: "\(path).\(member.key)",
          within: tolerance.members[member.key] ?? tolerance
        )
      }
    case (.array(let wanted), .array(let given)) where wanted.count == given.count:
      return zip(wanted, given).enumerated().flatMap { index, pair in
        differences(pair.0, pair.1, at: "\(path)[\(index)]", within: tolerance)
      }
    case (.integer, .integer), (.number, .integer), (.integer, .number), (.number, .number):
      guard let wanted = expected.number, let given = actual.number,
        abs(wanted - given) <= tolerance.absolute + tolerance.relative * abs(wanted)
      else { return ["\(path) is \(actual.serialized()), not \(expected.serialized())"] }
      return []
    default:
      return expected == actual
        ? [] : ["\(path) is \(actual.serialized()), not \(expected.serialized())"]
    }
  }
}
