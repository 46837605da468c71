/// A drawing of one line on a field of 20 by 20, in the colour of the text around it.
package enum Icon: String, CaseIterable, Hashable, Sendable {
  case home, answers, surveys, importing, settings, health, people, keys, more
  case up, down, wave, print, add, copy, link, download, search, check, close, back, eye, drag
  case undo, redo

  /// The drawing, hidden from screen readers: the words beside it say what it means.
  package var svg: String {
    """
    <svg class="i\(isDirected ? " flip" : "")" viewBox="0 0 20 20" aria-hidden="true">\
    <path d="\(path)"/></svg>
    """
  }

  /// Whether it points along the line of reading, and turns with it.
  private var isDirected: Bool { [.back, .undo, .redo].contains(self) }

  private var path: String {
    switch self {
    case .home: "M3 10.5 10 4l7 6.5M5 9v7.5h10V9M8.5 16.5v-4h3v4"
    case .answers: "M3 4.500h14v9.500H9l-3.500 3v-3H3zM6.500 8h7M6.500 10.800h4.500"
    case .surveys: "M5 3h10v14H5zM8 7h4M8 10h4M8 13h2"
    case .importing: "M10 3v9M6.500 8.500 10 12l3.500-3.500M4 13.500v3h12v-3"
    case .settings:
      """
      M10 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM10 2.800v2M10 15.200v2M2.800 10h2\
      M15.200 10h2M4.900 4.900l1.400 1.400M13.700 13.700l1.400 1.400M15.100 4.900l-1.400 1.400\
      M6.300 13.700l-1.400 1.400
      """
    case .health: "M2.500 10.500h3.500l2-5 3.500 9.500 2-4.500h4"
    case .people:
      """
      M7.500 10a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400z\
      M2.500 16.500c.4-2.700 2.300-4 5-4s4.600 1.300 5 4M13 5a2.500 2.500 0 0 1 0 5\
      M14.500 12.700c1.700.4 2.700 1.700 3 3.800
      """
    case .keys: "M7 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 10h7v3M14 10v2"
    case .more: "M4.500 10h.1M10 10h.1M15.500 10h.1"
    case .up: "M10 16V4M5 9l5-5 5 5"
    case .down: "M10 4v12M5 11l5 5 5-5"
    case .wave: "M3 10c2-3 4-3 7 0s5 3 7 0"
    case .print: "M6 7V3h8v4M4 7h12v6H4zM6 11h8v6H6z"
    case .add: "M10 4v12M4 10h12"
    case .copy: "M7 7V3.500h9.500V13H13M3.500 7H13v9.500H3.500z"
    case .link:
      """
      M8.500 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300l-.9.9\
      M11.500 8.500a3 3 0 0 0-4.300 0l-2.700 2.700a3 3 0 0 0 4.300 4.300l.9-.9
      """
    case .download: "M10 3v10M6 9.500l4 4 4-4M4 16.500h12"
    case .search: "M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13 13l4 4"
    case .check: "M4 10.500 8.500 15 16 6"
    case .close: "M5 5l10 10M15 5 5 15"
    case .back: "M12.500 4.500 7 10l5.500 5.500"
    case .eye:
      """
      M2.500 10S5.200 5 10 5s7.500 5 7.500 5-2.700 5-7.500 5-7.500-5-7.500-5z\
      M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z
      """
    case .undo: "M7.500 4 3.500 8l4 4M4 8h7.500a4.500 4.500 0 0 1 0 9H7"
    case .redo: "M12.500 4l4 4-4 4M16 8H8.500a4.500 4.500 0 0 0 0 9H13"
    case .drag: "M7 5.500h.1M7 10h.1M7 14.500h.1M13 5.500h.1M13 10h.1M13 14.500h.1"
    }
  }
}
