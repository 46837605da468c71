/// The addresses that one connection to the internet commands: one of IPv4, a /64 of IPv6, whose
/// 2⁶⁴ addresses a guesser could otherwise use one after another.
struct AddressBlock: Hashable {
  let text: String

  init(_ address: String) {
    // An IPv4 address may be dressed as IPv6, `::ffff:192.0.2.1`.
    guard address.contains(":"), !address.contains(".") else {
      text = address
      return
    }
    let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.split(separator: ":").map(String.init) }
    let front = halves[0]
    let back = halves.count > 1 ? halves[1] : []
    let gap = max(0, 8 - front.count - back.count)
    let groups = front + Array(repeating: "0", count: gap) + back
    text =
      groups.prefix(4).map { Int($0, radix: 16).map { String($0, radix: 16) } ?? $0 }
      .joined(separator: ":") + "::/64"
  }
}
