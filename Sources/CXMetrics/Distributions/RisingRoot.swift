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
  var low = bracket.lowerBound
  var high = bracket.upperBound
  var x = min(max(start, low), high)
  for _ in 0..<stepsMax {
    let (value, slope) = function(x)
    if value == 0 { return x }
    if value < 0 { low = x } else { high = x }
    var next = x - value / slope
    if !(next > low && next < high) { next = low + 0.5 * (high - low) }
    if abs(next - x) <= 2e-16 * max(1, abs(x)) || high - low <= 0 { return next }
    x = next
  }
  return x
}
