/// The Content-Security-Policy forbids what stands in the markup itself; so does this.
enum TemplateRules {
  static func complaints(about file: HouseFile) throws -> [String] {
    guard file.path.hasSuffix(".mustache") else { return [] }
    return [
      complaint(in: file, #/<script\b(?![^>]*\bsrc=)/#, "put the script into a .js file"),
      complaint(in: file, #/\sstyle=/#, "use a class, or an attribute of the SVG"),
      complaint(in: file, #/<style\b/#, "put the rules into a .css file"),
      complaint(in: file, #/\son[a-z]+=/#, "listen for the event in a .js file"),
      complaint(in: file, #/javascript:/#, "use a link or a form that works without scripts"),
    ].compactMap(\.self)
  }

  private static func complaint(
    in file: HouseFile,
    _ pattern: some RegexComponent,
    _ instead: String
  ) -> String? {
    guard let match = file.text.firstMatch(of: pattern) else { return nil }
    return "\(file.place(of: match.range.lowerBound)): the browser will refuse it; \(instead)"
  }
}
