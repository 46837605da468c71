import Facts
import Foundation
import Kernel

/// Made-up score facts, the same at every run: 730 days, six dimensions, mostly in order of day.
struct FigureFacts {
  struct Shape {
    let dimension: String
    let values: Int
  }

  /// Named as in the files that the peers read.
  static let shapes = [
    Shape(dimension: Dimension.touchpoint, values: 200),
    Shape(dimension: Dimension.channel, values: 5),
    Shape(dimension: Dimension.unit, values: 40),
    Shape(dimension: Dimension.employee, values: 500),
    Shape(dimension: Dimension.product, values: 60),
    Shape(dimension: Dimension.language, values: 3),
  ]

  static let firstDay = Day(year: 2024, month: 1, day: 1)!
  static let days = 730

  /// How many of a hundred answers gave each number of points.
  private static let percents = [2, 1, 1, 2, 2, 6, 6, 14, 20, 19, 27]

  /// Days since `firstDay`.
  var days: [UInt16] = []
  var points: [UInt8] = []

  /// +1, or −1 for the one fact in a hundred that takes an earlier answer back.
  var signs: [Int8] = []

  /// By place in `shapes`: 1 through the shape's number of values.
  var values: [[UInt16]] = Self.shapes.map { _ in [] }

  init(count: Int, shuffled: Bool) {
    var random = SplitMix(state: 20_240_101)
    let scale = Self.percents.enumerated().flatMap { [UInt8](repeating: UInt8($0), count: $1) }
    var stands: [Bool] = []
    for number in 0..<count {
      let earlier = max(0, number - 1 - random.next(below: 1_000))
      if random.next(below: 100) == 0, number > 0, stands[earlier] {
        takeBack(earlier)
        stands[earlier] = false
        stands.append(false)
        continue
      }
      stands.append(true)
      // A kiosk without network sends its answers up to nine days late.
      let late = random.next(below: 50) == 0 ? random.next(below: 10) : 0
      let day = shuffled ? random.next(below: Self.days) : number * Self.days / count - late
      days.append(UInt16(max(0, day)))
      points.append(scale[random.next(below: scale.count)])
      signs.append(1)
      for (place, shape) in Self.shapes.enumerated() {
        values[place].append(UInt16(1 + random.next(below: shape.values)))
      }
    }
  }

  private mutating func takeBack(_ earlier: Int) {
    days.append(days[earlier])
    points.append(points[earlier])
    signs.append(-signs[earlier])
    for place in values.indices { values[place].append(values[place][earlier]) }
  }
}

/// Sebastiano Vigna's SplitMix64: small, seedable, the same on every machine.
struct SplitMix {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)).multipliedFullWidth(by: UInt64(bound)).high)
  }
}

extension FigureFacts {
  /// The facts as our own engine holds them, under question 1.
  func columns() -> FactColumns {
    var columns = FactColumns()
    let numbers = Self.shapes.map { columns.admit(dimension: $0.dimension) }
    for (shape, number) in zip(Self.shapes, numbers) {
      // Values get the codes that they are.
      for value in 1...shape.values { _ = columns.admit(String(value), dimension: number) }
    }
    var row = [UInt32](repeating: 0, count: Self.shapes.count + 1)
    row[0] = columns.admit(version: 1)
    for fact in days.indices {
      for (place, number) in numbers.enumerated() { row[number] = UInt32(values[place][fact]) }
      columns.append(
        question: 1,
        day: Self.firstDay + Int(days[fact]),
        score: FactColumns.score(points: Int(points[fact]), sign: Int(signs[fact])),
        row: row
      )
    }
    return columns
  }

  /// Writes one raw little-endian file per column, each in the fewest bytes that hold it.
  func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let months = days.map { day in
      let date = (Self.firstDay + Int(day)).gregorian
      return UInt8((date.year - 2024) * 12 + date.month - 1)
    }
    try Self.write(days, to: folder.appending(path: "day.u16"))
    try Self.write(months, to: folder.appending(path: "month.u8"))
    try Self.write(points, to: folder.appending(path: "points.u8"))
    try Self.write(signs, to: folder.appending(path: "sign.i8"))
    for (place, shape) in Self.shapes.enumerated() {
      if shape.values > 255 {
        try Self.write(values[place], to: folder.appending(path: "\(shape.dimension).u16"))
      } else {
        let bytes = values[place].map { UInt8($0) }
        try Self.write(bytes, to: folder.appending(path: "\(shape.dimension).u8"))
      }
    }
  }

  private static func write(_ column: [some BitwiseCopyable], to file: URL) throws {
    try unsafe column.withUnsafeBytes { try unsafe Data($0).write(to: file) }
  }
}
