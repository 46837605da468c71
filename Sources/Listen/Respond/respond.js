/** Leads through the questions and keeps every answer as it is given. */
class Respondent {
  constructor(form) {
    this.form = form;
    this.texts = form.dataset;
    this.questionnaire = new Questionnaire(form);
    this.sheet = new Sheet(form, this.questionnaire);
    this.submission = null;
    this.numberKeys = new NumberKeys();
  }

  async start() {
    const hear = (event, one, detail) => this.hear(event, one, detail);
    this.isTrial = "trial" in this.texts;
    this.queue = this.isTrial ? new TrialQueue(hear) : await AnswerQueue.open(hear);
    this.context = this.readContext();
    // A survey that was published anew is answered anew: its questions may be others.
    this.version = Number(this.form.elements.version.value);
    const context = Object.assign({}, this.context, { language: undefined });
    this.place = JSON.stringify([this.form.dataset.api, this.version, context]);
    this.submission = (await this.queue.find(this.place)) || null;
    this.elapsedBefore = this.submission ? this.submission.elapsed : 0;
    for (const key of Object.keys(this.submission ? this.submission.answers : {})) {
      const question = this.questionnaire.question(key);
      if (question) question.value = this.submission.answers[key];
    }
    this.form.noValidate = true;
    document.documentElement.classList.add("js");
    this.listenToPage();
    this.sheet.isBegun = this.submission !== null;
    this.sheet.show(this.beginning(), "replace");
    if (this.submission && this.submission.complete) this.finish();
    else await this.keep({}); // what was picked while the script was still on its way
    this.queue.flush();
  }

  /** Where to begin: at the first question without an answer, or where the language was changed. */
  beginning() {
    const asked = this.questionnaire.asked;
    const kept = this.submission;
    const wanted = this.isTrial && asked.find((one) => one.key === this.texts.trial);
    if (wanted) return wanted;
    if (!kept) return asked[0];
    const last = asked.find((question) => question.key === kept.step);
    if (kept.isSwitching && last) return last;
    if (kept.isRefused || Object.keys(kept.answers).length > 0) this.sheet.say(this.texts.resumed);
    const passed = last ? asked.slice(asked.indexOf(last)) : asked;
    return passed.find((question) => question.value === null) || last || asked[asked.length - 1];
  }

  readContext() {
    const context = { language: document.documentElement.lang };
    const named = ["touchpoint", "channel", "unit", "employee", "product"];
    const attributes = {};
    for (const { name, value } of this.form.querySelectorAll("[data-context]")) {
      if (named.includes(name)) context[name] = value;
      else attributes[name] = value;
    }
    if (Object.keys(attributes).length > 0) context.attributes = attributes;
    return context;
  }

