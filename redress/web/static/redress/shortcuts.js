// Keyboard shortcuts: one key opens a page. The page "Keyboard shortcuts" says which, and has a
// switch: for who turned it off, this file is not loaded.
const keys = JSON.parse(document.querySelector("script[data-shortcuts]").dataset.shortcuts);
const FIELDS = "input, textarea, select, [contenteditable]";
let written = false; // something on this page that leaving it would lose

document.addEventListener("input", (event) => {
  if (event.target.form?.method === "post") written = true;
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (event.defaultPrevented || event.target.closest?.(FIELDS)) return;
  const to = Object.hasOwn(keys, event.key) ? keys[event.key] : "";
  const place = to.startsWith("#") ? document.querySelector(to) : null;
  if (!to || (written && !place)) return;
  event.preventDefault();
  if (!place) return location.assign(to);
  place.focus();
  place.select?.();
});
