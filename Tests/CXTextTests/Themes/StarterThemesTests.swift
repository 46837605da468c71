import Testing

@testable import CXText

struct StarterThemesTests {
  @Test(arguments: ThemeSet.Sector.allCases)
  func `each sector has about ten themes, named and worded in three languages`(
    sector: ThemeSet.Sector
  ) {
    let themes = ThemeSet.starter(for: sector).themes
    #expect((8...13).contains(themes.count))
    #expect(Set(themes.map(\.id)).count == themes.count)
    for theme in themes {
      for language in ThemeLanguage.allCases {
        #expect(theme.names[language]?.isEmpty == false)
        let words = theme.words[language] ?? []
        #expect((8...27).contains(words.count), "\(sector) \(theme.id) \(language) \(words.count)")
        #expect(Set(words).count == words.count, "\(sector) \(theme.id) \(language)")
      }
    }
  }

  @Test(arguments: ThemeSet.Sector.allCases)
  func `the lists of a sector's languages hold the same themes in the same order`(
    sector: ThemeSet.Sector
  ) {
    let lists = StarterTheme.lists(for: sector).map { $0.themes.map(\.id) }
    #expect(lists.count == 3 && lists.allSatisfy { $0 == lists[0] })
  }

  @Test(arguments: [
    (ThemeSet.Sector.retail, "The parcel never arrived and nobody answers the phone", ["delivery"]),
    (.retail, "Áo bị rách, xin đổi trả mà shop không cho đổi", ["quality", "returns"]),
    (.retail, "کد تخفیف کار نکرد و بسته دیر رسید", ["offers", "delivery"]),
    (.hospitality, "Our waiter was friendly but the soup was cold", ["staff", "food"]),
    (.hospitality, "Phòng có mùi hôi, hồ bơi thì đẹp", ["room", "cleanliness", "facilities"]),
    (.hospitality, "اتاق‌ها کثیف بود ولی صبحانه عالی", ["room", "cleanliness", "food"]),
    (.banking, "The ATM kept my card and I was charged a fee", ["cash", "fees"]),
    (.banking, "Chuyển khoản bị treo, gọi tổng đài mãi", ["transfers", "support"]),
    (.banking, "همراه بانک باز نمیشه و رمز پویا نمیاد", ["app", "security"]),
    (.health, "Waited two hours, the nurse was kind", ["waiting", "nurses"]),
    (.health, "Bác sĩ giải thích kỹ nhưng phải chờ lâu", ["doctors", "waiting"]),
    (.health, "پرستارها مهربان بودند ولی هزینه زیاد بود", ["nurses", "cost"]),
    (.telecom, "The engineer did not turn up", ["installation"]),
    (.telecom, "Mạng hay bị rớt mạng, cước thì cao", ["outages", "billing"]),
    (.telecom, "آنتن نداریم و پشتیبانی جواب نمی‌دهد", ["coverage", "support"]),
    (.education, "The exam was unfair and feedback came late", ["assessment", "feedback"]),
    (.education, "Thầy dạy dễ hiểu, máy chiếu bị mờ", ["teaching", "facilities"]),
    (.education, "استاد مسلط بود ولی شهریه بالاست", ["teaching", "fees"]),
  ])
  func `a comment is about what its reader would say`(
    sector: ThemeSet.Sector,
    comment: String,
    expected: [String]
  ) {
    let themes = ThemeSet.starter(for: sector).themes
    let touches = ThemeWords(themes: themes).touches(in: CommentReader().read(comment))
    let found = Set(touches.map { themes[$0.theme].id })
    for theme in expected { #expect(found.contains(theme), "\(comment): \(found.sorted())") }
  }
}