  listenToPage() {
    const form = this.form;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.goOn();
    });
    form.addEventListener("input", (event) => this.noticeInput(event.target));
    form.addEventListener("change", () => this.noticeChange());
    form.addEventListener("click", (event) => this.noticeTap(event));
    this.sheet.backButton.addEventListener("click", () => this.goBack());
    document.addEventListener("keydown", (event) => this.noticeKey(event));
    document.querySelector("[data-try]").addEventListener("click", () => this.queue.flush());
    addEventListener("popstate", (event) => this.noticeHistory(event.state));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.keep({});
    });
    for (const link of document.querySelectorAll("nav a")) {
      link.addEventListener("click", (event) => this.switchLanguage(event, link.href));
    }
  }

  // What the respondent does

  noticeInput(field) {
    const question = this.sheet.current;
    question.complain("");
    if (field === question.otherWords && field.value) question.otherOption.checked = true;
    question.tidy();
    if (field === question.otherOption && field.checked) question.otherWords.focus();
    this.sheet.describe();
    if (field.type !== "text" && field.type !== "textarea") return;
    // Words being written are kept here soon, and sent when they are done or the page is left.
    clearTimeout(this.draftTimer);
    this.draftTimer = setTimeout(() => this.keep({}, "draft"), 400);
  }

  /** Waits a moment before sending: arrow keys pass over many points on their way. */
  noticeChange() {
    this.keep({}, "draft");
    clearTimeout(this.sendTimer);
    this.sendTimer = setTimeout(() => this.queue.flush(), 300);
  }

  /** A tap on a number is the whole answer, so it also goes on; never past the last question. */
  noticeTap(event) {
    const label = event.target.closest("label");
    const field = label && label.control;
    const isAnswer = field && field.type === "radio" && field !== this.sheet.current.otherOption;
    if (!isAnswer || event.detail !== 1 || this.sheet.isLast) return;
    clearTimeout(this.advanceTimer);
    this.advanceTimer = setTimeout(() => this.goOn(), 260);
  }

  noticeKey(event) {
    if (event.ctrlKey || event.metaKey) {
      if (event.key === "Enter" && !event.repeat) this.goOn();
      return;
    }
    const isField = event.target.closest("textarea, [type=text], a, button");
    if (isField || event.altKey || this.form.hidden) return;
    if (event.key === "Enter" && !event.target.closest("input")) {
      event.preventDefault();
      if (!event.repeat) this.goOn();
    }
    this.numberKeys.press(event.key, this.sheet.current);
  }

  goOn() {
    clearTimeout(this.advanceTimer);
    if (this.isFinishing) return;
    const obstacle = this.sheet.current.obstacle;
    if (obstacle) return this.sheet.complainAt(this.sheet.current, this.texts[obstacle]);
    const asked = this.questionnaire.asked;
    const next = asked[asked.indexOf(this.sheet.current) + 1];
    if (!next) return this.send();
    this.sheet.show(next, this.isTrial ? "replace" : "push");
    this.keep({});
  }

  goBack() {
    if (history.state && history.state.depth > 0) return history.back();
    const asked = this.questionnaire.asked;
    this.sheet.show(asked[Math.max(0, asked.indexOf(this.sheet.current) - 1)], "replace");
  }

  noticeHistory(state) {
    if (this.isFinishing) return;
    const asked = this.questionnaire.asked;
    const question = asked.find((one) => state && one.key === state.step);
    this.sheet.show(question || asked[0], "stay");
  }

  async switchLanguage(event, href) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !this.submission) return;
    event.preventDefault();
    await this.keep({ isSwitching: true });
    location.assign(href);
  }

  async send() {
    const unready = this.questionnaire.asked.find((question) => question.obstacle);
    if (unready) return this.sheet.complainAt(unready, this.texts[unready.obstacle]);
    const first = this.questionnaire.asked[0];
    if (this.questionnaire.isEmpty) return this.sheet.complainAt(first, this.texts.nothing);
    this.finish();
    await this.keep({ complete: true });
  }

  /** Nothing more is taken from here on, so a second tap cannot count twice. */
  finish() {
    this.isFinishing = true;
    this.sheet.button.disabled = true;
    this.sheet.button.textContent = this.texts.sending;
  }

  // What is kept and what the server says of it

  /** Keeps the answers as they stand and, but for a draft, sends what is new. */
  async keep(marks, draft) {
    clearTimeout(this.draftTimer);
    if (!this.submission && this.questionnaire.isEmpty) return;
    const state = Object.assign({ isSwitching: false }, marks, {
      language: this.context.language,
      version: this.version,
      step: this.sheet.current.key,
      elapsed: Math.round(this.elapsedBefore + performance.now()),
    });
    const answers = this.questionnaire.answers;
    this.keeping = Promise.resolve(this.keeping).then(() => this.store(answers, state));
    await this.keeping;
    if (!draft) this.queue.flush();
  }

  async store(answers, state) {
    if (!this.submission) {
      this.submission = await this.queue.add({
        place: this.place,
        url: this.form.dataset.api,
        context: this.context,
        website: this.form.elements.website.value,
      });
    }
    await this.queue.record(this.submission.key, answers, (one) => Object.assign(one, state));
  }

  hear(event, one, problem) {
    if (!this.submission || one.key !== this.submission.key) return;
    if (event === "closed") return location.reload();
    if (event === "confirmed") return this.thank();
    if (event === "refused") return this.refuse(problem);
    const { waiting, waitingOpen, keptOpen } = this.texts;
    const notSent = this.queue.isLasting ? waiting : waitingOpen;
    if (event === "saved" && this.sheet.note.textContent === notSent) this.sheet.say("");
    if (event !== "waiting") return;
    if (!this.isFinishing) return this.sheet.say(notSent);
    if (!this.queue.isLasting) document.querySelector("[data-kept]").textContent = keptOpen;
    this.sheet.view("kept");
  }

  thank() {
    this.sheet.view("thanks");
    if (this.isTrial) return;
    history.replaceState(null, "", this.texts.thanks);
  }

  /** Shows a refusal where it belongs: at its question, else at the one that is open. */
  refuse(problem) {
    this.isFinishing = false;
    this.sheet.button.disabled = false;
    this.sheet.view("form");
    const name = String(problem.field || "").replace(/^answers\./, "");
    const question = this.questionnaire.question(name) || this.sheet.current;
    this.sheet.complainAt(question, problem.isReadable ? problem.detail : this.texts.refused);
  }
}

{
  const form = document.querySelector("form[data-api]");
  // Without the parts that an old browser lacks, the plain form does the work.
  if (form && window.fetch && window.AbortController) {
    new Respondent(form).start();
  }
}
