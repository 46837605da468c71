// Offers to copy what stands beside the button, where the browser lends its clipboard.
if (navigator.clipboard) for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector('[data-text]').textContent);
    button.querySelector('span').textContent = button.dataset.done;
  });
}
