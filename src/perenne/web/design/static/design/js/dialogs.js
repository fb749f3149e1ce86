// Opening a dialog over the page; without this file its link leads to it.
const opened = (link) => document.getElementById(link.hash.slice(1));

const prepare = (root) => {
  for (const link of root.querySelectorAll("[data-opens-dialog], [data-closes-dialog]")) {
    link.setAttribute("role", "button");
  }
};

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens-dialog]");
  const closer = event.target.closest("[data-closes-dialog]");
  const dialog = opener ? opened(opener) : closer?.closest("dialog");
  if (!dialog?.showModal) return;
  event.preventDefault();
  if (opener) dialog.showModal();
  else dialog.close();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches("a[role=button]")) return;
  event.preventDefault();
  event.target.click();
});

prepare(document);
document.addEventListener("htmx:load", ({ detail }) => prepare(detail.elt));
