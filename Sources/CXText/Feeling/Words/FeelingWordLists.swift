/// Words that say by themselves how somebody felt, in one language.
///
/// Each list is words and short phrases with commas between; a `*` stands for any ending.
struct FeelingWordLists {
  /// Good, and very good.
  let good: String
  let delightful: String
  /// Bad, and very bad.
  let bad: String
  let dreadful: String
  /// What turns the opinion that follows round, and the one that went before.
  let denying: String
  var denyingAfter = ""
  /// What makes an opinion beside it stronger, or weaker.
  let strengthening: String
  let weakening: String
  /// What looks like one of the above and says nothing.
  let silent: String
  /// Places at which an opinion’s denial ends.
  let turning: String
}

extension FeelingWordLists {
  static let all = [english, vietnamese, persian, signs]

  /// Emoji that every language uses.
  static let signs = FeelingWordLists(
    good: "😊, 👍",
    delightful: "❤️",
    bad: "😡, 👎",
    dreadful: "",
    denying: "",
    strengthening: "",
    weakening: "",
    silent: "",
    turning: ""
  )
}
