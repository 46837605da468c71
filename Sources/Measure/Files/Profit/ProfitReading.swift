import CXMetrics
import Kernel
import Listen
import Tabular

extension ProfitRows {
  /// Reads a file of purchases through once.
  ///
  /// - Throws: `TabularError` for a file that cannot be read or that mixes currencies,
  ///   `WrongUsage`, `Header.UnknownColumn`.
  mutating func readPurchases(_ path: String, _ question: ProfitQuestion) async throws {
    let sample = try ColumnSample(of: path)
    let file = try TabularFile(path: path)
    let form = file.form
    let places = try PurchasePlaces(form.header, sample, question.columns)
    do {
      let (reading, read, rejections) = try await PurchaseReading.read(
        file,
        places,
        question.pattern,
        customers: customers
      )
      customers = reading.customers
      purchases = reading.records
      for (customer, reason) in reading.reasons { reasons[customer] = reason }
      purchaseUse = ProfitFileUse(
        file: form.name,
        rows: read,
        rejected: rejections.count - reading.unusable,
        unusable: reading.unusable,
        remarks: form.header.oddities + [reading.remark].compactMap(\.self)
      )
    } catch let mixed as OneCurrency.Mixed {
      throw TabularError(
        file: form.name,
        line: mixed.line,
        reason: "amounts in \(mixed.first) and \(mixed.other) cannot be added up; split the file"
      )
    }
    hasProfit = places.profit != nil
    knowsReasons = knowsReasons || places.reason != nil
  }
}

extension String {
  /// `Word of mouth` and `word-of-mouth` as `word_of_mouth`.
  var machineName: String {
    ColumnWords.folded(self).split(separator: " ").joined(separator: "_")
  }
}
