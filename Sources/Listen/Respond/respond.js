"use strict";

/**
 * One question of the page: reads and writes its controls and knows when it is asked.
 *
 * The page is a plain form that works without this script; here the same fields are shown one
 * question at a time and their values take the shape the answering API speaks.
 */
class Question {
  constructor(fieldset) {
    this.element = fieldset;
    this.key = fieldset.dataset.key;
    this.kind = fieldset.dataset.kind;
    this.isRequired = "required" in fieldset.dataset;
    this.showIf = JSON.parse(fieldset.dataset.showIf || "null");
    this.variants = JSON.parse(fieldset.dataset.variants || "[]");
    this.legend = fieldset.querySelector("legend");
    this.neutralText = this.legend.textContent;
    this.error = fieldset.querySelector(".error");
    this.options = Array.from(fieldset.querySelectorAll("[type=radio], [type=checkbox]"));
    this.words = fieldset.querySelector("textarea, [type=text]:not([name$='.other'])");
    this.otherOption = this.options.find((option) => "other" in option.dataset);
    this.otherWords = fieldset.querySelector("[name$='.other']");
  }

  /** The answer in the API's shape; null when there is none. */
  get value() {
    if (this.words) return this.words.value.trim() || null;
    const picked = this.options.filter((option) => option.checked).map((option) => this.read(option));
    if (this.kind === "choices") return picked.length > 0 ? picked : null;
    return picked.length > 0 ? picked[0] : null;
  }

  read(option) {
    if (option === this.otherOption) return { other: this.otherWords.value.trim() };
    if (this.kind === "choice" || this.kind === "choices") return option.value;
    return this.kind === "yes_no" ? option.value === "yes" : Number(option.value);
  }

  set value(answer) {
    if (this.words) {
      this.words.value = answer === null ? "" : answer;
      return;
    }
    const answers = Array.isArray(answer) ? answer : [answer];
    const other = answers.find((one) => one && one.other !== undefined);
    const picked = answers.map((one) => (this.kind === "yes_no" && one !== null ? (one ? "yes" : "no") : String(one)));
    for (const option of this.options) {
      option.checked = option === this.otherOption ? Boolean(other) : picked.includes(option.value);
    }
    if (this.otherWords) this.otherWords.value = other ? other.other : "";
  }

  /** Which text to show for what keeps the respondent from going on; nothing when all is well. */
  get obstacle() {
    if (!this.isRequired || this.value !== null) return "";
    if (this.words) return "write";
    return this.kind === "choices" ? "chooseSome" : "choose";
  }

  complain(text) {
    this.error.textContent = text;
    for (const field of this.element.querySelectorAll("input, textarea")) {
      if (text) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  }

  /** Shows “Other” words only beside a picked “Other”. */
  tidy() {
    if (this.otherWords) this.otherWords.hidden = !this.otherOption.checked;
  }
}

/** The questions in order, and which of them are asked after the answers so far. */
class Questionnaire {
  constructor(form) {
    const fieldsets = Array.from(form.querySelectorAll("fieldset[data-key]"));
    this.questions = fieldsets.map((fieldset) => new Question(fieldset));
  }

  question(key) {
    return this.questions.find((question) => question.key === key);
  }

  get asked() {
    const asked = [];
    for (const question of this.questions) {
      if (!question.showIf || this.holds(question.showIf, asked)) asked.push(question);
    }
    return asked;
  }

  /** A condition on a question that was not asked itself does not hold. */
  holds(condition, asked) {
    const question = asked.find((one) => one.key === condition.question);
    const value = question ? question.value : null;
    if (value === null) return condition.answered === false;
    if (condition.answered !== undefined) return condition.answered;
    if (condition.is) return condition.is.includes(Questionnaire.camp(value));
    if (condition.in) {
      const values = Array.isArray(value) ? value : [value];
      return values.some((one) => condition.in.includes(Questionnaire.choiceKey(one)));
    }
    if (condition.at_least !== undefined && !(value >= condition.at_least)) return false;
    return condition.at_most === undefined || value <= condition.at_most;
  }

  /** The key under which a choice is counted. */
  static choiceKey(value) {
    if (typeof value === "boolean") return value ? "yes" : "no";
    return value.other === undefined ? value : "other";
  }

  /** Where somebody stands who would recommend us this much, on 0–10 and on 1–10 alike. */
  static camp(points) {
    if (points >= 9) return "promoter";
    return points >= 7 ? "passive" : "detractor";
  }

  /** The words that fit the answers so far. */
  word(question) {
    const fitting = question.variants.find((variant) => this.holds(variant.when, this.asked));
    question.legend.textContent = fitting ? fitting.text : question.neutralText;
  }

