package import Storage

/// What the executable is put together from, for commands that open its store.
///
/// The executable binds it once, around everything:
/// ```swift
/// await Composition.$current.withValue(Composition(migrations: all)) { await Touchstone.main() }
/// ```
package struct Composition: Sendable {
  /// The schema of all capabilities, lower ones first.
  package let migrations: [Migration]

  package init(migrations: [Migration]) { self.migrations = migrations }

  @TaskLocal package static var current = Composition(migrations: [])
}
