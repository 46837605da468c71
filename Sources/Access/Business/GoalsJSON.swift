import Kernel

/// Goals as the store keeps them: `{"csat:0-10": 80, "nps:0-10": 50}`, in the order of names.
enum GoalsJSON {
  static func text(_ goals: [String: Double]) -> String {
    var object: JSONObject = [:]
    for (measure, goal) in goals.sorted(by: { $0.key < $1.key }) { object[measure] = .number(goal) }
    return JSON.object(object).serialized()
  }

  static func goals(in text: String) -> [String: Double] {
    let members = (try? JSON.parse(text))?.object?.members ?? []
    return members.reduce(into: [:]) { goals, member in goals[member.key] = member.value.number }
  }
}
