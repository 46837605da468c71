import Foundation

/// Having left unseen at some moment since the last purchase, against being still there.
///
/// The odds are s ∫ ((α+u)/(α+T))^−shape ((β+u)/(β+T))^−s / (β+u) du over u from t_x to T. With
/// u = t_x + (T − t_x) σ(π sinh k), σ the logistic function, the integrand dies away doubly
/// exponentially on both sides, so that equal steps in k converge to the last digits however steep
/// it is at t_x.
///
/// - Source: H. Takahasi and M. Mori, Publications of RIMS 9, 1974.
struct ParetoSilence {
  let shape: Double
  let alpha: Double
  let s: Double
  let beta: Double
  let lastAge: Double
  let age: Double

  /// Where the integrand is evaluated: the share of the way, what is left of it, the weight.
  private struct Node {
    let share: Double
    let rest: Double
    let weight: Double
  }

  private static let nodes: [Node] = {
    let step = 1.0 / 16
    return (-60...60).map { index in
      let k = Double(index) * step
      let w = Double.pi * sinh(k)
      let (share, rest) = (1 / (1 + exp(-w)), 1 / (1 + exp(w)))
      return Node(share: share, rest: rest, weight: step * .pi * cosh(k) * share * rest)
    }
  }()

  /// The odds with their slopes over shape, α, s and β.
  struct Slopes {
    var odds = 0.0
    var shape = 0.0
    var alpha = 0.0
    var s = 0.0
    var beta = 0.0
  }

  var odds: Double {
    let silence = age - lastAge
    var sum = 0.0
    for node in Self.nodes {
      let rest = silence * node.rest
      let u = lastAge + silence * node.share
      sum +=
        node.weight
        * exp(-shape * log1p(-rest / (alpha + age)) - s * log1p(-rest / (beta + age)))
        / (beta + u)
    }
    return s * silence * sum
  }

  var slopes: Slopes {
    let silence = age - lastAge
    var slopes = Slopes()
    for node in Self.nodes {
      let rest = silence * node.rest
      let u = lastAge + silence * node.share
      let (buying, leaving) = (log1p(-rest / (alpha + age)), log1p(-rest / (beta + age)))
      let term = s * silence * node.weight * exp(-shape * buying - s * leaving) / (beta + u)
      slopes.odds += term
      slopes.shape -= term * buying
      slopes.s += term * (1 / s - leaving)
      slopes.alpha += term * shape * (1 / (alpha + age) - 1 / (alpha + u))
      slopes.beta += term * (s / (beta + age) - (s + 1) / (beta + u))
    }
    return slopes
  }
}
