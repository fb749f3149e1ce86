// The summary of what is wrong takes the focus. The attribute says so, but browsers ignore it on
// an address that ends in #…, which a form keeps once a skip link or an error has been followed.
const summary = document.querySelector("[data-error-summary]");

if (summary && location.hash) {
  history.replaceState(history.state, "", location.pathname + location.search);
  summary.focus();
}
