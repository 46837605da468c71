/// Every limit of an import, named, so that the message it causes can name it too.
enum ImportLimits {
  /// Rows that go into one transaction: enough that syncing the disk costs little a row, few enough
  /// that a server beside the import waits only a moment.
  static let rowsPerCommit = 2_000

  /// The text of one transaction's rows, in bytes.
  static let bytesPerCommit = 4 << 20

  /// Responses that one transaction of an undo takes back.
  static let rowsPerUndo = 1_000

  /// Refused lines kept in the store for each import; the others are only counted.
  static let refusalsKeptMax = 10_000

  /// Refused lines that `--json` lists.
  static let refusalsListedMax = 1_000

  /// Refused lines said to a person.
  static let refusalsSaidMax = 10

  /// Rows of which a dry run shows what would become of them.
  static let verdictsMax = 100

  /// A file sent by a browser, in bytes.
  static let uploadBytesMax = 1 << 30

  /// How long a file waits for somebody to say what its columns mean.
  static let openFileAge: Duration = .seconds(7 * 86_400)

  /// Examples of a column shown beside it.
  static let examplesMax = 3

  /// Rows from which columns are guessed.
  static let sampleRows = 500

  /// Different rows, or ids, that may stand in one file more than once. Each takes about 50 bytes.
  static let repeatedRowsMax = 2_000_000

  /// The memory in which rows are noticed that may stand in a file more than once, in bytes.
  static let repeatFilterBytesMax = 32 << 20
}
