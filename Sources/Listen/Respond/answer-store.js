/**
 * Submissions by key, in IndexedDB.
 *
 * Where the browser gives none, or takes it away half-way (a full disk, a private window), memory
 * goes on with what this page knew.
 */
class AnswerStore {
  constructor(database) {
    this.database = database;
    this.memory = new Map();
  }

  get isLasting() {
    return Boolean(this.database);
  }

  /** Waits a second and a half at most: some browsers never answer in private windows. */
  static open() {
    return new Promise((done) => {
      setTimeout(() => done(new AnswerStore()), 1500);
      try {
        const request = indexedDB.open("touchstone-answers", 1);
        request.onupgradeneeded = () => {
          request.result.createObjectStore("submission", { keyPath: "key" });
        };
        request.onsuccess = () => done(new AnswerStore(request.result));
        request.onerror = () => done(new AnswerStore());
      } catch (refused) {
        done(new AnswerStore());
      }
    });
  }

  all() {
    return this.run(
      (rows, give) => (rows.getAll().onsuccess = (event) => give(event.target.result)),
      () => Array.from(this.memory.values())
    );
  }

  get(key) {
    return this.run(
      (rows, give) => (rows.get(key).onsuccess = (event) => give(event.target.result)),
      () => this.memory.get(key)
    );
  }

  put(one) {
    this.memory.set(one.key, one);
    return this.run((rows) => rows.put(one), () => one);
  }

  async update(key, edit) {
    const change = (one) => {
      if (one) edit(one);
      return one;
    };
    const changed = await this.run(
      (rows, give) => {
        rows.get(key).onsuccess = (event) => {
          if (change(event.target.result)) rows.put(event.target.result);
          give(event.target.result);
        };
      },
      () => change(this.memory.get(key))
    );
    if (changed) this.memory.set(key, changed);
    return changed;
  }

  remove(key) {
    this.memory.delete(key);
    return this.run((rows) => rows.delete(key), () => undefined);
  }

  /** One transaction; resolves with what it gave once the change is kept. */
  async run(work, inMemory) {
    if (!this.database) return inMemory();
    try {
      return await new Promise((done, fail) => {
        const transaction = this.database.transaction("submission", "readwrite");
        let result;
        transaction.oncomplete = () => done(result);
        transaction.onabort = () => fail(transaction.error);
        work(transaction.objectStore("submission"), (value) => (result = value));
      });
    } catch (lost) {
      console.warn(lost);
      this.database = null;
      return inMemory();
    }
  }
}
