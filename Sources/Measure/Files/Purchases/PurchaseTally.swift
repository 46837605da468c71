import CXMetrics
import Kernel
import Tabular

/// Takes the purchases of a file out of its lines, on one thread.
struct PurchaseTally: ColumnTally {
  private let amount: PurchaseColumns.Amount?

  /// Where columns stand among the values and the decimals of a batch.
  private let profit: Int?
  private let currency: Int?
  private let source: Int?
  private let reason: Int?

  /// Tells the parts of one thread from those of another.
  private let thread: Int

  /// What the values of the columns mean, by the thread's own numbers.
  private var isNobody: [Bool] = []
  private var currencies: [String?] = []
  private var sources: [BadProfitSource?] = []
  private var reasons: [EarnedGrowth.Reason?] = []
  private var found: Part

  /// Customers whose names have been handed over.
  private var told = 0

  init(_ places: PurchasePlaces, thread: Int) {
    amount = places.amount
    profit = places.profitDecimal
    currency = places.value(places.currency)
    source = places.value(places.source)
    reason = places.value(places.reason)
    self.thread = thread
    found = Part(thread: thread)
  }

  struct Part: Sendable {
    let thread: Int

    /// Those whom earlier parts of this thread did not have.
    var newCustomers = ValueList()
    var records = PurchaseRecords()
    var evidence = DateOrderEvidence()
    var currency = OneCurrency()

    /// What was said last of why each customer came.
    var reasons: [UInt32: EarnedGrowth.Reason] = [:]

    /// Lines without a customer, a day or an amount.
    var unusable = 0

    init(thread: Int) { self.thread = thread }
  }

  mutating func take(
    _ decoder: borrowing ColumnDecoder,
    of window: borrowing RecordWindow,
    _ rejections: inout Rejections
  ) {
    understand(decoder)
    let batch = decoder.batch
    let customers = batch.values[0]
    var lines = LineCursor()
    for row in customers.indices {
      let record = Int(batch.records[row])
      func reject(_ reason: @autoclosure () -> String) {
        found.unusable += 1
        rejections.add(line: lines.line(of: record, in: window), reason: reason())
      }
      if let currency, let name = currencies[Int(batch.values[currency][row])] {
        found.currency.take(name, line: lines.line(of: record, in: window))
      }
      guard !isNobody[Int(customers[row])] else {
        reject("no customer")
        continue
      }
      let (dayFirst, monthFirst) = batch.dates[row].days
      guard let day = dayFirst ?? monthFirst else {
        reject("“\(decoder.dateText(ofRow: row, in: window).prefix(40))” is not a date")
        continue
      }
      guard let amount = amount(batch, row), takeMore(batch, row) else {
        reject("the amount is not a number")
        continue
      }
      found.evidence.take(
        batch.dates[row],
        .init(
          line: lines.line(of: record, in: window),
          text: decoder.dateText(ofRow: row, in: window)
        )
      )
      found.records.append(customers[row], day, monthFirst: monthFirst ?? day, amount)
    }
  }

  /// 1 where a file has no amounts; nil where a field holds none.
  @inline(__always)
  private func amount(_ batch: ColumnBatch, _ row: Int) -> Double? {
    let amount: Double =
      switch amount {
      case nil: 1
      case .column: batch.decimals[0][row]
      case .product: batch.decimals[0][row] * batch.decimals[1][row]
      }
    // Written so that NaN, which is missing, is refused too.
    return abs(amount) <= PurchaseHistory.largestAmount ? amount : nil
  }

  /// Takes what else a row says; false where its profit cannot be read.
  @inline(__always)
  private mutating func takeMore(_ batch: ColumnBatch, _ row: Int) -> Bool {
    if let profit {
      let earned = batch.decimals[profit][row]
      guard earned.isFinite else { return false }
      found.records.append(profit: earned)
    }
    if let source { found.records.append(source: sources[Int(batch.values[source][row])]) }
    if let reason, let why = reasons[Int(batch.values[reason][row])] {
      found.reasons[batch.values[0][row]] = why
    }
    return true
  }

  /// Finds what values mean that were not there before.
  private mutating func understand(_ decoder: borrowing ColumnDecoder) {
    func extend<Meaning>(
      _ known: inout [Meaning],
      _ place: Int?,
      _ meaning: (String) -> Meaning
    ) {
      guard let place else { return }
      let dictionary = decoder.dictionaries[place]
      for number in known.count..<max(known.count, dictionary.count) {
        known.append(meaning(dictionary.value(number)))
      }
    }
    func isMissing(_ text: String) -> Bool { FieldNumbers.isMissing(text.plainFieldBytes) }
    extend(&isNobody, 0, isMissing)
    extend(&currencies, currency) { isMissing($0) ? nil : $0 }
    extend(&sources, source) { BadProfitSource(rawValue: $0.machineName) }
    extend(&reasons, reason) {
      isMissing($0) ? nil : EarnedGrowth.Reason(named: $0.machineName)
    }
  }

  mutating func part(_ decoder: borrowing ColumnDecoder) -> Part {
    defer { found = Part(thread: thread) }
    found.newCustomers = decoder.dictionaries[0].values(from: told)
    told = decoder.dictionaries[0].count
    return found
  }

  static func meet(_ part: Part, in whole: inout PurchaseReading) { whole.meet(part) }

  static func merge(
    _ part: Part,
    linesBefore: Int,
    into whole: inout PurchaseReading
  ) throws(OneCurrency.Mixed) {
    try whole.add(part, linesBefore: linesBefore)
  }
}

extension DateReading {
  /// The day with the day first and the one with the month first; both nil for no date.
  var days: (dayFirst: Day?, monthFirst: Day?) {
    switch self {
    case .missing, .unreadable: (nil, nil)
    case .day(let day): (day, day)
    case .eitherWay(let dayFirst, let monthFirst): (dayFirst, monthFirst)
    }
  }
}
