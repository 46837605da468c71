/// Johnson’s relative weights of drivers, from their correlations.
struct RelativeWeights {
  /// A smaller eigenvalue of the drivers’ correlations means that some say the same as others.
  static let eigenvalueMin = 1e-8

  /// Shares of the variance of the outcome; they add up to R².
  let weights: [Double]
  let standardizedBetas: [Double]
  let rSquared: Double

  /// - Throws: `singularDrivers`; `notConverged` should the eigenvalues not settle.
  init(_ correlations: DriverCorrelations) throws(MetricRefusal) {
    let k = correlations.count
    guard let system = SymmetricEigensystem(correlations.drivers, size: k) else {
      throw .notConverged
    }
    guard system.values.allSatisfy({ $0 >= Self.eigenvalueMin }) else { throw .singularDrivers }
    let roots = system.values.map { $0.squareRoot() }
    // Qᵀ r, in the space of the eigenvectors.
    var turned = [Double](repeating: 0, count: k)
    for vector in 0..<k {
      for driver in 0..<k {
        turned[vector] += system.vectors[vector * k + driver] * correlations.outcome[driver]
      }
    }
    var betas = [Double](repeating: 0, count: k)
    var orthogonal = betas
    var loadings = [Double](repeating: 0, count: k * k)
    for vector in 0..<k {
      let start = vector * k
      let (byValue, byRoot) = (
        turned[vector] / system.values[vector], turned[vector] / roots[vector]
      )
      for driver in 0..<k {
        let element = system.vectors[start + driver]
        betas[driver] += element * byValue
        orthogonal[driver] += element * byRoot
        let scaled = element * roots[vector]
        for other in 0..<k {
          loadings[driver * k + other] += scaled * system.vectors[start + other]
        }
      }
    }
    let squares = orthogonal.map { $0 * $0 }
    weights = (0..<k).map { driver in
      var sum = 0.0
      for other in 0..<k {
        let loading = loadings[driver * k + other]
        sum += loading * loading * squares[other]
      }
      return sum
    }
    standardizedBetas = betas
    rSquared = min(1, squares.reduce(0, +))
  }
}
