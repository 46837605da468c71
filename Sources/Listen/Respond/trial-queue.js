/** Takes the place of the queue while an author tries a draft: nothing is kept, nothing is sent. */
class TrialQueue {
  constructor(listen) {
    this.listen = listen;
    this.isLasting = true;
  }

  async find() {}

  async add() {
    this.one = { key: "trial", answers: {}, elapsed: 0 };
    return this.one;
  }

  async record(key, answers, edit) {
    Object.assign(this.one.answers, answers);
    if (edit) edit(this.one);
  }

  async flush() {
    if (this.one && this.one.complete) this.listen("confirmed", this.one);
  }
}
