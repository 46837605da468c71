import Kernel
import Listen
import Tabular

/// The columns of a file that say what of a purchase.
struct PurchasePlaces: Hashable, Sendable {
  let customer: Int
  let date: Int

  /// Without it every purchase counts as 1.
  var amount: PurchaseColumns.Amount?

  /// What was earned, and by what.
  var profit: Int?
  var source: Int?

  /// Why the customer came.
  var reason: Int?
  var currency: Int?

  /// The column that names currencies, if any.
  static func currency(in header: Header) -> Int? {
    header.names.firstIndex { name in
      ["currency", "currency code", "tien te", "ارز", "واحد پول"]
        .contains(ColumnWords.folded(name))
    }
  }

  /// Customer first; nil columns take no place.
  private var values: [Int] { [customer, currency, source, reason].compactMap(\.self) }

  private var amounts: [Int] {
    switch amount {
    case nil: []
    case .column(let column): [column]
    case .product(let quantity, let price): [quantity, price]
    }
  }

  func choice(_ pattern: DatePattern?) -> ColumnChoice {
    var choice = ColumnChoice()
    choice.values = values
    choice.hasKeys = true
    choice.date = ColumnChoice.Date(column: date, reader: DateReader(pattern: pattern))
    choice.decimals = amounts + [profit].compactMap(\.self)
    return choice
  }

  /// Where a column of values stands in a batch.
  func value(_ column: Int?) -> Int? { column.flatMap { values.firstIndex(of: $0) } }

  /// Where the profit stands among the decimals of a batch.
  var profitDecimal: Int? { profit == nil ? nil : amounts.count }
}
