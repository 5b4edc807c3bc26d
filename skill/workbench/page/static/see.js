// See: the screens as `make gallery` drew them, each on every device.

import { get } from "./api.js";
import { $, el } from "./dom.js";

export async function load() {
  let found;
  try {
    found = await get("/page/gallery");
  } catch (error) {
    return tell(`That did not work: ${error.message}`);
  }
  $("drawn").replaceChildren(...found.drawn.map(shown));
  if (!found.day) return tell("Nothing is drawn yet. Say `make gallery` in a terminal, then choose See again.");
  tell(`${found.drawn.length} screens, drawn on ${found.day} in the British words. \`make gallery\` draws them anew.`);
}

const tell = (text) => ($("drawn-when").textContent = text);

function shown({ screen, pictures }) {
  const figures = Object.entries(pictures).map(([device, file]) => picture(screen, device, `/page/gallery/${encodeURIComponent(file)}`));
  return el("section", { class: "screens", "aria-label": screen }, el("h3", { text: screen }), el("div", { class: "row" }, ...figures));
}

function picture(screen, device, src) {
  const link = el("a", { href: src }, el("img", { src, alt: `${screen}, ${device}`, loading: "lazy" }));
  return el("figure", {}, link, el("figcaption", { class: "hint", text: device }));
}
