import Testing

@testable import CXText

/// A model as a file, whole and not.
struct TextModelFileTests {
  private static func model() throws -> TextModel {
    try TextModel(learning: SmallLesson.themes(), date: "2026-11-24")
  }

  @Test func `a file gives the model back, bit by bit`() throws {
    let model = try Self.model()
    let again = try TextModel(file: model.file)
    #expect(again == model)
    #expect(again.date == "2026-11-24")
    #expect(again.file == model.file)
  }

  @Test func `a file cut off anywhere is refused`() throws {
    let file = try Self.model().file
    for length in [0, 5, 12, 13, 20, 60, file.count / 2, file.count - 1] {
      let wanted = length < 12 ? TextRefusal.noModel : .damagedModel
      #expect(throws: wanted) { try TextModel(file: Array(file.prefix(length))) }
    }
  }

  @Test func `a file changed in any one byte is refused`() throws {
    let file = try Self.model().file
    for place in stride(from: 0, to: file.count, by: 97) {
      var changed = file
      changed[place] ^= 0x40
      #expect(throws: TextRefusal.self) { try TextModel(file: changed) }
    }
  }

  @Test func `a file of another version says so`() throws {
    var file = try Self.model().file
    file[12] = 7
    #expect(throws: TextRefusal.modelVersion(7)) { try TextModel(file: file) }
  }

  @Test func `other bytes are no model`() {
    #expect(throws: TextRefusal.noModel) { try TextModel(file: Array("id,text\n1,good\n".utf8)) }
  }
}
