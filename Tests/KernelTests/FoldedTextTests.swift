import Kernel
import Testing

struct FoldedTextTests {
  @Test(
    arguments: [
      ("Giao hàng TRỄ", "giao hang tre"), ("Đà Nẵng", "da nang"), ("Ｆｕｌｌ １２", "full 12"),
      ("كتاب خوبي", "کتاب خوبی"), ("می‌رسد ۱۲٫۵", "میرسد 12٫5"), ("كـــار ٣", "کار 3"),
      ("Crème brûlée", "creme brulee"), ("100% 😀_", "100% 😀_"), ("", ""),
    ]
  )
  func `words fold to what people type in a hurry`(text: String, folded: String) {
    #expect(text.folded == folded)
    #expect(folded.folded == folded)
  }
}
