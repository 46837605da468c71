import Kernel

/// Changes an input in one place, as careless scripts and odd data do.
struct InputMutation {
  var chance: FuzzChance
  let words: [String]

  /// Lists do not grow beyond this, so that a case stays small.
  private static let elementsMax = 48

  /// Changes a place anywhere within the value, the value as a whole seldom.
  mutating func change(_ value: JSON, depth: Int = 0) -> JSON {
    let goesIn = !chance.once(in: depth == 0 ? 30 : 6)
    switch value {
    case .object(let object) where goesIn && !object.isEmpty:
      var object = object
      let key = chance.one(of: object.keys)
      object[key] = change(object[key] ?? .null, depth: depth + 1)
      return .object(object)
    case .array(let elements) where goesIn && !elements.isEmpty:
      var elements = elements
      let place = chance.below(elements.count)
      elements[place] = change(elements[place], depth: depth + 1)
      return .array(elements)
    default: return changedHere(value)
    }
  }

  private mutating func changedHere(_ value: JSON) -> JSON {
    switch chance.below(12) {
    case 0: return oddity()
    case 1: return [value]
    case 2: return .object(JSONObject(names: [chance.one(of: words)], values: [value]))
    default: break
    }
    switch value {
    case .object(let object): return .object(changed(object))
    case .array(let elements): return .array(changed(elements))
    case .string(let text): return .string(changed(text))
    case .integer(let whole): return changed(whole)
    case .number(let number): return changed(number)
    case .bool(let flag): return .bool(!flag)
    case .null: return oddity()
    }
  }

  private mutating func changed(_ object: JSONObject) -> JSONObject {
    var object = object
    guard let key = object.isEmpty ? nil : chance.one(of: object.keys) else {
      object[chance.one(of: words)] = oddity()
      return object
    }
    switch chance.below(5) {
    case 0: object[key] = nil
    case 1: object["unknown"] = oddity()
    case 2:
      // A member's value under another's name, or under a name of its own.
      let value = object[key]
      object[key] = nil
      object[chance.once(in: 2) ? chance.one(of: words) : key + "s"] = value
    case 3:
      let other = chance.one(of: object.keys)
      (object[key], object[other]) = (object[other], object[key])
    default: object[key] = object[chance.one(of: object.keys)]
    }
    return object
  }

  private mutating func changed(_ elements: [JSON]) -> [JSON] {
    guard !elements.isEmpty else { return [oddity()] }
    let place = chance.below(elements.count)
    let other = chance.below(elements.count)
    var changed = elements
    switch chance.below(9) {
    case 0: changed.remove(at: place)
    case 1: changed.append(elements[place])
    case 2: changed.swapAt(place, other)
    case 3: changed.removeLast(chance.number(in: 0...elements.count))
    case 4: changed += elements
    case 5: changed.append(oddity())
    case 6: changed.reverse()
    case 7: changed = elements.map { _ in elements[place] }
    default: changed[place] = elements[other]
    }
    return Array(changed.prefix(Self.elementsMax))
  }

  private mutating func changed(_ text: String) -> String {
    switch chance.below(6) {
    case 0: return chance.one(of: Self.texts)
    case 1: return text + text
    case 2: return String(text.dropLast())
    case 3: return chance.once(in: 2) ? text.uppercased() : " \(text)"
    case 4: return text.map { $0 == "1" ? "9" : String($0) }.joined()
    default: return chance.one(of: words)
    }
  }

  private mutating func changed(_ whole: Int64) -> JSON {
    switch chance.below(7) {
    case 0: return .integer(chance.one(of: Self.wholes))
    case 1: return .integer(0 &- whole)
    case 2: return .integer(whole &+ (chance.once(in: 2) ? 1 : -1))
    case 3: return .integer(Int64(chance.number(in: -3...120)))
    case 4: return .number(Double(whole) / 7)
    case 5: return .number(Double(whole))
    default: return changed(Double(whole))
    }
  }

  private mutating func changed(_ number: Double) -> JSON {
    switch chance.below(8) {
    case 0: return .number(chance.one(of: Self.numbers))
    case 1: return .number(-number)
    case 2: return .number(number.nextUp.isFinite ? number.nextUp : number)
    case 3: return .number(number / chance.one(of: [3, 10, 1e6, 1e200]))
    case 4: return finite(number * chance.one(of: [3, 10, 1e6, 1e200]))
    case 5: return .number(number.rounded())
    case 6: return .number(1 - number)
    default: return .number(Double(chance.below(1 << 20)) / Double(1 << 20))
    }
  }

  private func finite(_ number: Double) -> JSON { .number(number.isFinite ? number : 0) }

  private mutating func oddity() -> JSON {
    switch chance.below(8) {
    case 0: .null
    case 1: .bool(chance.once(in: 2))
    case 2: .string(chance.one(of: Self.texts))
    case 3: .string(chance.one(of: words))
    case 4: .integer(chance.one(of: Self.wholes))
    case 5: .number(chance.one(of: Self.numbers))
    case 6: chance.once(in: 2) ? [] : [[]]
    default: chance.once(in: 2) ? [:] : [nil]
    }
  }

  /// None between a thousand and a hundred million: such a number may be a wish for that much work.
  private static let wholes: [Int64] = [
    0, 1, -1, 2, 3, 7, 10, 99, 100, 101, 1000, 1 << 31, -1 << 31, 1 << 32, 1 << 52, 1 << 53,
    1 << 53 + 1, -1 << 53, 1 << 54, 1 << 62, .max, .max - 1, .min, .min + 1,
  ]

  private static let numbers: [Double] = [
    0, -0.0, 0.5, 1, -1, 1.5, 0.95, 0.999_999_999_999_9, 1.000_000_000_000_1, 1e-9, 1e-160, 1e-300,
    .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, .ulpOfOne, 1e9, 1e15,
    1e16, 1e154, 1e300, -1e300, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 100, 709, 710,
    -745, -746, 9_007_199_254_740_992, 9.3e18, -9.3e18,
  ]

  private static let texts = [
    "", " ", "0", "1", "-1", "NaN", "inf", "null", "true", "2024-02-30", "2023-02-29", "0000-01-01",
    "0001-01-01", "9999-12-31", "10000-01-01", "-0001-01-01", "2024-1-1", "2024-01-01T00:00:00Z",
    "2024-13-01", "1405-01-01", "۲۰۲۴-۰۱-۰۱", "é", "e\u{301}", "👩‍👩‍👧", "\u{200F}", "\u{FEFF}",
    "a\tb\n\"c\"\\",
    String(repeating: "long ", count: 200), "__proto__", "../..", "1e999", "0x10", "１２",
  ]
}
