// Small helpers: elements are made from text, never from HTML, so nothing that was typed or read can become markup.

export const $ = (id) => document.getElementById(id);

// Make an element. given: its class, text, attributes and listeners ("onclick"); children: elements or texts.
export function el(name, given = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "text") made.textContent = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key === "class" ? "class" : key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export const button = (text, onclick, given = {}) =>
  el("button", { type: "button", class: "plain", text, onclick, ...given });

export const details = (summary, ...children) => el("details", {}, el("summary", { text: summary }), ...children);
