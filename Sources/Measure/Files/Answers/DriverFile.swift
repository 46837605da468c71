import CXMetrics
import Kernel
import Tabular

/// What is asked of a file of outcomes and drivers.
struct DriverQuestion: Sendable {
  /// The outcome first.
  let numbers: NamedNumbers
  var methods = Set(KeyDrivers.Method.allCases)

  /// 0 leaves the intervals out.
  var resamples = KeyDriverIntervals.usualResamples
  var seed = SeededGenerator.usualSeed
  var confidence = Confidence.standard

  var outcome: String { numbers.names[0] }
  var drivers: [String] { Array(numbers.names.dropFirst()) }

  init(_ numbers: NamedNumbers) { self.numbers = numbers }

  init(outcome: String, drivers: [String]) {
    self.init(NamedNumbers(columns: [outcome] + drivers))
  }
}

/// The key drivers of an outcome in a file.
struct DriverFile: Sendable {
  let rows: AnswerRows
  let question: DriverQuestion
  let found: KeyDrivers

  /// Nil when not asked for.
  let intervals: KeyDriverIntervals?

  /// How high each driver stands on its own scale, and what to do about it.
  let performance: [RunningMean]
  let matrix: ImportancePerformance?

  /// Cells that are no number or off the scale, counted as missing.
  let illegible: Int

  /// - Throws: `WrongUsage`, `Header.UnknownColumn`, `TabularError`, `MetricRefusal`.
  init(_ path: String, _ question: DriverQuestion) throws {
    guard !question.drivers.isEmpty else {
      throw WrongUsage(reason: "--drivers names the columns that may explain the outcome")
    }
    guard Set(question.drivers + [question.outcome]).count == question.drivers.count + 1 else {
      throw WrongUsage(reason: "a column is named twice, or is both outcome and driver")
    }
    var table = DriverRows(drivers: question.drivers)
    var means = Array(repeating: RunningMean(), count: question.drivers.count)
    (rows, illegible) = try question.numbers.read(path) { numbers in
      let before = table.moments.count
      try table.add(outcome: numbers[0], drivers: Array(numbers[1...]))
      if table.moments.count == before { return }
      for place in means.indices { means[place].add(numbers[place + 1] ?? 0) }
    }
    self.question = question
    let found = try KeyDrivers(table.moments, methods: question.methods)
    self.found = found
    intervals =
      question.resamples > 0
      ? try KeyDriverIntervals(
        table,
        methods: question.methods,
        resamples: question.resamples,
        seed: question.seed,
        confidence: question.confidence
      ) : nil
    performance = found.drivers.map { driver in
      question.drivers.firstIndex(of: driver.name).map { means[$0] } ?? RunningMean()
    }
    matrix = try? ImportancePerformance(
      zip(found.drivers, performance).map { ($0.relativeWeight ?? $0.shapley, $1.mean) }
    )
  }

  func quadrant(_ place: Int) -> ImportancePerformance.Quadrant? { matrix?.quadrants[place] }

  /// What `drivers --json` prints.
  var json: JSON {
    var object: JSONObject = [
      "measure": "key_drivers",
      "outcome": .string(question.outcome),
      "confidence": .number(question.confidence.level),
    ]
    for member in rows.json.members { object[member.key] = member.value }
    object["invalid"] = .count(illegible)
    object["n"] = .count(found.count)
    object["r_squared"] = .figure(found.rSquared)
    object["adjusted_r_squared"] = .figure(found.adjustedRSquared)
    var members = JSONObject()
    for place in found.drivers.indices {
      members[found.drivers[place].name] = .object(json(of: place))
    }
    object["drivers"] = .object(members)
    object["excluded_constant"] = .array(found.constant.map { .string($0) })
    if let intervals {
      object["resamples_used"] = .count(intervals.resamplesUsed)
      object["seed"] = .string(String(question.seed))
    }
    return .object(object)
  }

  private func json(of place: Int) -> JSONObject {
    let driver = found.drivers[place]
    var object: JSONObject = [
      "correlation": .figure(driver.correlation),
      "standardized_beta": .figure(driver.standardizedBeta),
      "relative_weight": .figure(driver.relativeWeight),
      "relative_weight_pct": .figure(driver.relativeWeightPercent),
      "lmg": .figure(driver.shapley),
      "lmg_pct": .figure(driver.shapleyPercent),
      "mean": .figure(performance[place].mean),
      "quadrant": quadrant(place).map { .string($0.rawValue) } ?? .null,
    ]
    guard let interval = intervals?.drivers[place] else { return object }
    object.add(
      interval.relativeWeightPercent,
      low: "relative_weight_pct_low",
      high: "relative_weight_pct_high"
    )
    object.add(interval.shapleyPercent, low: "lmg_pct_low", high: "lmg_pct_high")
    return object
  }
}
