package import Kernel

/// Where an answer comes from and what it is about.
package struct AnswerContext: Hashable, Sendable {
  package var touchpoint: String?
  package var channel: String?
  package var unit: String?
  package var employee: String?
  package var product: String?

  /// The language it was given in: the one sent, or the survey's own when that is not spoken.
  package var language: Language

  /// The survey's own attributes, in the order they were sent; each name once.
  package var attributes: [Attribute] = []

  package struct Attribute: Hashable, Sendable {
    package let name: String
    package let value: String
    package let role: AttributeRole
  }

  package init(language: Language) { self.language = language }
}

/// What a declared attribute is good for.
package enum AttributeRole: String, CaseIterable, Hashable, Sendable {
  /// Kept with every score, so that figures can be split and filtered by it.
  case dimension

  /// Stored with the answer and shown there, not in figures: an order's number.
  case detail
}

extension AnswerContext {
  /// The dimensions that every survey has. They may also be sent among the attributes.
  package enum Dimension: String, CaseIterable, Hashable, Sendable {
    case touchpoint, channel, unit, employee, product
  }

  package subscript(dimension: Dimension) -> String? {
    get {
      switch dimension {
      case .touchpoint: touchpoint
      case .channel: channel
      case .unit: unit
      case .employee: employee
      case .product: product
      }
    }
    set {
      switch dimension {
      case .touchpoint: touchpoint = newValue
      case .channel: channel = newValue
      case .unit: unit = newValue
      case .employee: employee = newValue
      case .product: product = newValue
      }
    }
  }

  package subscript(attribute name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}
