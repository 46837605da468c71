import Testing

@testable import CXText

/// From which probability on a comment has a label, and whether one must have any.
struct DecisionRuleTests {
  @Test func `the threshold is the one with the best F1`() {
    var rule = DecisionRule()
    // From 0.4 on 3 are given and 3 are right; from 0.2 on two more are wrong.
    rule.chooseThreshold(
      [[0.9, 0.2], [0.45, 0.1], [0.25, 0.6]],
      [[0], [0], [1]]
    )
    #expect(rule.threshold > 0.25 && rule.threshold <= 0.45)
    #expect(!rule.givesLikeliest)
    #expect(rule.labels(of: [0.5, 0.47], .many) == [0, 1])
    #expect(rule.labels(of: [0.1, 0.2], .many) == [])
  }

  @Test func `of thresholds that do as well the one next to a half is taken`() {
    var rule = DecisionRule()
    rule.chooseThreshold([[0.95, 0.05], [0.1, 0.9]], [[0], [1]])
    #expect(rule.threshold == 0.5)
    rule.chooseThreshold([[0.95, 0.75], [0.7, 0.9]], [[0], [1]])
    #expect(rule.threshold == 0.76)
  }

  @Test func `where every comment has a label, the likeliest is given below the threshold`() {
    var rule = DecisionRule()
    // Any threshold that reaches the 0.3 that is right takes in the 0.4 that is wrong.
    rule.chooseThreshold(
      [[0.9, 0.4], [0.4, 0.8], [0.3, 0.1], [0.2, 0.35]],
      [[0], [1], [0], [1]]
    )
    #expect(rule.givesLikeliest)
    #expect(rule.threshold > 0.4)
    #expect(rule.labels(of: [0.1, 0.2], .many) == [1])
  }

  @Test func `comments with one label have their likeliest, and none without labels`() {
    #expect(DecisionRule().labels(of: [0.2, 0.5, 0.3], .one) == [1])
    #expect(DecisionRule().labels(of: [], .many) == [])
  }
}
