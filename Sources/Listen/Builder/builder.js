/** Lets authors drag questions into order; the buttons do the same without it. */
class Order {
  constructor(form) {
    this.form = form;
    this.items = Array.from(form.querySelectorAll("li"));
    for (const item of this.items) {
      item.draggable = true;
      item.querySelector(".grip").hidden = false;
      item.addEventListener("dragstart", (event) => this.take(event, item));
      item.addEventListener("dragover", (event) => this.point(event, item));
      item.addEventListener("dragleave", () => item.classList.remove("target"));
      item.addEventListener("drop", (event) => this.put(event, item));
      item.addEventListener("dragend", () => this.forget());
    }
  }

  take(event, item) {
    this.taken = item;
    item.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", item.dataset.key);
  }

  point(event, item) {
    if (!this.taken) return;
    event.preventDefault();
    if (item !== this.taken) item.classList.add("target");
  }

  put(event, item) {
    if (!this.taken || item === this.taken) return;
    event.preventDefault();
    const wish = document.createElement("input");
    wish.type = "hidden";
    wish.name = "do";
    wish.value = `to.${this.taken.dataset.key}.${this.items.indexOf(item)}`;
    this.form.append(wish);
    this.form.submit();
  }

  forget() {
    for (const item of this.items) item.classList.remove("dragged", "target");
    this.taken = null;
  }
}

/** Warns before words that are not saved yet are left behind. */
class Unsaved {
  constructor(form) {
    this.isChanged = false;
    form.addEventListener("input", () => (this.isChanged = true));
    form.addEventListener("submit", (event) => {
      if (!event.submitter || !event.submitter.matches("[data-show]")) this.isChanged = false;
    });
    addEventListener("beforeunload", (event) => {
      if (this.isChanged) event.preventDefault();
    });
  }
}

/**
 * Shows on the phone what is being typed, before it is saved.
 *
 * Each time in a frame of its own: what a new frame loads first leaves no step in the history.
 */
class Live {
  static pause = 500;

  constructor(form, phone) {
    this.form = form;
    this.phone = phone;
    this.button = form.querySelector("[data-show]");
    this.count = 0;
    this.button.hidden = true;
    form.addEventListener("input", () => this.wait());
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), Live.pause);
  }

  show() {
    const [before] = this.phone.children;
    const next = before.cloneNode();
    next.removeAttribute("src");
    next.name = `phone-${(this.count += 1)}`;
    next.classList.add("coming");
    this.phone.append(next);
    next.addEventListener("load", () => this.change(next), { once: true });
    this.button.formTarget = next.name;
    this.button.hidden = false;
    this.form.requestSubmit(this.button);
    this.button.hidden = true;
  }

  /** The newest frame that has something to show stays. */
  change(next) {
    while (this.phone.firstElementChild !== next) this.phone.firstElementChild.remove();
    next.classList.remove("coming");
  }
}

const phone = document.querySelector(".phone");
for (const form of document.querySelectorAll("[data-order]")) new Order(form);
for (const form of document.querySelectorAll("[data-draft]")) new Unsaved(form);
for (const form of document.querySelectorAll("[data-draft]")) new Live(form, phone);
