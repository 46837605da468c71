extension StarterTheme {
  static let hospitalityEnglish = [
    StarterTheme(
      "food",
      "Food",
      """
      food, meal*, dish*, breakfast, lunch, dinner, buffet, taste*, tasty, tasteless, delicious, \
      bland, salty, cold food, overcooked, undercooked, raw, fresh, portion*, menu, flavour*, \
      steak, soup, salad
      """
    ),
    StarterTheme(
      "drinks",
      "Drinks and coffee",
      """
      drink*, coffee, tea, wine, beer, cocktail*, juice, bar, barista, minibar, water
      """
    ),
    StarterTheme(
      "staff",
      "Staff and service",
      """
      staff, waiter*, waitress*, waitstaff, receptionist*, concierge, host, manager, service, \
      friendly, rude, attentive, ignored, helpful, welcoming, smile*
      """
    ),
    StarterTheme(
      "waiting",
      "Waiting",
      """
      wait, waiting, waited, slow, took forever, took ages, took an hour, queue*, late, delay*, \
      still no food, forgot our order, forgot my order, quick, prompt
      """
    ),
    StarterTheme(
      "room",
      "Room and bed",
      """
      room*, bed, beds, mattress, pillow*, sleep*, view, balcony, air conditioning, air con, \
      heating, shower, bathroom, hot water, towel*, tv, fridge
      """
    ),
    StarterTheme(
      "cleanliness",
      "Cleanliness",
      """
      clean*, dirty, filthy, spotless, dust*, stain*, hair in, smell*, smelly, mould, mold, \
      cockroach*, bugs, bed bugs, toilet*, hygiene
      """
    ),
    StarterTheme(
      "noise",
      "Noise and quiet",
      """
      nois*, loud, quiet, peaceful, thin walls, music too loud, traffic, karaoke, could hear, \
      construction
      """
    ),
    StarterTheme(
      "price",
      "Price",
      """
      price*, pricey, expensive, overpriced, value, value for money, cheap, bill, charged, \
      overcharged, service charge, tip, deposit, hidden fee*
      """
    ),
    StarterTheme(
      "booking",
      "Booking and check-in",
      """
      book*, reservation*, check in, check-in, checked in, check out, check-out, front desk, lost \
      our reservation, overbooked, cancel*, confirmation, our table
      """
    ),
    StarterTheme(
      "place",
      "Place and atmosphere",
      """
      location, located, atmosphere, ambience, ambiance, decor*, view*, terrace, garden, cosy, \
      romantic, parking, beach, close to, far from, music, seats
      """
    ),
    StarterTheme(
      "facilities",
      "Facilities",
      """
      pool, gym, spa, sauna, wifi, wi-fi, internet, lift, elevator, kids club, playground, \
      facilities, wheelchair
      """
    ),
    StarterTheme(
      "delivery",
      "Delivery and takeaway",
      """
      deliver*, takeaway, take away, take out, driver, rider, arrived cold, cold when it arrived, \
      missing item*, packaging, spilled, wrong order
      """
    ),
  ]
}
