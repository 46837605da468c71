/**
 * Keeps answers in this browser until the server confirms them.
 *
 * A submission is one person's answers to one survey in one context. Its first answers go out by
 * POST under a key of its own, and that body never changes afterwards, so that a repeat is
 * recognised and counts once; later answers follow by PATCH. Whatever fails for a passing reason
 * is tried again: at once when the network returns, else after a growing pause or as long as the
 * server asked. `listen(event, submission, detail)` hears `saved`, `confirmed`, `waiting`,
 * `refused` (detail: the server's problem) and `closed`.
 */
class AnswerQueue {
  constructor(store, listen) {
    this.store = store;
    this.listen = listen;
    this.failures = 0;
    this.heldUntil = 0;
    addEventListener("online", () => {
      this.failures = 0;
      this.flush();
    });
  }

  static async open(listen) {
    const store = await AnswerStore.open();
    return new AnswerQueue(store, listen);
  }

  /** False when the browser refuses to store: then closing the page loses what was not sent. */
  get isLasting() {
    return this.store.isLasting;
  }

  /** The unfinished submission of a place; a week later a visit is a new one. */
  async find(place) {
    const all = await this.store.all();
    const isFresh = (one) => one.complete || Date.now() - one.changedAt < 7 * 86400e3;
    return all.filter((one) => one.place === place && isFresh(one)).pop();
  }

  async add(submission) {
    const fresh = { key: AnswerQueue.newKey(), answers: {}, changed: {}, elapsed: 0 };
    const added = Object.assign(fresh, submission, { changedAt: Date.now() });
    await this.store.put(added);
    return added;
  }

  /** Changes a submission by `edit`, whole or not at all, even with the page open twice. */
  update(key, edit) {
    return this.store.update(key, (one) => {
      edit(one);
      one.changedAt = Date.now();
    });
  }

  /** Takes note of answers; null withdraws one. Only what differs will be sent. */
  record(key, answers, edit) {
    return this.update(key, (one) => {
      for (const name of Object.keys(answers)) {
        const before = name in one.answers ? one.answers[name] : null;
        if (JSON.stringify(before) === JSON.stringify(answers[name])) continue;
        one.answers[name] = one.changed[name] = answers[name];
      }
      one.isRefused = false;
      if (edit) edit(one);
    });
  }

  /** Sends all that waits, one request at a time, whatever page of this site kept it. */
  async flush() {
    this.wanted = true;
    if (this.isBusy) return;
    this.isBusy = true;
    clearTimeout(this.timer);
    try {
      while (this.wanted) {
        this.wanted = false;
        await AnswerQueue.alone(() => this.sendAll());
      }
      this.failures = 0;
    } catch (failure) {
      this.retryLater(failure);
    }
    this.isBusy = false;
  }

  async sendAll() {
    for (const one of await this.store.all()) {
      // The server forgets keys after ninety days: a later repeat could count twice.
      if (Date.now() - one.changedAt > 85 * 86400e3) await this.store.remove(one.key);
      else await this.send(one.key);
    }
  }

  async send(key) {
    for (;;) {
      const one = await this.store.get(key);
      if (!one || one.isRefused || !AnswerQueue.hasNews(one)) return;
      if (Date.now() < this.heldUntil) throw new Passing(one, this.heldUntil - Date.now());
      const body = await (one.id ? this.amendment(one) : this.firstBody(one));
      await this.settle(one, body, await this.request(one, body));
    }
  }

  static hasNews(one) {
    return Object.keys(one.changed).length > 0 || Boolean(one.complete);
  }

  amendment(one) {
    return JSON.stringify({
      answers: one.changed,
      complete: Boolean(one.complete),
      elapsed_ms: one.elapsed,
    });
  }

  /** Fixed before it first leaves: the same key must always carry the same body. */
  async firstBody(one) {
    if (one.body) return one.body;
    const answers = {};
    for (const name of Object.keys(one.changed)) {
      if (one.changed[name] !== null) answers[name] = one.changed[name];
    }
    const body = Object.assign({ answers }, one.context, {
      complete: Boolean(one.complete),
      elapsed_ms: one.elapsed,
      website: one.website,
      version: one.version,
    });
    const isLate = navigator.onLine === false || Date.now() - one.changedAt > 60e3;
    if (isLate) body.at = new Date(one.changedAt).toISOString();
    const text = JSON.stringify(body);
    await this.store.update(one.key, (kept) => (kept.body = text));
    return text;
  }

