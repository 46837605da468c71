package import Foundation
import HTTPTypes
import Hummingbird
import Kernel
package import Web

/// A form with one file that is too large for memory: the file lies in a folder of ours.
package struct Upload: Sendable {
  package let fields: FormFields

  /// Nil where none was chosen.
  package let file: File?

  package struct File: Hashable, Sendable {
    /// Ours, under a name nobody else knows; whoever takes it moves it away.
    package let place: URL

    /// As the sender calls it, without folders.
    package let name: String
    package let byteCount: Int
  }

  /// Where the file goes, and how long it may be.
  package struct Plan: Sendable {
    let folder: URL
    let bytesMax: Int

    package init(folder: URL, bytesMax: Int) {
      self.folder = folder
      self.bytesMax = bytesMax
    }
  }

  /// Room for the fields beside the file.
  private static let fieldBytesMax = 65_536

  /// Receives a form whose token must come before its file: nothing of strangers is written.
  ///
  /// - Throws: `Problem` for a foreign or broken form, one beyond its limit, one that was cut off.
  @concurrent
  static func receive(
    _ request: Request,
    provenBy csrf: String,
    _ plan: Plan
  ) async throws -> Upload {
    let most = plan.bytesMax + fieldBytesMax
    if let announced = request.headers[.contentLength].flatMap(Int.init), announced > most {
      throw Problem.fileTooLarge(bytes: plan.bytesMax)
    }
    guard let scanner = MultipartScanner(contentType: request.headers[.contentType] ?? "") else {
      throw Problem.malformedForm
    }
    var receipt = Receipt(scanner: scanner, csrf: csrf, plan: plan)
    do {
      for try await chunk in request.body { try receipt.take(chunk.readableBytesView) }
      return try receipt.finish()
    } catch {
      receipt.discard()
      switch error {
      case is Problem: throw error
      case is MultipartScanner.Malformed: throw Problem.malformedForm
      case is CocoaError: throw Problem.unavailable
      default: throw Problem.cutOff
      }
    }
  }

  /// Removes the file if nobody has moved it away.
  package func discard() {
    if let file { try? FileManager.default.removeItem(at: file.place) }
  }

  /// What has come so far.
  private struct Receipt {
    var scanner: MultipartScanner
    let csrf: String
    let plan: Plan
    private var fields: [FormFields.Field] = []
    private var open: (name: String, bytes: [UInt8])?
    private var fieldBytes = 0
    private var place: URL?
    private var handle: FileHandle?
    private var fileName = ""
    private var byteCount = 0

    init(scanner: MultipartScanner, csrf: String, plan: Plan) {
      self.scanner = scanner
      self.csrf = csrf
      self.plan = plan
    }

    mutating func take(_ bytes: some Sequence<UInt8>) throws {
      for piece in try scanner.take(bytes) {
        switch piece {
        case .part(let name, nil):
          try closePart()
          open = (name, [])
        case .part(_, let fileName?):
          try closePart()
          try begin(fileName)
        case .bytes(let bytes):
          if open == nil { try write(bytes) } else { try keep(bytes) }
        }
      }
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) throws {
      fieldBytes += bytes.count
      guard fieldBytes <= Upload.fieldBytesMax else { throw Problem.malformedForm }
      open?.bytes += bytes
    }

    private mutating func closePart() throws {
      if let part = open {
        guard let field = FormFields.Field(name: part.name, bytes: part.bytes) else {
          throw Problem.malformedForm
        }
        fields.append(field)
      }
      open = nil
    }

    private func prove() throws {
      guard let sent = FormFields(fields)["csrf"], Secret.areEqual(sent, csrf) else {
        throw Problem.foreignForm
      }
    }

    private mutating func begin(_ name: String) throws {
      try prove()
      guard place == nil else { throw Problem.malformedForm }
      let parts = name.split { $0 == "/" || $0 == "\\" }
      fileName = String((parts.last ?? "").prefix(Limits.nameCharactersMax))
      try FileManager.default.createDirectory(
        at: plan.folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      let place = plan.folder.appending(path: "incoming-\(UUID().uuidString)")
      guard
        FileManager.default.createFile(
          atPath: place.path,
          contents: nil,
          attributes: [.posixPermissions: 0o600]
        )
      else { throw Problem.unavailable }
      self.place = place
      handle = try FileHandle(forWritingTo: place)
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>) throws {
      byteCount += bytes.count
      guard byteCount <= plan.bytesMax else { throw Problem.fileTooLarge(bytes: plan.bytesMax) }
      try handle?.write(contentsOf: Data(bytes))
    }

    mutating func finish() throws -> Upload {
      guard scanner.isComplete else { throw Problem.cutOff }
      try closePart()
      try prove()
      try handle?.synchronize()
      try handle?.close()
      guard let place, byteCount > 0 else {
        discard()
        return Upload(fields: FormFields(fields), file: nil)
      }
      let file = File(place: place, name: fileName, byteCount: byteCount)
      return Upload(fields: FormFields(fields), file: file)
    }

    func discard() {
      try? handle?.close()
      if let place { try? FileManager.default.removeItem(at: place) }
    }
  }
}

extension Problem {
  static func fileTooLarge(bytes limit: Int) -> Problem {
    Problem(
      .contentTooLarge,
      code: "file_too_large",
      title: "The file is too large",
      detail: "A file may hold at most \(limit >> 20) MB (uploadBytesMax). Pack it with gzip, or "
        + "split it."
    )
  }
}
