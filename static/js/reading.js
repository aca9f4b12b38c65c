// Comforts of a transcript: j and k walk from turn to turn; a turn's menu copies its link and its
// words with where they come from. The page is whole without any of this.
"use strict";

const typing = (event) => event.target.closest("input, textarea, select, [contenteditable]");
const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;

document.addEventListener("keydown", (event) => {
  if (!["j", "k"].includes(event.key) || !plain(event) || typing(event)) return;
  const turns = [...document.querySelectorAll(".turn")];
  const line = 40; // a turn whose head lies above this height of the window has been reached
  const at = turns.findLastIndex((turn) => turn.getBoundingClientRect().top <= line);
  const next = turns[event.key === "j" ? at + 1 : Math.max(0, at - 1)];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
});

// The contents show which exchange is being read: the last one whose head has passed.
const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [link.hash.slice(1), link]));
let reading = null;
const watch = new IntersectionObserver((entries) => {
  const seen = entries.filter((entry) => entry.isIntersecting).pop();
  const link = seen && links.get(seen.target.id);
  if (!link || link === reading) return;
  reading?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "location");
  reading = link;
  const list = link.closest(".contents");
  if (list.scrollHeight > list.clientHeight) {
    const below = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
    list.scrollTop += below - list.clientHeight / 3;
  }
}, { rootMargin: "-10% 0px -85% 0px" });
document.querySelectorAll(".exchange").forEach((exchange) => watch.observe(exchange));

// A menu closes on Escape, and where the reader clicks elsewhere.
const close = (menu) => { menu.open = false; };
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector(".menu[open]");
  if (!menu) return;
  close(menu);
  menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  document.querySelectorAll(".menu[open]").forEach((menu) => {
    if (!menu.contains(event.target)) close(menu);
  });
});

const text = (root, selector) => root.querySelector(selector)?.textContent.trim() ?? "";

const nameOf = (turn) => turn.getAttribute("aria-label")?.replace(/^[^:：]*[:：] ?/, "") ?? "";

// Of an answer, to whom: "answering China Daily".
function asked(turn) {
  const turns = [...turn.closest(".exchange")?.querySelectorAll(".turn") ?? []];
  const question = turns.slice(0, turns.indexOf(turn)).findLast((other) => other.matches(".question"));
  if (!question || !turn.matches(".answer")) return "";
  return turn.closest(".transcript").dataset.answering.replace("…", nameOf(question));
}

// The words chosen with the mouse within a turn, or all of them, as one would quote them.
function quotation(turn, link) {
  const selection = window.getSelection();
  const within = !selection.isCollapsed && turn.contains(selection.anchorNode);
  const paragraphs = [...turn.querySelectorAll(".words p")].map((p) => p.textContent.trim());
  const words = within ? selection.toString().trim() : paragraphs.join("\n\n");
  const source = [nameOf(turn), asked(turn), text(document, "h1"), text(document, ".facts-list time"), link];
  return `“${words}”\n${source.filter(Boolean).join(", ")}`;
}

// The two commands are added when a menu opens for the first time: they need scripts to work.
function furnish(menu) {
  const labels = menu.closest(".transcript").dataset;
  const turn = menu.closest(".turn");
  const link = menu.querySelector(".permalink").href;
  const commands = [
    [labels.copyLink, () => link],
    [labels.copyQuotation, () => quotation(turn, link)],
  ];
  commands.reverse().forEach(([label, content]) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("mousedown", (event) => event.preventDefault()); // keep the selection
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(content());
      button.textContent = labels.copied;
      setTimeout(() => { button.textContent = label; close(menu); }, 900);
    });
    item.append(button);
    menu.querySelector("ul").prepend(item);
  });
  menu.dataset.furnished = "";
}

if (navigator.clipboard) {
  document.addEventListener("toggle", (event) => {
    const menu = event.target;
    if (menu.matches?.(".menu[open]:not([data-furnished])")) furnish(menu);
  }, true);
}
