import Foundation
import Kernel

/// Reads a password: unseen from a terminal, or one line of what is piped in. Never an argument,
/// since those show in the list of processes.
enum PasswordPrompt {
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// A new password for an account, typed twice at a terminal.
  static func choose(for email: EmailAddress) throws -> Password {
    let typed: String
    if isatty(STDIN_FILENO) == 1 {
      typed = try ask("New password for \(email): ")
      guard try ask("Once more: ") == typed else {
        throw Refusal(description: "the two passwords differ; nothing was changed")
      }
    } else {
      typed = try line()
    }
    return try Password(choosing: typed, for: email)
  }

  private static func ask(_ question: String) throws -> String {
    FileHandle.standardError.write(Data(question.utf8))
    var before = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return try line() }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      FileHandle.standardError.write(Data("\n".utf8))
    }
    return try line()
  }

  private static func line() throws -> String {
    guard let line = readLine(), !line.isEmpty else {
      throw Refusal(description: "no password was given; type it, or pipe it in as one line")
    }
    return line
  }
}
