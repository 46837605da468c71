/** Copies a link; without it the link is there to be marked and copied by hand. */
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.querySelector("[role=status]").textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(document.querySelector("[data-link]"));
    }
  });
}
