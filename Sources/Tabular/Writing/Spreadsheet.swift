import CXLSX
import Foundation

/// An XLSX file on its way to disk, written row by row at constant memory.
///
/// Text stays text: nothing that is written becomes a formula.
@safe package final class Spreadsheet {
  /// What the format has room for on one sheet; further rows go to the next.
  static let rowsPerSheet = 1_048_576

  /// What one cell has room for, in characters; the rest of a longer text is left out.
  static let charactersPerCell = 32_767

  /// The file could not be written.
  package struct Failure: Error, CustomStringConvertible {
    package let code: UInt32
    package var description: String {
      "the spreadsheet could not be written (libxlsxwriter \(code))"
    }
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var sheet: UnsafeMutablePointer<lxw_worksheet>
  private let head: [String]
  private var row: UInt32 = 0
  private var isClosed = false

  /// - Parameters:
  ///   - path: where it goes; what is there is replaced.
  ///   - head: the names of the columns, at the top of every sheet.
  package init(path: String, head: [String]) throws {
    var options = unsafe lxw_workbook_options()
    unsafe options.constant_memory = 1
    guard let book = unsafe workbook_new_opt(path, &options),
      let sheet = unsafe workbook_add_worksheet(book, nil)
    else { throw Failure(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue) }
    unsafe self.book = book
    unsafe self.sheet = sheet
    self.head = head
    try startSheet()
  }

  /// A file that was begun and not finished is still closed, to give its memory back.
  deinit { if !isClosed { _ = unsafe workbook_close(book) } }

  package func append(_ cells: [OutputCell]) throws {
    if row == Self.rowsPerSheet {
      guard let next = unsafe workbook_add_worksheet(book, nil) else {
        throw Failure(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
      }
      unsafe sheet = next
      row = 0
      try startSheet()
    }
    for (column, cell) in cells.enumerated() {
      switch cell {
      case .empty: break
      case .number(let number):
        try check(
          unsafe worksheet_write_number(sheet, row, UInt16(column), Double(number), nil)
        )
      case .text(let text): try write(text, column)
      }
    }
    row += 1
  }

  /// Finishes the file; until then it is not one. Packing a large one takes seconds, so it has a
  /// thread of its own.
  package func close() async throws {
    isClosed = true
    nonisolated(unsafe) let book = unsafe book
    let code = await withCheckedContinuation { continuation in
      Thread { continuation.resume(returning: unsafe workbook_close(book)) }.start()
    }
    try check(code)
  }

  private func startSheet() throws {
    unsafe worksheet_freeze_panes(sheet, 1, 0)
    for (column, name) in head.enumerated() { try write(name, column) }
    row = 1
  }

  private func write(_ text: String, _ column: Int) throws {
    let scalars = text.unicodeScalars
    let fitting =
      text.utf8.count > Self.charactersPerCell && scalars.count > Self.charactersPerCell
      ? String(String.UnicodeScalarView(scalars.prefix(Self.charactersPerCell))) : text
    try check(unsafe worksheet_write_string(sheet, row, UInt16(column), fitting, nil))
  }

  private func check(_ code: lxw_error) throws {
    guard code == LXW_NO_ERROR else { throw Failure(code: code.rawValue) }
  }
}
