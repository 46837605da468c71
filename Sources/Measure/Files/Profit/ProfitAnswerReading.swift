import CXMetrics
import Kernel
import Listen
import Tabular

extension ProfitRows {
  /// Reads a file of answers through once.
  ///
  /// - Throws: `TabularError` for a file that cannot be read, `WrongUsage`, `Header.UnknownColumn`.
  mutating func readAnswers(_ path: String, _ question: ProfitQuestion) throws {
    let sample = try ColumnSample(of: path)
    var reader = TabularReader(try TabularFile(path: path))
    let columns = try ProfitAnswerColumns(reader.header, sample, question.columns)
    var use = ProfitFileUse(file: reader.form.name, remarks: reader.header.oddities)
    var days = ProfitDays(column: columns.date, pattern: question.pattern)
    var unsettled: [(answer: ProfitAnswer, day: UnsettledDay?)] = []
    while true {
      let step = try reader.next()
      if case .end = step { break }
      use.rows += 1
      guard case .record = step else {
        use.rejected += 1
        continue
      }
      let day = days.day(of: reader)
      guard let answer = answer(of: reader, columns, question.scale),
        day != nil || columns.date == nil
      else {
        use.unusable += 1
        continue
      }
      unsettled.append((answer, day))
    }
    let order = try days.order()
    for (answer, unsettled) in unsettled {
      let day = unsettled?.settled(order)
      guard day != nil || columns.date == nil else {
        use.unusable += 1
        continue
      }
      answers.append(answer.on(day))
    }
    use.remarks += [days.remark].compactMap(\.self)
    if columns.date == nil && columns.score != nil {
      use.remarks.append("answers have no date, so each counts for all purchases of its customer")
    }
    knowsReasons = knowsReasons || columns.acquisition != nil
    answerUse = use
  }

  /// Without a column of customers each row is one.
  private mutating func answer(
    of reader: borrowing TabularReader,
    _ columns: ProfitAnswerColumns,
    _ scale: RecommendScale
  ) -> ProfitAnswer? {
    let name = columns.customer.map { reader.text($0) } ?? "line \(reader.line)"
    guard !FieldNumbers.isMissing(name.plainFieldBytes) else { return nil }
    let customer = Int(customers.number(of: name))
    if let place = columns.acquisition { note(reader.text(place), for: customer) }
    var score: ProfitAnswer.Score?
    if let place = columns.score,
      !FieldNumbers.isMissing(reader.text(place).plainFieldBytes)
    {
      let points = Self.decimal(place, of: reader).flatMap(Int.init(exactly:))
      score = points.flatMap(scale.group(of:)).map(ProfitAnswer.Score.group) ?? .illegal
    }
    return ProfitAnswer(
      customer: customer,
      day: nil,
      score: score,
      satisfaction: columns.satisfaction.flatMap { Self.decimal($0, of: reader) },
      left: columns.left.flatMap { Self.isYes(reader.text($0)) }
    )
  }

  /// What has been said of a customer's reason last stands.
  private mutating func note(_ reason: String, for customer: Int) {
    guard !FieldNumbers.isMissing(reason.plainFieldBytes) else { return }
    reasons[customer] = EarnedGrowth.Reason(named: reason.machineName)
  }

  private static func decimal(_ column: Int, of reader: borrowing TabularReader) -> Double? {
    let value = reader.withBytes(of: column) {
      FieldNumbers.decimal(in: $0, 0..<$0.count)
    }
    return value.isFinite ? value : nil
  }

  /// Yes or no in the words of files; nil for what is neither.
  static func isYes(_ text: String) -> Bool? {
    switch text.machineName {
    case "1", "yes", "true", "y", "t", "churned", "left", "defected", "co", "بله": true
    case "0", "no", "false", "n", "f", "stayed", "retained", "joined", "khong", "خیر": false
    default: nil
    }
  }
}

extension ProfitAnswer {
  fileprivate func on(_ day: Day?) -> Self {
    Self(customer: customer, day: day, score: score, satisfaction: satisfaction, left: left)
  }
}
