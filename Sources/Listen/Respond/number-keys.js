/** Number keys pick: points by their value, choices by their place; 1 and then 0 make 10. */
class NumberKeys {
  constructor() {
    this.typed = "";
    this.question = null;
  }

  press(key, question) {
    const digit = NumberKeys.digit(key);
    if (digit === "") return;
    if (question !== this.question) this.typed = "";
    this.question = question;
    const joined = this.typed + digit;
    const number = this.typed && this.optionAt(joined) ? joined : digit;
    const option = this.optionAt(number);
    if (!option) return;
    this.typed = number;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.typed = ""), 1000);
    option.focus();
    if (option.type === "checkbox" || !option.checked) option.click();
  }

  optionAt(number) {
    const { element, options } = this.question;
    if (!element.querySelector(".scale")) return options[Number(number) - 1];
    return options.find((option) => option.value === number);
  }

  /** Latin, Persian and Arabic-Indic digits all count. */
  static digit(key) {
    if (/^[0-9]$/.test(key)) return key;
    const order = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩".indexOf(key);
    return key.length === 1 && order >= 0 ? String(order % 10) : "";
  }
}
