// Shows what is chosen at once, prints, and brings new answers in quietly.
const controls = document.querySelector('[data-controls]');
if (controls) {
  const show = controls.querySelector('[data-show]');
  show.classList.add('vh');
  controls.addEventListener('change', event => {
    const isDay = event.target.matches('[data-day]');
    const period = controls.elements.period;
    if (isDay) period.value = 'chosen';
    // A chosen period needs both of its days before there is anything to show.
    if (period.value === 'chosen' && !(controls.elements.from.value && controls.elements.to.value)) {
      controls.querySelector('details').open = true;
      if (!isDay) controls.elements.from.focus();
      return;
    }
    controls.requestSubmit();
  });
  controls.addEventListener('submit', () => {
    // What says nothing is left out of the address.
    for (const field of controls.elements) if (field.name && !field.value) field.disabled = true;
    if (controls.elements.period.value !== 'chosen') {
      controls.elements.from.disabled = true;
      controls.elements.to.disabled = true;
    }
  });
  // Coming back finds every field usable again.
  addEventListener('pageshow', () => { for (const field of controls.elements) field.disabled = false; });
  const print = controls.querySelector('[data-print]');
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

const live = document.querySelector('[data-live]');
if (live && 'EventSource' in window) {
  let waiting = false;
  const refresh = async () => {
    // A page nobody looks at waits until somebody does; so does one that is being printed or typed in.
    if (document.hidden || live.contains(document.activeElement)) { waiting = true; return; }
    waiting = false;
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-live]');
    if (!fresh) return;
    const open = [...live.querySelectorAll('details')].map(details => details.open);
    live.replaceChildren(...fresh.childNodes);
    live.querySelectorAll('details').forEach((details, place) => { details.open = open[place] ?? false; });
    const heading = page.querySelector('h1'), lead = page.querySelector('.head p');
    document.querySelector('h1').replaceChildren(...heading.childNodes);
    document.querySelector('.head p').replaceChildren(...lead.childNodes);
  };
  const events = new EventSource(`/live?since=${live.dataset.live}`);
  events.addEventListener('answers', refresh);
  document.addEventListener('visibilitychange', () => { if (waiting) refresh(); });
  live.addEventListener('focusout', () => { if (waiting) setTimeout(refresh, 200); });
  addEventListener('pagehide', () => events.close());
}
