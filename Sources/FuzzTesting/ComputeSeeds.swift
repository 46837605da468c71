package import Foundation
import Kernel
import Measure

/// Inputs that operations answer or refuse as they should: what the odd ones are made from.
package struct ComputeSeeds: Sendable {
  struct Seed: Sendable {
    let operation: ComputeOperation
    let inputs: [JSON]
  }

  /// In the order in which operations are listed.
  let seeds: [Seed]

  /// Every text of the inputs, that words of one operation come before another.
  let words: [String]

  /// So many elements of a list are kept: what harms thousands harms these as well.
  private static let elementsMax = 20

  /// - Parameter folder: the files of vectors.
  /// - Throws: what cannot be read, and an operation without an input.
  package init(vectors folder: URL) throws {
    var inputs = Self.drawn
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    for file in files {
      let document = try JSON.parse([UInt8](Data(contentsOf: file)))
      for vector in document["cases"]?.array ?? [] {
        guard let name = vector["op"]?.string, let input = vector["input"] else { continue }
        inputs[name, default: []].append(Self.shortened(input))
      }
    }
    seeds = try ComputeOperation.all.map { operation in
      guard let known = inputs[operation.name] else { throw NoInput(operation: operation.name) }
      return Seed(operation: operation, inputs: known)
    }
    var words: Set<String> = []
    for input in inputs.values.joined() { Self.collect(input, into: &words) }
    self.words = words.sorted()
  }

  private struct NoInput: Error, CustomStringConvertible {
    let operation: String
    var description: String { "no vector asks for \(operation)" }
  }

  /// What is drawn from a seed has no vector.
  private static let drawn: [String: [JSON]] = [
    "bootstrap": [
      ["values": [1, 2, 4, 8.5], "statistic": "median", "resamples": 20, "seed": 3],
      ["values": [1, 0, -1, 1], "statistic": "nps_points", "resamples": 9, "confidence": 0.9],
      ["values": [3, 3, 3], "resamples": 5],
    ],
    "permutation_test": [
      ["a": [1, 2, 4], "b": [3, 5.5, 9, 2], "resamples": 20, "seed": 1],
      ["a": [1, 1, 0], "b": [-1, 0], "statistic": "nps_points", "resamples": 12],
    ],
  ]

  private static func shortened(_ value: JSON) -> JSON {
    switch value {
    case .array(let elements): .array(elements.prefix(elementsMax).map(shortened))
    case .object(let object):
      .object(JSONObject(names: object.keys, values: object.members.map { shortened($0.value) }))
    default: value
    }
  }

  private static func collect(_ value: JSON, into words: inout Set<String>) {
    switch value {
    case .string(let text): words.insert(text)
    case .array(let elements): for element in elements { collect(element, into: &words) }
    case .object(let object): for member in object.members { collect(member.value, into: &words) }
    default: break
    }
  }
}
