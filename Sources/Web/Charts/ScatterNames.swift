/// The names of points, each beside its own where it hides the fewest others.
extension Scatter {
  struct Box {
    let left, right, top, bottom: Double

    func overlap(_ other: Box) -> Double {
      max(0, min(right, other.right) - max(left, other.left))
        * max(0, min(bottom, other.bottom) - max(top, other.top))
    }
  }

  /// Pixels of a picture on a phone and of a character of its names.
  static let width = 300.0
  static let character = 7.2

  var names: String {
    var taken = points.map { point in
      let (x, y) = (x(point.across.value) * Self.width, y(point.up.value))
      return Box(left: x - 9, right: x + 9, top: y - 9, bottom: y + 9)
    }
    taken += cornerBoxes
    return points.map { point in
      let (share, y) = (x(point.across.value), y(point.up.value))
      let length = Double(point.name.count) * Self.character
      let places: [(anchor: LabelRows.Anchor, dy: Double)] = [
        (.start, -9), (.end, -9), (.start, 20), (.end, 20),
      ]
      let boxed = places.map { place in
        let start = share * Self.width + (place.anchor == .start ? 12 : -12 - length)
        let base = y + place.dy
        return (
          place, Box(left: start, right: start + length, top: base - 12, bottom: base + 3)
        )
      }
      let best = boxed.min { cost($0.1, taken) < cost($1.1, taken) }
      guard let (place, box) = best else { return "" }
      taken.append(box)
      return page.text(
        point.name,
        at: share,
        y: y + place.dy,
        anchor: place.anchor,
        away: 12,
        classes: "s small halo"
      )
    }.joined()
  }

  /// What a name hides, and how far it leaves the picture.
  private func cost(_ box: Box, _ taken: [Box]) -> Double {
    let outside = max(0, -box.left - 20) + max(0, box.right - Self.width) + max(0, -box.top)
    return outside * 100 + taken.reduce(0) { $0 + $1.overlap(box) }
  }
}
