import CXMetrics
import Foundation
import Kernel

/// The command was called in a way that cannot be answered.
package struct WrongUsage: Error {
  package let reason: String

  package init(reason: String) { self.reason = reason }
}

extension ComputeOperation {
  static func called(_ name: String?) throws(WrongUsage) -> Self {
    guard let name else {
      throw WrongUsage(reason: "name a figure to compute; “touchstone compute --list” lists them")
    }
    guard let operation = named(name) else {
      throw WrongUsage(
        reason: "there is no figure “\(name)”; “touchstone compute --list” lists them"
      )
    }
    return operation
  }

  func answer(toBytes input: [UInt8]) throws(WrongUsage) -> String {
    do throws(JSON.Malformed) {
      return answer(to: try JSON.parse(input)).serialized()
    } catch {
      throw WrongUsage(reason: "standard input is not JSON: \(error)")
    }
  }
}

enum ComputeListing {
  static func text(asJSON: Bool) -> String {
    let operations = ComputeOperation.all
    guard !asJSON else {
      let rows = operations.map { operation -> JSON in
        ["name": .string(operation.name), "summary": .string(operation.summary)]
      }
      return JSON.array(rows).serialized()
    }
    let width = operations.map(\.name.count).max() ?? 0
    return operations.map { operation in
      operation.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + operation.summary
    }.joined(separator: "\n")
  }
}

extension SpecialFunction {
  /// Every function with its arguments, a line each.
  static var usage: String {
    allCases.map { "  \($0.rawValue)(\($0.parameters.joined(separator: ", ")))" }
      .joined(separator: "\n")
  }
}
