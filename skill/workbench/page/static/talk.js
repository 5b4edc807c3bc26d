// Talk: one conversation. This module keeps the session, as a device does; the server remembers nothing.

import { post } from "./api.js";
import { $, button, el } from "./dom.js";
import * as labels from "./labels.js";
import { canListen, listen } from "./listen.js";
import { addAgain, addNote, addPerson, addReply, inside } from "./message.js";
import { canSpeak, hush, pieces, speak } from "./speak.js";

const QUICK = ["yes", "no", "I'm not sure", "why", "how do I check that", "repeat", "go back", "stop"];
const SAID = { other: "it's for my mother", self: "it's for me" };
let session; // {id, locale, attributes, reply, isSilent, isOpen}
let queue = Promise.resolve(); // turns go one after the other, however fast somebody types
let isAloud = false;

export function setUp(locale) {
  $("say").addEventListener("submit", (event) => {
    event.preventDefault();
    const words = $("words").value.trim();
    if (words) say(words);
    $("words").value = "";
  });
  document.querySelector(".quick").append(...QUICK.map((words) => button(words, () => say(words))));
  for (const id of ["restart", "again"]) $(id).addEventListener("click", () => start(session.locale));
  $("silence").addEventListener("click", () => then(silence));
  $("whose").addEventListener("change", ({ target }) => say(SAID[target.value]));
  setUpAloud();
  setUpListening();
  start(locale);
}

// Open the skill anew.
export function start(locale) {
  hush();
  const mine = { id: `page-${crypto.randomUUID()}`, locale, attributes: {}, isOpen: true };
  session = mine;
  $("log").replaceChildren();
  setOpen(true);
  $("words").focus({ preventScroll: true });
  return then(() => send(mine, { launch: true }));
}

// Hold a conversation from its beginning. said: what the person says, in turn.
export async function replay(locale, said) {
  await start(locale);
  for (const words of said) await say(words);
}

export function say(words) {
  return then(async () => {
    if (!session.isOpen) return;
    addPerson(words);
    await send(session, { say: words });
  });
}

function then(work) {
  queue = queue.then(work).catch((error) => addNote(`That did not work: ${error.message}`));
  return queue;
}

// Nothing is said: Alexa asks once more; the second time the session ends, and the skill cannot answer any more.
async function silence() {
  if (!session.isOpen) return;
  addNote("Nothing was said.");
  if (session.isSilent) {
    await send(session, { ended: true });
    return;
  }
  session.isSilent = true;
  const { ssml } = session.reply.response.response.reprompt.outputSpeech;
  addAgain(ssml, session.locale);
  sayAloud(ssml);
}

async function send(mine, turn) {
  const kept = { session: mine.id, locale: mine.locale, attributes: mine.attributes };
  const reply = await post("/page/turn", { ...turn, ...kept });
  if (mine !== session) return; // started again meanwhile
  const told = reply.urgency !== (session.attributes.urgency ?? null) ? reply.urgency : null;
  Object.assign(session, { reply, attributes: reply.attributes, isOpen: reply.open, isSilent: false });
  const ssml = reply.response.response.outputSpeech?.ssml;
  if (ssml) addReply(reply, ssml, told, mine.locale);
  else addNote("The session is over, without a word.", inside(reply));
  showStand(reply);
  if (ssml) sayAloud(ssml);
}

// Show where the conversation stands. Once it is over, what was told last stays.
function showStand({ asking, answers, open, urgency, attributes }) {
  if (open || urgency) $("urgency").replaceChildren(labels.urgency(urgency));
  $("asking").textContent = asking ? labels.waiting(asking) : open ? "anything, or silence" : "nothing: it is over";
  const rows = Object.entries(answers).map(([question, answer]) =>
    el("li", {}, `${labels.waiting(question)}: `, el("strong", { text: answer === "unsure" ? "not sure" : answer })));
  if (open || rows.length) $("answers").replaceChildren(rows.length ? el("ul", {}, ...rows) : "None");
  if (open) document.querySelector(`#whose [value=${attributes.for_other ? "other" : "self"}]`).checked = true;
  setOpen(open);
}

// What can be said is out of reach once the session is over; the way to a new one takes its place.
function setOpen(open) {
  const controls = [...document.querySelectorAll("#say input, #say button, #whose input, #silence")];
  const hadFocus = controls.includes(document.activeElement);
  for (const control of controls) control.disabled = !open;
  $("say").hidden = !open;
  $("closed").hidden = open;
  if (!open && hadFocus) $("again").focus();
}

function sayAloud(ssml) {
  if (isAloud) speak(pieces(ssml), session.locale);
}

function setUpAloud() {
  $("aloud").hidden = !canSpeak;
  $("aloud").addEventListener("click", () => {
    isAloud = !isAloud;
    $("aloud").setAttribute("aria-pressed", String(isAloud));
    const ssml = session.reply?.response.response.outputSpeech?.ssml;
    if (isAloud && ssml) sayAloud(ssml);
    else hush();
  });
}

function setUpListening() {
  $("listen").hidden = $("listen-note").hidden = !canListen;
  $("listen").addEventListener("click", async () => {
    hush();
    $("listen").textContent = "Listening …";
    try {
      const words = await listen(session.locale);
      if (words) say(words);
      else addNote("Nothing was heard.");
    } catch (error) {
      addNote(error.message);
    }
    $("listen").textContent = "Speak";
  });
}
