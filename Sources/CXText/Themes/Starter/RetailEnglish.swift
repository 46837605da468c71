extension StarterTheme {
  static let retailEnglish = [
    StarterTheme(
      "staff",
      "Staff",
      """
      staff, assistant*, cashier*, salesperson, sales person, sales people, employee*, shop girl, \
      manager, rude, helpful, friendly, polite, unhelpful, ignored me, nobody to help, no one to \
      help, attitude
      """
    ),
    StarterTheme(
      "price",
      "Price",
      """
      price*, pricey, expensive, overpriced, cheap*, cost*, value for money, good value, rip off, \
      affordable, too dear, worth the money
      """
    ),
    StarterTheme(
      "quality",
      "Product quality",
      """
      quality, poor quality, well made, badly made, broke*, faulty, defect*, damaged, fell apart, \
      flimsy, sturdy, material, stitching, fake, not genuine, as described, wears out
      """
    ),
    StarterTheme(
      "range",
      "Choice and stock",
      """
      choice, selection, range, variety, out of stock, in stock, sold out, stock*, my size, sizes, \
      shelves, shelf, empty shelves, could not find, couldn't find
      """
    ),
    StarterTheme(
      "delivery",
      "Delivery",
      """
      deliver*, courier*, driver, shipping, shipped, arrived, never arrived, late, parcel*, \
      package, tracking, dispatch*, wrong address, took ages to arrive, wrong item
      """
    ),
    StarterTheme(
      "packaging",
      "Packaging",
      """
      packaging, packed, badly packed, well packed, box, crushed, torn, bubble wrap, leaking, \
      wrapped, wrapping
      """
    ),
    StarterTheme(
      "returns",
      "Returns and refunds",
      """
      return*, refund*, exchange, money back, send it back, sent it back, credit note, store \
      credit, warranty, guarantee, replacement, no refund
      """
    ),
    StarterTheme(
      "checkout",
      "Checkout and queues",
      """
      queue*, checkout, till, tills, self checkout, line was long, long line, waiting to pay, pay, \
      payment, card machine, contactless, receipt, scanner
      """
    ),
    StarterTheme(
      "online",
      "Website and app",
      """
      website, web site, app, online, site, basket, cart, log in, login, password, crash*, page, \
      search, ordering online, click and collect
      """
    ),
    StarterTheme(
      "store",
      "Store",
      """
      store layout, clean, dirty, tidy, messy, parking, car park, changing room*, fitting room*, \
      trolley*, lighting, crowded, opening hours, toilets, music
      """
    ),
    StarterTheme(
      "offers",
      "Offers and loyalty",
      """
      offer*, discount*, voucher*, coupon*, promotion*, promo, sale, points, loyalty card, \
      member*, reward*, code did not work, buy one get one
      """
    ),
    StarterTheme(
      "aftersales",
      "Service after the sale",
      """
      customer service, customer services, call centre, complaint, complained, no reply, no \
      response, never replied, email*, nobody answers, chat, support
      """
    ),
  ]
}
