// The page: which of its four rooms is shown, the locale, and whether the content has changed since it was read.

import { get } from "./api.js";
import { $, button, el } from "./dom.js";
import * as hear from "./hear.js";
import * as read from "./read.js";
import * as see from "./see.js";
import * as talk from "./talk.js";

const ROOMS = ["talk", "read", "hear", "see"];
const EVERY = 3000; // milliseconds between two looks at the state of the content
let seen; // the version of the content whose lines are shown
let told = ""; // what the news line tells, so that it is not told twice
let hasRead = false;

const locale = () => $("locale").value;

function showRoom({ isFirst = false } = {}) {
  const wanted = location.hash.slice(1) || "talk";
  if (!ROOMS.includes(wanted)) return; // the skip link
  for (const room of ROOMS) $(room).hidden = room !== wanted;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${wanted}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${$(`${wanted}-title`).textContent} · Leg Check workbench`;
  window.scrollTo(0, 0);
  if (!isFirst) $(`${wanted}-title`).focus({ preventScroll: true });
  if (wanted === "read" && !hasRead) loadLines();
  if (wanted === "see") see.load();
}

async function loadLines() {
  hasRead = true;
  seen = await read.load(locale());
  await look();
}

// Look whether the content has changed, what cannot be read in it, and what the check has found.
async function look() {
  let state;
  try {
    state = await get("/page/state");
  } catch {
    return news("away", el("p", { text: "The server does not answer. Is `make serve` still running?" }));
  }
  const isNew = seen !== undefined && seen !== state.version;
  seen ??= state.version;
  read.showProblems(state.problems, state.unread);
  if (state.unread.length) return news(JSON.stringify(state.unread), ...broken(state.unread));
  if (isNew) return news(`new ${state.version}`, ...changed(state.version));
  news("");
}

function broken(unread) {
  const list = unread.map(({ path, line, key, what, fix }) =>
    el("li", {}, el("code", { text: `${path}:${line}` }), ` ${key}: ${what} – ${fix}`));
  return [
    el("p", {},
      el("strong", { text: "The files cannot be read as they are now. " }),
      "The last words that could be read go on answering."),
    el("ul", { class: "problems" }, ...list),
  ];
}

function changed(version) {
  const show = button(hasRead ? "Show the new words" : "All right", async () => {
    seen = hasRead ? await read.load(locale()) : version;
    news("");
  });
  return [el("p", {}, "The words have been edited. They answer already. ", show)];
}

function news(what, ...children) {
  if (what === told) return;
  told = what;
  $("news").className = what === "" ? "" : what.startsWith("new ") ? "notice" : "notice faulty";
  $("news").replaceChildren(...children);
}

async function begin() {
  const { locales, most } = await get("/page/about");
  $("locale").append(...locales.map((name) => el("option", { value: name, text: name })));
  $("locale").value = locales.includes("en-US") ? "en-US" : locales[0];
  $("locale").addEventListener("change", () => {
    talk.start(locale());
    if (hasRead) loadLines();
  });
  document.addEventListener("replay", ({ detail }) => {
    location.hash = "#talk";
    talk.replay(detail.locale, detail.said);
  });
  window.addEventListener("hashchange", () => showRoom());
  talk.setUp(locale());
  read.setUp();
  hear.setUp(most, locale);
  showRoom({ isFirst: true });
  await look();
  setInterval(() => document.hidden || look(), EVERY);
}

begin();
