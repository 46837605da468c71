import CXText

let comment = "Food cold, driver kind"
var feelings = FeelingReader()
for clause in feelings.feeling(of: comment).clauses {
  let bytes = Array(comment.utf8)[clause.source]
  print("\(String(decoding: bytes, as: UTF8.self)): \(clause.feeling.label)")
}

let themes = ThemeModel(themes: ThemeSet.starter(for: .hospitality).themes)
var reader = ThemeReader(themes)
let comments = ["غذا سرد بود", "quán này đồ ăn ngon", "Nothing to say"]
let food = comments.filter { comment in
  reader.themes(of: comment).contains { themes.themes[$0.theme].id == "food" }
}
print("food: \(food.joined(separator: ", "))")
