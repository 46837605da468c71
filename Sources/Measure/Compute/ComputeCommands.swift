package import ArgumentParser
import CXMetrics
import Foundation
import Kernel

/// `touchstone compute OP`: the calculator for scripts.
package struct ComputeCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "compute",
    abstract: "Compute a figure from JSON on standard input.",
    discussion: """
      Reads one input object, or a list of them, and writes the figures the same way. An input \
      that a figure refuses is answered {"error": code}.

      EXAMPLE:
        echo '{"scores": [10, 9, 3]}' | touchstone compute nps_from_scores

      FUNCTIONS of special_function, {"function": name, "args": [...]}:
      \(SpecialFunction.usage)
      """
  )

  @Argument(help: "The figure to compute; --list names them.")
  package var operation: String?

  @Flag(help: "List the figures with a line each.")
  package var list = false

  @Flag(help: "List as JSON.")
  package var json = false

  package init() {}

  package func run() throws {
    if list { return write(ComputeListing.text(asJSON: json)) }
    do throws(WrongUsage) {
      let operation = try ComputeOperation.called(operation)
      if isatty(STDIN_FILENO) == 1 {
        say("Reading JSON from the terminal; end it with Ctrl-D.")
      }
      let input = FileHandle.standardInput.readDataToEndOfFile()
      write(try operation.answer(toBytes: [UInt8](input)))
    } catch {
      say("Error: \(error.reason)")
      throw ExitCode(2)
    }
  }

  private func write(_ text: String) {
    FileHandle.standardOutput.write(Data("\(text)\n".utf8))
  }

  private func say(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
