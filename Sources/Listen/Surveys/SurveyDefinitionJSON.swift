package import Kernel

extension SurveyDefinition {
  /// The definition in its one written form: members in a fixed order, defaults left out.
  /// Parsing it gives the same definition again.
  package var json: JSON {
    var object: JSONObject = [
      "name": .string(name),
      "languages": .array(languages.map { .string($0.rawValue) }),
      "default_language": .string(defaultLanguage.rawValue),
      "title": title.json,
    ]
    object["thanks"] = thanks?.json
    object["closes_at"] = closesAt.map { .string($0.description) }
    if !attributes.isEmpty {
      var roles = JSONObject()
      for attribute in attributes { roles[attribute.name] = .string(attribute.role.rawValue) }
      object["attributes"] = .object(roles)
    }
    object["questions"] = .array(questions.map(\.json))
    return .object(object)
  }
}

extension Question {
  package var json: JSON {
    var object: JSONObject = ["key": .string(key), "kind": .string(kind.name)]
    if case .rating(let range) = kind {
      object["min"] = .integer(Int64(range.lowerBound))
      object["max"] = .integer(Int64(range.upperBound))
    }
    object["text"] = text.json
    object["hint"] = hint?.json
    object["low"] = low?.json
    object["high"] = high?.json
    if isRequired { object["required"] = true }
    if !choices.isEmpty {
      object["choices"] = .array(choices.map { ["key": .string($0.key), "text": $0.text.json] })
    }
    if takesOther { object["other"] = true }
    if !variants.isEmpty {
      object["variants"] = .array(
        variants.map { ["when": $0.when.json, "text": $0.text.json] }
      )
    }
    object["show_if"] = showIf?.json
    return .object(object)
  }
}
