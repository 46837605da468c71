/** What the page shows: one question, how far along it is, notes, and how it all ended. */
class Sheet {
  constructor(form, questionnaire) {
    this.form = form;
    this.texts = form.dataset;
    this.questionnaire = questionnaire;
    this.button = form.querySelector("[type=submit]");
    this.backButton = form.querySelector("[data-back]");
    this.keys = form.querySelector(".keys");
    this.note = form.querySelector("[data-note]");
    this.progress = document.querySelector("progress");
    this.position = document.querySelector("[data-progress]");
    this.numbers = new Intl.NumberFormat(document.documentElement.lang);
    this.current = null;
    this.isBegun = false;
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
    const picked = question.options.find((one) => one.checked);
    const field = question.words || picked || question.options[0];
    field.focus();
  }

  show(question, way) {
    const isFirstTime = this.current === null;
    this.isBegun = this.isBegun || !isFirstTime;
    this.current = question;
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
    const isAtStart = index === 0 && !this.isBegun;
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
