import Foundation

/// ln |Γ(x)|.
public func logGamma(_ x: Double) -> Double {
  let (value, _): (Double, Int) = lgamma(x)
  return value
}
