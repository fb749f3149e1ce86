// Asking the browser for a passkey, or to make one; the answer goes back in the form.
const FAILED = {
  NotAllowedError: "La demande a été annulée, ou elle a duré trop longtemps. Recommencez.",
  InvalidStateError: "Cette clé est déjà enregistrée sur votre compte.",
  Unknown: "Ce navigateur ne connaît pas les clés d’accès. Choisissez un autre moyen.",
  SecurityError: "Les clés d’accès ne marchent pas à cette adresse du site.",
};
const OTHERWISE = "Votre appareil n’a pas pu répondre. Recommencez, ou choisissez un autre moyen.";

const bytes = (text) => Uint8Array.from(
  atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const text = (buffer) => {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const withBytes = (options) => {
  const asked = { ...options, challenge: bytes(options.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) };
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (asked[list]) asked[list] = asked[list].map((one) => ({ ...one, id: bytes(one.id) }));
  }
  return asked;
};

const asText = (credential) => {
  const given = credential.response;
  const response = { clientDataJSON: text(given.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (given[name]) response[name] = text(given[name]);
  }
  if (given.getTransports) response.transports = given.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
};

const optionsOf = async (form) => {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.ask, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
};

const tell = (form, sentence) => {
  const place = form.querySelector("[data-passkey-failed]");
  place.textContent = sentence;
  place.hidden = !sentence;
};

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form[data-passkey]")) return;
  event.preventDefault();
  try {
    tell(form, "");
    if (!window.PublicKeyCredential) throw new DOMException("", "Unknown");
    const publicKey = withBytes((await optionsOf(form)).publicKey);
    const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
    form.elements.credential.value = asText(credential);
    form.submit();
  } catch (error) {
    tell(form, FAILED[error.name] ?? OTHERWISE);
  }
});
