// Names on the map: what would lie over something else, or half outside, is not shown. Letters
// come before names, and the larger zones, which the map draws first, before the smaller ones.
const map = document.querySelector("[data-map]");
const AWAY = "zone-mark--away";

const apart = (one, others) => others.every((other) => one.right < other.left
  || one.left > other.right || one.bottom < other.top || one.top > other.bottom);

map?.addEventListener("spread", () => {
  const frame = map.getBoundingClientRect();
  const taken = [];
  // All of them come back first: a name left away since the last time would take its letter along.
  for (const part of map.querySelectorAll(`.${AWAY}`)) part.classList.remove(AWAY);
  for (const kind of [".zone-mark__letter", ".zone-mark__name"]) {
    for (const part of map.querySelectorAll(kind)) {
      const box = part.getBoundingClientRect();
      const inside = box.left > frame.left && box.right < frame.right;
      const alone = part.parentElement.querySelector(`.${AWAY}`);
      const shown = inside && !alone && apart(box, taken);
      part.classList.toggle(AWAY, !shown);
      if (shown) taken.push(box);
    }
  }
});
