import Synchronization
import Testing
import Web

struct LiveBoardTests {
  @Test func `listeners hear of a change, and of nothing while there is none`() async throws {
    let store = Mutex<Int64>(7)
    let board = LiveBoard { store.withLock { $0 } }
    let first = try #require(board.listen())
    let second = try #require(board.listen())
    #expect(board.listenerCount == 2)
    await withTaskGroup(of: Void.self) { tasks in
      tasks.addTask { await board.watch(every: .milliseconds(1), signOfLife: 3) }
      var heard: [LiveBoard.Event] = []
      for await event in first {
        heard.append(event)
        // Two signs of life came without a change; the change is told to everybody.
        if heard.count == 2 { store.withLock { $0 += 1 } }
        if event == .changed { break }
      }
      #expect(heard.prefix(2) == [.stillHere, .stillHere] && heard.last == .changed)
      for await event in second where event == .changed { break }
      tasks.cancelAll()
    }
  }

  @Test func `what came between a page and its first listening is told`() async throws {
    let board = LiveBoard { 8 }
    let late = try #require(board.listen(since: 7))
    let watch = Task { await board.watch(every: .milliseconds(1)) }
    for await event in late {
      #expect(event == .changed)
      break
    }
    watch.cancel()
    await watch.value
  }

  @Test func `a change is not forgotten in the quiet after it`() async throws {
    let store = Mutex<Int64>(1)
    let board = LiveBoard { store.withLock { $0 } }
    let slow = try #require(board.listen(since: 0))
    let quick = try #require(board.listen(since: 1))
    let watch = Task { await board.watch(every: .milliseconds(1), signOfLife: 1) }
    var quiet = 0
    for await _ in quick {
      quiet += 1
      if quiet == 5 { break }
    }
    watch.cancel()
    await watch.value
    var heard: [LiveBoard.Event] = []
    for await event in slow { heard.append(event) }
    #expect(heard == [.changed])
  }

  @Test func `a closing house lets its listeners go and takes no more`() async throws {
    let board = LiveBoard { 1 }
    let stream = try #require(board.listen())
    let watch = Task { await board.watch(every: .milliseconds(1)) }
    watch.cancel()
    await watch.value
    var count = 0
    for await _ in stream { count += 1 }
    #expect(count == 0)
    #expect(board.listen() == nil)
  }

  @Test func `a board has so many places`() {
    let board = LiveBoard { 1 }
    var streams: [AsyncStream<LiveBoard.Event>] = []
    while let stream = board.listen() { streams.append(stream) }
    #expect(streams.count == 1_000)
  }
}
