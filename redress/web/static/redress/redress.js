// JavaScript only makes things quicker: every page works without it.
import { initAll } from "../vendor/govuk-frontend.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// How long until the moment that a page names: "14:03:20 (in 43 seconds)".
for (const time of document.querySelectorAll("time[data-until]")) {
  const words = time.textContent;
  const count = () => {
    const left = Math.ceil((new Date(time.dateTime) - Date.now()) / 1000);
    time.textContent = left > 0 ? `${words} (in ${left} seconds)` : `${words} (now past)`;
    if (left > 0) setTimeout(count, 1000);
  };
  count();
}
