import ArgumentParser

@main
struct Touchstone: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "touchstone",
    abstract: "Customer experience, measured honestly, on your own machine."
  )
}
