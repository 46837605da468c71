extension StarterTheme {
  static let healthEnglish = [
    StarterTheme(
      "doctors",
      "Doctors",
      """
      doctor*, dr, gp, physician*, surgeon*, specialist*, consultant*, dentist*, listened, did not \
      listen, didn't listen, explained, rushed, examined, bedside manner
      """
    ),
    StarterTheme(
      "nurses",
      "Nurses and carers",
      """
      nurse*, carer*, nursing, caring, compassion*, kind, rude nurse, midwife, midwives, \
      attentive, gentle, ignored my pain, call bell, buzzer
      """
    ),
    StarterTheme(
      "reception",
      "Reception and phone",
      """
      reception*, front desk, phone line*, on hold, nobody answers, no one answers, switchboard, \
      registration, rude receptionist, information desk
      """
    ),
    StarterTheme(
      "appointments",
      "Appointments",
      """
      appointment*, book*, reschedul*, cancel*, slot*, referral*, waiting list, earliest date, \
      weeks for an appointment, online booking, follow up
      """
    ),
    StarterTheme(
      "waiting",
      "Waiting",
      """
      wait*, waited, hours late, queue*, delay*, running late, waiting room, kept waiting, seen \
      quickly, on time, emergency room, emergency department
      """
    ),
    StarterTheme(
      "treatment",
      "Treatment and results",
      """
      treatment*, diagnos*, misdiagnos*, surgery, operation, recover*, therapy, test results, \
      results, x ray, x-ray, scan*, mri, blood test*, pain, cured, side effects, wrong diagnosis
      """
    ),
    StarterTheme(
      "medicine",
      "Medicines and pharmacy",
      """
      medicine*, medication*, prescription*, pharmac*, pill*, tablet*, dose, antibiotic*, \
      painkiller*, repeat prescription, out of stock
      """
    ),
    StarterTheme(
      "cleanliness",
      "Cleanliness",
      """
      clean*, dirty, hygien*, smell*, toilet*, bathroom*, infection*, sheets, sterile, gloves, \
      dust*
      """
    ),
    StarterTheme(
      "facilities",
      "Rooms, food and parking",
      """
      room*, ward*, bed, beds, food, meals, parking, car park, lift, elevator, signs, seating, air \
      conditioning, equipment, wheelchair, noisy, privacy
      """
    ),
    StarterTheme(
      "cost",
      "Costs and insurance",
      """
      cost*, price*, expensive, bill*, insurance, insurer, charged, fee*, co-pay, refund, \
      unnecessary tests, overcharged, deposit
      """
    ),
    StarterTheme(
      "information",
      "Information and respect",
      """
      explain*, information, informed, told nothing, no information, communication, respect*, \
      dignity, privacy, consent, language, interpreter, discharge
      """
    ),
  ]
}
