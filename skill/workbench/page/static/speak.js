// SSML aloud, with its pauses, its slow passages and its digits one by one. Nothing is said until somebody asks for it.

const synthesis = window.speechSynthesis;
let turn = 0; // a later one silences an earlier one

export const canSpeak = Boolean(synthesis && window.SpeechSynthesisUtterance);

// Split SSML into what a browser can say: {text, slow} or {pause} in milliseconds.
export function pieces(ssml) {
  const found = [];
  const walk = (node, slow) => {
    if (node.nodeType === Node.TEXT_NODE) return add(node.textContent, slow);
    if (node.nodeName === "break") return found.push({ pause: milliseconds(node) });
    if (node.nodeName === "say-as") return add(` ${[...node.textContent].join(" ")} `, slow);
    const isSlow = slow || (node.nodeName === "prosody" && node.getAttribute("rate") === "slow");
    node.childNodes.forEach((child) => walk(child, isSlow));
  };
  const add = (text, slow) => {
    const last = found.at(-1);
    if (last?.text !== undefined && last.slow === slow) last.text += text;
    else if (text.trim()) found.push({ text, slow });
  };
  walk(new DOMParser().parseFromString(ssml, "application/xml").documentElement, false);
  return found;
}

// A plain text as SSML would have it: numbers of three digits and more are read digit by digit.
export const plainPieces = (text) => [{ text: text.replace(/\d{3,}/g, (digits) => [...digits].join(" ")), slow: false }];

export function hush() {
  turn += 1;
  synthesis?.cancel();
}

export async function speak(said, locale) {
  if (!canSpeak) return;
  hush();
  const mine = turn;
  for (const piece of said) {
    if (mine !== turn) return;
    await (piece.pause === undefined ? utter(piece, locale) : new Promise((done) => setTimeout(done, piece.pause)));
  }
}

function utter({ text, slow }, locale) {
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(text.replace(/\s+/g, " ").trim());
    utterance.lang = locale;
    utterance.voice = synthesis.getVoices().find((voice) => voice.lang.replace("_", "-") === locale) ?? null;
    utterance.rate = slow ? 0.8 : 1;
    utterance.onend = utterance.onerror = () => done();
    synthesis.speak(utterance);
  });
}

function milliseconds(pause) {
  const [, number, unit] = pause.getAttribute("time")?.match(/^([\d.]+)(ms|s)$/) ?? [0, 0, "ms"];
  return Number(number) * (unit === "s" ? 1000 : 1);
}
