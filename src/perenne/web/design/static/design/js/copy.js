// Copying the text of an element, and saying so.
const show = (root) => {
  if (!navigator.clipboard) return;
  for (const copy of root.querySelectorAll("[data-copy]")) copy.hidden = false;
};

document.addEventListener("click", async (event) => {
  const copy = event.target.closest("[data-copy] button")?.parentElement;
  if (!copy) return;
  const said = copy.querySelector("[role=status]");
  try {
    const text = document.getElementById(copy.dataset.copy);
    await navigator.clipboard.writeText(text.innerText || text.textContent);
    said.textContent = "Copié";
  } catch {
    said.textContent = "Le navigateur a refusé\u00a0: sélectionnez le texte et copiez-le.";
  }
  setTimeout(() => { said.textContent = ""; }, 8000);
});

show(document);
document.addEventListener("htmx:load", ({ detail }) => show(detail.elt));
