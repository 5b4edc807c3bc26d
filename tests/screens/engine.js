// Draws one document, and tells what can be seen of it. Called by engine.py.
window.sent = [];
window.current = null;

window.draw = async ({ document: doc, datasources, viewport }) => {
  while (!(window.Module && Module.calledRun)) await new Promise((done) => setTimeout(done, 10));
  if (window.current) window.current.destroy();
  const view = window.document.getElementById("view");
  view.replaceChildren();
  const clip = viewport.isRound ? "border-radius:50%;" : "";
  view.style.cssText = `position:relative;overflow:hidden;width:${viewport.width}px;height:${viewport.height}px;${clip}`;
  const content = AplRenderer.Content.create(JSON.stringify(doc));
  if (!content) return { error: "rejected" };
  content.addData("payload", JSON.stringify(datasources));
  const renderer = AplRenderer.default.create({
    content, view, viewport, theme: doc.theme, mode: "HUB", notLoadFonts: true, logLevel: "error",
    environment: { agentName: "tests", agentVersion: "1", allowOpenUrl: false, disallowVideo: true },
    utcTime: Date.now(), localTimeAdjustment: 0,
    onSendEvent: (event) => { window.sent = event.arguments; },
  });
  await renderer.init();
  window.current = renderer;
  renderer.lastPointerEventTimestamp = 0; // else it takes no click in its first half second
  return { error: content.isError() ? "in error" : "", boxes: await settled(view), text: view.innerText };
};

// What scrolls is filled in later frames.
async function settled(view) {
  let before = "", now = JSON.stringify(boxes(view));
  while (now !== before) {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    [before, now] = [now, JSON.stringify(boxes(view))];
  }
  return JSON.parse(now);
}

// Every text as it is drawn: its letters, the part that scrolls around it if one does, what cuts it off, and its colours.
function boxes(view) {
  return [...view.querySelectorAll("p")].filter((p) => p.innerText.trim()).map((p) => {
    const letters = lettersOf(p);
    const scroll = p.closest(".scrollView");
    return {
      text: p.innerText, letters: letters, scroll: scroll && rect(scroll), button: !!p.closest(".apl-c"),
      cut: cut(letters, p, scroll || view), ink: getComputedStyle(p).color, ground: ground(p, view),
    };
  });
}

// The box of all letters, without the spaces that may hang over at the end of a line.
function lettersOf(p) {
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), all = [];
  while (walker.nextNode()) {
    const { data } = walker.currentNode, range = document.createRange();
    if (!data.trim()) continue;
    range.setStart(walker.currentNode, data.length - data.trimStart().length);
    range.setEnd(walker.currentNode, data.trimEnd().length);
    all.push(rect(range));
  }
  return {
    left: Math.min(...all.map((one) => one.left)), top: Math.min(...all.map((one) => one.top)),
    right: Math.max(...all.map((one) => one.right)), bottom: Math.max(...all.map((one) => one.bottom)),
  };
}

// Tells whether a box around the letters, up to what scrolls, is too small for them.
function cut(letters, p, last) {
  for (let around = p.parentElement; around !== last; around = around.parentElement) {
    const box = rect(around);
    if (letters.left < box.left - 1.5 || letters.right > box.right + 1.5) return true;
    if (letters.top < box.top - 1.5 || letters.bottom > box.bottom + 1.5) return true;
  }
  return false;
}

function ground(p, view) {
  for (let around = p; around !== view; around = around.parentElement) {
    const colour = getComputedStyle(around).backgroundColor;
    if (colour !== "rgba(0, 0, 0, 0)") return colour;
  }
  return "rgb(0, 0, 0)";
}

function rect(thing) {
  const { left, top, right, bottom } = thing.getBoundingClientRect();
  return { left, top, right, bottom };
}
