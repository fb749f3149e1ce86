// Puts what was found on a map, beside its list, which stays whole without this script. Those of
// the page bear their number there; the others are dots. Leaflet places all through the CSSOM.
const place = document.querySelector("[data-spots]");
const AWAY = "zone-mark--away";
const shown = [...document.querySelectorAll("[data-spot]")];

const grounds = async (url) => {
  const { unit, zones } = await (await fetch(url)).json();
  return zones.flatMap(({ rings }) => rings.map((steps) => {
    let x = 0, y = 0;
    return steps.reduce((points, step, at) => {
      if (at % 2) points.push([(y += step) / unit, x / unit]);
      else x += step;
      return points;
    }, []);
  }));
};

const markOf = (row, number) => {
  const link = row.querySelector("a");
  const mark = Object.assign(document.createElement("a"),
    { className: "zone-mark__letter", href: link.href, textContent: number });
  mark.setAttribute("aria-label", `${number}. ${link.textContent}`);
  return mark;
};

const draw = async () => {
  const { unit, points } = await (await fetch(place.dataset.spots)).json();
  const map = L.map(place, { zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.1,
    dragging: !L.Browser.mobile, attributionControl: false, keyboard: false });
  L.control.zoom({ zoomInTitle: "Agrandir", zoomOutTitle: "Réduire" }).addTo(map);
  if (place.dataset.tiles) L.tileLayer(place.dataset.tiles, { maxZoom: 18 }).addTo(map);
  map.fitBounds(points.map(([north, east]) => [north / unit, east / unit]),
    { padding: [28, 28], maxZoom: 12, animate: false });
  for (const [north, east, name, url] of points) {
    L.circleMarker([north / unit, east / unit], { className: "spot", radius: 5 }).addTo(map)
      .bindTooltip(name).on("click", () => location.assign(url));
  }
  for (const row of shown) {
    const at = row.dataset.spot.split(",").map((part) => part / unit);
    const html = markOf(row, row.dataset.number);
    html.addEventListener("focus", () => map.panInside(at));
    L.marker(at, { icon: L.divIcon({ className: "zone-mark", html, iconSize: [26, 26] }),
      keyboard: false }).addTo(map);
  }
  const rings = await grounds(place.dataset.ground).catch(() => []);
  L.polygon(rings.map((ring) => [ring]), { className: "ground", interactive: false, weight: 1 })
    .addTo(map).bringToBack();
  const marks = [...place.querySelectorAll(".zone-mark__letter")];
  // Numbers that would lie over one another wait for the map to be enlarged: their dot stays.
  const spread = () => {
    const taken = [];
    for (const mark of marks) mark.classList.remove(AWAY);
    for (const mark of marks) {
      const one = mark.getBoundingClientRect();
      const apart = taken.every((other) => one.right < other.left || one.left > other.right
        || one.bottom < other.top || one.top > other.bottom);
      mark.classList.toggle(AWAY, !apart);
      if (apart) taken.push(one);
    }
  };
  map.on("zoomend resize", () => requestAnimationFrame(spread));
  spread();
  // The numbers are the links: a browser would stop at shapes too.
  map.eachLayer((layer) => layer.getElement?.()?.setAttribute("tabindex", "-1"));
};

if (place) draw().catch(() => { place.hidden = true; });
