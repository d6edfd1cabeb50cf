// Keeps a draft while it is being written, and says who else is here. Both work without this, by
// the button "Keep as a draft" and by loading the page again.
const AFTER = 5000; // from the first change to keeping it
const ALIVE = 10000; // from one sign of life to the next

const token = () => document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";

async function send(address, fields, more = {}) {
  const body = new URLSearchParams(fields);
  const answer = await fetch(address, { method: "POST", body, redirect: "manual", ...more });
  const json = answer.headers.get("content-type")?.startsWith("application/json");
  return { ok: answer.ok, said: json ? await answer.json() : null };
}

function autosave(form) {
  const status = form.querySelector(".desk-kept");
  let waiting = 0, changed = false, stopped = false, busy = false;
  const say = (words) => { if (status.textContent !== words) status.textContent = words; };

  async function keep(more) {
    clearTimeout(waiting);
    waiting = 0;
    if (!changed || stopped || busy) return;
    changed = false;
    busy = true;
    const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
    try {
      const { ok, said } = await send(form.dataset.autosave, fields, more);
      if (ok && said) {
        form.elements.namedItem("draft").value = said.version;
        say("What you write is kept as a draft.");
      } else {
        stopped = true;
        say(said?.said ?? "You are signed out, and what you write is not kept. It stays on this page: sign in in another tab, then go on here.");
      }
    } catch {
      changed = true;
      say("There is no connection. What you write stays on this page and is kept as soon as there is one.");
    }
    busy = false;
    if (changed) later();
  }
  const later = () => { waiting ||= setTimeout(keep, AFTER); };

  form.addEventListener("input", () => { changed = true; later(); });
  form.addEventListener("focusout", () => keep());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep({ keepalive: true });
  });
  form.addEventListener("submit", () => { stopped = true; clearTimeout(waiting); });
}

function presence(line) {
  async function alive() {
    if (document.visibilityState !== "visible") return;
    try {
      const fields = { csrfmiddlewaretoken: token(), doing: line.dataset.doing };
      const { ok, said } = await send(line.dataset.here, fields);
      if (ok && said && line.textContent !== said.said) line.textContent = said.said;
    } catch {
      // no connection: the next sign of life will do
    }
  }
  setInterval(alive, ALIVE);
}

document.querySelectorAll("form[data-autosave]").forEach(autosave);
document.querySelectorAll("[data-here]").forEach(presence);
