import Listen
import Tabular

/// Where a file of purchases says who bought, when, and for how much.
struct PurchaseColumns: Hashable, Sendable {
  let customer: Int
  let date: Int
  let amount: Amount?

  /// What one row is worth.
  enum Amount: Hashable, Sendable {
    case column(Int)
    case product(quantity: Int, price: Int)
  }

  /// Guesses from names and values; nil when no customer buys twice, or nothing is dated.
  init?(_ header: Header, _ sample: ColumnSample) {
    let columns = header.names.enumerated().map { place, name in
      (place: place, name: ColumnWords.folded(name), traits: sample.traits(of: place))
    }
    // A column that is named like one may hold more that cannot be read.
    let dates = columns.filter { column in
      let share = ColumnWords.fit(column.name, .at) > 0 ? 0.6 : 0.9
      return column.traits.dateShare >= share && column.traits.wholeShare < 0.5
    }
    guard
      let date = dates.max(by: { ColumnWords.fit($0.name, .at) < ColumnWords.fit($1.name, .at) })
    else { return nil }
    let others = columns.filter { $0.place != date.place }
    guard let customer = Self.customer(of: others.map { ($0.place, $0.name, $0.traits) }) else {
      return nil
    }
    self.customer = customer
    self.date = date.place
    amount = Self.amount(of: others.filter { $0.place != customer }.map { ($0.place, $0.name) })
  }

  /// The column that is named like a customer; else a number of things that come again.
  private static func customer(
    of columns: [(place: Int, name: String, traits: ColumnTraits)]
  ) -> Int? {
    let named = columns.filter { ColumnWords.fit($0.name, .customer) == 2 }
    if let named = named.first { return named.place }
    return columns.first { column in
      let isNumber = column.name.split(separator: " ").contains { $0 == "id" || $0 == "ma" }
      return isNumber && !column.traits.isUnique && column.traits.count > 0
    }?.place
  }

  private static func amount(of columns: [(place: Int, name: String)]) -> Amount? {
    func place(of words: Set<String>) -> Int? {
      columns.first { words.contains($0.name) }?.place
    }
    let quantity = place(of: ["quantity", "qty", "units", "so luong", "تعداد"])
    let price = place(of: ["unit price", "price", "price each", "don gia", "قیمت", "قیمت واحد"])
    if let quantity, let price { return .product(quantity: quantity, price: price) }
    return columns.first { ColumnWords.fit($0.name, .amount) == 2 }.map { .column($0.place) }
  }
}
