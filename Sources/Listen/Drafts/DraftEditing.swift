import Foundation
import Kernel

/// What authors do to the questions of a draft.
extension SurveyDefinition {
  /// Adds a question at the end, under its own key or the nearest one that is free.
  ///
  /// - Parameter kinds: by key, the kinds of questions published before: a key keeps its kind.
  package mutating func add(_ question: Question, keeping kinds: [String: QuestionKind]) {
    var added = question
    added.key = freeKey(like: question, keeping: kinds)
    added.variants.removeAll { self.question($0.when.question) == nil }
    if let condition = added.showIf, self.question(condition.question) == nil {
      added.showIf = nil
    }
    questions.append(added)
  }

  /// The key that `add` gives: deterministic, so that a form sent twice adds one question.
  package func freeKey(like question: Question, keeping kinds: [String: QuestionKind]) -> String {
    func isFree(_ key: String) -> Bool {
      self.question(key) == nil && kinds[key].map { $0.merges(with: question.kind) } ?? true
    }
    var key = question.key
    var number = 2
    while !isFree(key) {
      let suffix = "_\(number)"
      key = question.key.prefix(Limits.keyCharactersMax - suffix.count) + suffix
      number += 1
    }
    return key
  }

  package mutating func remove(_ key: String) { questions.removeAll { $0.key == key } }

  /// Moves a question to a place counted from 0; a place beyond the ends is the end.
  package mutating func move(_ key: String, to place: Int) {
    guard let index = questions.firstIndex(where: { $0.key == key }) else { return }
    let question = questions.remove(at: index)
    questions.insert(question, at: min(max(0, place), questions.count))
  }

  /// Puts a question in the place of the one with its key; one that is gone comes back at the end.
  package mutating func put(_ question: Question) {
    if let index = questions.firstIndex(where: { $0.key == question.key }) {
      questions[index] = question
    } else {
      questions.append(question)
    }
  }

  /// The questions that conditions of this one may name.
  package func questions(before key: String) -> ArraySlice<Question> {
    questions.prefix { $0.key != key }
  }
}

extension Question {
  /// A key for a choice by its words, that no other choice has: readable in files.
  ///
  /// - Parameter known: choices whose keys are taken as well.
  package func freeChoiceKey(for text: LocalText, beside known: [Choice] = []) -> String {
    let words = text[.english] ?? text.languages.first.flatMap { text[$0] } ?? ""
    let slug = Self.slug(words)
    // Other scripts leave nothing: then the same words get the same key, and no others.
    let stem = slug.isEmpty ? "c_" + PublicToken.hash(words).prefix(4).map(\.hex).joined() : slug
    var key = stem
    var number = 2
    let taken = Set((choices + known).map(\.key) + [Self.otherKey])
    while taken.contains(key) {
      let suffix = "_\(number)"
      key = stem.prefix(Limits.keyCharactersMax - suffix.count) + suffix
      number += 1
    }
    return key
  }

  /// The Latin letters and digits of a text without their marks; empty when it has none.
  static func slug(_ text: String) -> String {
    var slug = ""
    let folded = text.lowercased().replacing("đ", with: "d").decomposedStringWithCanonicalMapping
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "a"..."z": slug.unicodeScalars.append(scalar)
      case "0"..."9" where !slug.isEmpty: slug.unicodeScalars.append(scalar)
      case " ", "-", "_", "/": if !slug.isEmpty, slug.last != "_" { slug += "_" }
      default: break
      }
    }
    let cut = String(slug.prefix(Limits.keyCharactersMax))
    return cut.hasSuffix("_") ? String(cut.dropLast()) : cut
  }
}

extension UInt8 {
  fileprivate var hex: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}
