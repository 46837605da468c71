/// The eigenvalues and eigenvectors of a symmetric matrix.
///
/// Householder’s reflections make it tridiagonal, implicit QL steps with Wilkinson’s shift
/// diagonal.
///
/// - Complexity: O(k³).
/// - Source: J. H. Wilkinson and C. Reinsch, “Linear Algebra”, 1971, contributions II/2 and II/4.
struct SymmetricEigensystem {
  /// In no particular order.
  private(set) var values: [Double]

  /// One vector after the other, each of length 1.
  private(set) var vectors: [Double]

  private let size: Int

  /// Off the diagonal, the first between values 0 and 1; the last is 0.
  private var beside: [Double]

  /// Nil if the steps do not settle, which takes a matrix that is not finite.
  init?(_ matrix: [Double], size: Int) {
    self.size = size
    values = Array(repeating: 0, count: size)
    beside = values
    vectors = matrix
    makeTridiagonal()
    guard makeDiagonal() else { return nil }
  }

  private mutating func makeTridiagonal() {
    var square = vectors
    var reflections: [(vector: [Double], scale: Double)] = []
    for step in 0..<max(0, size - 1) {
      let first = step + 1
      var vector = (first..<size).map { square[$0 * size + step] }
      let rest = vector.dropFirst().reduce(0) { $0 + $1 * $1 }
      values[step] = square[step * size + step]
      guard rest > 0 else {
        beside[step] = vector[0]
        reflections.append(([], 0))
        continue
      }
      let length = (rest + vector[0] * vector[0]).squareRoot()
      let end = vector[0] > 0 ? -length : length
      beside[step] = end
      vector[0] -= end
      let scale = 2 / (rest + vector[0] * vector[0])
      Self.reflect(&square, from: first, of: size, vector, scale)
      reflections.append((vector, scale))
    }
    if size > 0 { values[size - 1] = square[size * size - 1] }
    gather(reflections)
  }

  /// H A H for the lower right part of A, H = 1 − scale · v vᵀ.
  private static func reflect(
    _ square: inout [Double],
    from first: Int,
    of size: Int,
    _ vector: [Double],
    _ scale: Double
  ) {
    let count = vector.count
    var product = [Double](repeating: 0, count: count)
    for row in 0..<count {
      let start = (first + row) * size + first
      var sum = 0.0
      for column in 0..<count { sum += square[start + column] * vector[column] }
      product[row] = sum * scale
    }
    var along = 0.0
    for row in 0..<count { along += product[row] * vector[row] }
    along *= 0.5 * scale
    for row in 0..<count { product[row] -= along * vector[row] }
    for row in 0..<count {
      let start = (first + row) * size + first
      let (v, w) = (vector[row], product[row])
      for column in 0..<count {
        square[start + column] -= v * product[column] + w * vector[column]
      }
    }
  }

  /// The product of all reflections, its transpose kept: a vector a row.
  private mutating func gather(_ reflections: [(vector: [Double], scale: Double)]) {
    vectors = Array(repeating: 0, count: size * size)
    for place in 0..<size { vectors[place * size + place] = 1 }
    for (step, reflection) in reflections.enumerated().reversed() where reflection.scale > 0 {
      let (first, vector) = (step + 1, reflection.vector)
      for row in first..<size {
        let start = row * size + first
        var sum = 0.0
        for column in vector.indices { sum += vectors[start + column] * vector[column] }
        sum *= reflection.scale
        for column in vector.indices { vectors[start + column] -= sum * vector[column] }
      }
    }
  }

  private mutating func makeDiagonal() -> Bool {
    let stepsMax = 100
    for place in 0..<size {
      var steps = 0
      while true {
        var end = place
        while end < size - 1 {
          let scale = abs(values[end]) + abs(values[end + 1])
          if abs(beside[end]) <= .ulpOfOne * scale { break }
          end += 1
        }
        if end == place { break }
        steps += 1
        guard steps <= stepsMax else { return false }
        sweep(from: place, to: end)
      }
    }
    return values.allSatisfy(\.isFinite)
  }

  /// One implicit QL step on the part between two places.
  private mutating func sweep(from place: Int, to end: Int) {
    let half = (values[place + 1] - values[place]) / (2 * beside[place])
    let root = (half * half + 1).squareRoot()
    var chase =
      values[end] - values[place] + beside[place] / (half + (half < 0 ? -root : root))
    var (sine, cosine, taken) = (1.0, 1.0, 0.0)
    for row in (place..<end).reversed() {
      let away = sine * beside[row]
      let stays = cosine * beside[row]
      let length = (away * away + chase * chase).squareRoot()
      beside[row + 1] = length
      guard length > 0 else {
        values[row + 1] -= taken
        beside[end] = 0
        return
      }
      sine = away / length
      cosine = chase / length
      let base = values[row + 1] - taken
      let turned = (values[row] - base) * sine + 2 * cosine * stays
      taken = sine * turned
      values[row + 1] = base + taken
      chase = cosine * turned - stays
      rotate(row, sine, cosine)
    }
    values[place] -= taken
    beside[place] = chase
    beside[end] = 0
  }

  private mutating func rotate(_ row: Int, _ sine: Double, _ cosine: Double) {
    let (upper, lower) = (row * size, (row + 1) * size)
    for column in 0..<size {
      let (u, l) = (vectors[upper + column], vectors[lower + column])
      vectors[lower + column] = sine * u + cosine * l
      vectors[upper + column] = cosine * u - sine * l
    }
  }
}
