import Foundation

extension Storage {
  /// What the store takes on disk, in bytes, its log included.
  package func byteCount() async throws -> Int {
    switch location {
    case .sqlite(let path):
      return ["", "-wal"].reduce(0) { sum, suffix in
        let size = try? URL(filePath: path + suffix).resourceValues(forKeys: [.fileSizeKey])
        return sum + (size?.fileSize ?? 0)
      }
    case .inMemory: return 0
    case .postgres:
      return try await read { db in
        try db.value(
          """
          SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class
          WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
          """
        ) ?? 0
      }
    }
  }
}
