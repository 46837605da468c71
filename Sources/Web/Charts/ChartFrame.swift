/// The outer element of a picture, with the words a screen reader says instead of it.
struct ChartFrame {
  /// Unique on its page.
  let id: String
  let title: String

  /// The finding in a sentence.
  let description: String
  let height: Int
  var classes = "chart"

  func around(_ content: String) -> String {
    """
    <svg class="\(classes)" height="\(height)" role="img" aria-labelledby="\(id)-t \(id)-d">\
    <title id="\(id)-t">\(HTMLText.escaped(title))</title>\
    <desc id="\(id)-d">\(HTMLText.escaped(description))</desc>\(content)</svg>
    """
  }
}
