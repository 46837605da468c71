import Access
package import ArgumentParser
import CXMetrics
import Kernel
package import Tabular

/// How commands that measure files end when they cannot.
package enum FileRefusal {
  /// What to end with instead of an error that people can mend, which is said: 2 where the command
  /// was called wrongly, 1 where the file cannot be measured. Other errors stay as they are.
  package static func telling(_ error: any Error) -> any Error {
    switch error {
    case let error as WrongUsage: because(error.reason, code: 2)
    case let error as Header.UnknownColumn: because(error.description, code: 2)
    case let error as TabularError: because(error.description)
    case let error as MetricRefusal: because("\(error.description) (\(error.rawValue))")
    default: error
    }
  }

  package static func because(_ reason: String, code: Int32 = 1) -> ExitCode {
    CommandText.say("Error: \(reason)")
    return ExitCode(code)
  }
}

extension Rejections {
  /// Lines that are listed for people; JSON lists more.
  private static let saidMax = 10

  /// Says on standard error what to know of a file and what was left out of it.
  ///
  /// - Parameter file: its name, where a command reads several.
  package func say(of file: String? = nil, remarks: [String]) {
    for remark in remarks { CommandText.say("Note: \(remark)") }
    guard count > 0 else { return }
    let left = count == 1 ? "1 line is" : "\(count) lines are"
    CommandText.say("\(left) left out\(file.map { " of \($0)" } ?? ""):")
    for rejected in lines.prefix(Self.saidMax) {
      CommandText.say("  line \(rejected.line): \(rejected.reason)")
    }
    let more = count - min(lines.count, Self.saidMax)
    if more > 0 { CommandText.say("  and \(more) more") }
  }
}
