/// Finds where a rising function crosses zero.
///
/// Newton’s steps, kept inside a bracket that shrinks at every step and halved when a step would
/// leave it: quick where the function is smooth, sure everywhere.
///
/// - Parameter function: gives the value and the slope.
func risingRoot(
  from start: Double,
  within bracket: ClosedRange<Double>,
  of function: (Double) -> (value: Double, slope: Double)
) -> Double {
  let stepsMax = 300
  // Newton's error after a step is about the square of the step: a shorter one shows no more.
  let enough = 1e-10
  var low = bracket.lowerBound
  var high = bracket.upperBound
  var x = min(max(start, low), high)
  for _ in 0..<stepsMax {
    let (value, slope) = function(x)
    if value == 0 { return x }
    if value < 0 { low = x } else { high = x }
    var next = x - value / slope
    if abs(next - x) <= enough * max(1, abs(x)) { return min(max(next, low), high) }
    if !(next > low && next < high) { next = low + 0.5 * (high - low) }
    if next == low || next == high { return next }
    x = next
  }
  return x
}
