// Read: every line of a locale, file by file; the search, and what the check says beside each line.

import { get } from "./api.js";
import { $, el } from "./dom.js";
import { shown } from "./line.js";

let locale;
let lines = []; // as the server gives them, with `element`, `problems` and `problemList`
let problems = null; // what the check has found; null while it runs
let unreadable = []; // what cannot be read
const name = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;

export function setUp() {
  $("search").addEventListener("submit", (event) => event.preventDefault());
  $("find").addEventListener("input", filter);
  $("only-problems").addEventListener("change", filter);
  $("read-other").addEventListener("change", () => load(locale));
}

// Load the lines of a locale anew. Returns the version of the content that they are of.
export async function load(wanted) {
  locale = wanted;
  const other = $("read-other").checked;
  const found = await get(`/page/lines?locale=${encodeURIComponent(locale)}&for_other=${other}`);
  lines = found.lines.map((line) => ({
    ...line,
    search: `${line.key} ${line.said} ${line.template}`.toLowerCase(),
    problemList: el("ul", { class: "problems" }),
  }));
  for (const line of lines) line.element = shown(line, locale, found.sources);
  const files = Map.groupBy(lines, ({ path }) => path);
  $("lines").replaceChildren(...[...files].map(([path, some]) => file(path, some)));
  mark();
  return found.version;
}

function file(path, some) {
  const list = el("ol", { class: "lines" }, ...some.map(({ element }) => element));
  return el("section", { class: "file", "aria-label": path }, el("h3", { text: path }), list);
}

// Show what the check has found. found: null while it runs. Nothing is touched when all is as it was: it would be read
// out again.
export function showProblems(found, unread) {
  const isSame = JSON.stringify([found, unread]) === JSON.stringify([problems, unreadable]);
  [problems, unreadable] = [found, unread];
  if (!isSame || $("check").textContent === "") mark();
}

// Put problems beside their lines, and those of no line above.
function mark() {
  const all = distinct([...unreadable, ...(problems ?? [])]);
  const elsewhere = new Set(all);
  for (const line of lines) {
    line.problems = all.filter((one) => isOf(one, line));
    line.problems.forEach((one) => elsewhere.delete(one));
    line.problemList.replaceChildren(...line.problems.map((one) => problem(one)));
    line.element.classList.toggle("faulty", line.problems.length > 0);
  }
  const list = elsewhere.size ? el("ul", { class: "problems" }, ...[...elsewhere].map(problemWithPlace)) : "";
  $("check").classList.toggle("faulty", all.length > 0);
  $("check").replaceChildren(el("p", { text: verdict(all.length, elsewhere.size) }), list);
  filter();
}

// What cannot be read is also found by the check.
const distinct = (some) => [...new Map(some.map((one) => [`${one.path} ${one.line} ${one.what}`, one])).values()];

const isOf = (one, line) => one.path === line.path && one.line === line.line && line.key.endsWith(`.${one.key}`);

function verdict(all, elsewhere) {
  if (all) return `${name(all, "problem")} found${elsewhere < all ? ", marked beside the lines" : ""}.`;
  return problems === null ? "Checking …" : "All good: the check has found nothing.";
}

function problem({ what, fix, severity }, ...place) {
  const kind = el("strong", { text: severity === "error" ? "Problem: " : "Warning: " });
  return el("li", { class: severity }, kind, ...place, `${what} – ${fix}`);
}

const problemWithPlace = (one) => problem(one, el("code", { text: `${one.path}:${one.line}` }), ` ${one.key}: `);

function filter() {
  const wanted = $("find").value.trim().toLowerCase().split(/\s+/);
  const onlyProblems = $("only-problems").checked;
  let count = 0;
  for (const line of lines) {
    const fits = wanted.every((word) => line.search.includes(word)) && (!onlyProblems || line.problems.length > 0);
    line.element.hidden = !fits;
    count += fits;
  }
  for (const one of document.querySelectorAll("#lines .file")) one.hidden = !one.querySelector(".line:not([hidden])");
  const counted = count === lines.length ? name(count, "line") : `${count} of ${name(lines.length, "line")}`;
  if ($("count").textContent !== counted) $("count").textContent = counted;
}
