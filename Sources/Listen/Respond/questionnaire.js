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
    const checked = this.options.filter((option) => option.checked);
    const picked = checked.map((option) => this.read(option));
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
    const picked = answers.map((one) =>
      typeof one === "boolean" ? (one ? "yes" : "no") : String(one)
    );
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

  get isEmpty() {
    return this.asked.every((question) => question.value === null);
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
