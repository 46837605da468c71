import CXMetrics
import Kernel
import Listen
import Tabular

extension ProfitRows {
  /// Reads a file of purchases through once.
  ///
  /// - Throws: `TabularError` for a file that cannot be read or that mixes currencies,
  ///   `WrongUsage`, `Header.UnknownColumn`.
  mutating func readPurchases(_ path: String, _ question: ProfitQuestion) throws {
    let sample = try ColumnSample(of: path)
    var reader = TabularReader(try TabularFile(path: path))
    let columns = try ProfitPurchaseColumns(reader.header, sample, question.columns)
    var use = ProfitFileUse(file: reader.form.name, remarks: reader.header.oddities)
    var days = ProfitDays(column: columns.date, pattern: question.pattern)
    var currency = OneCurrency(column: columns.currency)
    var unsettled: [(row: ProfitPurchaseRow, day: UnsettledDay)] = []
    while true {
      let step = try reader.next()
      if case .end = step { break }
      use.rows += 1
      guard case .record = step else {
        use.rejected += 1
        continue
      }
      let day = days.day(of: reader)
      try currency.check(reader)
      guard let day, let row = row(of: reader, columns) else {
        use.unusable += 1
        continue
      }
      unsettled.append((row, day))
    }
    let order = try days.order()
    for (row, day) in unsettled {
      if let day = day.settled(order) {
        purchases.append(row.on(day))
      } else {
        use.unusable += 1
      }
    }
    use.remarks += [days.remark].compactMap(\.self)
    hasProfit = columns.profit != nil
    knowsReasons = knowsReasons || columns.acquisition != nil
    purchaseUse = use
  }

  /// Rows without a customer or an amount are nil.
  private mutating func row(
    of reader: borrowing TabularReader,
    _ columns: ProfitPurchaseColumns
  ) -> ProfitPurchaseRow? {
    let name = reader.text(columns.customer)
    guard !FieldNumbers.isMissing(name.plainFieldBytes) else { return nil }
    let amount: Double? =
      switch columns.amount {
      case .column(let place): Self.decimal(place, of: reader)
      case .product(let quantity, let price):
        Self.decimal(quantity, of: reader).flatMap { quantity in
          Self.decimal(price, of: reader).map { quantity * $0 }
        }
      }
    guard let amount else { return nil }
    var profit = amount
    if let place = columns.profit {
      guard let told = Self.decimal(place, of: reader) else { return nil }
      profit = told
    }
    let customer = customers.number(of: name)
    if let place = columns.acquisition { note(reader.text(place), for: customer) }
    return ProfitPurchaseRow(
      customer: customer,
      amount: amount,
      profit: profit,
      source: columns.source.flatMap {
        BadProfitSource(rawValue: Self.machineName(reader.text($0)))
      }
    )
  }

  /// What has been said of a customer's reason last stands.
  mutating func note(_ reason: String, for customer: Int) {
    guard !FieldNumbers.isMissing(reason.plainFieldBytes) else { return }
    reasons[customer] = EarnedGrowth.Reason(named: Self.machineName(reason))
  }

  /// `Word of mouth` and `word-of-mouth` as `word_of_mouth`.
  static func machineName(_ text: String) -> String {
    ColumnWords.folded(text).split(separator: " ").joined(separator: "_")
  }

  static func decimal(_ column: Int, of reader: borrowing TabularReader) -> Double? {
    let value = reader.withBytes(of: column) {
      FieldNumbers.decimal(in: $0, 0..<$0.count)
    }
    return value.isFinite ? value : nil
  }
}

/// A purchase whose day is not settled yet.
private struct ProfitPurchaseRow: Sendable {
  let customer: Int
  let amount: Double
  let profit: Double
  let source: BadProfitSource?

  func on(_ day: Day) -> ProfitPurchase {
    ProfitPurchase(customer: customer, day: day, amount: amount, profit: profit, source: source)
  }
}
