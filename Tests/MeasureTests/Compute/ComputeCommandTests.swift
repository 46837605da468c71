import ArgumentParser
import Testing

@testable import Measure

struct ComputeCommandTests {
  @Test func `the command takes a name or a list`() throws {
    #expect(try ComputeCommand.parse(["nps_pool"]).operation == "nps_pool")
    #expect(try ComputeCommand.parse(["--list"]).list)
    #expect(throws: (any Error).self) { try ComputeCommand.parse(["nps_pool", "csat"]) }
  }
}
