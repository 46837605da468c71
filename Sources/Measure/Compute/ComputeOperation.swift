import CXMetrics
package import Kernel

/// One figure that scripts can ask for: an object of input in, an object of figures out.
package struct ComputeOperation: Sendable {
  /// Stands in scripts, so it never changes.
  package let name: String

  /// One line for `touchstone compute --list`.
  package let summary: String

  private let figures: @Sendable (ComputeInput) throws(MetricRefusal) -> JSON

  init(
    _ name: String,
    _ summary: String,
    _ figures: @escaping @Sendable (ComputeInput) throws(MetricRefusal) -> JSON
  ) {
    self.name = name
    self.summary = summary
    self.figures = figures
  }

  /// The figures for one input, or for each of a list of them.
  ///
  /// A refusal is an answer, `{"error": code}`, so one bad input spoils nothing beside it.
  package func answer(to input: JSON) -> JSON {
    if case .array(let inputs) = input { return .array(inputs.map(single)) }
    return single(input)
  }

  private func single(_ input: JSON) -> JSON {
    do throws(MetricRefusal) {
      guard let object = input.object else { throw .invalidInput }
      return try figures(ComputeInput(object))
    } catch {
      return ["error": .string(error.rawValue)]
    }
  }

  /// Every operation, grouped as `--list` shows them.
  package static let all: [Self] = [
    netPromoter, netPromoterChange, satisfaction, responses, serviceQuality, loyalty,
    vulnerability, profit, drivers, correlations, people, programme, classification, proportions,
    resampling, specialFunctions,
  ].flatMap(\.self)

  package static func named(_ name: String) -> Self? { all.first { $0.name == name } }
}
