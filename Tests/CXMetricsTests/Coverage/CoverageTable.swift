import Foundation

/// How often intervals hold the truth, as the end of the handbook.
enum CoverageTable {
  static func lines() throws -> [String] {
    let rows = try zip(CoverageStudy.all, CoverageStudy.results).map { study, result in
      let coverage = try result.get()
      let samples = coverage.samples.map { "\($0) samples" } ?? "every sample"
      let cells = [
        study.interval, study.setting, percent(coverage.average),
        coverage.least.map(percent) ?? "", samples, study.claim.rawValue,
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    return [
      "", "## How often the intervals hold the truth", "",
      "Measured at 95 %: by weighing every possible sample by its chance, or by drawing samples",
      "by a seed, which leaves an uncertainty of about 0.3 points at 5000 samples. “At worst” is",
      "the least favourable truth of the setting.", "",
      "| interval | setting | holds the truth | at worst | found by | claim |",
      "|---|---|---:|---:|---|---|",
    ] + rows
  }

  private static func percent(_ share: Double) -> String {
    String(format: "%.1f %%", 100 * share)
  }
}
