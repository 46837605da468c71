import Kernel
import Tabular

/// Which column of a file goes where.
struct ColumnMap: Hashable, Sendable {
  /// In the order of the file.
  let columns: [Column]

  private init(columns: [Column]) { self.columns = columns }

  struct Column: Hashable, Sendable {
    let name: String

    /// Nil for a column that is left out.
    let field: ImportField?
    let origin: Origin
  }

  /// Who decided about a column.
  enum Origin: Hashable, Sendable { case asked, guessed, nobody }

  /// The place of the column that fills a field.
  func column(of field: ImportField) -> Int? { columns.firstIndex { $0.field == field } }

  var mapped: [(column: Int, field: ImportField)] {
    columns.enumerated().compactMap { place, column in column.field.map { (place, $0) } }
  }

  /// Whether any column holds answers.
  var hasAnswers: Bool {
    columns.contains { if case .answer = $0.field { true } else { false } }
  }
}

extension ColumnMap {
  /// What was asked for, and a guess for the columns and fields that nobody named.
  ///
  /// - Throws: `ImportUsage` for a column or a field that is not there, or is there twice, and
  ///   where no column holds answers.
  init(
    _ header: Header,
    asked: [Wish],
    definition: SurveyDefinition,
    sample: ColumnSample
  ) throws(ImportUsage) {
    self = try .proposed(for: header, asked: asked, definition: definition, sample: sample)
    guard hasAnswers else { throw Self.nothingToImport(definition) }
  }

  /// The same, though no column may hold answers yet.
  static func proposed(
    for header: Header,
    asked: [Wish],
    definition: SurveyDefinition,
    sample: ColumnSample
  ) throws(ImportUsage) -> ColumnMap {
    var wishes: [Int: ImportField?] = [:]
    for wish in asked {
      let place: Int
      do { place = try header.column(named: wish.column) } catch {
        throw ImportUsage("--map \(wish.text): \(error)")
      }
      guard wishes[place] == nil else {
        throw ImportUsage("--map names the column “\(wish.column)” twice; name it once")
      }
      let field: ImportField?
      do {
        field = wish.field == "-" ? nil : try ImportField.named(wish.field, in: definition)
      } catch { throw ImportUsage("--map \(wish.text): \(error)") }
      if let field, wishes.values.contains(field) {
        throw ImportUsage("--map fills \(field.name) from two columns; choose one")
      }
      wishes[place] = .some(field)
    }
    let guess = ColumnGuess(definition, sample)
    let guessed = guess.fields(of: header, asked: wishes)
    let columns = header.names.enumerated().map { place, name in
      if let wish = wishes[place] { return Column(name: name, field: wish, origin: .asked) }
      let field = guessed[place]
      return Column(name: name, field: field, origin: field == nil ? .nobody : .guessed)
    }
    return ColumnMap(columns: columns)
  }

  private static func nothingToImport(_ definition: SurveyDefinition) -> ImportUsage {
    let keys = definition.questions.map { ImportField.answer($0.key).name }
    let example = keys.first ?? "recommend"
    return ImportUsage(
      "no column was recognised as the answer to a question (\(keys.joined(separator: ", "))); "
        + "say which one is with --map COLUMN=\(example)"
    )
  }

  /// One `--map column=field`.
  struct Wish: Hashable, Sendable {
    let column: String
    let field: String

    var text: String { "\(column)=\(field)" }

    init(column: String, field: String) {
      self.column = column
      self.field = field
    }

    /// The last equals sign parts the two, since a column's name may hold one and a field's not.
    init(_ text: String) throws(ImportUsage) {
      guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
        throw ImportUsage("--map “\(text)” has another form than COLUMN=FIELD")
      }
      column = String(text[..<equals])
      field = String(text[text.index(after: equals)...])
    }
  }
}

extension ColumnMap {
  /// The map as an import keeps it: a list of each column's name and its field, or null.
  var json: JSON {
    .array(
      columns.map { [.string($0.name), $0.field.map { .string($0.name) } ?? .null] }
    )
  }

  /// Reads back what `json` wrote.
  init(_ json: JSON, definition: SurveyDefinition) throws(ImportUsage) {
    var columns: [Column] = []
    for pair in json.array ?? [] {
      guard let pair = pair.array, pair.count == 2, let name = pair[0].string else { continue }
      let field: ImportField? =
        if let text = pair[1].string { try ImportField.named(text, in: definition) } else { nil }
      columns.append(Column(name: name, field: field, origin: .asked))
    }
    self.columns = columns
  }
}
