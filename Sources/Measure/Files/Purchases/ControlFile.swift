import Listen
import Tabular

/// The customers whom a file names as comparable.
enum ControlFile {
  /// From the column that is named like a customer, or the first.
  static func customers(_ path: String) throws(TabularError) -> Set<String> {
    var reader = TabularReader(try TabularFile(path: path))
    let names = reader.header.names.map(ColumnWords.folded)
    let column = names.firstIndex { ColumnWords.fit($0, .customer) > 0 } ?? 0
    var customers: Set<String> = []
    while true {
      switch try reader.next() {
      case .end: return customers
      case .rejected: continue
      case .record: customers.insert(reader.text(column))
      }
    }
  }
}
