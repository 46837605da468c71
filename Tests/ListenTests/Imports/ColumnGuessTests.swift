import Kernel
import StorageTesting
import Tabular
import Testing

@testable import Listen

struct ColumnGuessTests {
  /// The fields that columns of these names and values are taken for, in the file's order.
  private func guess(_ names: String, _ rows: [String]) async throws -> [String] {
    let text = names + "\n" + rows.joined(separator: "\n") + "\n"
    var fields: [String] = []
    try await ImportYard.open(on: .sqlite) { yard in
      let prepared = try await yard.prepare(try yard.file(text))
      fields = prepared.plan.map.columns.map { $0.field?.name ?? "-" }
    }
    return fields
  }

  @Test(
    arguments: [
      (
        "id,Response Date,Journey stage,NPS score,nps_rating_in_source,text",
        "7,2026-04-11 20:09,Order,7,Passive,It was easy",
        ["external_id", "at", "touchpoint", "recommend", "-", "why"]
      ),
      (
        "Mã phản hồi,Ngày,Chi nhánh,Kênh,Điểm,Nhận xét,Nhân viên",
        "7,23/11/2026,Quận 1,web,9,Rất tốt,Lan",
        ["external_id", "at", "touchpoint", "channel", "recommend", "why", "employee"]
      ),
      (
        "شناسه,تاریخ,شعبه,كانال,امتیاز,نظر,زبان",
        "۷,2026-11-23,ونک,web,۹,خوب بود,fa",
        ["external_id", "at", "touchpoint", "channel", "recommend", "why", "language"]
      ),
      ("orderNo,recommend,market", "7,9,VN", ["-", "recommend", "market"]),
    ] as [(String, String, [String])]
  )
  func `columns are known by their names in three languages`(
    names: String,
    row: String,
    fields: [String]
  ) async throws {
    let plain = fields.map { $0 == "market" ? "attributes.market" : $0 }
    #expect(try await guess(names, [row, "1" + row]) == plain)
  }

  @Test func `values decide where names say too little`() async throws {
    let rows = (0..<20).map { row in
      "c\(row % 3),\(row % 11),2026-01-\(10 + row),the staff were kind to us \(row),\(row * 37)"
    }
    #expect(
      try await guess("a,b,c,d,e", rows) == ["-", "recommend", "at", "why", "-"]
    )
  }

  @Test func `two columns that may be the score are asked about`() async throws {
    await #expect(throws: ImportUsage.self) {
      try await guess("a,b", (0..<20).map { "\($0 % 11),\($0 % 9)" })
    }
  }

  @Test func `a number of customers is no id of answers`() async throws {
    let rows = ["17,9", "17,3"]
    #expect(try await guess("customer_id,nps", rows) == ["-", "recommend"])
    #expect(try await guess("id,nps", rows) == ["-", "recommend"])
  }

  @Test(
    arguments: [
      ("ResponseDate", "response date"), ("response_date", "response date"), ("Điểm", "diem"),
      ("Mức độ hài lòng", "muc do hai long"), ("نظر‌ها", "نظر ها"), ("كارشناس", "کارشناس"),
      ("  NPS (0-10) ", "nps 0 10"),
    ]
  )
  func `names are compared without case, accents and marks`(name: String, folded: String) {
    #expect(ColumnWords.folded(name) == folded)
  }
}
