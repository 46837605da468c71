/// Why a store was not copied or put back, in words for whoever runs the command.
package struct BackupRefusal: Error, Hashable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
