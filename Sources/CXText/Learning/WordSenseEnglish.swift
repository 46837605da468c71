extension WordSense {
  static let english: [(sense: WordSense, words: String)] = [
    (
      .food,
      """
      food foods dish dishes meal meals menu menus appetizer appetizers appetiser starter \
      starters entree entrees dessert desserts cuisine chef kitchen cook cooked cooking \
      portion portions taste tastes tasted tasty flavor flavors flavour flavours flavorful \
      delicious yummy fresh spicy bland salty sweet sour greasy oily crispy tender juicy \
      overcooked undercooked raw breakfast brunch lunch dinner snack snacks buffet sushi \
      sashimi roll rolls pizza pizzas pasta spaghetti lasagna ravioli gnocchi risotto noodle \
      noodles ramen soup soups salad salads sandwich sandwiches burger burgers hamburger fries \
      bagel bagels bread breads toast rice curry curries chicken beef pork lamb duck turkey \
      bacon ham sausage sausages steak steaks ribs rib meat meats meatball meatballs fish \
      salmon tuna cod shrimp shrimps lobster lobsters crab crabs oyster oysters clam clams \
      scallops calamari squid octopus mussels seafood egg eggs omelette omelet pancake \
      pancakes waffle waffles cheese cheeses mozzarella butter cream sauce sauces gravy \
      dressing dip salsa guacamole taco tacos burrito burritos quesadilla enchiladas fajitas \
      nachos dumpling dumplings dim sum tofu vegetable vegetables veggie veggies vegetarian \
      vegan tomato tomatoes potato potatoes mushroom mushrooms onion onions garlic pepper \
      peppers spinach broccoli eggplant avocado corn bean beans falafel hummus pita kebab \
      kebabs shawarma tandoori naan samosa masala tikka paneer pho pad thai kimchi tempura \
      teriyaki bento miso wasabi fruit fruits apple mango banana strawberry chocolate cake \
      cakes cheesecake pie pies pastry pastries cookie cookies brownie donut doughnuts muffin \
      croissant pudding tiramisu gelato icecream sorbet ingredient ingredients recipe recipes \
      wine wines beer beers cocktail cocktails martini martinis margarita margaritas sangria \
      sake champagne drink drinks coffee espresso cappuccino latte tea teas juice soda \
      lemonade smoothie water bottle mignon tartare ceviche paella tapas gyro pastrami deli \
      brisket bbq barbecue wings fondue crepe crepes quiche truffle truffles caviar specials \
      ice special
      """
    ),
    (
      .people,
      """
      service staff waiter waiters waitress waitresses server servers bartender bartenders \
      hostess host hosts manager managers management owner owners employee employees busboy \
      busboys sommelier receptionist clerk agent agents rep reps crew attendant attendants \
      cashier team driver courier delivery delivered delivers deliver attentive attentiveness \
      courteous polite friendly unfriendly rude helpful unhelpful accommodating hospitable \
      hospitality welcoming welcomed greeted greet ignored ignore slow prompt promptly \
      efficient inattentive arrogant snotty condescending knowledgeable apologized apologize \
      apology professional unprofessional served serves serving seated refill refills
      """
    ),
    (
      .price,
      """
      price prices priced pricing pricey pricy cost costs costly cheap cheaper cheapest \
      expensive inexpensive overpriced affordable reasonable reasonably bill check money \
      dollar dollars buck bucks $ € £ value worth deal deals bargain budget economical tab paid \
      pay paying spend spent charge charged charges fee fees fare fares refund discount coupon \
      tip
      """
    ),
    (
      .place,
      """
      ambience ambiance atmosphere decor decoration decorated interior setting settings place \
      space room rooms seating seats table tables patio garden outdoor outdoors terrace view \
      views lighting lights lit dark dim dimly music dj loud noise noisy quiet crowd crowded \
      cozy cosy romantic intimate charming cute beautiful beautifully elegant stylish trendy \
      hip chic lounge vibe vibes clean dirty bathroom bathrooms restroom cramped tight \
      spacious comfortable uncomfortable relaxing relaxed lively tiny feel airy modern rustic
      """
    ),
    (
      .waiting,
      """
      wait waited waiting hour hours minute minutes late delay delayed delays cancelled \
      canceled cancel cancellation reservation reservations line queue forever
      """
    ),
    (
      .praise,
      """
      good great excellent amazing awesome wonderful fantastic perfect perfectly best love \
      loved loves lovely nice delicious fabulous superb outstanding incredible brilliant \
      exceptional impressed impressive happy pleased pleasant enjoy enjoyed enjoyable favorite \
      favourite recommend recommended thanks thank thx appreciate appreciated glad terrific \
      delightful magnificent phenomenal stellar satisfied yum yummy kudos fun cool sweet solid \
      easy fast quick smooth friendly helpful kind ok
      """
    ),
    (
      .blame,
      """
      bad worst terrible horrible awful poor poorly disappointing disappointed disappointment \
      disgusting mediocre worse hate hated sucks suck sucked gross rude stale cold lousy \
      pathetic ridiculous unacceptable overpriced bland annoying annoyed frustrating \
      frustrated frustration fail failed failure broken lost useless unhappy angry avoid nasty \
      inedible dreadful nightmare joke sad sorry problem problems issue issues wrong mistake \
      tasteless waste never
      """
    ),
    (
      .denial,
      """
      not no never nor neither without hardly
      """
    ),
  ]
}
