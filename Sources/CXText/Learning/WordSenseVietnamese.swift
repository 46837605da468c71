extension WordSense {
  static let vietnamese: [(sense: WordSense, words: String)] = [
    (
      .praise,
      """
      tốt hay đẹp nhanh thích ưng chuẩn hài ngon xinh giỏi tuyệt
      """
    ),
    (
      .blame,
      """
      tệ xấu kém dở chậm lỗi hỏng rách bẩn chán thất tồi chê thối hư tiếc
      """
    ),
    (
      .denial,
      """
      không chưa chẳng đừng chả
      """
    ),
  ]
}
