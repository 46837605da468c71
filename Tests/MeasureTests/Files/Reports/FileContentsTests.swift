import Tabular
import Testing

@testable import Listen
@testable import Measure

/// What a file holds is told by its columns, in three languages.
struct FileContentsTests {
  private func contents(_ text: String) throws -> FileContents {
    let file = try AnswersFile(text)
    let header = try TabularFile(path: file.path).form.header
    return FileContents(header, try ColumnSample(of: file.path))
  }

  @Test(arguments: [
    "id,rating,comment,date\n1,9,good work here,2026-01-03\n2,3,far too slow,2026-01-04\n",
    "mã,điểm,ý kiến,ngày\n1,9,phục vụ rất tốt,2026-01-03\n2,3,chờ quá lâu,2026-01-04\n",
    "شناسه,امتیاز,نظر,تاریخ\n1,9,خیلی خوب بود,2026-01-03\n2,3,خیلی دیر شد,2026-01-04\n",
  ])
  func `scores and words are found`(text: String) throws {
    let contents = try contents(text)
    #expect(contents.score?.column == 1)
    #expect(contents.comment == 2)
    #expect(contents.date == 3)
    #expect(contents.purchases == nil && contents.pairs.isEmpty)
  }

  @Test func `purchases are a customer who comes again, a day and an amount`() throws {
    let text =
      "order,customer_id,date,amount\n1,7,2026-01-03,9.50\n2,7,2026-02-03,4\n3,8,2026-02-03,4\n"
    let purchases = try #require(try contents(text).purchases)
    #expect(purchases.customer == 1 && purchases.date == 2 && purchases.amount == .column(3))
    #expect(try contents(text).score == nil)
  }

  @Test func `an amount may be a quantity at a price`() throws {
    let text = """
      InvoiceNo,Quantity,InvoiceDate,UnitPrice,CustomerID
      536365,6,2010-12-01 08:26:00,2.55,17850
      536366,2,2010-12-02 08:26:00,3.39,17850

      """
    let purchases = try #require(try contents(text).purchases)
    #expect(purchases.customer == 4 && purchases.amount == .product(quantity: 1, price: 3))
  }

  @Test func `pairs are counted from one until a number is missing`() throws {
    let contents = try contents("e1,p1,E2,P2,E4,P4\n7,6,7,5,6,6\n")
    #expect(contents.pairs.map(\.perception) == [1, 3])
  }

  @Test func `words in a column of scores are none, and nothing is nothing`() throws {
    #expect(try contents("score,name\ngood,Lan\nbad,Minh\n").isEmpty)
  }
}
