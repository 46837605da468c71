import Kernel

/// Toranj, a made-up seller of lamps and furniture: six branches and a year with a story.
///
/// Harbour has fallen for two months, late deliveries are the reason; Hillcrest rises slowly; and a
/// half-price week won customers who now warn others.
struct DemoCompany: Sendable {
  struct Branch: Sendable {
    let name: String

    /// Its part of all answers.
    let weight: Double
    let promoters: Double
    let detractors: Double
    let touchpoints: [String]
    let employees: [String]
  }

  static let name = "Toranj"

  static let branches = [
    Branch(
      name: "Riverside",
      weight: 22,
      promoters: 0.66,
      detractors: 0.12,
      touchpoints: ["Store visit", "Store visit", "Delivery"],
      employees: ["Thu", "Omid", "Grace"]
    ),
    Branch(
      name: "Old Market",
      weight: 18,
      promoters: 0.62,
      detractors: 0.13,
      touchpoints: ["Store visit", "Store visit", "Delivery"],
      employees: ["Minh", "Leila", "Peter"]
    ),
    Branch(
      name: "Hillcrest",
      weight: 15,
      promoters: 0.5,
      detractors: 0.18,
      touchpoints: ["Store visit", "Store visit", "Delivery"],
      employees: ["Hoa", "Kian", "Ruth"]
    ),
    Branch(
      name: "Online",
      weight: 22,
      promoters: 0.57,
      detractors: 0.16,
      touchpoints: ["Online order", "Delivery", "Support"],
      employees: []
    ),
    Branch(
      name: "Station",
      weight: 13,
      promoters: 0.5,
      detractors: 0.19,
      touchpoints: ["Store visit", "Store visit", "Support"],
      employees: ["Quang", "Sara", "Ben"]
    ),
    Branch(
      name: "Harbour",
      weight: 10,
      promoters: 0.58,
      detractors: 0.15,
      touchpoints: ["Store visit", "Delivery", "Delivery"],
      employees: ["Lan", "Navid", "Emma"]
    ),
  ]

  /// Days before today on which the deliveries began to be late.
  static let lateSince = 60

  /// The half-price week, in days before today.
  static let campaignDays = 118...131
  static let campaign = "half-price week"

  static let dayCount = 365

  /// The chances of a promoter and of a detractor at a branch, some days before today.
  static func chances(
    at branch: Branch,
    daysAgo: Int,
    isCampaign: Bool
  ) -> (promoters: Double, detractors: Double) {
    if isCampaign { return (0.3, 0.4) }
    let past = Double(daysAgo) / Double(dayCount)
    switch branch.name {
    case "Harbour" where daysAgo < lateSince: return (0.34, 0.38)
    case "Hillcrest": return (branch.promoters + 0.12 * (1 - past), branch.detractors)
    case "Online" where daysAgo < lateSince: return (branch.promoters, branch.detractors + 0.03)
    default: return (branch.promoters, branch.detractors)
    }
  }

  /// How often each theme comes up, for somebody content or not.
  static func themes(
    at branch: Branch,
    daysAgo: Int,
    isContent: Bool,
    isCampaign: Bool
  ) -> [String: Double] {
    if isCampaign, !isContent { return ["price": 6, "queue": 4, "quality": 1] }
    if isContent {
      return ["advice": 5, "quality": 3, "delivery": 2, "queue": 1, "wrapping": 2, "price": 2]
    }
    let isLate = daysAgo < lateSince
    var themes: [String: Double] = [
      "queue": 3, "quality": 2, "advice": 2, "price": 2, "delivery": isLate ? 4 : 1.5,
    ]
    if branch.name == "Harbour" { themes["parking"] = 1.5 }
    if branch.name == "Harbour", isLate { themes["delivery"] = 14 }
    return themes
  }
}
