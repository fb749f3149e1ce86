// What htmx needs around its swaps: the CSRF token, the focus, and a word when the network fails.
const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value;
let focused = null;

document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.verb !== "get" && token()) detail.headers["X-CSRFToken"] = token();
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const active = document.activeElement;
  focused = detail.target?.contains(active) ? { id: active.id, place: detail.target.id } : null;
});

document.addEventListener("htmx:afterSettle", () => {
  if (!focused || document.activeElement !== document.body) return;
  const again = document.getElementById(focused.id) || document.getElementById(focused.place);
  focused = null;
  if (!again) return;
  if (again.tabIndex < 0) again.tabIndex = -1;
  again.focus({ preventScroll: true });
});

const failed = () => {
  const told = document.getElementById("messages");
  if (!told) return;
  const words = document.createElement("p");
  words.className = "notice notice--error";
  words.textContent =
    "La page n’a pas pu être mise à jour. Vérifiez votre connexion, puis réessayez.";
  told.replaceChildren(words);
};
document.addEventListener("htmx:sendError", failed);
document.addEventListener("htmx:responseError", failed);
