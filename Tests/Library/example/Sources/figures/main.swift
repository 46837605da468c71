import CXMetrics

let answers = [10, 9, 8, 7, 6, 10, 3, 9, 9, 0]
var scores = ScoredResponses<11>(on: RecommendScale.zeroToTen.scores)
for answer in answers { scores.add(Double(answer)) }
let counts = NetPromoterCounts(scores.tally, scale: .zeroToTen)
if let estimate = NetPromoterScore.estimate(from: counts) {
  print("NPS \(estimate.value), between \(estimate.low) and \(estimate.high), n \(estimate.count)")
}
