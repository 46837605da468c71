extension FeelingWordLists {
  static let english = FeelingWordLists(
    good: """
      good, nice, nicely, better, easy, easier, easily, easiest, friendly, helpful, helped, \
      polite, fast, quick, quickly, faster, prompt, promptly, clean, fresh, tasty, comfortable, \
      comfy, reliable, smooth, smoothly, enjoy, enjoyed, enjoying, enjoyable, like, liked, \
      likes, recommend, recommended, happy, happily, pleased, pleasant, pleasantly, satisfied, \
      satisfying, satisfactory, thank*, thanks, glad, fine, decent, fair, worth, worthwhile, \
      works, worked well, work well, well, kind, kindly, attentive, efficient, efficiently, \
      professional, knowledgeable, affordable, reasonable, reasonably, cheap, cozy, cosy, quiet, \
      spacious, warm, welcoming, courteous, accommodating, understanding, patient, clear, \
      clearly, convenient, sturdy, durable, crisp, bright, light, solid, responsive, value for \
      money, good value, no problem*, no issue*, no complaint*, without any problem*, without \
      issue*, hassle free, no hassle, trouble free, no fuss, cannot complain, nothing bad, \
      cannot fault, not bad, on time, cool, fun, funny, useful, simple, straightforward, stress \
      free, painless, resolved, solved, sorted, fixed, improved, improvement, generous, \
      authentic, beautiful*, pretty, elegant, charming, lovely, cute, stylish, safe, secure, \
      appreciate*, impressed, impressive, saved, deal, bargain, win, winner, plus, stunning, \
      juicy, tender, yummy, hearty, favorable, always there, at ease, free gift, keep it up, \
      loyal, pro, handy, sleek, powerful, stable, well done, five star*, 0 star* service, come \
      back, be back, go back, return again, again soon
      """,
    delightful: """
      great, greatly, excellent, excellently, amazing, amazingly, awesome, fantastic, brilliant, \
      brilliantly, wonderful, wonderfully, perfect, perfectly, superb, outstanding, exceptional, \
      love, loved, loves, loving, adore, delicious, delightful, delighted, fabulous, incredible, \
      incredibly good, best, thrilled, phenomenal, magnificent, terrific, exceeded, second to \
      none, flawless, flawlessly, faultless, impeccable, top notch, first class, highly \
      recommend*, cannot recommend enough, could not be happier, could not ask for, cannot be \
      beat*, never disappoint*, never had a problem, never had any problem*, never had an issue, \
      without fail, gem, favorite, favourite, wow, hats off, rocks, yum, heaven, to die for, \
      divine, heavenly, superior, spectacular, must have, must try
      """,
    bad: """
      bad, badly, poor, poorly, slow, slowly, late, delay*, delayed, wait*, waited, waiting, \
      rude, unfriendly, unhelpful, dirty, cold, noisy, loud, expensive, overpriced, pricey, \
      costly, problem*, issue*, fault, faults, faulty, broken, broke, break, breaks, crash*, \
      error*, mistake*, wrong, incorrect, fail*, failed, missing, missed, lost, lose, losing, \
      lack*, disappoint*, unhappy, dissatisfied, unsatisfied, upset, annoy*, frustrat*, confus*, \
      difficult*, hard, impossible, complain*, complaint*, unreliable, useless, waste*, wasted, \
      weak, dropped, drops, drop, dropping, cut off, disconnect*, unable, refuse*, ignored, \
      ignore*, unacceptable, unprofessional, incompetent, careless, disorganized, disorganised, \
      bland, greasy, stale, soggy, overcooked, undercooked, tasteless, burnt, salty, smell*, \
      stink*, stained, cramped, crowded, uncomfortable, dull, boring, bored, cheaply, flimsy, \
      junk, lag*, freezes, freezing, overheat*, hot, heavy, bug, bugs, buggy, glitch*, damaged, \
      defective, defect*, dead, died, dies, return it, returned it, refund*, charged, \
      overcharged, hidden, cancel*, cancelled, canceled, chaos, mess, messed, stuck, stranded, \
      argue*, blame*, sorry, apolog*, unfortunately, sadly, regret*, doubt, avoid, beware, lie, \
      lied, lies, lying, misleading, mislead, misled, false, unfair, shame, sucks, suck, sucked, \
      hate*, dislike*, mediocre, so so, average, overrated, let down, fed up, no one, nobody, \
      nowhere, no help, no answer, no reply, no response, no explanation, not enough, could be \
      better, should be better, could have been better, would be better, needs to, need to \
      improve, room for improvement, instead of, still waiting, still not, still no, too much, \
      too many, too long, too small, too high, too slow, too loud, too expensive, too, twice, \
      again and again, several times, keep calling, on hold, hung up, hang up, passed around, \
      passed from, out of order, out of stock, leaving you, left waiting, stopped working, stop \
      working, does not work, did not work, not working, never again, never arrived, never came, \
      not as described, why, inconvenien*, struggle*, hassle, stress*, pain, painful, trouble*, \
      unresolved, unwilling, unclear, unnecessary, unexpected, worried, worry, shabby, sloppy, \
      small portions, tiny
      """,
    dreadful: """
      terrible, terribly, awful, awfully bad, horrible, horribly, horrendous, horrific, worst, \
      worse, disgust*, disgrace*, disgraceful, appalling, atrocious, abysmal, pathetic, \
      dreadful, ridiculous, rubbish, garbage, trash, crap, crappy, shocking, nightmare, \
      disaster, disastrous, joke, laughable, scam*, fraud, stole, stolen, steal, theft, rip off, \
      ripped off, ripoff, robbed, thieves, unbelievable, unusable, inedible, insult*, furious, \
      angry, livid, outrageous, filthy, gross, nasty, cockroach*, mould, moldy, food poisoning, \
      vomit*, sick, zero star*, waste of money, waste of time, waste your, do not buy, do not \
      bother, stay away, steer clear, wtf, fuck*, shit*, damn, hell, idiot*, stupid, moron*, \
      total failure
      """,
    denying: """
      not, no, never, nor, neither, without, cannot, hardly, barely, scarcely, none, nothing, \
      less, lack of, lacks, lacking, isnt, wasnt, arent, werent, didnt, doesnt, dont, wont, \
      wouldnt, couldnt, shouldnt, hasnt, havent, hadnt, cant, far from, anything but, failed to, \
      fails to, unable to, if only, used to be, was supposed to be, supposed to be, should be, \
      should have been, would have been, could have been
      """,
    strengthening: """
      very, really, so, extremely, absolutely, totally, completely, highly, super, incredibly, \
      truly, most, always, especially, particularly, such, quite, ever, beyond, utterly
      """,
    weakening: """
      bit, a bit, little, slightly, somewhat, fairly, rather, ok, okay
      """,
    silent: """
      like to, would like, looks like, look like, seems like, feel like, felt like, like a, like \
      the, like this, like that, things like, what it is like, kind of, sort of, as well, as \
      well as, well as, good luck, not only, no doubt, no wonder, no matter, no longer, fair \
      enough, hard drive*, hard disk*, hot water, cold water, hot dog*, hot chocolate, hot and \
      sour, happy hour, best western, pretty much, waiting staff, wait staff, waitress*, \
      waiter*, in no time, not to mention, fast food, light weight, help desk, customer \
      complaint*, worth of, thank you for contacting, so far, no charge, customer care, free of \
      charge, complaints department
      """,
    turning: """
      but, although, though, however, except, and, while, whereas, because
      """
  )
}
