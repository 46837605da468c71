import Kernel

/// A year of answers to the demo's survey, as the file that a real business would bring.
///
/// The same seed and the same last day give the same file, byte for byte.
struct DemoAnswers: Sendable {
  private var numbers: SeededNumbers
  private let today: Day
  private let words: DemoWords

  init(seed: UInt64 = 1, until today: Day) {
    numbers = SeededNumbers(seed: seed)
    self.today = today
    words = DemoWords()
  }

  static let columns = [
    "external_id", "at", "recommend", "why", "satisfied", "easy", "touchpoint", "channel", "unit",
    "employee", "language", "campaign",
  ]

  /// About 12,000 lines of CSV with a header.
  mutating func csv() -> String {
    var text = Self.columns.joined(separator: ",") + "\r\n"
    var number = 0
    for daysAgo in (0..<DemoCompany.dayCount).reversed() {
      let day = today + -daysAgo
      for _ in 0..<count(on: day, daysAgo: daysAgo) {
        number += 1
        text += line(number, on: day, daysAgo: daysAgo) + "\r\n"
      }
    }
    return text
  }

  /// More at the end of the week, and a fifth more at the end of the year than at its start.
  private mutating func count(on day: Day, daysAgo: Int) -> Int {
    let weekday = day.isoWeekday >= 5 ? 1.35 : 0.87
    let growth = 1.1 - 0.2 * Double(daysAgo) / Double(DemoCompany.dayCount)
    let campaign = DemoCompany.campaignDays.contains(daysAgo) ? 1.5 : 1
    let mean = 32 * weekday * growth * campaign
    return Int(mean * (0.75 + 0.5 * numbers.share()))
  }

  private mutating func line(_ number: Int, on day: Day, daysAgo: Int) -> String {
    let branch = DemoCompany.branches[numbers.index(of: DemoCompany.branches.map(\.weight))]
    let isCampaign = DemoCompany.campaignDays.contains(daysAgo) && numbers.happens(0.4)
    let chances = DemoCompany.chances(at: branch, daysAgo: daysAgo, isCampaign: isCampaign)
    let score = score(chances.promoters, chances.detractors)
    let language = Language.allCases[numbers.index(of: [42, 34, 24])]
    let comment = comment(score, branch, daysAgo, isCampaign, in: language)
    let employee = numbers.happens(0.6) && !branch.employees.isEmpty
    return [
      "D\(number)", time(on: day), String(score), comment, satisfaction(score), ease(score),
      numbers.one(of: branch.touchpoints),
      ["kiosk", "qr", "email", "web", "phone"][numbers.index(of: [34, 22, 24, 15, 5])],
      branch.name, employee ? numbers.one(of: branch.employees) : "", language.rawValue,
      isCampaign ? DemoCompany.campaign : "",
    ].map(Self.field).joined(separator: ",")
  }

  private mutating func score(_ promoters: Double, _ detractors: Double) -> Int {
    switch numbers.index(of: [promoters, 1 - promoters - detractors, detractors]) {
    case 0: 9 + numbers.index(of: [45, 55])
    case 1: 7 + numbers.index(of: [40, 60])
    default: numbers.index(of: [6, 4, 8, 12, 15, 28, 27])
    }
  }

  /// Half of the people answer this one; what they say goes along with how they recommend.
  private mutating func satisfaction(_ score: Int) -> String {
    guard numbers.happens(0.7) else { return "" }
    let likely = score >= 9 ? 5 : score >= 7 ? 4 : score >= 5 ? 3 : 2
    return String(min(5, max(1, likely + numbers.index(of: [18, 64, 18]) - 1)))
  }

  private mutating func ease(_ score: Int) -> String {
    guard numbers.happens(0.6) else { return "" }
    let likely = score >= 9 ? 6 : score >= 7 ? 5 : score >= 5 ? 4 : 3
    return String(min(7, max(1, likely + numbers.index(of: [10, 20, 40, 20, 10]) - 2)))
  }

  private mutating func comment(
    _ score: Int,
    _ branch: DemoCompany.Branch,
    _ daysAgo: Int,
    _ isCampaign: Bool,
    in language: Language
  ) -> String {
    let isContent = score >= 8
    guard numbers.happens(isContent ? 0.35 : 0.62) else { return "" }
    let themes = DemoCompany.themes(
      at: branch,
      daysAgo: daysAgo,
      isContent: isContent,
      isCampaign: isCampaign
    ).sorted { $0.key < $1.key }
    let theme = themes[numbers.index(of: themes.map(\.value))].key
    let sentences = words.sentences(on: theme, isContent: isContent, in: language)
    return sentences.isEmpty ? "" : numbers.one(of: sentences)
  }

  private mutating func time(on day: Day) -> String {
    let hour = 9 + numbers.index(of: [3, 5, 6, 7, 6, 5, 6, 8, 9, 7, 4, 2])
    let minute = Int(numbers.next() % 60)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(day)T\(two(hour)):\(two(minute)):00"
  }

  private static func field(_ text: String) -> String {
    text.contains(where: { $0 == "," || $0 == "\"" })
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
