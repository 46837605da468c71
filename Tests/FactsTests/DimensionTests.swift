import CXMetrics
import Kernel
import Testing

@testable import Facts

struct DimensionTests {
  @Test func `the 65,535th value and all later ones are counted as other`() async throws {
    let facts = (1...65_537).map { NewFact.plain(day: 100, ["product": "p\($0)"]) }
    let columns = FactColumns(facts)
    let tallies = try await columns.tallies(
      for: Inquiry(questions: [1], groupings: [.dimension("product")])
    )
    #expect(tallies.groups.count == 65_535)
    #expect(tallies.byKeys[[.dimension(.value("p65534"))]]?.total == 1)
    #expect(tallies.byKeys[[.dimension(.other)]]?.total == 3)

    let other = Inquiry.Filter("product", in: [.other])
    let others = try await columns.tallies(for: Inquiry(questions: [1], filters: [other]))
    #expect(others.total.total == 3)
  }

  @Test func `codes widen when the dictionary outgrows a byte, and old chunks stay narrow`() {
    var facts = (0..<Chunk.capacity).map { NewFact.plain(day: 100, ["product": "p\($0 % 200)"]) }
    let narrow = FactColumns(facts)
    facts += (0..<Chunk.capacity).map { NewFact.plain(day: 100, ["product": "p\($0 % 300)"]) }
    let wide = FactColumns(facts)
    // A byte for the score, and one or two for the product; nothing else differs.
    #expect(narrow.footprint == 2 * Chunk.capacity)
    #expect(wide.footprint == narrow.footprint + 3 * Chunk.capacity)
  }

  @Test func `a dimension that nobody gives takes no memory`() {
    let bare = FactColumns((0..<1_000).map { _ in .plain(day: 100) })
    let given = FactColumns((0..<1_000).map { _ in .plain(day: 100, ["channel": "web"]) })
    #expect(given.footprint == bare.footprint)
  }

  @Test func `a dimension first met late is not given before`() async throws {
    let facts = [NewFact.plain(day: 1), .plain(day: 2, ["unit": "north"]), .plain(day: 3)]
    let tallies = try await FactColumns(facts).tallies(
      for: Inquiry(questions: [1], groupings: [.dimension("unit")])
    )
    #expect(
      tallies.byKeys.mapValues { $0.total } == [
        [.dimension(.notGiven)]: 2, [.dimension(.value("north"))]: 1,
      ]
    )
  }

  @Test func `a column keeps its values through every widening`() {
    var column = GrowingColumn()
    var plain: [UInt32] = []
    for value in [7, 7, 0, 255, 256, 3, 65_535, 65_536, 1, 4_000_000_000, 0] as [UInt32] {
      column.append(value)
      plain.append(value)
      #expect(plain.indices.map { column[$0] } == plain)
      #expect(column.low == plain.min())
      #expect(column.high == plain.max())
    }
    #expect(column.width == .quad)
  }

  @Test func `days arriving late move a column's base back`() {
    var column = DayColumn()
    let days: [Int32] = [500, 499, 900, -20, 70_000, -20]
    for day in days { column.append(Day(rawValue: day)) }
    #expect(days.indices.map { column[$0].rawValue } == days)
    #expect(column.offsets.low == 0)
  }
}
