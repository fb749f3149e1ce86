// Draws who answers where, from the same facts as the list beside the map, which stays whole
// without this script. Leaflet places everything through the CSSOM: nothing inline.
const place = document.querySelector("[data-map]");

const unrolled = (steps, unit) => {
  let x = 0, y = 0;
  const points = [];
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at];
    y += steps[at + 1];
    points.push([y / unit, x / unit]);
  }
  return points;
};

const made = (tag, className, text) =>
  Object.assign(document.createElement(tag), { className, textContent: text });

const markOf = (zone) => {
  const link = made("a", "zone-mark__letter", zone.letter);
  link.href = zone.url;
  link.setAttribute("aria-label", `${zone.letter}. ${zone.body} : ${zone.name}`);
  const name = made("span", "zone-mark__name", zone.name.replace(/^C[ACU] (de la |du |des |de |d’)?/, ""));
  name.ariaHidden = "true";
  const mark = document.createElement("div");
  mark.append(link, name);
  return mark;
};

const draw = ({ unit, zones }) => {
  const map = L.map(place, { zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.1,
    dragging: !L.Browser.mobile, attributionControl: false, keyboard: false,
    renderer: L.svg({ padding: 1 }) });
  L.control.zoom({ zoomInTitle: "Agrandir", zoomOutTitle: "Réduire" }).addTo(map);
  if (place.dataset.tiles) {
    L.tileLayer(place.dataset.tiles, { maxZoom: 18 }).addTo(map);
    place.classList.add("map--grounded");
  }
  const all = L.featureGroup();
  for (const zone of zones) {
    const rings = zone.rings.map((ring) => unrolled(ring, unit));
    const shape = L.polygon(rings, { className: `zone tone-${zone.tone}`, fillOpacity: 1,
      fillColor: `url(#motif-${zone.tone})`, weight: 2 }).addTo(all);
    shape.bindTooltip(`${zone.letter}. ${zone.body} : ${zone.name}`, { sticky: true });
    shape.on("click", () => location.assign(zone.url));
    const html = markOf(zone);
    const at = [zone.at[1] / unit, zone.at[0] / unit];
    html.firstChild.addEventListener("focus", () => map.panInside(at));
    L.marker(at, { icon: L.divIcon({ className: "zone-mark", html, iconSize: [26, 26] }),
      keyboard: false, interactive: false }).addTo(all);
  }
  const fit = () => map.fitBounds(all.getBounds(), { padding: [8, 8], animate: false });
  all.addTo(map);
  map.on("resize", fit);
  map.on("zoomend moveend", () => requestAnimationFrame(() => place.dispatchEvent(new Event("spread"))));
  fit();
  // The letters are the links: a browser would stop at shapes too, for Leaflet listens to their focus.
  all.eachLayer((layer) => layer.getElement().setAttribute("tabindex", "-1"));
};

if (place) {
  fetch(place.dataset.map).then((answer) => answer.json()).then(draw)
    .catch(() => { place.hidden = true; });
}
