import Kernel
import Testing

@testable import Tabular

struct FieldNumbersTests {
  private func integer(_ text: String) -> Int8 {
    let bytes = Array(text.utf8)
    return FieldNumbers.smallInteger(in: bytes.span, 0..<bytes.count)
  }

  @Test(arguments: [
    ("0", 0), ("9", 9), ("10", 10), ("11", 11), ("100", 100), (" 7 ", 7), ("\"8\"", 8),
    ("9.0", 9), ("007", 7), ("۹", 9), ("٧", 7), ("۱۰", 10),
  ])
  func `reads whole numbers as people and programs write them`(text: String, number: Int8) {
    #expect(integer(text) == number)
  }

  @Test(arguments: ["", " ", "\"\"", "NA", "n/a", "null", "NULL", "NaN", "None", "-"])
  func `knows the ways to say that nothing was answered`(text: String) {
    #expect(integer(text) == FieldNumbers.missing)
  }

  @Test(arguments: ["7.5", "abc", "-1", "101", "9.", "9.0x", "1e1", "9,0", "\"", "99999999999999"])
  func `what is no whole number to a hundred is illegal`(text: String) {
    #expect(integer(text) == FieldNumbers.illegal)
  }

  @Test(arguments: [
    ("1", 1), ("0.5", 0.5), ("12.25", 12.25), ("-3", -3), ("1e3", 1000), ("\"2.5\"", 2.5),
    ("۲.۵", 2.5), ("0.1", 0.1), ("123456789.123456789", 123456789.123456789), (".5", 0.5),
    ("5.", 5), ("-0.05", -0.05), ("-12345678901234.5", -12_345_678_901_234.5), ("+7", 7),
    ("0.00000000000000000012", 1.2e-19), ("999999999999999", 999_999_999_999_999),
  ])
  func `reads decimal numbers to the nearest double`(text: String, number: Double) {
    let bytes = Array(text.utf8)
    #expect(FieldNumbers.decimal(in: bytes.span, 0..<bytes.count) == number)
  }

  @Test func `a decimal number that is missing is not one that is illegal`() {
    func decimal(_ text: String) -> Double {
      let bytes = Array(text.utf8)
      return FieldNumbers.decimal(in: bytes.span, 0..<bytes.count)
    }
    for text in ["", "NA", "."] { #expect(decimal(text).isNaN) }
    for text in ["x", "inf", "1,5", "--1", "-.", "1.2.3", "1-"] {
      #expect(decimal(text) == .infinity)
    }
  }
}

struct DatePatternTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    Day(year: year, month: month, day: day)
  }

  private func read(_ text: String, _ pattern: String) -> Day? {
    DatePattern(pattern)?.day(Array(text.utf8))
  }

  @Test func `days, months and years of any width follow a pattern`() {
    #expect(read("1/9/21", "d/m/y") == day(2021, 9, 1))
    #expect(read("25/12/2021", "d/m/y") == day(2021, 12, 25))
    #expect(read("01/09/2021", "dd/mm/yyyy") == day(2021, 9, 1))
    #expect(read("9-1-1969", "m-d-y") == day(1969, 9, 1))
    #expect(read("1.9.69", "d.m.y") == day(1969, 9, 1))
    #expect(read("1.9.68", "d.m.y") == day(2068, 9, 1))
    #expect(read("20210901", "yyyymmdd") == day(2021, 9, 1))
    #expect(read("010921", "ddmmyy") == day(2021, 9, 1))
    #expect(read("1/9/21 14:05", "d/m/y") == day(2021, 9, 1))
  }

  @Test(arguments: [
    "31/4/21", "1/13/21", "0/1/21", "1-9-21", "1/9", "1/9/21x", "1/9/021", "x", "1/9/21 x",
    "29/2/2021", "1/9/12021",
  ])
  func `what no calendar has or another pattern names is no date`(text: String) {
    #expect(read(text, "d/m/y") == nil)
  }

  @Test(arguments: ["", "d/m", "d/m/y/d", "dmy", "d//m/y", "ddmmyyy", "soon"])
  func `a pattern names each part once`(pattern: String) {
    #expect(DatePattern(pattern) == nil)
  }
}

struct DateReaderTests {
  private let reader = DateReader(pattern: nil)

  private func read(_ text: String) -> DateReading {
    let bytes = Array(text.utf8)
    return reader.reading(in: bytes.span, 0..<bytes.count)
  }

  @Test(arguments: [
    "2021-09-01", "2021-09-01T23:59:59Z", "2021-09-01 20:09", "20210901", "2021/9/1",
    "\"2021-09-01\"", "2021.09.01",
  ])
  func `reads dates that have the year first without asking`(text: String) throws {
    #expect(read(text) == .day(try #require(Day(year: 2021, month: 9, day: 1))))
  }

  @Test func `keeps both readings of a date that may be either`() {
    let september = Day(year: 2021, month: 9, day: 1)
    let january = Day(year: 2021, month: 1, day: 9)
    #expect(read("1/9/21") == .eitherWay(dayFirst: september, monthFirst: january))
    let christmas = Day(year: 2021, month: 12, day: 25)
    #expect(read("25/12/2021") == .eitherWay(dayFirst: christmas, monthFirst: nil))
    #expect(read("12.25.2021") == .eitherWay(dayFirst: nil, monthFirst: christmas))
  }

  @Test(arguments: ["2021-02-30", "31/31/2021", "31/2/2021", "soon", "2021-09-01x", "1/9-21"])
  func `says of what is no date that it is none`(text: String) {
    #expect(read(text) == .unreadable)
  }

  @Test(arguments: ["", "NA", " "])
  func `says of an empty date that it is missing`(text: String) {
    #expect(read(text) == .missing)
  }
}

struct ValueDictionaryTests {
  @Test func `numbers values of every length in the order they are met`() {
    var dictionary = ValueDictionary()
    let values =
      (0..<40).map { String(repeating: "a", count: $0) }
      + (0..<5000).map { "value \($0)" } + (0..<500).map { "a value of some length \($0)" }
    for (number, value) in values.enumerated() {
      #expect(dictionary.number(of: value) == UInt32(number))
    }
    for (number, value) in values.enumerated() {
      #expect(dictionary.number(of: value) == UInt32(number))
      #expect(dictionary.value(number) == value)
    }
    #expect(dictionary.count == values.count)
  }

  @Test func `tells values apart that differ only behind a NUL or in their last byte`() {
    var dictionary = ValueDictionary()
    let values = ["a", "a\u{0}", "a\u{0}\u{0}", "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaab", ""]
    #expect(Set(values.map { dictionary.number(of: $0) }).count == values.count)
  }
}
