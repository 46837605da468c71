import Access
import Facts
import Foundation
import HTTPTypes
import Kernel
import StorageTesting
import Testing
import Web

@testable import touchstone

struct APIDocumentTests {
  @Test func `describes every route of the API and none besides`() async throws {
    try await StoreUnderTest.sqlite.with(Touchstone.migrations) { storage in
      let house = try House(
        storage: storage,
        facts: try await ScoreFacts.open(storage: storage, snapshot: nil),
        clock: BusinessClock(zone: .gmt),
        settings: AccessSettings(publicURL: nil),
        business: BusinessDirectory(storage: storage)
      )
      let routes = house.routes.filter { $0.path.hasPrefix("/api/") }
        .map { "\($0.method.rawValue) \($0.path)" }
      #expect(routes.sorted() == house.contract.document.operations.sorted())
    }
  }

  @Test func `refuses two parts that name the same thing`() {
    let part = #"{"paths": {"/api/v1/figures": {}}}"#
    #expect(throws: APIDocument.Unfit.self) { try APIDocument([part, part]) }
    #expect(throws: APIDocument.Unfit.self) { try APIDocument(["[]"]) }
  }

  @Test func `leads every reference to something that is there`() throws {
    let document = try ContractRoutes().document.json
    let references = Self.references(in: document)
    #expect(!references.isEmpty)
    for reference in references {
      let found = reference.dropFirst(2).split(separator: "/").reduce(document as JSON?) {
        $0?[String($1)]
      }
      #expect(found != nil, "\(reference) leads nowhere")
    }
  }

  private static func references(in json: JSON) -> Set<String> {
    switch json {
    case .array(let elements): elements.reduce(into: []) { $0.formUnion(references(in: $1)) }
    case .object(let object):
      object.members.reduce(into: []) { found, member in
        if member.key == "$ref", let reference = member.value.string { found.insert(reference) }
        found.formUnion(references(in: member.value))
      }
    default: []
    }
  }
}