  /** Every answer; null where a question is not asked (any more) or not answered. */
  get answers() {
    const asked = this.asked;
    const answers = {};
    for (const question of this.questions) {
      answers[question.key] = asked.includes(question) ? question.value : null;
    }
    return answers;
  }
}

/** Leads through the questions and keeps every answer as it is given. */
class Respondent {
  constructor(form) {
    this.form = form;
    this.texts = form.dataset;
    this.questionnaire = new Questionnaire(form);
    this.button = form.querySelector("[type=submit]");
    this.backButton = form.querySelector("[data-back]");
    this.keys = form.querySelector(".keys");
    this.note = form.querySelector("[data-note]");
    this.progress = document.querySelector("progress");
    this.position = document.querySelector("[data-progress]");
    this.numbers = new Intl.NumberFormat(document.documentElement.lang);
    this.current = null;
    this.submission = null;
    this.typedDigits = "";
  }

  async start() {
    this.queue = await AnswerQueue.open((event, one, detail) => this.hear(event, one, detail));
    this.context = this.readContext();
    this.place = this.form.dataset.api + " " + JSON.stringify(Object.assign({}, this.context, { language: "" }));
    this.submission = (await this.queue.find(this.place)) || null;
    this.elapsedBefore = this.submission ? this.submission.elapsed : 0;
    for (const key of Object.keys(this.submission ? this.submission.answers : {})) {
      const question = this.questionnaire.question(key);
      if (question) question.value = this.submission.answers[key];
    }
    this.form.noValidate = true;
    document.documentElement.classList.add("js");
    this.listenToPage();
    this.show(this.beginning(), "replace");
    if (this.submission && this.submission.complete) this.finish();
    else await this.keep({}); // what was picked while the script was still on its way
    this.queue.flush();
  }

  /** Where to begin: at the first question without an answer, or where the language was changed. */
  beginning() {
    const asked = this.questionnaire.asked;
    const kept = this.submission;
    if (!kept) return asked[0];
    const last = asked.find((question) => question.key === kept.step);
    if (kept.isSwitching && last) return last;
    if (kept.isRefused || Object.keys(kept.answers).length > 0) this.say(this.texts.resumed);
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
    this.backButton.addEventListener("click", () => this.goBack());
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
    const question = this.current;
    question.complain("");
    if (field === question.otherWords && field.value) question.otherOption.checked = true;
    question.tidy();
    if (field === question.otherOption && field.checked) question.otherWords.focus();
    this.describe();
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
    const isAnswer = field && field.type === "radio" && field !== this.current.otherOption;
    if (!isAnswer || event.detail !== 1 || this.isLast) return;
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
    const digit = Respondent.digit(event.key);
    if (digit !== "") this.pickByNumber(digit);
  }

  /** Latin, Persian and Arabic-Indic digits all count. */
  static digit(key) {
    if (/^[0-9]$/.test(key)) return key;
    const order = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩".indexOf(key);
    return key.length === 1 && order >= 0 ? String(order % 10) : "";
  }

  /** Numbers pick points by value and choices by place; 1 and then 0 make 10. */
  pickByNumber(digit) {
    const { options, kind } = this.current;
    const isScale = this.current.element.querySelector(".scale") !== null;
    const at = (number) =>
      isScale ? options.find((option) => option.value === number) : options[Number(number) - 1];
    const joined = this.typedDigits + digit;
    const number = this.typedDigits && at(joined) ? joined : digit;
    const option = at(number);
    if (!option) return;
    this.typedDigits = number;
    clearTimeout(this.digitTimer);
    this.digitTimer = setTimeout(() => (this.typedDigits = ""), 1000);
    option.focus();
    if (kind === "choices" || !option.checked) option.click();
  }

  goOn() {
    clearTimeout(this.advanceTimer);
    if (this.isFinishing) return;
    const obstacle = this.current.obstacle;
    if (obstacle) return this.complainAt(this.current, this.texts[obstacle]);
    const asked = this.questionnaire.asked;
    const next = asked[asked.indexOf(this.current) + 1];
    if (!next) return this.send();
    this.show(next, "push");
    this.keep({});
  }

  goBack() {
    if (history.state && history.state.depth > 0) return history.back();
    const asked = this.questionnaire.asked;
    this.show(asked[Math.max(0, asked.indexOf(this.current) - 1)], "replace");
  }

  noticeHistory(state) {
    if (this.isFinishing) return;
    const asked = this.questionnaire.asked;
    this.show(asked.find((question) => state && question.key === state.step) || asked[0], "stay");
  }

