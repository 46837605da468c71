import Access
import ArgumentParser
import Facts
import Foundation
import Hummingbird
import HummingbirdCore
import Kernel
import Listen
import Logging
import Measure
import NIOCore
import ServiceLifecycle
import Storage
import Web

/// `touchstone serve`: pages, API and jobs, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve web pages and the API.",
    discussion: "touchstone serve --data ./data --port 8080"
  )

  @OptionGroup var store: StoreOptions

  @Option(help: "The address to listen on; 0.0.0.0 for all.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 takes a free one.")
  var port = 8080

  @Option(
    name: .customLong("public-url"),
    help: "The address people reach this server by, such as https://feedback.example."
  )
  var publicURL: String?

  @Flag(
    name: .customLong("behind-proxy"),
    help: "A proxy of yours appends callers' addresses to X-Forwarded-For; they are believed."
  )
  var isBehindProxy = false

  @Option(
    name: .customLong("time-zone"),
    help: "The time zone until the settings say one, such as Asia/Tehran; else the machine's."
  )
  var timeZone: String?

  @Option(help: "The business's name until the settings say one.")
  var business: String?

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port: 0 through 65535, not \(port)")
    }
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError("--time-zone: there is no \(timeZone); names look like Asia/Tehran")
    }
  }

  func run() async throws {
    let logger = Logger(label: "touchstone")
    let storage = try await opened()
    let facts = try await ScoreFacts.open(storage: storage, snapshot: place("columns.snapshot"))
    let known = BusinessDirectory(storage: storage, fallback: unsetBusiness)
    _ = try await known.current()
    let clock = BusinessClock(whereabouts: { known.remembered.zone })
    let house = try House(
      storage: storage,
      facts: facts,
      clock: clock,
      settings: AccessSettings(publicURL: publicURL, trustsForwardedFor: isBehindProxy),
      business: known,
      demo: DemoDirectory(storage: storage, clock: clock),
      importFolder: place("imports")
    )
    let link = try await house.access.setUpLink()
    let server = Application(
      router: house.router,
      server: .onEventLoops(),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        backlog: 1024
      ),
      services: [
        SnapshotService(facts: facts, logger: logger),
        LiveWatch(board: house.measure.live),
        ImportWork(jobs: house.listen.imports),
        RetentionWork(jobs: RetentionJobs(storage: storage, clock: clock, logger: logger)),
        SubmissionExpiry(submissions: SubmissionStore(storage: storage), logger: logger),
      ],
      onServerRunning: { channel in
        greet(port: channel.localAddress?.port ?? port, setUpPath: link)
      },
      logger: logger
    )
    do {
      try await server.runService()
    } catch {
      await storage.close()
      throw error
    }
    try await facts.saveSnapshot()
    await storage.close()
  }

  private func opened() async throws -> Storage {
    let storage = try await store.open()
    try FileManager.default.createDirectory(
      at: URL(filePath: store.data),
      withIntermediateDirectories: true
    )
    // A restoring that was cut off left them.
    try await RestoredErasures(folder: store.data).apply(to: storage)
    return storage
  }

  private func place(_ name: String) -> URL { URL(filePath: store.data).appending(path: name) }

  /// What is said of the business until the settings say more.
  private var unsetBusiness: Business {
    Business(
      name: business ?? "",
      zone: timeZone.flatMap(TimeZone.init(identifier:)) ?? .current
    )
  }

  /// Said on standard output, where scripts wait for it.
  private func greet(port: Int, setUpPath: String?) {
    let address = publicURL ?? "http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(port)"
    var lines = ["Touchstone is ready: \(address)"]
    if let setUpPath { lines.append("Create the owner: \(address)\(setUpPath)") }
    FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }
}

/// Saves the columns now and then, so that the next start has little to read.
struct SnapshotService: Service {
  let facts: ScoreFacts
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      await facts.saveSnapshots(every: .seconds(300)) { error in
        logger.warning("the columns were not saved", metadata: ["error": "\(error)"])
      }
    }
  }
}

/// Takes the store's pulse while pages are open, and lets them go when the house closes.
struct LiveWatch: Service {
  let board: LiveBoard

  func run() async throws {
    await cancelWhenGracefulShutdown { await board.watch(every: .seconds(2)) }
  }
}

/// Brings sent files in, and lets go between two transactions when the house closes.
struct ImportWork: Service {
  let jobs: ImportJobs

  func run() async throws {
    await cancelWhenGracefulShutdown { await jobs.run() }
  }
}
