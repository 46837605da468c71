import CXText
import Testing

struct PersonalDetailsTests {
  @Test(arguments: [
    ("Write to me: lan.tran@shop.com.vn, thanks", "Write to me: [e-mail], thanks"),
    ("gọi 0901234567 hoặc 0912 345 678", "gọi [phone] hoặc [phone]"),
    ("sđt:090.123.4567/024-3825-1234", "sđt:[phone]/[phone]"),
    ("+84 90 123 4567 và (+84)901234567", "[phone] và [phone]"),
    ("تماس ۰۹۱۲۳۴۵۶۷۸۹ یا ۰۲۱-۸۸۷۷۶۶۵۵", "تماس [phone] یا [phone]"),
    ("+98 912 123 4567, 0098 912 123 4567", "[phone], [phone]"),
    ("call 212-555-1234 or (212) 555-1234", "call [phone] or [phone]"),
    ("+44 20 7946 0958 now", "[phone] now"),
    ("کارت ۶۰۳۷ ۹۹۱۱ ۱۲۳۴ ۵۶۷۸ من", "کارت [number] من"),
    ("card 4111-1111-1111-1111!", "card [number]!"),
    ("CCCD 079123456789 của tôi", "CCCD [number] của tôi"), ("کد ۰۰۸۴۵۷۵۹۴۸", "کد [number]"),
    ("IR820540102680020817909002", "IR[number]"),
    ("facebook.com/lan.tran.90 và https://shop.vn/ao-thun", "[link] và https://shop.vn/ao-thun"),
    ("https://t.me/ali_90 خوب", "[link] خوب"),
    (
      "giá 1.000.000.000 đ, 350 000, mua 2 cái 10 000",
      "giá 1.000.000.000 đ, 350 000, mua 2 cái 10 000"
    ),
    ("on 2024-01-15 10:30, room 1203, v2.10.3", "on 2024-01-15 10:30, room 1203, v2.10.3"),
    ("@VirginAmerica hi", "@VirginAmerica hi"), ("", ""),
    ("090\u{200B}123\u{200B}4567", "[number]"),
  ])
  func `masks what points to a person`(text: String, expected: String) {
    #expect(PersonalDetails.masked(in: text) == expected)
  }

  @Test func `says where and what`() {
    let found = PersonalDetails.found(in: "à 0901234567 @lan", kinds: [.phoneNumber, .mention])
    #expect(found.map(\.kind) == [.phoneNumber, .mention])
    #expect(found.map(\.range) == [3..<13, 14..<18])
    #expect(PersonalDetails.masked(in: "hi @lan", kinds: [.mention]) == "hi [mention]")
  }

  @Test func `leaves marks on the digits whole`() {
    #expect(PersonalDetails.masked(in: "0901234567\u{301} ok") == "[phone] ok")
  }

  @Test func `hides an address that a number is glued to`() {
    let masked = PersonalDetails.masked(in: "lan@toranj.example0912 345 678")
    #expect(masked.hasPrefix("[e-mail][") && !masked.contains { $0.isNumber })
  }
}
