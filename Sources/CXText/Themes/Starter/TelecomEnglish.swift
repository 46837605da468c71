extension StarterTheme {
  static let telecomEnglish = [
    StarterTheme(
      "speed",
      "Internet speed",
      """
      speed*, slow, slow internet, buffering, mbps, download*, upload*, lag*, fast, faster, fibre, \
      fiber, throttle*, streaming
      """
    ),
    StarterTheme(
      "coverage",
      "Coverage and signal",
      """
      signal, coverage, reception, no signal, dead zone, bars, 4g, 5g, roaming, indoors, no \
      network, network
      """
    ),
    StarterTheme(
      "outages",
      "Outages and faults",
      """
      outage*, down, disconnect*, drop*, drops out, cuts out, cut off, no internet, no broadband, \
      no service, fault*, not working, stopped working, unreliable, without internet, \
      intermittent, connection
      """
    ),
    StarterTheme(
      "installation",
      "Installation and engineers",
      """
      install*, engineer*, technician*, appointment*, did not turn up, didn't turn up, no show, \
      set up, setup, activat*, connected, moved house, openreach, start date, missed appointment
      """
    ),
    StarterTheme(
      "order",
      "Orders and delivery",
      """
      order*, my order, cancelled, deliver*, arrived, dispatched, wrong phone, delayed, waiting \
      for my, sim, new phone
      """
    ),
    StarterTheme(
      "equipment",
      "Router and equipment",
      """
      router*, modem*, hub, box, set top box, wifi, wi-fi, equipment, handset, device, cable*, \
      remote, landline, phone line, tv, television, channels
      """
    ),
    StarterTheme(
      "billing",
      "Billing and charges",
      """
      bill*, billing, invoice*, charged, charge, charges, charging, overcharged, direct debit, \
      payment*, refund*, wrong amount, hidden fee*, deducted, compensation, credit
      """
    ),
    StarterTheme(
      "price",
      "Price and packages",
      """
      price*, pricey, expensive, cheap*, cost*, package*, bundle*, deal, deals, plan, plans, \
      tariff*, data allowance, value, offer*, discount*, increase, topping up, top up
      """
    ),
    StarterTheme(
      "contract",
      "Contract and leaving",
      """
      contract*, cancel*, leave, leaving, switch*, upgrade*, renew*, locked in, tied in, early \
      termination, notice period, loyal customer, new customers
      """
    ),
    StarterTheme(
      "support",
      "Customer service",
      """
      customer service, customer services, call centre, call center, on hold, hold music, chat, \
      agent, advisor*, adviser*, passed around, passed from, no one calls back, rude, helpful, \
      phone calls, complaint*, complain, staff
      """
    ),
    StarterTheme(
      "information",
      "Information and promises",
      """
      communicat*, told me, was told, promised, promise*, lied, misled, misleading, no update*, \
      kept informed, informed, conflicting information, mis sold, explained, clear, transparent
      """
    ),
    StarterTheme(
      "digital",
      "App and website",
      """
      app, website, online account, my account, log in, login, password, chatbot, online, sign in
      """
    ),
    StarterTheme(
      "waiting",
      "Waiting and delays",
      """
      wait, waiting, waited, waits, delay*, still waiting, weeks, months, took so long, takes too \
      long, so long, slow process, quick*, prompt*, on time, reschedul*, postponed, chasing
      """
    ),
  ]
}
