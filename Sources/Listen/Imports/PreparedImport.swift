import Kernel
import Tabular

/// A file and a survey that fit each other: read through once, and nothing written yet.
struct PreparedImport: Sendable {
  let path: String

  /// The name for people: that of the file, or “standard input”.
  let fileName: String
  let form: TabularFile.Form
  let target: Target
  let plan: ImportPlan
  let check: ImportCheck
  let sample: ColumnSample

  enum Target: Sendable {
    case survey(OpenSurvey)

    /// One that will be made with the first row.
    case new(SurveyDefinition)

    var definition: SurveyDefinition {
      switch self {
      case .survey(let open): open.version.definition
      case .new(let definition): definition
      }
    }

    /// The version by whose rules rows are read.
    var version: SurveyVersion {
      switch self {
      case .survey(let open): open.version
      case .new(let definition): SurveyVersion(number: 1, definition: definition)
      }
    }
  }

  /// The rows from the beginning, or from behind a place that was reached before.
  func rows(
    received: Instant,
    today: Day,
    after position: TabularReader.Position? = nil
  ) throws -> ImportRows {
    let parser = ImportRowParser(plan, version: target.version, received: received, today: today)
    let start = TabularReader.Position(offset: 0, line: 1)
    // Only where no row repeats can the beginning be left unread: otherwise repeats are counted.
    let canJump = position != nil && check.repeats.isEmpty
    let reader =
      canJump
      ? try TabularReader(path: path, from: position ?? start)
      : TabularReader(try TabularFile(path: path))
    var rows = ImportRows(reader, parser, plan: plan, check: check)
    if let position { try rows.pass(position) }
    return rows
  }

  /// What a person should know before trusting the result.
  var remarks: [String] {
    var remarks = form.header.oddities
    if let dateRemark = check.dateRemark { remarks.append(dateRemark) }
    if plan.map.column(of: .at) == nil {
      remarks.append(
        "no column holds dates: every answer counts for today. Name one with --map COLUMN=at"
      )
    }
    remarks += narrowScores
    let known = target.definition.attributes.map(\.name)
    let unused = known.filter { plan.map.column(of: .attribute($0)) == nil }
    if !unused.isEmpty, case .survey = target {
      remarks.append("no column fills \(unused.joined(separator: ", "))")
    }
    return remarks
  }

  /// Scores from 1 to 5 also lie on a scale from 0 to 10, and would all be detractors there.
  private var narrowScores: [String] {
    plan.map.mapped.compactMap { column, field in
      guard case .answer(let key) = field,
        target.definition.question(key)?.kind.recommendScale != nil
      else { return nil }
      let traits = sample.traits(of: column)
      guard traits.count >= 20, let highest = traits.wholeNumbers.keys.max(), highest <= 5 else {
        return nil
      }
      return "no answer among the first in “\(plan.map.columns[column].name)” is above \(highest): "
        + "is it really a scale up to 10?"
    }
  }
}
