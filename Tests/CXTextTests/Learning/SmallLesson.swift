@testable import CXText

/// Comments of our own in three languages: what they are about, and how their writers felt.
enum SmallLesson {
  private struct Words {
    let things: [(theme: String, name: String)]
    let good: [String]
    let bad: [String]
    let frames: [(before: String, between: String, after: String)]
  }

  private static let languages = [
    Words(
      things: [
        ("food", "soup"), ("food", "food"), ("food", "dinner"), ("staff", "waiter"),
        ("staff", "service"), ("delivery", "driver"), ("delivery", "parcel"),
      ],
      good: ["great", "kind", "excellent", "lovely", "perfect", "quick"],
      bad: ["terrible", "rude", "cold", "awful", "slow", "broken"],
      frames: [("The ", " was ", ""), ("My ", " came ", " today"), ("", " again ", "!")]
    ),
    Words(
      things: [
        ("food", "món ăn"), ("food", "đồ uống"), ("staff", "nhân viên"), ("staff", "phục vụ"),
        ("delivery", "giao hàng"), ("delivery", "đóng gói"),
      ],
      good: ["tuyệt vời", "nhiệt tình", "rất tốt", "chu đáo", "hài lòng", "nhanh"],
      bad: ["quá tệ", "thất vọng", "rất kém", "cẩu thả", "chậm", "hỏng"],
      frames: [("", " ", ""), ("Lần này ", " ", " lắm"), ("", " của quán ", ".")]
    ),
    Words(
      things: [
        ("food", "غذا"), ("food", "نوشیدنی"), ("staff", "کارکنان"), ("staff", "پشتیبانی"),
        ("delivery", "پیک"), ("delivery", "بسته‌بندی"),
      ],
      good: ["عالی", "خوب", "بی‌نظیر", "سریع", "مهربان", "تمیز"],
      bad: ["بد", "افتضاح", "ضعیف", "کثیف", "خراب", "دیر"],
      frames: [("", " ", " بود"), ("این بار ", " خیلی ", " بود"), ("", " واقعا ", "!")]
    ),
  ]

  /// Every comment with its theme and whether its writer was glad.
  static let comments: [(text: String, theme: String, isGlad: Bool)] = languages.flatMap { words in
    words.things.flatMap { thing in
      (words.good.map { ($0, true) } + words.bad.map { ($0, false) }).enumerated().map {
        number,
        verdict in
        let frame = words.frames[number % words.frames.count]
        return (
          frame.before + thing.name + frame.between + verdict.0 + frame.after, thing.theme,
          verdict.1
        )
      }
    }
  }

  static func feelings() throws(TextRefusal) -> LabelledComments {
    var found = try LabelledComments(labels: ["negative", "positive"], .one)
    for comment in comments {
      try found.add(comment.text, labels: [comment.isGlad ? "positive" : "negative"])
    }
    return found
  }

  static func themes() throws(TextRefusal) -> LabelledComments {
    var found = try LabelledComments(labels: ["delivery", "food", "staff"], .many)
    for comment in comments { try found.add(comment.text, labels: [comment.theme]) }
    // Two at once, so that themes do not exclude each other.
    for (one, two) in zip(comments, comments.dropFirst(17)) {
      try found.add("\(one.text), \(two.text)", labels: [one.theme, two.theme])
    }
    return found
  }
}
