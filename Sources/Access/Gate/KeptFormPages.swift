import Kernel
import Mustache
import Web

/// Gives back what was written, to be sent once more by whoever is signed in now.
///
/// It is sent by a click and never by itself: what a page would send alone, a stranger's could.
struct KeptFormPage: Page {
  static let template = MustacheTemplate(embedded: Templates.kept_form)

  let t: [String: String]
  let action: String
  let isMultipart: Bool
  let hadFiles: Bool
  let fields: [FormFields.Field]
  let csrf: String
  private let language: Language

  init(_ form: KeptForm, csrf: String, in language: Language) {
    t = Catalogue.of(language).section("kept")
    action = form.path
    isMultipart = form.isMultipart
    hadFiles = form.hadFiles
    fields = form.fields
    self.csrf = csrf
    self.language = language
  }

  var document: Document {
    ThresholdPage(t["title"] ?? "", in: language, at: "/", offersLanguages: false, form: html)
      .document
  }
}
