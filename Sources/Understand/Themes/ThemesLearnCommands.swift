import Access
import ArgumentParser
import CXText
import Kernel
import Measure
import Tabular

/// `touchstone themes learn JUDGED --themes THEMES --theme ID --to OUT`.
struct ThemesLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Keep what people judged as examples of a theme.",
    discussion: """
      Reads what “touchstone themes propose” wrote, the column “about” filled in with yes or no \
      (y, n, 1, 0, có, không, بله, خیر). Lines without an answer are left for another time, and a \
      comment judged anew counts as judged last.

      EXAMPLE:
        touchstone themes learn judge.csv --themes themes.json --theme staff --to themes.json
      """
  )

  @Argument(help: "The judged comments.")
  var file: String

  @Option(help: "The file of themes.")
  var themes: String

  @Option(help: "The id of the theme.")
  var theme: String

  @Option(help: "Where to write the themes; the file they came from, if you like.")
  var to: String

  func run() throws {
    do {
      var set = try ThemesOnDisk.read(themes)
      try ThemesOnDisk.check(theme, in: set)
      let judged = try JudgedComments(file)
      judged.rejections.say(remarks: judged.remarks)
      guard let place = set.themes.firstIndex(where: { $0.id == theme }) else { return }
      for (text, judgement) in judged.judgements {
        for one in Theme.Judgement.allCases {
          set.themes[place].examples[one]?.removeAll { $0 == text }
        }
        set.themes[place].examples[judgement, default: []].append(text)
      }
      try ThemesOnDisk.write(set, to: to)
      let quality = ThemeModel(themes: [set.themes[place]]).qualities.first
      CommandText.write(Self.text(judged.judgements.count, quality, to))
    } catch {
      throw ModelFile.telling(error)
    }
  }

  private static func text(_ count: Int, _ quality: ThemeQuality?, _ path: String) -> String {
    var sentences = ["Judgements kept: \(count)."]
    if let words = quality?.agreementOfWords, let all = quality?.examples {
      sentences.append("Of \(all) examples, words alone have \(percent(words)) right")
      let learned = quality?.agreementOfLearned.map { ", with what was learned \(percent($0))" }
      sentences[1] += "\(learned ?? "")."
    }
    return sentences.joined(separator: " ") + " Written to \(path).\n"
  }
}

/// Comments that somebody judged for a theme.
struct JudgedComments {
  private(set) var judgements: [(text: String, judgement: Theme.Judgement)] = []
  private(set) var rejections = Rejections()
  private(set) var remarks: [String]

  /// - Throws: `Header.UnknownColumn`, `TabularError`.
  init(_ path: String) throws {
    var reader = TabularReader(try TabularFile(path: path))
    remarks = reader.header.oddities
    let text = try reader.header.column(named: "comment")
    let about = try reader.header.column(named: "about")
    var open = 0
    reading: while true {
      switch try reader.next() {
      case .end: break reading
      case .rejected(let line): rejections.add(line: line.line, reason: line.reason)
      case .record:
        let answer = reader.text(about).trimmed.lowercased()
        if answer.isEmpty || reader.text(text).trimmed.isEmpty {
          open += 1
        } else if let judgement = Self.answers[answer] {
          judgements.append((reader.text(text), judgement))
        } else {
          rejections.add(line: reader.line, reason: "“\(answer)” is neither yes nor no")
        }
      }
    }
    if open > 0 { remarks.append("lines without an answer: \(open)") }
  }

  private static let answers: [String: Theme.Judgement] = [
    "yes": .about, "y": .about, "1": .about, "true": .about, "có": .about, "بله": .about,
    "۱": .about, "no": .notAbout, "n": .notAbout, "0": .notAbout, "false": .notAbout,
    "không": .notAbout, "خیر": .notAbout, "نه": .notAbout, "۰": .notAbout,
  ]
}
