import Kernel
import Listen
import Tabular

/// Which columns of a file say who bought, when and for how much; what is not named is guessed.
struct PurchaseQuestion: Hashable, Sendable {
  var customer: String?
  var date: String?
  var amount: String?

  /// Every purchase counts as 1.
  var ignoresAmounts = false
  var pattern: DatePattern?

  /// - Throws: `Header.UnknownColumn` for a name the file does not have, `WrongUsage` where a
  ///   column is neither named nor found.
  func places(in header: Header, _ sample: ColumnSample) throws -> PurchasePlaces {
    let guess = PurchaseColumns(header, sample)
    let customer = try customer.map { name throws in try header.column(named: name) }
    let date = try date.map { name throws in try header.column(named: name) }
    let amount = try amount.map { name throws in try header.column(named: name) }
    let named = Self.byName(header, sample)
    guard let who = customer ?? guess?.customer ?? named.customer,
      let when = date ?? guess?.date ?? named.date, who != when
    else {
      let names = header.names.map { "“\($0)”" }.joined(separator: ", ")
      throw WrongUsage(
        reason: "who bought and when was not recognised; name the columns (--customer, --date, "
          + "--amount). There are \(names)"
      )
    }
    return PurchasePlaces(
      customer: who,
      date: when,
      amount: ignoresAmounts
        ? nil
        : amount.map { .column($0) } ?? Self.amount(of: guess, header, beside: [who, when]),
      currency: PurchasePlaces.currency(in: header)
    )
  }

  /// What the names say where the values alone leave it open; half of a column's must be dates.
  static func byName(
    _ header: Header,
    _ sample: ColumnSample
  ) -> (customer: Int?, date: Int?) {
    let names = header.names.map(ColumnWords.folded)
    let date = names.indices
      .filter { sample.traits(of: $0).dateShare >= 0.5 }
      .max { ColumnWords.fit(names[$0], .at) < ColumnWords.fit(names[$1], .at) }
    let customer =
      names.firstIndex { ColumnWords.fit($0, .customer) == 2 }
      ?? names.firstIndex { ColumnWords.fit($0, .customer) == 1 }
      ?? names.firstIndex { $0.split(separator: " ").contains("id") }
    return (customer, date)
  }

  /// The guess, or what is named like an amount where nothing else was guessed.
  private static func amount(
    of guess: PurchaseColumns?,
    _ header: Header,
    beside taken: [Int]
  ) -> PurchaseColumns.Amount? {
    if let amount = guess?.amount { return amount }
    let place = header.names.indices.first { place in
      let name = ColumnWords.folded(header.names[place])
      return !taken.contains(place) && ColumnWords.fit(name, .amount) > 0
    }
    return place.map { .column($0) }
  }
}
