package import Hummingbird
package import Kernel
import NIOCore

extension Request {
  /// The whole body, refused with a named limit rather than read past it.
  ///
  /// What a sender breaks off is its own fault, and no failure of ours.
  package func bytes(limit: Int = Limits.bodyBytesMax) async throws -> [UInt8] {
    if let announced = headers[.contentLength].flatMap(Int.init), announced > limit {
      throw Problem.tooLarge(bytes: limit)
    }
    var collected: [UInt8] = []
    do {
      for try await chunk in body {
        guard collected.count + chunk.readableBytes <= limit else {
          throw Problem.tooLarge(bytes: limit)
        }
        collected.append(contentsOf: chunk.readableBytesView)
      }
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem.cutOff
    }
    return collected
  }

  /// The body as strict JSON.
  package func json(limit: Int = Limits.bodyBytesMax) async throws -> JSON {
    let bytes = try await bytes(limit: limit)
    do throws(JSON.Malformed) { return try JSON.parse(bytes) } catch {
      throw Problem.malformed(error)
    }
  }

  /// The fields of a form that a browser sent.
  package func form(limit: Int = Limits.bodyBytesMax) async throws -> FormFields {
    let bytes = try await bytes(limit: limit)
    guard let fields = FormFields(urlEncoded: bytes) else { throw Problem.malformedForm }
    return fields
  }

  /// A form that a browser sent with files, or without.
  package func formWithFiles(limit: Int) async throws -> MultipartForm {
    let bytes = try await bytes(limit: limit)
    guard let form = MultipartForm(bytes, contentType: headers[.contentType] ?? "") else {
      throw Problem.malformedForm
    }
    return form
  }
}

extension Problem {
  package static let malformedForm = Problem(
    .badRequest,
    code: "malformed_form",
    title: "The form could not be read",
    detail: "Its text must be UTF-8 without NUL, sent as a browser sends forms."
  )
}
