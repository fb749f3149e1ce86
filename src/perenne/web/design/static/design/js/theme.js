// The colours that the person chose, before anything is painted; then the choice itself.
(() => {
  const KEY = "perenne-colours";
  const root = document.documentElement;
  const remembered = () => {
    try { return localStorage.getItem(KEY) || "auto"; } catch { return "auto"; }
  };
  const apply = (choice) => {
    if (choice === "auto") delete root.dataset.theme;
    else root.dataset.theme = choice;
  };
  apply(remembered());

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-theme-choice]");
    if (!form) return;
    form.hidden = false;
    for (const radio of form.querySelectorAll("input")) radio.checked = radio.value === remembered();
    form.addEventListener("change", (event) => {
      apply(event.target.value);
      try { localStorage.setItem(KEY, event.target.value); } catch { /* a private window forgets */ }
    });
  });
})();
