// Hear: what utterances are taken for, wherever they are said. The same outcome at many questions is told once.

import { post } from "./api.js";
import { $, details, el } from "./dom.js";
import * as labels from "./labels.js";

export function setUp(most, localeNow) {
  $("listen-to").addEventListener("submit", async (event) => {
    event.preventDefault();
    const utterances = $("utterances").value.split("\n").map((line) => line.trim()).filter(Boolean);
    if (!utterances.length) return tell("Write something that a person might say.");
    if (utterances.length > most) return tell(`${utterances.length} lines are too many at once: at most ${most}.`);
    tell("Listening …");
    try {
      const other = $("hear-other").checked;
      const { heard } = await post("/page/hear", { utterances, locale: localeNow(), for_other: other });
      $("heard").replaceChildren(...heard.map(shown));
      const counted = `${heard.length} utterance${heard.length === 1 ? "" : "s"}`;
      tell(`${counted} heard in ${heard[0].moments.length} moments each.`);
    } catch (error) {
      tell(`That did not work: ${error.message}`);
    }
  });
}

const places = (moments) => moments.map(({ waiting }) => labels.waiting(waiting)).join(", ");

const tell = (text) => ($("heard-count").textContent = text);

function shown({ text, moments }) {
  const groups = Map.groupBy(moments, ({ taken }) => taken.join(" "));
  const rows = [...groups.values()].map((some) => row(some, moments.length));
  const title = el("h3", { text: `“${text}”` });
  return el("section", { class: "utterance", "aria-label": text }, title, el("dl", {}, ...rows));
}

function row(some, all) {
  const badges = some[0].taken.flatMap((name) => [labels.taken(name), " "]);
  const where = some.length === all ? "everywhere" : places(some);
  const held = new Set(some.map(({ turn }) => turn.match(/\((.*)\)/)?.[1] ?? ""));
  const what = held.size === 1 ? [...held][0].replace(/^(answer|topic): [^;]*$/, "") : ""; // the badge says these
  return el("div", { class: "outcome" },
    el("dt", {}, ...badges),
    el("dd", {},
      el("p", { text: where }),
      what && el("p", { class: "meta", text: what.replaceAll("_", " ") }),
      details("Why", el("dl", { class: "why" }, ...reasons(some)))));
}

function reasons(some) {
  const alike = Map.groupBy(some, ({ turn, why }) => JSON.stringify([turn, why]));
  return [...alike.values()].flatMap((moments) => [
    el("dt", { text: places(moments) }),
    el("dd", {},
      el("code", { text: moments[0].turn }),
      el("ul", {}, ...moments[0].why.map((text) => el("li", { text })))),
  ]);
}
