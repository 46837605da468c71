import Testing
@testable import Kernel
@Test func `identifiers of two kinds never mix`() { #expect(Identifier<Int>(rawValue: 1).rawValue == 1) }
