import CXMetrics
import Kernel
import Tabular

/// Purchases in the order of their file, a column each.
///
/// - Complexity: 16 bytes a purchase; 8 more where it says what was earned, 4 while dates may be
///   read both ways, 1 for the source of the profit.
struct PurchaseRecords: Sendable {
  /// Who bought, by number.
  var customers: [UInt32] = []
  private(set) var days: [Int32] = []

  /// Of dates that may be read both ways, the day with the month first; empty where none may.
  private(set) var otherDays: [Int32] = []
  private(set) var amounts: [Double] = []

  /// Empty where the file does not say.
  private(set) var profits: [Double] = []
  private(set) var sources: [BadProfitSource?] = []

  var count: Int { customers.count }

  @inline(__always)
  mutating func append(_ customer: UInt32, _ day: Day, monthFirst other: Day, _ amount: Double) {
    if other != day && otherDays.isEmpty { otherDays = days }
    customers.append(customer)
    days.append(day.rawValue)
    if other != day || !otherDays.isEmpty { otherDays.append(other.rawValue) }
    amounts.append(amount)
  }

  mutating func append(profit: Double) { profits.append(profit) }

  mutating func append(source: BadProfitSource?) { sources.append(source) }

  /// Takes all but the customers, who have other numbers there.
  mutating func append(restOf later: PurchaseRecords) {
    if !later.otherDays.isEmpty && otherDays.isEmpty { otherDays = days }
    if !later.otherDays.isEmpty || !otherDays.isEmpty {
      otherDays += later.otherDays.isEmpty ? later.days : later.otherDays
    }
    days += later.days
    amounts += later.amounts
    profits += later.profits
    sources += later.sources
  }

  mutating func settle(_ order: DateOrderEvidence.Order) {
    if order == .monthFirst && !otherDays.isEmpty { days = otherDays }
    otherDays = []
  }

  /// The first and the last day on which anything was bought.
  var span: ClosedRange<Day>? {
    guard let first = days.min(), let last = days.max() else { return nil }
    return Day(rawValue: first)...Day(rawValue: last)
  }

  /// Days on which a customer took something and all of it was free.
  var freeDays: Int {
    func key(_ row: Int) -> UInt64 {
      UInt64(customers[row]) << 32 | UInt64(UInt32(bitPattern: days[row]))
    }
    var free: Set<UInt64> = []
    for row in amounts.indices where amounts[row] == 0 { free.insert(key(row)) }
    guard !free.isEmpty else { return 0 }
    for row in amounts.indices where amounts[row] != 0 { free.remove(key(row)) }
    return free.count
  }
}
