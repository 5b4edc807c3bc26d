// One line of Read: how it is said, how long and plain it is, who says so, where it stands, and where it is said.

import { button, details, el } from "./dom.js";
import { showScene } from "./scene.js";
import { canSpeak, plainPieces, speak } from "./speak.js";

// Make the element of a line. sources: id -> who says it, and where.
export function shown(line, locale, sources) {
  const key = line.key.slice(line.key.indexOf(".") + 1);
  return el("li", { class: "line", "data-key": line.key },
    el("p", { class: "place" }, el("code", { class: "key", text: key }), quiet(`line ${line.line}`)),
    el("p", { class: "words", text: line.said }),
    line.problemList,
    el("p", { class: "meta", text: meta(line) }),
    ...controls(line, key, locale, sources));
}

function controls(line, key, locale, sources) {
  const scene = el("div", { class: "scene" });
  const play = button("Play", () => speak(plainPieces(line.said), locale), {
    class: "small", "aria-label": `Play ${key}`,
  });
  const where = button("Where is this said?", () => showScene(scene, where, locale, line), {
    class: "small", "aria-expanded": "false", "aria-label": `Where is this said? ${key}`,
  });
  const isLine = line.is_spoken && !line.key.startsWith("places."); // what fills a gap is said in other lines
  return [
    el("div", { class: "row" }, line.is_spoken && canSpeak ? play : null, isLine ? where : null, behind(line, sources)),
    scene,
  ];
}

function meta({ seconds, grade, review, is_spoken: isSpoken, is_example: isExample }) {
  return [
    isSpoken ? `${seconds} s` : "shown, not said",
    grade === null ? "" : `grade ${grade}`,
    review.compared && `checked ${review.compared}`,
    review.who,
    isExample ? "gaps filled with an example" : "",
  ].filter(Boolean).join(" · ");
}

function behind({ template, said, sources: ids, path, line }, sources) {
  const place = el("p", {}, quiet("Edit "), el("code", { text: `${path}:${line}` }));
  const written = template === said ? null : el("p", {}, quiet("Written as "), el("code", { text: template }));
  const list = ids.length ? el("ul", {}, ...ids.map((id) => source(id, sources[id]))) : null;
  return details(["File", "File and source"][ids.length] ?? "File and sources", place, written, list);
}

function source(id, { publisher, title, url }) {
  const isAddress = !url.includes(" "); // else nobody has looked it up yet
  const href = `https://${url.replace(/^https?:\/\//, "")}`;
  const address = isAddress ? el("a", { href, target: "_blank", rel: "noreferrer noopener", text: url }) : quiet(url);
  return el("li", {}, el("code", { text: id }), ` ${publisher}: ${title} `, address);
}

const quiet = (text) => el("span", { class: "quiet", text });
