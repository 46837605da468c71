/// Why a store was not copied or put back, in words for whoever runs the command.
package struct BackupRefusal: Error, Hashable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

extension BackupRefusal {
  static func exists(_ file: String) -> Self {
    Self("\(file) is there already; name a new file")
  }

  static func cannotWrite(_ file: String) -> Self {
    Self("cannot write \(file); see that its folder is there and writable")
  }

  static func notABackup(_ file: String) -> Self {
    Self("\(file) is no backup of Touchstone's; nothing was changed")
  }

  static func newer(_ file: String) -> Self {
    Self("\(file) was made by a newer version of Touchstone; restore it with that one")
  }

  static func cutOff(_ file: String, missing: Int64) -> Self {
    Self("\(file) was cut off: \(missing) bytes are missing; nothing was changed")
  }

  static func damaged(_ file: String) -> Self {
    Self("\(file) is damaged: its content does not match its checksum; nothing was changed")
  }

  static let taken = Self(
    "there is a store already; with --replace it is kept aside and the backup takes its place"
  )

  static func inUse(_ place: String) -> Self {
    Self("a server or another command uses \(place); stop it first")
  }
}
