/** Lets authors drag questions into order; the buttons do the same without it. */
class Order {
  constructor(form) {
    this.form = form;
    this.items = Array.from(form.querySelectorAll("li"));
    for (const item of this.items) {
      item.draggable = true;
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
    form.addEventListener("submit", () => (this.isChanged = false));
    addEventListener("beforeunload", (event) => {
      if (this.isChanged) event.preventDefault();
    });
  }
}

for (const form of document.querySelectorAll("[data-order]")) new Order(form);
for (const form of document.querySelectorAll("[data-draft]")) new Unsaved(form);
