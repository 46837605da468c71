/// One customer’s purchases made into occasions where they lie.
enum PurchaseDays {
  /// Up to here moving one after the other is quickest, and most customers have no more.
  private static let fewest = 48

  /// Sorts by day and nets each; gives how many occasions then stand at the front.
  static func net(_ purchases: UnsafeMutableBufferPointer<PurchaseOccasion>) -> Int {
    unsafe sort(purchases)
    var kept = 0
    var index = 0
    let count = purchases.count
    while index < count {
      var day = unsafe purchases[index]
      index += 1
      while index < count, unsafe purchases[index].day == day.day {
        day.amount += unsafe purchases[index].amount
        index += 1
      }
      guard day.amount > 0 else { continue }
      unsafe purchases[kept] = day
      kept += 1
    }
    return kept
  }

  /// Those of one day stay in the order they came.
  private static func sort(_ purchases: UnsafeMutableBufferPointer<PurchaseOccasion>) {
    let count = purchases.count
    guard count <= fewest else {
      let order = (0..<count).sorted { left, right in
        unsafe (purchases[left].day, left) < (purchases[right].day, right)
      }
      let sorted = order.map { unsafe purchases[$0] }
      for (index, purchase) in sorted.enumerated() { unsafe purchases[index] = purchase }
      return
    }
    for index in 1..<max(1, count) {
      let moved = unsafe purchases[index]
      var place = index
      while place > 0, unsafe purchases[place - 1].day > moved.day {
        unsafe purchases[place] = purchases[place - 1]
        place -= 1
      }
      unsafe purchases[place] = moved
    }
  }
}