  async switchLanguage(event, href) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !this.submission) return;
    event.preventDefault();
    await this.keep({ isSwitching: true });
    location.assign(href);
  }

  async send() {
    const unready = this.questionnaire.asked.find((question) => question.obstacle);
    if (unready) return this.complainAt(unready, this.texts[unready.obstacle]);
    const first = this.questionnaire.asked[0];
    if (this.isEmpty) return this.complainAt(first, this.texts.nothing);
    this.finish();
    await this.keep({ complete: true });
  }

  /** Nothing more is taken from here on, so a second tap cannot count twice. */
  finish() {
    this.isFinishing = true;
    this.button.disabled = true;
    this.button.textContent = this.texts.sending;
  }

  // What is kept and what the server says of it

  /** Keeps the answers as they stand and, but for a draft, sends what is new. */
  async keep(marks, draft) {
    clearTimeout(this.draftTimer);
    if (!this.submission && this.isEmpty) return;
    const state = Object.assign({ isSwitching: false }, marks, {
      language: this.context.language,
      version: Number(this.form.elements.version.value),
      step: this.current.key,
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
    if (event === "saved" && !this.isFinishing) this.say("");
    if (event !== "waiting") return;
    const { waiting, waitingOpen, keptOpen } = this.texts;
    if (!this.isFinishing) return this.say(this.queue.isLasting ? waiting : waitingOpen);
    if (!this.queue.isLasting) document.querySelector("[data-kept]").textContent = keptOpen;
    this.view("kept");
  }

  thank() {
    this.view("thanks");
    history.replaceState(null, "", this.texts.thanks);
  }

  /** Shows a refusal where it belongs: at its question, else at the one that is open. */
  refuse(problem) {
    this.isFinishing = false;
    this.button.disabled = false;
    this.view("form");
    const name = String(problem.field || "").replace(/^answers\./, "");
    const question = this.questionnaire.question(name) || this.current;
    this.complainAt(question, problem.isReadable ? problem.detail : this.texts.refused);
  }

  // What the page shows

  get isEmpty() {
    return this.questionnaire.asked.every((question) => question.value === null);
  }

  get isLast() {
    const asked = this.questionnaire.asked;
    return asked[asked.length - 1] === this.current;
  }

  view(name) {
    if (name !== "form" && !this.form.hidden) this.progress.hidden = this.position.hidden = true;
    if (name === "form") this.progress.hidden = this.position.hidden = false;
    this.form.hidden = name !== "form";
    for (const section of document.querySelectorAll("[data-view]")) {
      const isShown = section.dataset.view === name;
      if (isShown && section.hidden) setTimeout(() => section.focus());
      section.hidden = !isShown;
    }
  }

  say(text) {
    this.note.textContent = text;
    this.note.hidden = !text;
  }

  complainAt(question, text) {
    if (question !== this.current) this.show(question, "push");
    question.complain(text);
    this.describe();
    const field = question.words || question.options.find((one) => one.checked) || question.options[0];
    field.focus();
  }

  show(question, way) {
    const isFirstTime = this.current === null;
    this.current = question;
    this.typedDigits = "";
    this.questionnaire.word(question);
    question.complain("");
    question.tidy();
    for (const one of this.questionnaire.questions) one.element.hidden = one !== question;
    this.describe();
    this.remember(way);
    if (isFirstTime) return;
    if (way === "push") this.say("");
    scrollTo(0, 0);
    // A second tap of a double tap must not fall on the question that just arrived.
    this.form.classList.add("arriving");
    setTimeout(() => this.form.classList.remove("arriving"), 280);
    const canType = question.words && matchMedia("(pointer: fine)").matches;
    (canType ? question.words : question.legend).focus({ preventScroll: true });
  }

  /** The browser's own way back leads through the questions too. */
  remember(way) {
    const depth = (history.state && history.state.depth) || 0;
    const state = { step: this.current.key, depth: way === "push" ? depth + 1 : depth };
    if (way === "push") history.pushState(state, "");
    else if (way === "replace") history.replaceState(state, "");
  }

  /** Says how far along this is, and what the button will do. */
  describe() {
    const asked = this.questionnaire.asked;
    const index = asked.indexOf(this.current);
    const format = (number) => this.numbers.format(number);
    const { of, send, skip, next } = this.texts;
    const isAtStart = index === 0 && !this.submission;
    if (asked.length > 1 && !isAtStart) {
      this.position.textContent = of
        .replace("{n}", format(index + 1))
        .replace("{total}", format(asked.length));
    }
    this.progress.hidden = asked.length < 2;
    this.progress.value = index / asked.length;
    this.backButton.hidden = index === 0;
    const isSkip = this.current.value === null && !this.current.isRequired;
    this.button.textContent = this.isLast ? send : isSkip ? skip : next;
    this.button.classList.toggle("soft", isSkip && !this.isLast);
    this.keys.hidden = Boolean(this.current.words);
  }
}

{
  const form = document.querySelector("form[data-api]");
  // Without the queue or an old browser's missing parts the plain form does the work.
  if (form && typeof AnswerQueue === "function" && window.fetch && window.AbortController) {
    new Respondent(form).start();
  }
}
