/// The choices of a list in a form, ready to print: long lists cost a page the most.
package struct Choices: Sendable {
  package let html: String

  package struct Choice: Hashable, Sendable {
    package let value: String
    package let text: String
    package let isChosen: Bool

    package init(_ value: String, _ text: String, isChosen: Bool) {
      self.value = value
      self.text = text
      self.isChosen = isChosen
    }
  }

  package init(_ choices: [Choice]) {
    var html = ""
    for choice in choices {
      html += "<option value=\""
      html += HTMLText.escaped(choice.value)
      html += choice.isChosen ? "\" selected>" : "\">"
      html += HTMLText.escaped(choice.text)
      html += "</option>"
    }
    self.html = html
  }
}
