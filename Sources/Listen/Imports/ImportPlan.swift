import Foundation
import Kernel
import Tabular

/// Everything that decides what becomes of a row: kept with the import, so that it can go on.
struct ImportPlan: Sendable {
  let map: ColumnMap
  let dates: ImportDates

  /// The plan in its one written form; two imports with the same text take rows alike.
  var text: String {
    let object: JSON = [
      "columns": map.json,
      "date_format": dates.format.map { .string($0) } ?? .null,
      "date_order": .string(dates.order.rawValue),
      "time_zone": .string(dates.zone.identifier),
    ]
    return object.serialized()
  }

  init(map: ColumnMap, dates: ImportDates) {
    self.map = map
    self.dates = dates
  }

  /// Reads back what `text` wrote.
  init(stored text: String, definition: SurveyDefinition) throws {
    let json = try JSON.parse(text)
    guard let columns = json["columns"], let orderName = json["date_order"]?.string,
      let order = DateOrderEvidence.Order(rawValue: orderName),
      let zoneName = json["time_zone"]?.string, let zone = TimeZone(identifier: zoneName)
    else { throw ImportRefusal("the import's plan cannot be read; undo it and begin again") }
    map = try ColumnMap(columns, definition: definition)
    dates = ImportDates(format: json["date_format"]?.string, order: order, zone: zone)
  }
}
