import Tabular
import Testing

@testable import Measure

/// Numbers from columns and from long tables.
struct NamedNumbersTests {
  private static let names = ["rating", "nurses"]

  private static func read(
    _ text: String,
    _ numbers: NamedNumbers
  ) throws -> (units: [[Double?]], rows: AnswerRows, illegible: Int) {
    let file = try AnswersFile(text)
    var units: [[Double?]] = []
    let (rows, illegible) = try numbers.read(file.path) { units.append($0) }
    return (units, rows, illegible)
  }

  private static func long(scale: String? = nil) throws -> NamedNumbers {
    try NamedNumbers(
      names,
      unit: "year,state",
      measure: "what",
      value: "share",
      scale: scale
    )
  }

  @Test func `a long table gives a row for each unit, whatever the order`() throws {
    let text = """
      state,what,share,year
      AK,nurses,77,2022
      AK,rating,70,2022
      AL,rating,71,2022
      AK,rating,72,2023
      AL,quiet,60,2022
      AL,nurses,NA,2022
      AK,nurses,78,2023

      """
    let found = try Self.read(text, Self.long())
    #expect(found.units == [[70, 77], [71, nil], [72, 78]])
    #expect(found.rows.count == 7 && found.illegible == 0)
  }

  @Test func `the first of two values counts, and the line of the second is named`() throws {
    let text = "year,state,what,share\n1,A,rating,5\n1,A,nurses,4\n1,A,rating,3\n"
    let found = try Self.read(text, Self.long())
    #expect(found.units == [[5, 4]])
    let rejected = try #require(found.rows.rejections.lines.first)
    #expect(rejected.line == 4)
    #expect(rejected.reason == "a second value of rating for 1, A; the first one counts")
  }

  @Test func `a name that no row has is asked for with those there are`() throws {
    let text = "year,state,what,share\n1,A,rating,5\n1,A,doctors,4\n"
    let wrong = #expect(throws: WrongUsage.self) { try Self.read(text, Self.long()) }
    #expect(
      wrong?.reason
        == "no row has “nurses” in the column “what”; there are: doctors, rating"
    )
  }

  @Test func `what is off the scale is left out and counted`() throws {
    let columns = try NamedNumbers(Self.names, scale: "1-5")
    let wide = try Self.read("rating,nurses\n5,6\n1,0\n3,x\nNA,4.5\n", columns)
    #expect(wide.units == [[5, nil], [1, nil], [3, nil], [nil, 4.5]])
    #expect(wide.illegible == 3)
    let text = "year,state,what,share\n1,A,rating,5\n1,A,nurses,9\n"
    let long = try Self.read(text, Self.long(scale: "1-5"))
    #expect(long.units == [[5, nil]] && long.illegible == 1)
  }

  @Test func `a long table needs all three of its columns`() {
    #expect(throws: WrongUsage.self) { try NamedNumbers(Self.names, unit: "state") }
    #expect(throws: WrongUsage.self) { try NamedNumbers(Self.names, measure: "m", value: "v") }
    #expect(throws: WrongUsage.self) { try NamedNumbers(Self.names, scale: "five") }
  }
}
