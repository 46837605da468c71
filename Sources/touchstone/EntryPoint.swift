import Access
import ArgumentParser
import Foundation

/// Runs one command and ends with the status that scripts rely on: 0 done, 1 refused or failed,
/// 2 wrong usage (sysexits' 64 otherwise).
@main
enum Main {
  static func main() async {
    await Composition.$current.withValue(Composition(migrations: Touchstone.migrations)) {
      do {
        var command = try Touchstone.parseAsRoot()
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
      } catch {
        end(after: error)
      }
    }
  }

  private static func end(after error: any Error) -> Never {
    let code = Touchstone.exitCode(for: error)
    let text = Touchstone.fullMessage(for: error)
    let stream = code.isSuccess ? FileHandle.standardOutput : FileHandle.standardError
    if !text.isEmpty { stream.write(Data((text + "\n").utf8)) }
    exit(code.isSuccess ? 0 : code == .validationFailure ? 2 : code.rawValue)
  }
}
