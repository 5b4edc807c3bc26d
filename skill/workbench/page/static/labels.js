// What ids are called on the page. A colour never stands without its words.

import { el } from "./dom.js";

const URGENCIES = {
  emergency_now: "Emergency: call now",
  same_day: "Be seen today",
  within_days: "Be seen within days",
  self_care: "Self-care, and what to watch for",
};

const TAKEN = {
  "answer:yes": ["Yes", "yes"],
  "answer:no": ["No", "no"],
  "answer:unsure": ["Not sure", "unsure"],
  emergency: ["Emergency", "emergency"],
  "emergency?": ["Is that so now?", "doubt"],
  noted: ["Noted", "noted"],
  part: ["A part denied", "unsure"],
  missed: ["Not understood", "missed"],
  back: ["Go back", "wish"],
  startover: ["Start over", "wish"],
  start: ["Start the check", "wish"],
  other: ["For somebody else", "wish"],
  self: ["For themselves", "wish"],
  readback: ["Read back", "wish"],
};

const WAITING = {
  launch: "the start",
  now: "“Is that so now?”",
  sure: "“Are you sure?”",
  offer: "after the result",
};

export const urgency = (id) =>
  el("span", { class: `badge ${id ?? "none"}`, text: id ? (URGENCIES[id] ?? id) : "None yet" });

export const waiting = (id) => WAITING[id] ?? id.replaceAll("_", " ");

// The badge of a name in `heard`: a wish of the person's own is named after itself.
export function taken(name) {
  const plain = name.startsWith("topic:") ? `Topic: ${name.slice(6)}` : name[0].toUpperCase() + name.slice(1);
  const [text, kind] = TAKEN[name] ?? [plain, "wish"];
  return el("span", { class: `badge taken ${kind}`, text: text.replaceAll("_", " ") });
}
