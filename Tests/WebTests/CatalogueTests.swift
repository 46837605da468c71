import Kernel
import Testing

@testable import Web

/// What a reader is told is filled in once, and each page finds its own words.
struct CatalogueTests {
  private let words = Catalogue(
    .english,
    #"{"a.one": "{name} and {name}", "a.b.c": "{n} of {all}", "a": "{", "d": "{unknown} {n}"}"#
  )

  @Test func `what is filled in is not read again`() {
    #expect(words.text("a.one", ["name": "{n}", "n": "no"]) == "{n} and {n}")
    #expect(words.text("a.b.c", ["all": "12", "n": "3"]) == "3 of 12")
  }

  @Test func `what has no value stays as it is`() {
    #expect(words.text("a", ["": "x"]) == "{")
    #expect(words.text("d", ["n": "۳"]) == "{unknown} ۳")
    #expect(words.text("nothing", [:]) == "nothing")
  }

  @Test func `a section holds all below it`() {
    #expect(words.section("a") == ["one": "{name} and {name}", "b_c": "{n} of {all}"])
    #expect(words.section("a.b") == ["c": "{n} of {all}"])
    #expect(words.section("none").isEmpty)
  }
}
