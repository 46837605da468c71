import Kernel

/// What stands at the two ends of a scale when a survey does not say it itself.
///
/// The recommend and effort labels follow the wording the scores are known by: “not at all
/// likely … extremely likely” (Reichheld, 2003) and “strongly disagree … strongly agree” (CES 2.0).
extension QuestionKind {
  package var lowLabel: LocalText? {
    switch self {
    case .recommend0To10, .recommend1To10:
      LocalText([
        .english: "Not at all likely", .vietnamese: "Hoàn toàn không", .persian: "اصلاً",
      ])
    case .satisfaction1To5:
      LocalText([
        .english: "Very dissatisfied", .vietnamese: "Rất không hài lòng", .persian: "خیلی ناراضی",
      ])
    case .effort1To7:
      LocalText([
        .english: "Strongly disagree", .vietnamese: "Hoàn toàn không đồng ý",
        .persian: "کاملاً مخالفم",
      ])
    case .rating:
      LocalText([.english: "Very poor", .vietnamese: "Rất kém", .persian: "خیلی بد"])
    case .choice, .choices, .shortText, .longText, .yesNo: nil
    }
  }

  package var highLabel: LocalText? {
    switch self {
    case .recommend0To10, .recommend1To10:
      LocalText([.english: "Extremely likely", .vietnamese: "Chắc chắn có", .persian: "حتماً"])
    case .satisfaction1To5:
      LocalText([
        .english: "Very satisfied", .vietnamese: "Rất hài lòng", .persian: "خیلی راضی",
      ])
    case .effort1To7:
      LocalText([
        .english: "Strongly agree", .vietnamese: "Hoàn toàn đồng ý", .persian: "کاملاً موافقم",
      ])
    case .rating:
      LocalText([.english: "Very good", .vietnamese: "Rất tốt", .persian: "خیلی خوب"])
    case .choice, .choices, .shortText, .longText, .yesNo: nil
    }
  }
}
