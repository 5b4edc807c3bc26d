// The messages of a conversation: what a person said, what Alexa said with what was heard and why, and notes.

import { $, button, details, el } from "./dom.js";
import * as labels from "./labels.js";
import { canSpeak, pieces, speak } from "./speak.js";

export const addPerson = (words) => add("person", "You", el("p", { class: "words", text: words }));

// Add a reply. ssml: what is said. told: the urgency that it tells, if it tells one.
export function addReply(reply, ssml, told, locale) {
  const heard = el("p", {}, el("span", { class: "quiet", text: "Heard as " }));
  heard.append(...reply.heard.flatMap((name) => [labels.taken(name), " "]));
  const why = details("What was heard, and why", heard, pre(reply.why.join("\n")));
  const urgency = told ? el("p", { class: "told" }, labels.urgency(told)) : null;
  add(told === "emergency_now" ? "alexa alarm" : "alexa", "Alexa", urgency, ...spoken(ssml),
    el("div", { class: "row" }, playButton(ssml, locale), why, inside(reply)));
}

// Add what Alexa says when nothing was said.
export const addAgain = (ssml, locale) => add("alexa", "Alexa asks again", ...spoken(ssml), playButton(ssml, locale));

export function addNote(text, ...children) {
  $("log").append(el("div", { class: "message note" }, el("p", { text }), ...children));
  follow();
}

// The envelopes, folded away.
export function inside({ request, response }) {
  const json = (title, value) => [el("h3", { text: title }), pre(JSON.stringify(value, null, 2))];
  return details("Request and response", ...json("Request", request), ...json("Response", response));
}

function add(kind, who, ...children) {
  $("log").append(el("div", { class: `message ${kind}` }, el("p", { class: "who", text: who }), ...children));
  follow();
}

// Scroll to the last turn: what was said last stands at the top, so that a long reply is read from its beginning.
function follow() {
  const last = [...$("log").children].findLast((one) => !one.matches(".alexa")) ?? $("log").firstElementChild;
  $("log").scrollTop = last.offsetTop - 16;
}

// The words of SSML, a paragraph between pauses.
function spoken(ssml) {
  const xml = (part) => new DOMParser().parseFromString(`<t>${part}</t>`, "application/xml");
  return ssml
    .replace(/<\/?(speak|prosody|say-as)[^>]*>/g, "")
    .split(/<break[^>]*>/)
    .map((part) => xml(part).documentElement.textContent.trim())
    .filter(Boolean)
    .map((text) => el("p", { class: "words", text }));
}

const playButton = (ssml, locale) =>
  canSpeak ? button("Play", () => speak(pieces(ssml), locale), { class: "small" }) : null;

const pre = (text) => el("pre", { tabindex: "0", text });
