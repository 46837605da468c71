import Foundation

/// Purchases to expect of a customer known to be active, whose rate is gamma distributed and whose
/// chance to leave after a purchase is beta distributed.
///
/// The published expression has a factor 1/(a − 1) and a series with a pole at a + b + x = 1, which
/// cancel. Here they are cancelled on paper: with z = t/(rate + t), c = a + b − 1, d = c − shape,
/// E = c (1 − (1−z)^(a−1))/(a−1) − (1−z)^(a−1) Σ (a)ₙ₋₁ (d)ₙ zⁿ / ((c+1)ₙ₋₁ n!), n from 1; no case
/// is singular.
struct BetaGeometricExpectation {
  let shape: Double
  let rate: Double
  let leaving: Double
  let staying: Double

  func purchases(within time: Double) throws(MetricRefusal) -> Double {
    guard time >= 0, time < .infinity else { throw .invalidInput }
    guard time > 0 else { return 0 }
    let purchases = canSum(time) ? bySeries(time) : byIntegral(time)
    guard purchases.isFinite, purchases >= 0 else { throw .invalidInput }
    return purchases
  }

  private var difference: Double { leaving + staying - 1 - shape }

  /// Where the series is short and its terms do not cancel.
  private func canSum(_ time: Double) -> Bool {
    time < 99 * rate && difference > -8 && difference < 1e4 && leaving < 1e3
  }

  private func bySeries(_ time: Double) -> Double {
    let termsMax = 100_000
    let z = time / (rate + time)
    let stays = -log1p(time / rate)
    let power = exp((leaving - 1) * stays)
    let c = leaving + staying - 1
    let main = leaving == 1 ? -stays : -expm1((leaving - 1) * stays) / (leaving - 1)
    var term = difference * z
    var sum = term
    for index in 1..<termsMax {
      let n = Double(index)
      term *= (leaving + n - 1) * (difference + n) / ((c + n) * (n + 1)) * z
      sum += term
      if abs(term) <= 1e-17 * abs(sum) * (1 - z), n > abs(difference) { break }
      if term == 0 { break }
    }
    return c * main - power * sum
  }

  /// The mean over the chance p to leave of (1 − (1 + p t/rate)^−shape)/p, by equal steps of the
  /// log-odds of p, outwards from the peak: the integrand dies away exponentially on both sides,
  /// far out as a geometric series, whose sum is known however slowly it does.
  private func byIntegral(_ time: Double) -> Double {
    let stepsMax = 100_000
    let peak = log(leaving / staying)
    let narrow = 1 / (1 / leaving + 1 / staying).squareRoot()
    let step = min(0.5, 0.5 / max(narrow, 1e-300))
    let reference = logWeight(peak)
    var (mass, sum) = (0.0, 0.0)
    for direction in [step, -step] {
      var w = direction > 0 ? peak : peak - step
      for _ in 0..<stepsMax {
        let weight = exp(logWeight(w) - reference)
        let value = weight * purchasesIfLeaving(logOdds: w, time)
        if isFar(w, time) {
          let rest = -expm1(-step * (w > 0 ? staying : leaving))
          mass += weight / rest
          sum += value / rest
          break
        }
        mass += weight
        sum += value
        // Written so that NaN ends it too.
        if !(weight > 1e-18 * mass || value > 1e-18 * sum) { break }
        w += direction
      }
    }
    return sum / mass
  }

  /// Whether p is 0 or 1 to the last digit, so that only the weight changes from here on.
  private func isFar(_ w: Double, _ time: Double) -> Bool {
    let distance = exp(-abs(w))
    let isEnd = distance < 1e-17 && (leaving + staying) * distance < 1e-17
    return isEnd && (w > 0 || distance * time / rate <= 1e-14)
  }

  /// p^leaving (1 − p)^staying, by its logarithm.
  private func logWeight(_ w: Double) -> Double {
    let softplus = w > 0 ? w + log1p(exp(-w)) : log1p(exp(w))
    return leaving * (w - softplus) - staying * softplus
  }

  private func purchasesIfLeaving(logOdds w: Double, _ time: Double) -> Double {
    let p = 1 / (1 + exp(-w))
    let reach = p * time / rate
    guard reach > 1e-14 else { return shape * time / rate }
    return -expm1(-shape * log1p(reach)) / p
  }
}
