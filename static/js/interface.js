// Small comforts on every page; each page is whole without them.
"use strict";

// The colours change at once, without a reload; the same cookie is what the form sets.
document.querySelectorAll('form.switch button[name="theme"]').forEach((button) => {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.dataset.theme = button.value;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `theme=${button.value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
    button.form.querySelectorAll("button").forEach((other) => {
      other.setAttribute("aria-pressed", String(other === button));
    });
  });
});

// "/" goes to the search box, as readers of other archives expect; not while they type.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector('[role="search"] input[type="search"]');
  if (box) {
    event.preventDefault();
    box.focus();
  }
});
