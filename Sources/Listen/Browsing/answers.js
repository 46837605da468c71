// Picks all at once, counts what is picked, and shows what is chosen without a button.
const filters = document.querySelector('[data-filters]');
if (filters) {
  filters.addEventListener('change', event => {
    if (event.target.matches('select')) filters.requestSubmit();
  });
  filters.addEventListener('submit', () => {
    // What says nothing is left out of the address.
    for (const field of filters.elements) if (field.name && !field.value) field.disabled = true;
  });
  // Coming back finds every field usable again.
  addEventListener('pageshow', () => { for (const field of filters.elements) field.disabled = false; });
}

const answers = document.querySelector('[data-answers]');
const all = answers?.querySelector('[data-all]');
if (all) {
  const box = all.querySelector('input');
  const boxes = [...answers.querySelectorAll('[name=id]')];
  const told = answers.querySelector('[data-picked]');
  const hint = told.textContent;
  const digits = new Intl.NumberFormat(document.documentElement.lang);
  const count = () => {
    const picked = boxes.filter(one => one.checked).length;
    box.checked = picked === boxes.length;
    box.indeterminate = picked > 0 && picked < boxes.length;
    told.textContent = picked ? told.dataset.text.replace('{n}', digits.format(picked)) : hint;
  };
  all.hidden = false;
  box.addEventListener('change', () => { for (const one of boxes) one.checked = box.checked; count(); });
  answers.addEventListener('change', count);
  addEventListener('pageshow', count);
}
