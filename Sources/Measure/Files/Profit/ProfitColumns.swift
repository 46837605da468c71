import Kernel
import Listen
import Tabular

extension PurchasePlaces {
  /// Who bought, when, for how much and by what source.
  ///
  /// - Throws: `Header.UnknownColumn` for a name that is not there, `WrongUsage` when a column is
  ///   neither named nor recognised.
  init(_ header: Header, _ sample: ColumnSample, _ names: ProfitQuestion.Names) throws {
    let guess = PurchaseColumns(header, sample)
    func place(_ name: String?, _ guessed: Int?, _ option: String) throws -> Int {
      if let name { return try header.column(named: name) }
      if let guessed { return guessed }
      throw WrongUsage(
        reason: "no column of the purchases looks like what --\(option) would name; name it"
      )
    }
    customer = try place(names.customer, guess?.customer, "customer")
    date = try place(names.date, guess?.date, "date")
    amount =
      if let name = names.amount {
        .column(try header.column(named: name))
      } else if let guessed = guess?.amount {
        guessed
      } else {
        throw WrongUsage(
          reason: "no column of the purchases looks like what --amount would name; name it"
        )
      }
    let folded = header.names.map(ColumnWords.folded)
    profit =
      try names.profit.map(header.column(named:))
      ?? Self.first(["profit", "gross profit", "margin", "loi nhuan", "سود"], in: folded)
    source =
      try names.source.map(header.column(named:))
      ?? Self.first(["source", "revenue source", "profit source", "nguon", "منبع"], in: folded)
    reason = names.acquisition.flatMap { header.names.firstIndex(of: $0) }
    currency = Self.currency(in: header)
  }

  private static func first(_ words: [String], in folded: [String]) -> Int? {
    words.lazy.compactMap { folded.firstIndex(of: $0) }.first
  }
}

/// Where a file of answers says who answered, when and what, and who left.
struct ProfitAnswerColumns: Hashable, Sendable {
  let customer: Int?
  let date: Int?
  let score: Int?
  let acquisition: Int?
  let satisfaction: Int?
  let left: Int?

  /// - Throws: `Header.UnknownColumn` for a name that is not there.
  init(_ header: Header, _ sample: ColumnSample, _ names: ProfitQuestion.Names) throws {
    let columns = header.names.enumerated().map { place, name in
      (place: place, name: ColumnWords.folded(name), traits: sample.traits(of: place))
    }
    func best(_ meaning: ColumnWords.Meaning, _ fits: (ColumnTraits) -> Bool) -> Int? {
      let fitting = columns.filter { ColumnWords.fit($0.name, meaning) > 0 && fits($0.traits) }
      return fitting.max {
        ColumnWords.fit($0.name, meaning) < ColumnWords.fit($1.name, meaning)
      }?.place
    }
    func named(_ name: String?) throws -> Int? { try name.map(header.column(named:)) }
    customer = try named(names.customer) ?? best(.customer) { _ in true }
    let dates = best(.at) { $0.dateShare >= 0.9 && $0.wholeShare < 0.5 }
    // The two files may name their dates differently; the name given must be in one of them.
    date = names.date.flatMap { header.names.firstIndex(of: $0) } ?? dates
    let satisfaction = best(.satisfaction) { $0.count > 0 && $0.share(on: 1...5) >= 0.8 }
    self.satisfaction = try named(names.satisfaction) ?? satisfaction
    let scores = columns.filter {
      $0.traits.count > 0 && $0.traits.share(on: 0...10) >= 0.8 && $0.place != satisfaction
        && ColumnWords.fit($0.name, .recommend) > 0
    }
    let score = scores.max {
      ColumnWords.fit($0.name, .recommend) < ColumnWords.fit($1.name, .recommend)
    }
    self.score = try named(names.score) ?? score?.place
    acquisition = names.acquisition.flatMap { header.names.firstIndex(of: $0) }
    let leaving = [
      "left", "defected", "churned", "churn", "churn value", "churn label", "exited", "attrition",
      "cancelled", "roi bo", "رفته",
    ]
    let gone = leaving.lazy.compactMap { word in columns.first { $0.name == word }?.place }.first
    left = try named(names.left) ?? gone
  }
}
