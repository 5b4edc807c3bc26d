// Where in a conversation a line is said: the talk up to it, with the line marked, and a way to hold it oneself.

import { get } from "./api.js";
import { button, el } from "./dom.js";

// Show or put away the conversation in which a line is said.
export async function showScene(place, opener, locale, line) {
  if (place.childElementCount) {
    place.replaceChildren();
    opener.setAttribute("aria-expanded", "false");
    return;
  }
  opener.setAttribute("aria-expanded", "true");
  const tell = (text) => place.replaceChildren(el("p", { role: "status", text }));
  const isOpen = () => place.childElementCount > 0;
  tell("Looking for it, some seconds the first time …");
  try {
    const scene = await found(locale, line.key, isOpen);
    if (!isOpen()) return;
    if (scene) place.replaceChildren(...talk(scene, locale, line.said));
    else tell("No conversation was found that says it. It may be heard in a rarer one.");
  } catch (error) {
    tell(`That did not work: ${error.message}`);
  }
}

// All conversations are held once for each version of the content, which takes some seconds.
async function found(locale, key, isWanted) {
  const asked = new URLSearchParams({ locale, key });
  while (isWanted()) {
    const { ready, scene } = await get(`/page/scene?${asked}`);
    if (ready) return scene;
    await new Promise((done) => setTimeout(done, 500));
  }
  return null;
}

// The conversation: what was heard from Alexa, and what was said in between.
function talk({ said, heard, reminds }, locale, text) {
  const turns = heard.flatMap((reply, number) => [
    ...(number > 0 ? [turn("person", "Person", said[number - 1])] : []),
    number < said.length ? turn("alexa", "Alexa", reply) : turn("alexa here", "Alexa", ...marked(reply, text)),
  ]);
  const hold = () => document.dispatchEvent(new CustomEvent("replay", { detail: { locale, said } }));
  const note = "It is said with other words in its gaps, or when nothing is answered.";
  return [
    el("ol", { class: "talk" }, ...turns),
    heard.at(-1).includes(text) ? null : el("p", { class: "hint", text: note }),
    reminds
      ? el("p", { class: "hint", text: "It takes a device with reminders: `skill talk --reminders` is one." })
      : button("Hold this conversation in Talk", hold, { class: "small" }),
  ].filter(Boolean);
}

const turn = (kind, who, ...words) =>
  el("li", { class: kind }, el("span", { class: "who", text: `${who}: ` }), ...words);

function marked(reply, text) {
  const [before, ...after] = reply.split(text);
  return after.length ? [before, el("mark", { text }), after.join(text)] : [reply];
}
