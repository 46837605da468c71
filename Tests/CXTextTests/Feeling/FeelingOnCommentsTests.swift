import CXText
import Foundation
import Testing

/// Files of real comments, which are no part of this project.
private let data: URL? = {
  let path = ProcessInfo.processInfo.environment["TOUCHSTONE_DATA"]
  return path.map { URL(filePath: $0, directoryHint: .isDirectory) }
}()

/// Feelings learned from scores alone, on real comments; ``FeelingModelTests`` has the same on
/// comments of our own.
struct FeelingOnCommentsTests {
  @Test(.enabled(if: data != nil, "skipped: TOUCHSTONE_DATA not found"))
  func `scores of half the verbatims teach what the other half felt`() throws {
    let file = try #require(data)
      .appending(path: "telco_nps_verbatims/verbatims_public.tsv.gz")
    var comments: [(text: String, score: Double)] = []
    for line in try unpacked(file).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > 5, let score = Double(cells[3]) else { continue }
      comments.append((String(cells[5]), score))
    }
    #expect(comments.count > 1_000)
    let (half, rest) = (comments.prefix(comments.count / 2), comments.suffix(comments.count / 2))
    let scale = try #require(FeelingScale.guessing(comments.map(\.score)))
    #expect(scale == .recommendation)
    let model = try FeelingModel(
      learning: half.map(\.text),
      scores: half.map(\.score),
      scale: scale
    )
    var reader = FeelingReader(model)
    var counts: [Feeling: Int] = [:]
    var (right, curve) = (0, CalibrationCurve())
    for (text, score) in rest {
      let feeling = try #require(scale.feeling(of: score))
      let found = reader.feeling(of: text).whole
      counts[feeling, default: 0] += 1
      if found.feeling == feeling { right += 1 }
      for one in [Feeling.negative, .positive] { curve.add(found[one], feeling == one) }
    }
    let majority = try #require(counts.values.max())
    #expect(Double(right - majority) > 0.15 * Double(rest.count))
    #expect(try #require(curve.error) < 0.05)
  }

  private func unpacked(_ file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
