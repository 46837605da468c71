// Shows the first answer the moment it comes, and copies the survey's link.
const place = document.querySelector('[data-first]');

const offerCopy = () => {
  const copy = place.querySelector('[data-copy]');
  // Browsers lend the clipboard to secure pages only.
  if (!copy || !navigator.clipboard) return;
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(copy.dataset.copy);
    copy.querySelector('span').textContent = copy.dataset.done;
  });
};

if (place) {
  offerCopy();
  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-first]');
    if (!fresh || fresh.isEqualNode(place)) return;
    const had = place.querySelector('.arrived')?.textContent;
    const arrived = fresh.querySelector('.arrived');
    if (!arrived || arrived.textContent === had) return;
    place.replaceChildren(...fresh.childNodes);
    offerCopy();
    document.title = page.title;
    document.querySelector('h1').replaceChildren(...page.querySelector('h1').childNodes);
    document.querySelector('[data-lead]').replaceChildren(...page.querySelector('[data-lead]').childNodes);
    document.querySelector('[data-said]').textContent = page.querySelector('h1').textContent;
  };
  if ('EventSource' in window) {
    // From the very first pulse: what came before this page listened, or while the line was down, is looked up at once.
    const events = new EventSource('/live?since=0');
    events.addEventListener('answers', refresh);
    addEventListener('pagehide', () => events.close());
  }
}
