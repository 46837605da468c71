import Kernel
import Measure

/// Odd inputs of every operation of `compute`, each the vectors' own changed in several places.
package struct ComputeFuzz: FuzzKind {
  private let seeds: ComputeSeeds
  private let seed: UInt64

  package init(_ seeds: ComputeSeeds, seed: UInt64) {
    self.seeds = seeds
    self.seed = seed
  }

  private static let changesMax = 6

  /// Operations take turns, so that each gets as many cases as any other.
  private func operation(of number: Int) -> ComputeSeeds.Seed {
    seeds.seeds[number % seeds.seeds.count]
  }

  private func input(of number: Int) -> JSON {
    let inputs = operation(of: number).inputs
    var mutation = InputMutation(
      chance: FuzzChance(seed: seed, number: number),
      words: seeds.words
    )
    var input = mutation.chance.one(of: inputs)
    if mutation.chance.once(in: 4) {
      input = crossed(input, with: mutation.chance.one(of: inputs), &mutation.chance)
    }
    for _ in 0..<mutation.chance.below(Self.changesMax + 1) { input = mutation.change(input) }
    if mutation.chance.once(in: 10), let damaged = damaged(input, &mutation.chance) {
      input = damaged
    }
    return mutation.chance.once(in: 20) ? [input, input] : input
  }

  /// Some members of one input within another of the same operation.
  private func crossed(_ input: JSON, with other: JSON, _ chance: inout FuzzChance) -> JSON {
    guard var object = input.object, let other = other.object else { return input }
    for member in other.members where chance.once(in: 2) { object[member.key] = member.value }
    return .object(object)
  }

  /// What is left of the input's text with some of its bytes changed; nil when that is not JSON.
  private func damaged(_ input: JSON, _ chance: inout FuzzChance) -> JSON? {
    var bytes = Array(input.serialized().utf8)
    for _ in 0..<chance.number(in: 1...3) {
      let place = chance.below(bytes.count)
      switch chance.below(3) {
      case 0: bytes[place] = chance.one(of: Array("0123456789-.eE\"[]{},:\\un".utf8))
      case 1: bytes[place] ^= UInt8(1 << chance.below(8))
      default: bytes.insert(chance.one(of: Array("0123456789-.e".utf8)), at: place)
      }
    }
    return try? JSON.parse(bytes)
  }

  package func shown(_ number: Int) -> String {
    "\(operation(of: number).operation.name) \(input(of: number).serialized())"
  }

  package func complaint(about number: Int, lane: Int) -> String? {
    let input = input(of: number)
    return complaint(of: operation(of: number).operation, about: input).map {
      "\(operation(of: number).operation.name): \($0), asked with \(input.serialized())"
    }
  }

  private func complaint(of operation: ComputeOperation, about input: JSON) -> String? {
    let answer = operation.answer(to: input)
    if let inputs = input.array {
      guard inputs.count == answer.array?.count else { return "not one answer an input" }
    }
    for single in input.array == nil ? [answer] : answer.array ?? [] {
      guard single.object?.isEmpty == false else { return "no object of figures" }
    }
    guard answer.isFinite else { return "a number that JSON does not have" }
    let text = answer.serialized()
    guard (try? JSON.parse(text)) == answer else { return "cannot be read back: \(text)" }
    guard operation.answer(to: input) == answer else { return "answers otherwise the second time" }
    return nil
  }
}

extension JSON {
  /// Whether all of its numbers are.
  fileprivate var isFinite: Bool {
    switch self {
    case .number(let number): number.isFinite
    case .array(let elements): elements.allSatisfy(\.isFinite)
    case .object(let object): object.members.allSatisfy(\.value.isFinite)
    default: true
    }
  }
}
