/// Every limit that a file of lines can hit, named, so that the message it causes can name it too.
package enum TabularLimits {
  /// One record, quoted line breaks included, in bytes of UTF-8: sixteen million-letter comments.
  package static let recordBytesMax = 16 << 20

  /// One field, in bytes of UTF-8.
  package static let fieldBytesMax = 8 << 20

  /// Columns of one file.
  package static let columnsMax = 16_384

  /// Lines left out that are listed one by one; the rest are only counted.
  package static let rejectedLinesListedMax = 1_000

  /// Different values of one column that figures are grouped by.
  package static let valuesMax = 250_000

  /// All those values together, in bytes of UTF-8.
  package static let valueBytesMax = 64 << 20

  /// Different values of one column that rows belong to, such as customers.
  package static let keysMax = Int(Int32.max)

  /// All those values together, in bytes of UTF-8.
  package static let keyBytesMax = 8 << 30
}