  async request(one, body) {
    const headers = { "Content-Type": "application/json", "Accept-Language": one.language };
    if (one.id) headers.Authorization = "Bearer " + one.amendToken;
    else headers["Idempotency-Key"] = one.sendKey || one.key;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), 20e3);
    try {
      const response = await fetch(one.id ? one.url + "/" + one.id : one.url, {
        method: one.id ? "PATCH" : "POST",
        headers,
        body,
        credentials: "omit",
        keepalive: body.length < 15e3, // lets it finish when the page is left; browsers cap it
        signal: deadline.signal,
      });
      const problem = await response.json().catch(() => ({}));
      problem.isReadable = response.headers.get("Content-Language") === one.language;
      return { status: response.status, after: response.headers.get("Retry-After"), problem };
    } catch (unreachable) {
      throw new Passing(one);
    } finally {
      clearTimeout(timer);
    }
  }

  async settle(one, body, { status, after, problem }) {
    if (status >= 200 && status < 300 && (one.id || problem.id)) {
      return this.confirm(one, JSON.parse(body), problem);
    }
    if (status === 410 || status === 404) {
      await this.store.remove(one.key);
      return this.listen("closed", one, problem);
    }
    const isPassing = status < 400 || status >= 500 || [408, 409, 425, 429].includes(status);
    if (isPassing) throw new Passing(one, AnswerQueue.pause(after));
    await this.store.update(one.key, (kept) => {
      kept.isRefused = true;
      kept.complete = false;
      if (kept.id) return;
      // Nothing was taken, so the corrected answers are a new body under a new key.
      kept.body = null;
      kept.sendKey = AnswerQueue.newKey();
    });
    this.listen("refused", one, problem);
  }

  async confirm(one, sent, reply) {
    if (sent.complete) await this.store.remove(one.key);
    else {
      await this.store.update(one.key, (kept) => {
        kept.id = kept.id || reply.id;
        kept.amendToken = kept.amendToken || reply.amend_token;
        for (const name of Object.keys(kept.changed)) {
          const value = JSON.stringify(kept.changed[name]);
          // A first body has no room for withdrawn answers, and none is needed.
          const taken = JSON.stringify(sent.answers[name]);
          const known = name in sent.answers ? taken : one.id || "null";
          if (known === value) delete kept.changed[name];
        }
      });
    }
    this.failures = 0;
    this.listen(sent.complete ? "confirmed" : "saved", one);
  }

  /** A passing failure pauses; any other is a fault of ours, shown in the console and retried. */
  retryLater(failure) {
    if (!(failure instanceof Passing)) console.error(failure);
    if (failure.pause) this.heldUntil = Date.now() + failure.pause;
    const growing = Math.min(60e3, 1e3 * 2 ** this.failures) * (0.5 + Math.random() / 2);
    this.failures += 1;
    // A little later than asked, so that not everybody returns in the same instant.
    const asked = failure.pause * (1 + Math.random() / 10);
    this.timer = setTimeout(() => this.flush(), asked || growing);
    if (failure.submission) this.listen("waiting", failure.submission);
  }

  /** Milliseconds that a `Retry-After` asks for, given in seconds or as a date. */
  static pause(after) {
    if (!after) return 0;
    const wait = /^\d+$/.test(after) ? after * 1e3 : Date.parse(after) - Date.now();
    return Math.max(0, Math.min(wait || 0, 3600e3));
  }

  /** One tab sends at a time where the browser can tell; elsewhere keys keep repeats harmless. */
  static alone(work) {
    return navigator.locks ? navigator.locks.request("touchstone-answers", work) : work();
  }

  /** A random UUID; `randomUUID` is missing on pages without TLS. */
  static newKey() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }
}

/** Why nothing could be sent just now, and how long the server asked to wait, in milliseconds. */
class Passing extends Error {
  constructor(submission, pause) {
    super("not sent yet");
    this.submission = submission;
    this.pause = pause;
  }
}
