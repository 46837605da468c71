import Kernel
import Tabular

/// Reads the fields of one row as a submission, by the rules of the answering API.
///
/// Three things differ, because the past cannot be asked again: a required question may be left
/// out, a time in the future is refused rather than replaced, and choices may be given by their
/// labels as other tools export them.
struct ImportRowParser {
  private let version: SurveyVersion
  private let received: Instant
  private let today: Day
  private let fields: [(column: Int, field: ImportField)]
  private let choices: [Int: ChoiceLabels]
  private var dates: ImportDateReader

  /// What one row says.
  struct Row: Sendable {
    let submission: Submission
    let day: Day

    /// Whether the row can be told from every other of the survey by what it says: it has a clock
    /// time, or words of its own.
    let isTelling: Bool
  }

  init(_ plan: ImportPlan, version: SurveyVersion, received: Instant, today: Day) {
    self.version = version
    self.received = received
    self.today = today
    fields = plan.map.mapped
    dates = ImportDateReader(plan.dates)
    var choices: [Int: ChoiceLabels] = [:]
    for (place, question) in version.questions.enumerated() where question.kind.isChoice {
      choices[place] = ChoiceLabels(question)
    }
    self.choices = choices
  }

  /// - Parameter cells: the values of all columns.
  mutating func row(_ cells: [String]) throws(AnswerRefusal) -> Row {
    var reader = SubmissionReader(version: version, received: received)
    reader.requiresAnswers = false
    var time: ImportDates.Reading?
    for (column, field) in fields {
      let cell = cells[column]
      if cell.isEmpty { continue }
      switch field {
      case .answer(let key): answer(cell, to: key, in: &reader)
      case .at:
        do throws(AnswerFault) { time = try read(time: cell) } catch { reader.refuse(error) }
      case .language: reader.take(language: AnswerText.trimmed(cell))
      case .externalID: Self.take(externalID: cell, in: &reader)
      case .dimension(let dimension): Self.take(cell, as: dimension.rawValue, in: &reader)
      case .attribute(let name): Self.take(cell, as: name, in: &reader)
      }
    }
    if let time { reader.at = time.at }
    let submission = try reader.finish()
    return Row(
      submission: submission,
      day: time?.day ?? today,
      isTelling: time?.hasTime == true || Self.hasWords(submission)
    )
  }

  /// Shorter words come twice by honest chance.
  private static let tellingCharactersMin = 20

  private static func hasWords(_ submission: Submission) -> Bool {
    submission.answers.contains { answer in
      guard let text = answer.value.writtenText else { return false }
      return AnswerText.characters(in: text) >= tellingCharactersMin
    }
  }

  // MARK: - Context

  private static func take(_ cell: String, as name: String, in reader: inout SubmissionReader) {
    let field = AnswerContext.Dimension(rawValue: name) == nil ? "attributes.\(name)" : name
    do throws(AnswerFault) {
      let line = try SubmissionReader.line(cell, at: field)
      if let fault = reader.take(line, asAttribute: name, at: field) { reader.refuse(fault) }
    } catch { reader.refuse(error) }
  }

  private static func take(externalID cell: String, in reader: inout SubmissionReader) {
    do throws(AnswerFault) {
      let line = try SubmissionReader.line(cell, at: "external_id")
      reader.externalID = line.isEmpty ? nil : line
    } catch { reader.refuse(error) }
  }

  private mutating func read(time cell: String) throws(AnswerFault) -> ImportDates.Reading? {
    let reading: ImportDates.Reading?
    do { reading = try dates.read(cell) } catch {
      let advice =
        error == .unreadable
        ? "is no date as the others are written"
        : "lies before 1900; write years of the Gregorian calendar"
      throw AnswerFault(.invalidTime, at: "at", "\(AnswerFault.quoted(cell)) \(advice).")
    }
    guard let reading else { return nil }
    let isAhead =
      reading.hasTime ? reading.at > received + Limits.clockAheadMax : reading.day > today
    guard !isAhead else {
      throw AnswerFault(
        .invalidTime,
        at: "at",
        "\(AnswerFault.quoted(cell)) lies in the future, as \(reading.day). Are day and month "
          + "in the right order?"
      )
    }
    return reading
  }

  // MARK: - Answers

  private func answer(_ cell: String, to key: String, in reader: inout SubmissionReader) {
    guard let place = version.place(of: key) else { return }
    do throws(AnswerFault) {
      reader.values[place] = try value(cell, for: version.steps[place], at: place)
    } catch { reader.refuse(error) }
  }

  private func value(
    _ cell: String,
    for step: SurveyVersion.Step,
    at place: Int
  ) throws(AnswerFault) -> AnswerValue? {
    let field = "answers.\(step.key)"
    if step.kind.isText { return try SubmissionReader.text(cell, for: step, at: field) }
    if let score = Self.digit(cell) {
      if step.kind.scale != nil {
        return .score(try SubmissionReader.onScale(score, for: step, at: field))
      }
    }
    let typed = AnswerText.trimmed(cell)
    if let labels = choices[place] { return try labels.value(typed, for: step, at: field) }
    if FieldNumbers.isMissing(typed.plainFieldBytes) { return nil }
    if step.kind == .yesNo {
      guard let yes = YesNoWords.reading(of: typed) else {
        throw AnswerFault(
          .wrongType,
          at: field,
          question: step.key,
          "\(AnswerFault.quoted(typed)) is neither yes nor no."
        )
      }
      return .yesNo(yes)
    }
    guard let score = WholeNumber.parse(typed) else {
      throw AnswerFault(
        .wrongType,
        at: field,
        question: step.key,
        gaps: SubmissionReader.gaps(of: step),
        "\(AnswerFault.quoted(typed)) is no whole number \(SubmissionReader.scale(of: step))."
      )
    }
    return .score(try SubmissionReader.onScale(score, for: step, at: field))
  }

  /// The commonest cell of all: one digit.
  private static func digit(_ cell: String) -> Int? {
    let bytes = cell.utf8
    guard bytes.count == 1, let byte = bytes.first, (0x30...0x39).contains(byte) else { return nil }
    return Int(byte) - 0x30
  }
}

/// How files say yes and no.
enum YesNoWords {
  private static let yes: Set<String> = [
    "yes", "y", "true", "t", "1", "có", "co", "đúng", "بله", "بلی", "آره",
  ]
  private static let no: Set<String> = [
    "no", "n", "false", "f", "0", "không", "khong", "sai", "خیر", "نه",
  ]

  static func reading(of text: String) -> Bool? {
    let word = text.lowercased()
    if yes.contains(word) { return true }
    return no.contains(word) ? false : nil
  }
}
