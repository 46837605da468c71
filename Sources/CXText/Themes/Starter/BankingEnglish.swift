extension StarterTheme {
  static let bankingEnglish = [
    StarterTheme(
      "staff",
      "Staff and advice",
      """
      staff, teller*, cashier*, clerk*, banker, advisor*, adviser*, manager, rude, helpful, \
      polite, friendly, knowledgeable, advice, explained, unprofessional
      """
    ),
    StarterTheme(
      "branch",
      "Branch and queues",
      """
      branch*, queue*, line was long, waiting time, counter*, opening hours, closed early, ticket \
      number, only one counter, parking, closing branches
      """
    ),
    StarterTheme(
      "app",
      "App and online banking",
      """
      app, mobile app, mobile banking, online banking, internet banking, website, update, crash*, \
      slow app, log in, login, face id, fingerprint, screen, freezes, does not open
      """
    ),
    StarterTheme(
      "security",
      "Login codes and security",
      """
      password*, otp, one time code, verification, verify, pin, security, hacked, fraud*, scam*, \
      phishing, stolen, unauthorised, unauthorized, suspicious, locked out, blocked my account
      """
    ),
    StarterTheme(
      "transfers",
      "Transfers and payments",
      """
      transfer*, payment*, standing order, direct debit, pending, failed transaction, \
      transaction*, money not received, wrong account, instant, salary, reversed, duplicate \
      payment
      """
    ),
    StarterTheme(
      "cards",
      "Cards",
      """
      card*, credit card, debit card, declined, limit, contactless, chip, expired card, \
      replacement card, activate, card never arrived, swallowed my card
      """
    ),
    StarterTheme(
      "cash",
      "Cash machines",
      """
      atm, atms, cash machine*, cash point, out of cash, withdraw*, deposit machine, out of order, \
      kept my card, no cash
      """
    ),
    StarterTheme(
      "fees",
      "Fees and charges",
      """
      fee, fees, charge, charges, charged, hidden charge, commission, overdraft, monthly fee, \
      penalty, sms fee, annual fee, deducted, exchange rate
      """
    ),
    StarterTheme(
      "loans",
      "Loans and interest",
      """
      loan*, mortgage*, interest, interest rate*, instalment*, installment*, credit score, \
      rejected my application, approval, repay*, collateral, borrow*, savings rate
      """
    ),
    StarterTheme(
      "account",
      "Accounts and paperwork",
      """
      account, open an account, opening an account, close my account, documents, paperwork, forms, \
      statement*, id card, signature, proof of address, update my details
      """
    ),
    StarterTheme(
      "support",
      "Call centre and complaints",
      """
      call centre, call center, customer service, hotline, on hold, chatbot, chat, complaint*, no \
      reply, nobody called back, transferred me, passed around, resolved, unresolved
      """
    ),
  ]
}
