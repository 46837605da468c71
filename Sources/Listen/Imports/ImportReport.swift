import Kernel

/// What an import, or a dry run, tells: a table for people, JSON for machines.
struct ImportReport: Sendable {
  private let run: ImportRun?
  private let surveyToken: String?
  private let surveyName: String
  private let counts: ImportRun.Counts
  private let faults: [ImportFault]
  private let repeats: [ImportOutcome.RepeatedID]
  private let wasThere: Bool
  private let verdicts: [ImportPreview.Verdict]?
  private let plan: ImportPlanReport?

  init(_ outcome: ImportOutcome) {
    run = outcome.run
    surveyToken = outcome.survey.token
    surveyName = outcome.survey.name
    counts = outcome.run.counts
    faults = outcome.faults
    repeats = outcome.repeats
    wasThere = outcome.wasThere
    verdicts = nil
    plan = nil
  }

  init(_ prepared: PreparedImport, _ preview: ImportPreview) {
    run = nil
    if case .survey(let open) = prepared.target {
      surveyToken = open.survey.token
    } else {
      surveyToken = nil
    }
    surveyName = prepared.target.definition.name
    counts = preview.counts
    faults = preview.faults
    repeats = []
    wasThere = false
    verdicts = preview.verdicts
    plan = ImportPlanReport(prepared)
  }
}

// MARK: - For machines

extension ImportReport {
  var json: JSON {
    var object: JSONObject = [
      "import": run.map { .integer($0.id.rawValue) } ?? .null,
      "survey": surveyToken.map { .string($0) } ?? .null,
      "rows": .integer(Int64(counts.rows)),
      "taken": .integer(Int64(counts.taken)),
      "duplicates": .integer(Int64(counts.duplicates)),
      "refused": .integer(Int64(counts.refused)),
      "errors": .array(faults.map(\.json)),
      "errors_unlisted": .integer(Int64(counts.refused - faults.count)),
    ]
    if wasThere { object["already_imported"] = true }
    if !repeats.isEmpty {
      object["repeated"] = .array(
        repeats.map {
          [
            "line": .integer(Int64($0.line)), "external_id": .string($0.id),
            "first_line": .integer(Int64($0.firstLine)),
          ]
        }
      )
    }
    if let plan { object["columns"] = plan.json }
    if let verdicts {
      object["dry_run"] = true
      object["verdicts"] = .array(
        verdicts.map {
          [
            "line": .integer(Int64($0.line)), "verdict": .string($0.result.rawValue),
            "text": .string($0.text),
          ]
        }
      )
    }
    return .object(object)
  }
}

extension ImportFault {
  var json: JSON {
    [
      "line": .integer(Int64(line)), "field": field.map { .string($0) } ?? .null,
      "column": column.map { .string($0) } ?? .null, "reason": .string(reason),
    ]
  }

  /// One line for people.
  var text: String { "line \(line): " + (column.map { "\($0): " } ?? "") + reason }
}

// MARK: - For people

extension ImportReport {
  var text: String {
    var lines: [String] = []
    if let verdicts {
      let width = verdicts.last.map { String($0.line).count } ?? 1
      for verdict in verdicts {
        let line = String(verdict.line)
        let padding = String(repeating: " ", count: max(0, width - line.count))
        let result = verdict.result.rawValue.padded(to: 9)
        lines.append("\(padding)\(line)  \(result)  \(verdict.text)")
      }
      lines.append("")
    } else {
      lines += problemLines
    }
    lines.append(summary)
    if let advice { lines.append(advice) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var problemLines: [String] {
    let most = ImportLimits.refusalsSaidMax
    var lines = faults.prefix(most).map(\.text)
    if counts.refused > lines.count { lines.append("and \(counts.refused - lines.count) more") }
    if !lines.isEmpty {
      lines.insert(counts.refused == 1 ? "Refused line:" : "Refused lines:", at: 0)
    }
    let twice = repeats.prefix(most).map {
      "line \($0.line): id \($0.id) stands on line \($0.firstLine) already"
    }
    if !twice.isEmpty { lines += ["Ids that come twice; the first counts:"] + twice }
    return lines
  }

  private var summary: String {
    let numbers =
      "\(counts.rows) rows: \(counts.taken) taken, \(counts.duplicates) here already, "
      + "\(counts.refused) refused"
    guard let run else { return "Dry run, nothing is written. \(numbers)." }
    let name = "import \(run.id.rawValue)"
    return wasThere
      ? "This file is here already, as \(name); nothing changed. (\(numbers).)"
      : "\(surveyName): \(numbers), as \(name)."
  }

  private var advice: String? {
    guard let run, !wasThere, counts.taken > 0 else { return nil }
    return "Survey \(surveyToken ?? ""). "
      + "To take it back: touchstone import undo \(run.id.rawValue)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
