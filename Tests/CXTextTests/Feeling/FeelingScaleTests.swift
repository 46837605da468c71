import CXText
import Testing

struct FeelingScaleTests {
  @Test(arguments: [
    (FeelingScale.recommendation, [0, 6, 6.5, 7, 8, 8.9, 9, 10], [-1, -1, 0, 0, 0, 0, 1, 1]),
    (.recommendationFromOne, [1, 6, 7, 8, 9, 10], [-1, -1, 0, 0, 1, 1]),
    (.stars, [1, 2, 3, 4, 5], [-1, -1, 0, 1, 1]),
    (.sevenPoints, [1, 3, 4, 5, 7], [-1, -1, 0, 1, 1]),
    (.faces, [1, 2, 3], [-1, 0, 1]), (.ranks, [0, 1, 2], [-1, 0, 1]),
    (.signs, [-1, -0.2, 0, 0.2, 1], [-1, -1, 0, 1, 1]), (.thumbs, [0, 1], [-1, 1]),
  ])
  func `a score says what those who ask mean by it`(
    scale: FeelingScale,
    scores: [Double],
    feelings: [Int]
  ) {
    #expect(scores.map { scale.feeling(of: $0)?.rawValue } == feelings)
  }

  @Test func `a score off the scale says nothing`() {
    for score in [-1, 11, 99, .nan, .infinity] {
      #expect(FeelingScale.recommendation.feeling(of: score) == nil)
    }
    #expect(FeelingScale.recommendationFromOne.feeling(of: 0) == nil)
  }

  @Test(arguments: [
    ([0, 3, 10, 9, 8], FeelingScale.recommendation), ([1, 9, 10], .recommendationFromOne),
    ([1, 2, 5, 4], .stars), ([4.5, 1, 3], .stars), ([0, 5, 4], .starsFromNone),
    ([1, 7, 4], .sevenPoints), ([0, 7], .recommendation), ([1, 2, 3], .faces), ([0, 2, 1], .ranks),
    ([-1, 1], .signs), ([-2, 0, 2], .doubleSigns), ([0, 1], .thumbs),
  ])
  func `the scale is guessed by its ends`(scores: [Double], scale: FeelingScale) {
    #expect(FeelingScale.guessing(scores) == scale)
  }

  @Test(arguments: [[], [5], [5, 5, 5], [1, 2], [0, 100], [-5, 5], [.nan, 1, 2], [0, 3]])
  func `scores that could be anything are not guessed at`(scores: [Double]) {
    #expect(FeelingScale.guessing(scores) == nil)
  }

  @Test func `a scale of one's own has its bad below its good`() {
    #expect(FeelingScale(range: 0...100, negativeThrough: 50, positiveFrom: 80) != nil)
    #expect(FeelingScale(range: 0...100, negativeThrough: 80, positiveFrom: 80) == nil)
    #expect(FeelingScale(range: 0...100, negativeThrough: 50, positiveFrom: 101) == nil)
  }
}
