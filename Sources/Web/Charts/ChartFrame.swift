/// The outer element of a picture, with the words a screen reader says instead of it.
struct ChartFrame {
  enum Size {
    /// As wide as its place; across it is drawn in percent, downwards in pixels.
    case elastic(height: Int)

    /// Without text, hence scaled as a whole to the width of its place.
    case drawing(width: Int, height: Int)

    /// As large as said, in a line of text.
    case fixed(width: Int, height: Int)
  }

  /// Unique on its page.
  let id: String
  let title: String

  /// The finding in a sentence.
  let description: String
  let size: Size
  var classes = "chart"

  func around(_ content: String) -> String {
    """
    <svg class="\(classes)" \(measures) role="img" aria-labelledby="\(id)-t \(id)-d">\
    <title id="\(id)-t">\(HTMLText.escaped(title))</title>\
    <desc id="\(id)-d">\(HTMLText.escaped(description))</desc>\(content)</svg>
    """
  }

  private var measures: String {
    switch size {
    case .elastic(let height): "height=\"\(height)\""
    case .drawing(let width, let height): "viewBox=\"0 0 \(width) \(height)\""
    case .fixed(let width, let height): "width=\"\(width)\" height=\"\(height)\""
    }
  }
}
