// Dropping files on the frame of a file input, and saying which ones were chosen.
const UNITS = ["octets", "ko", "Mo", "Go"];

const size = (bytes) => {
  const power = Math.min(3, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const figure = (bytes / 1000 ** power).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
  return `${figure}\u00a0${UNITS[power]}`;
};

const frameOf = (event) => event.target.closest?.("[data-file-drop]");
const inputOf = (frame) => frame.querySelector("input[type=file]");

const tell = (frame) => {
  const lines = [...inputOf(frame).files].map((file) => {
    const line = document.createElement("li");
    line.textContent = `${file.name} (${size(file.size)})`;
    return line;
  });
  frame.querySelector("[data-list]").replaceChildren(...lines);
};

const invite = (root) => {
  for (const words of root.querySelectorAll("[data-invite]")) words.hidden = false;
};

document.addEventListener("change", (event) => frameOf(event) && tell(frameOf(event)));
document.addEventListener("dragover", (event) => {
  const frame = frameOf(event);
  if (!frame) return;
  event.preventDefault();
  frame.classList.add("file-drop--over");
});
document.addEventListener("dragleave", (event) => {
  const frame = frameOf(event);
  if (frame && !frame.contains(event.relatedTarget)) frame.classList.remove("file-drop--over");
});
document.addEventListener("drop", (event) => {
  const frame = frameOf(event);
  if (!frame) return;
  event.preventDefault();
  frame.classList.remove("file-drop--over");
  const input = inputOf(frame);
  const kept = new DataTransfer();
  for (const file of [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1)) {
    kept.items.add(file);
  }
  if (!kept.files.length) return;
  input.files = kept.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

invite(document);
document.addEventListener("htmx:load", ({ detail }) => invite(detail.elt));
