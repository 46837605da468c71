/// Why comments could not be learned from, or a model not be used.
public enum TextRefusal: Error, Hashable, Sendable {
  /// No comment has words to learn from.
  case noComments
  /// Every comment has the same one label, so nothing tells it from others.
  case oneLabel(String)
  /// A label that is not in the list.
  case unknownLabel(String)
  /// A label that stands twice in the list, or is empty.
  case repeatedLabel(String)
  /// More labels than a model holds.
  case tooManyLabels(count: Int, most: Int)
  /// A comment with no label or several where each has one.
  case notOneLabel(comment: Int)
  /// The bytes are no model.
  case noModel
  /// A model of another version of the program.
  case modelVersion(Int)
  /// The model was cut off or changed since it was written.
  case damagedModel
}
