// Finds residents and cases near by as somebody types. Without it the Find button does the same.
const form = document.querySelector("form[data-look]");
const people = document.getElementById("people");
const near = document.getElementById("near-by");
const WAIT = 250; // milliseconds after the last key
const ASKS = ["find", "resident", "postcode", "description"];
let timer;
let asked = new AbortController();

async function look() {
  asked.abort();
  asked = new AbortController();
  const typed = new FormData(form);
  const sent = new FormData();
  for (const name of ["csrfmiddlewaretoken", ...ASKS]) sent.set(name, typed.get(name) ?? "");
  try {
    const answer = await fetch(form.dataset.look, { method: "POST", body: sent, signal: asked.signal });
    const found = answer.headers.get("content-type")?.includes("json"); // else: sign in first
    if (answer.ok && found) show(await answer.json());
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

function show(parts) {
  const held = document.activeElement?.id;
  if (people.innerHTML !== parts.people) people.innerHTML = parts.people;
  if (near.innerHTML !== parts.near) near.innerHTML = parts.near;
  if (held && document.activeElement?.id !== held) document.getElementById(held)?.focus();
}

form.addEventListener("input", (event) => {
  if (!ASKS.includes(event.target.name)) return;
  clearTimeout(timer);
  timer = setTimeout(look, event.target.type === "radio" ? 0 : WAIT);
});
