/// Emoji by what they say about the one who wrote them.
enum Emoji {
  /// ☺, with which every form of an emoji begins and no word does.
  static let sign: UInt32 = 0x263A

  /// `+`, `-` or ♥; nil for an emoji that says nothing of a feeling by itself.
  static func feeling(of scalar: UInt32) -> UInt32? { feelings[scalar] }

  private static let feelings: [UInt32: UInt32] = {
    let glad = """
      😀😃😄😁😆😅😂🤣🙂😉😊😇😋😎😌😏🤗🤩🥳😛😜😝🤪😸😹😺👍👏🙌👌✌🤝💪🤟🤙👊✊🙏☺☻🫶🥹🫡\
      🎉🎊✨🌟⭐💯🏆🥇🎁🌹🌸🌺🌷🌻🌼💐🏵✅✔👑💃🕺🔥🆗😬
      """
    let sad = """
      😞😟😠😡😢😣😤😥😦😧😨😩😪😫😭😰😱😒😓😔😕😖😐😑😶🙁☹🙄😬🤬🤢🤮🤕🤒🤧😷🥴😵😾😿🙀\
      👎💔💩🖕❌🚫⛔👿😈🤡🤦🤥🥺😳⚠🆘🥵🥶😮‍💨
      """
    let loving = "😍😘🥰😻😚😙😗💋❤♥♡❣💕💖💗💓💞💘💝💟💙💚💛🧡💜🖤🤍🤎🩷🩵🩶💌💑👩‍❤️‍👨"
    var feelings: [UInt32: UInt32] = [:]
    for (signs, feeling) in [(glad, 0x2B as UInt32), (sad, 0x2D), (loving, 0x2665)] {
      for sign in signs {
        guard let first = sign.unicodeScalars.first, first.value != 0x0A else { continue }
        feelings[first.value] = feeling
      }
    }
    // Faces that are as often one thing as the other keep their own sign.
    for sign: Unicode.Scalar in ["😬", "😏", "😳", "😶", "🥺", "👩"] {
      feelings[sign.value] = nil
    }
    return feelings
  }()
}
