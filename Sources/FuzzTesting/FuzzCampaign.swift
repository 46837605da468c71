import Foundation
import Synchronization

/// One kind of case, told apart by numbers.
package protocol FuzzKind: Sendable {
  /// Runs a case and says what went wrong; nil when nothing did.
  ///
  /// - Parameter lane: which of the campaign's tasks runs it; no two run at once in one lane.
  func complaint(about number: Int, lane: Int) async -> String?

  /// The case in words, to be looked at.
  func shown(_ number: Int) -> String
}

/// Runs the cases of a range of numbers, several at once.
package struct FuzzCampaign: Sendable {
  private let kind: any FuzzKind
  private let numbers: Range<Int>
  private let lanes: Int
  private let note: FuzzNote?

  /// - Parameter note: where the numbers of the cases that are running are kept for whoever
  ///   survives.
  package init(_ kind: any FuzzKind, _ numbers: Range<Int>, lanes: Int, note: FuzzNote? = nil) {
    self.kind = kind
    self.numbers = numbers
    self.lanes = lanes
    self.note = note
  }

  package struct Report: Sendable {
    package fileprivate(set) var cases = 0
    package fileprivate(set) var seconds = 0.0

    /// The slowest cases, the slowest first.
    package fileprivate(set) var slowest: [(number: Int, milliseconds: Double)] = []

    /// What went wrong, by the numbers of the cases.
    package fileprivate(set) var findings: [(number: Int, complaint: String)] = []

    private static let slowestKept = 8

    fileprivate mutating func takeTime(_ number: Int, _ milliseconds: Double) {
      if slowest.count == Self.slowestKept {
        guard let last = slowest.last, milliseconds > last.milliseconds else { return }
        slowest.removeLast()
      }
      let place = slowest.firstIndex { $0.milliseconds < milliseconds } ?? slowest.endIndex
      slowest.insert((number, milliseconds), at: place)
    }
  }

  /// Runs every case, whatever the others find.
  package func run() async -> Report {
    let start = ContinuousClock.now
    let turn = Turn(from: numbers.lowerBound)
    var report = await withTaskGroup(of: Report.self) { group in
      for lane in 0..<lanes {
        group.addTask { await work(in: lane, turn) }
      }
      return await group.reduce(into: Report()) { whole, part in
        whole.cases += part.cases
        whole.findings += part.findings
        for slow in part.slowest { whole.takeTime(slow.number, slow.milliseconds) }
      }
    }
    report.findings.sort { $0.number < $1.number }
    report.seconds = (ContinuousClock.now - start) / .seconds(1)
    return report
  }

  private func work(in lane: Int, _ turn: Turn) async -> Report {
    var report = Report()
    while true {
      let number = turn.take()
      guard number < numbers.upperBound else { return report }
      note?.keep(number, lane: lane)
      let start = ContinuousClock.now
      if let complaint = await kind.complaint(about: number, lane: lane) {
        report.findings.append((number, complaint))
      }
      report.cases += 1
      let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
      report.takeTime(number, milliseconds)
    }
  }
}

/// Hands out numbers, each once.
private final class Turn: Sendable {
  private let next: Atomic<Int>

  init(from first: Int) { next = Atomic(first) }

  func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
}

/// The numbers of the cases that are running, in a file that outlives a crash.
package final class FuzzNote: Sendable {
  private let descriptor: Int32

  /// Eight bytes a lane.
  private static let width = MemoryLayout<UInt64>.size

  package init(path: String) throws {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
  }

  deinit { close(descriptor) }

  func keep(_ number: Int, lane: Int) {
    var bytes = UInt64(number).littleEndian
    _ = unsafe pwrite(descriptor, &bytes, Self.width, off_t(lane * Self.width))
  }

  /// The last number of each lane; empty when there is no such file.
  package static func numbers(at path: String) -> [Int] {
    let bytes = FileManager.default.contents(atPath: path) ?? Data()
    return stride(from: 0, to: bytes.count - width + 1, by: width).map { start in
      bytes[start..<start + width].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
