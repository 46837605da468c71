package import Kernel

/// What the API offers, as OpenAPI 3.1 says it.
///
/// Each noun keeps its own part beside its table of routes (`answer.openapi.json`): paths and
/// components. They are put together here with what all share.
package struct APIDocument: Sendable {
  package let json: JSON

  /// - Throws: `Unfit` for a part that is no JSON object or names what another part has named.
  package init(_ parts: [String]) throws {
    var document = try Self.object(of: Assets.web_openapi_json)
    for part in parts {
      let part = try Self.object(of: part)
      try Self.add(part["paths"], to: &document, under: "paths")
      var components = document["components"]?.object ?? JSONObject()
      for section in part["components"]?.object?.members ?? [] {
        try Self.add(section.value, to: &components, under: section.key)
      }
      document["components"] = .object(components)
    }
    json = .object(document)
  }

  /// Every operation as its method and path, `GET /api/v1/figures`.
  package var operations: [String] {
    (json["paths"]?.object?.members ?? []).flatMap { path in
      (path.value.object?.keys ?? []).filter { $0 != "parameters" }
        .map { "\($0.uppercased()) \(path.key)" }
    }
  }

  private static func object(of text: String) throws -> JSONObject {
    guard let object = try JSON.parse(text).object else { throw Unfit(why: "no object in braces") }
    return object
  }

  private static func add(_ more: JSON?, to object: inout JSONObject, under name: String) throws {
    var together = object[name]?.object ?? JSONObject()
    for member in more?.object?.members ?? [] {
      guard together[member.key] == nil else {
        throw Unfit(why: "\(member.key) stands twice under \(name)")
      }
      together[member.key] = member.value
    }
    object[name] = .object(together)
  }

  package struct Unfit: Error, CustomStringConvertible {
    let why: String

    package var description: String { "a part of the API's document does not fit: \(why)" }
  }
}
