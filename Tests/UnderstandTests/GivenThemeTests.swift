import CXText
import Testing

@testable import Understand

/// Themes that people wrote beside comments.
struct GivenThemeTests {
  @Test(arguments: [
    ("price; staff", ["price", "staff"], [Feeling?.none, nil]),
    ("{CAMERA#Positive};{BATTERY#Negative};", ["CAMERA", "BATTERY"], [.positive, .negative]),
    (
      "HOTEL#DESIGN:positive; HOTEL#GENERAL:neutral", ["HOTEL#DESIGN", "HOTEL#GENERAL"],
      [.positive, .neutral]
    ),
    ("giá: tiêu cực", ["giá"], [.negative]),
    ("کیفیت:مثبت", ["کیفیت"], [.positive]),
    ("open: 9 to 5", ["open: 9 to 5"], [nil]),
    (" ; ;", [], []),
  ])
  func `a cell holds themes, with their feelings where somebody said so`(
    cell: String,
    themes: [String],
    feelings: [Feeling?]
  ) {
    let found = GivenTheme.all(in: cell, separator: ";")
    #expect(found.map(\.theme) == themes)
    #expect(found.map(\.feeling) == feelings)
  }

  @Test func `a theme named twice counts once`() {
    #expect(GivenTheme.all(in: "price;price#negative", separator: ";").count == 1)
  }
}
