import Testing

@testable import Web

struct MultipartFormTests {
  private static let type = "multipart/form-data; boundary=\"b x\""

  private func form(_ text: String) -> MultipartForm? {
    MultipartForm(
      Array(text.replacing("\n", with: "\r\n").utf8),
      contentType: Self.type
    )
  }

  @Test func `fields and files come apart`() throws {
    let read = try #require(
      form(
        """
        --b x
        Content-Disposition: form-data; name="name"

        نام
        --b x
        Content-Disposition: form-data; name="logo"; filename="a;b=\"c.png"
        Content-Type: image/png

        one
        --b
        two
        --b x
        Content-Disposition: form-data; name="none"; filename=""


        --b x--

        """
      )
    )
    #expect(read.fields["name"] == "نام")
    #expect(read.file("logo")?.bytes == Array("one\r\n--b\r\ntwo".utf8))
    #expect(read.file("none") == nil)
    #expect(read.fields["logo"] == nil)
  }

  @Test(arguments: [
    "", "--b x", "--b x\n", "--b x\nContent-Disposition: form-data; name=\"a\"\n\ncut off",
    "--other\nContent-Disposition: form-data; name=\"a\"\n\n1\n--other--\n",
    "--b x\nContent-Disposition: form-data\n\nnameless\n--b x--\n",
    "--b x\nContent-Disposition: form-data; name=\"a\"\n\nwith \0 in it\n--b x--\n",
  ])
  func `what was cut off or is not one is refused`(text: String) {
    #expect(form(text) == nil)
  }
}
