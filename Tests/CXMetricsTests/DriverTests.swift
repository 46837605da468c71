import Testing

@testable import CXMetrics

struct DriverTests {
  private static func rows(_ drivers: Int, count: Int = 120) throws -> DriverRows {
    var random = SeededGenerator(seed: UInt64(drivers))
    var rows = DriverRows(drivers: (0..<drivers).map { "driver \($0)" })
    for _ in 0..<count {
      let halo = random.next(below: 5)
      let row = (0..<drivers).map { _ in Optional(Double(halo + random.next(below: 7))) }
      let sum = row.enumerated().reduce(0) { $0 + Double($1.offset) * ($1.element ?? 0) }
      try rows.add(outcome: sum + Double(random.next(below: 40)), drivers: row)
    }
    return rows
  }

  @Test(arguments: [1, 2, 3, 4, 5, 11, 12, 15])
  func `both kinds of weights add up to the share that is explained`(drivers: Int) throws {
    let found = try KeyDrivers(try Self.rows(drivers).moments)
    let shapley = found.drivers.reduce(0) { $0 + ($1.shapley ?? .nan) }
    let relative = found.drivers.reduce(0) { $0 + ($1.relativeWeight ?? .nan) }
    #expect(abs(shapley - found.rSquared) < 1e-10)
    #expect(abs(relative - found.rSquared) < 1e-10)
  }

  @Test(arguments: [12, 14])
  func `all cores find exactly what one finds`(drivers: Int) throws {
    let correlations = try Self.rows(drivers).moments.correlations()
    let alone = ShapleyWeights(correlations, onAllCores: false).values
    #expect(ShapleyWeights(correlations).values == alone)
  }

  @Test func `uncorrelated drivers get their own squared correlation`() throws {
    var rows = DriverMoments(drivers: ["a", "b", "c"])
    for bits in 0..<8 {
      let x = (0..<3).map { Double((bits >> $0) & 1) }
      // What the drivers do not explain is a pattern that none of them has.
      let rest = Double((bits & 1) ^ ((bits >> 1) & 1) ^ ((bits >> 2) & 1))
      try rows.add(outcome: 3 * x[0] + 2 * x[1] + x[2] + rest, drivers: x.map(Optional.init))
    }
    for driver in try KeyDrivers(rows).drivers {
      let square = driver.correlation * driver.correlation
      #expect(abs((driver.shapley ?? .nan) - square) < 1e-12)
      #expect(abs((driver.relativeWeight ?? .nan) - square) < 1e-12)
    }
  }

  @Test func `rows streamed in parts give the weights of the whole`() throws {
    var random = SeededGenerator(seed: 9)
    var whole = DriverMoments(drivers: ["a", "b"])
    var parts = [whole, whole]
    for place in 0..<90 {
      // Large numbers, so that carelessly merged sums would lose their digits.
      let (a, b) = (1e6 + Double(random.next(below: 10)), Double(random.next(below: 10)))
      let outcome = place == 5 ? nil : a - 1e6 + 2 * b + Double(random.next(below: 9))
      try whole.add(outcome: outcome, drivers: [a, b])
      try parts[place % 2].add(outcome: outcome, drivers: [a, b])
    }
    var merged = parts[0]
    try merged.merge(parts[1])
    let (one, other) = (try KeyDrivers(whole), try KeyDrivers(merged))
    #expect(one.count == 89 && other.count == 89)
    #expect(abs(one.rSquared - other.rSquared) < 1e-10)
    #expect(throws: MetricRefusal.lengthMismatch) {
      try merged.merge(DriverMoments(drivers: ["a", "c"]))
    }
  }

  @Test func `a seed decides the intervals, and another seed others`() throws {
    let rows = try Self.rows(3)
    let once = try KeyDriverIntervals(rows, resamples: 200, seed: 1)
    #expect(try KeyDriverIntervals(rows, resamples: 200, seed: 1) == once)
    #expect(try KeyDriverIntervals(rows, resamples: 200, seed: 2) != once)
    #expect(once.resamplesUsed == 200)
    #expect(throws: MetricRefusal.invalidInput) { try KeyDriverIntervals(rows, resamples: 0) }
  }

  @Test func `draws in which a driver never varies are left out`() throws {
    var rows = DriverRows(drivers: ["rare"])
    for place in 0..<12 {
      try rows.add(outcome: Double(place % 5), drivers: [place == 3 ? 1 : 0])
    }
    let found = try KeyDriverIntervals(rows, resamples: 500, seed: 3)
    // A row is missed by (11/12)^12 of the draws, 35 %.
    #expect((270...380).contains(found.resamplesUsed))
  }

  @Test func `more than twenty drivers have relative weights only`() throws {
    let found = try KeyDrivers(try Self.rows(21).moments)
    #expect(found.drivers.allSatisfy { $0.shapley == nil && $0.relativeWeight != nil })
  }

  @Test func `eigenvectors rebuild the matrix, also one of equal eigenvalues`() throws {
    for size in [1, 2, 3, 8, 40] {
      var random = SeededGenerator(seed: UInt64(size))
      var matrix = [Double](repeating: 0, count: size * size)
      for row in 0..<size {
        for column in 0...row {
          let value = size == 3 ? (row == column ? 2 : 0) : Double(random.next(below: 100)) / 50 - 1
          matrix[row * size + column] = value
          matrix[column * size + row] = value
        }
      }
      let system = try #require(SymmetricEigensystem(matrix, size: size))
      for row in 0..<size {
        for column in 0..<size {
          let rebuilt = (0..<size).reduce(0.0) {
            $0 + system.values[$1] * system.vectors[$1 * size + row]
              * system.vectors[$1 * size + column]
          }
          #expect(abs(rebuilt - matrix[row * size + column]) < 1e-12 * Double(size))
        }
      }
    }
  }
}
