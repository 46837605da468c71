import CXText
import Testing

struct CommentReaderTests {
  @Test(arguments: [
    ("", ""), ("   \n\t", ""), ("Good SERVICE!!!", "good service !!"),
    ("soooo gooood", "soo good"), ("café CAFE\u{301}", "café café"),
    ("don't DON’T dont do not", "do not do not do not do not"),
    ("can't cannot won't", "can not can not will not"), ("don\u{FFFD}t", "do not"),
    ("don&#39;t", "do not"), ("it's the driver's fault", "it is the driver 's fault"),
    ("I'm sure we'll, they've", "i am sure we will , they have"),
    ("wi\u{200B}th hid\u{AD}den te\u{2066}xt", "with hidden text"),
    ("ｆｕｌｌ 𝐛𝐨𝐥𝐝 ⓒⓘⓡⓒⓛⓔ", "full bold circle"), ("sсаm ѕcam", "scam scam"),
    ("10,000.50 and ۱۲٬۳۰۰ and ٤٥", "0000000 and 00000 and 00"),
    ("Tom &amp; Jerry<br/>good <b>food</b>", "tom & jerry good food"), ("a < b > c", "a < b > c"),
    ("#WorstFlight #fail", "worst flight fail"),
    ("wait... what?!", "wait … what ? !"), ("50% off $5", "00 % off $ 0"),
  ])
  func `reads English`(comment: String, expected: String) {
    #expect(forms(comment) == expected)
  }

  @Test(arguments: [
    ("Nhân viên rất NHIỆT TÌNH", "nhân viên rất nhiệt tình"),
    ("hòa thúy khỏe hoà", "hoà thuý khoẻ hoà"),
    ("hoàn thành của mùa kìa", "hoàn thành của mùa kìa"),
    ("qúa quà gìa đừơng bíêt", "quá quà già đường biết"),
    ("hu\u{1EF7} huỷ hủy", "huỷ huỷ huỷ"), ("ngòai hòan", "ngoài hoàn"),
    ("nhie\u{323}\u{302}t nhie\u{302}\u{323}t", "nhiệt nhiệt"),
    ("quáááá đẹppp quáaaa", "quá đẹp quá"), ("hàng ngonnnn", "hàng ngon"),
    ("sp ko dùng đc j", "sản phẩm không dùng được gì"),
    ("mình ko bt, máy dùng bt", "mình không biết , máy dùng bình thường"),
    ("giá 100k r, J6 pin tốt", "giá 000 k rồi , j 0 pin tốt"),
    ("nhân_viên", "nhân viên"), ("Đẹp vl!!", "đẹp vl !!"),
  ])
  func `reads Vietnamese`(comment: String, expected: String) {
    #expect(forms(comment) == expected)
  }

  @Test(arguments: [
    ("كيفيت غذا عالي بود", "کیفیت غذا عالی بود"), ("غذا می رود", "غذا می\u{200C}رود"),
    ("کتاب ها بزرگ تر", "کتاب\u{200C}ها بزرگ\u{200C}تر"),
    ("نمی\u{200C}شود نمی شود", "نمی\u{200C}شود نمی\u{200C}شود"),
    ("خیییلی عاااالی مممممنون", "خیلی عالی ممنون"), ("خستـــــه کُنَنده", "خسته کننده"),
    ("بی کیفیت و رفته ام", "بی\u{200C}کیفیت و رفته\u{200C}ام"),
    ("قرآن مسئول مؤثر أین", "قرآن مسئول موثر این"),
    ("قرا\u{653}ن مسي\u{654}ول", "قرآن مسئول"), ("خانۀ خانه\u{654}", "خانه خانه"),
    ("چرا؟؟ خوب، بد؛", "چرا ?? خوب , بد ;"), ("ساعت ۸ و ۳۰٪", "ساعت 0 و 00 %"),
    ("\u{200F}سلام\u{200C} ", "سلام"), ("ﻓﺎﺭﺳﯽ", "فارسی"), ("غذا\nها", "غذا ها"),
    ("می¬شود ¬ خوب¬", "می\u{200C}شود ¬ خوب ¬"), ("سلا\u{61C}م", "سلام"),
    ("گوشیHTC خوبه", "گوشی htc خوبه"), ("بسته ی گوشی", "بسته\u{200C}ی گوشی"),
  ])
  func `reads Persian`(comment: String, expected: String) {
    #expect(forms(comment) == expected)
  }

  @Test(arguments: [
    ("😍😂👎🏽👨‍👩‍👧🇻🇳🎧", "☺♥ ☺+ ☺- ☺👨 ☺🇻🇳 ☺🎧"), ("❤️ :) :-( =)) :D <3 &lt;3", "☺♥ ☺+ ☺- ☺+ ☺+ ☺♥ ☺♥"),
    ("^^ T_T :v =.= -_- xD o_O", "☺+ ☺- ☺+ ☺- ☺- ☺+ ☺o"), ("tốt :)))))", "tốt ☺+"),
    ("عالی بود ))))", "عالی بود ☺+"), ("(ok) (a (b))", "( ok ) ( a ( b )"),
    ("https://a.b/c?d=e. www.x.vn shopee.vn/abc", "<link> . <link> <link>"),
    ("mail a.b+c@d.com.vn, @VirginAmerica", "mail <e-mail> , <mention>"),
    ("tốt.nhưng chậm", "tốt . nhưng chậm"), ("10:30 12/5", "0000 000"),
    ("0901234567 / 0912 345 678 / +84 90 123 4567", "<phone> / <phone> / <phone>"),
    ("۰۹۱۲۳۴۵۶۷۸۹ (021) 8877 6655 212-555-1234", "<phone> <phone> <phone>"),
  ])
  func `reads signs`(comment: String, expected: String) {
    #expect(forms(comment) == expected)
  }

  @Test func `forms of emoji begin as no word does`() {
    for sign in ["😍", "☺", "☹️", "👍🏿", "🇮🇷", ":)", "T_T", "♥", "🎧"] {
      #expect(forms(sign).hasPrefix("☺") && CommentReader().read(sign).words.count == 1)
      #expect(CommentReader().read(sign).words[0].kind == .emoji)
    }
  }

  @Test func `knows where lines begin`() {
    let read = CommentReader().read("một\nhai ba<br>bốn\r\n")
    #expect(read.words.map(\.startsLine) == [false, true, false, true])
  }

  @Test func `leaves shorthand alone where the comment is not Vietnamese`() {
    #expect(forms("k thanks vs them, j j") == "k thanks vs them , j j")
    #expect(forms("ok r u there") == "ok r u there")
  }

  @Test func `shows where each word stands`() {
    #expect(sources("Tôi don’t hòa, می رود!") == ["Tôi", "do", "n’t", "hòa", ",", "می رود", "!"])
    #expect(sources("nv rất tốt") == ["n", "v", "rất", "tốt"])
    #expect(sources("a\u{301}b\u{200B}c\u{200E} &amp;") == ["a\u{301}b\u{200B}c", "&amp;"])
  }

  @Test func `reads broken bytes as marks of their own`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x20, 0xE1, 0xBA, 0x20, 0xC3]
    var found = ReadComment()
    CommentReader().read(bytes.span, into: &found)
    #expect(found.words.map(found.text(of:)) == ["a", "\u{FFFD}", "\u{FFFD}", "\u{FFFD}"])
  }

  @Test func `reads a word of a megabyte`() {
    let read = CommentReader().read(String(repeating: "ab", count: 1 << 19))
    #expect(read.words.count == 1)
    #expect(CommentReader().read(String(repeating: "à", count: 1 << 19)).bytes.count == 4)
  }
}
