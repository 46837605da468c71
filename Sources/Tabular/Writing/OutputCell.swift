/// What one cell of a file that we write holds.
package enum OutputCell: Hashable, Sendable {
  case empty
  case text(String)
  case number(Int)
}
