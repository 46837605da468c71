/// One customer’s purchases made into occasions, in memory used again for the next customer.
struct PurchaseDays {
  /// The first `count` of them are meant.
  private(set) var occasions: [PurchaseOccasion] = []

  /// Occasions there are now.
  private(set) var count = 0

  /// Nets each day of purchases that stand in order, and keeps days above 0.
  mutating func take(
    _ purchases: UnsafeMutableBufferPointer<PurchaseSorting.Row>,
    of sorting: borrowing PurchaseSorting
  ) {
    if occasions.count < purchases.count {
      let missing = 2 * purchases.count - occasions.count
      occasions.append(
        contentsOf: repeatElement(PurchaseOccasion(day: 0, amount: 0), count: missing)
      )
    }
    let mask = UInt64(1) << UInt64(sorting.dayBits) - 1
    var (count, index) = (0, 0)
    defer { self.count = count }
    var span = occasions.mutableSpan
    while index < purchases.count {
      let key = unsafe purchases[index].key
      var net = NetAmount()
      while index < purchases.count, unsafe purchases[index].key == key {
        net.add(unsafe purchases[index].amount)
        index += 1
      }
      guard net.isPositive else { continue }
      span[count] = PurchaseOccasion(day: sorting.firstDay + Int(key & mask), amount: net.value)
      count += 1
    }
  }
}
