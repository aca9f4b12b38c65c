// j and k walk from turn to turn; a turn's menu copies its link. The page is whole without this.
"use strict";

document.addEventListener("keydown", (event) => {
  if (!["j", "k"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const turns = [...document.querySelectorAll(".turn")];
  const line = 40; // below this height of the window a turn counts as not yet reached
  const at = turns.findLastIndex((turn) => turn.getBoundingClientRect().top <= line);
  const next = turns[Math.max(0, event.key === "j" ? at + 1 : at - 1)];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
});

// A menu closes on Escape, and where the reader clicks elsewhere.
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector(".menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  document.querySelectorAll(".menu[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});
