// Beside the places where letters are written: counts how a text reads as it is typed, with the
// figures of rules/plain_words.py, and puts a passage in at the cursor without asking the server.
const LETTER = "[\\p{L}\\p{N}]";
const WORD = new RegExp(`${LETTER}+(?:['’-]${LETTER}+)*`, "gu");
const SENTENCE_END = /[.!?]["'’”)]*(?=\s)/gu;
const NOT_AN_END = /(?<![\p{L}\p{N}_])(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e|[A-Z])\.$/u;
const VOWELS = /[aeiouy]+/g;
const SILENT = new RegExp(
  [
    "(?<![aeiouy])(?<![^aeiouyrl]l)e$",
    "(?<![aeiouysxzcg])(?<![sc]h)(?<![^aeiouyrl]l)e(?=s$)",
    "(?<![aeiouytd])(?<![^aeiouyrl]l)e(?=d$)",
    "(?<=[aeiouy][^aeiouy])e(?=(?:ments?|ful|fully|ly|less|ness)$)",
  ].join("|"),
  "gu",
);
const PARTED = new RegExp(
  [
    "(?<![tcs])ia|(?<![tscgxnl])io|iu|(?<![qg])ua|eo(?!p)",
    "iet|(?<![tc])ien(?=[ct])|(?<=[^aeiou])ie(?=r$|st$)",
    "crea(?=t[ei])|[aeou](?=ing)|y(?=ing)|(?<=[aeiou])y(?=[aeou])",
    "sm$|[ds]n['’]t$",
  ].join("|"),
  "gu",
);
const given = JSON.parse(document.querySelector("[data-plain-words]")?.dataset.plainWords ?? "{}");

const count = (text, pattern) => (text.match(pattern) ?? []).length;
const words = (text) => text.match(WORD) ?? [];

function split(line) {
  const ends = [...line.matchAll(SENTENCE_END)].map((end) => end.index + end[0].length);
  const real = ends.filter((end) => !NOT_AN_END.test(line.slice(0, end)));
  const marks = [0, ...real, line.length];
  return marks.slice(1).map((end, at) => line.slice(marks[at], end).trim());
}

const sentences = (text) => text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/).flatMap(split).filter((one) => words(one).length);

function syllablesOf(part) {
  if (Object.hasOwn(given.irregular, part)) return given.irregular[part];
  return Math.max(1, count(part.replace(SILENT, ""), VOWELS) + count(part, PARTED));
}

const syllables = (word) => word.toLowerCase().split("-").reduce((sum, part) => sum + syllablesOf(part), 0);

function without(text) {
  for (const name of [...given.fixed].sort((a, b) => b.length - a.length)) text = text.replaceAll(name, "");
  return text;
}

function has(text, word) {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<!${LETTER})${plain}(?!${LETTER})`, "iu").test(text);
}

export function measure(text) {
  const spoken = without(text);
  const counted = words(spoken);
  const all = sentences(spoken);
  const longest = all.reduce((most, one) => Math.max(most, words(one).length), 0);
  let age = null;
  if (counted.length >= given.enough) {
    const spokenParts = counted.reduce((sum, word) => sum + syllables(word), 0);
    const grade = 0.39 * (counted.length / all.length) + 11.8 * (spokenParts / counted.length) - 15.59;
    age = Math.max(5, Math.floor(grade + 5 + 0.5));
  }
  const avoid = Object.entries(given.avoid).filter(([word]) => has(text, word));
  return { words: counted.length, age, longest, avoid };
}

function say(meter, found) {
  const age = found.age === null ? "too short to tell" : `about ${found.age}`;
  meter.querySelector("[data-age]").textContent = age;
  meter.querySelector("[data-longest]").textContent = `${found.longest} ${found.longest === 1 ? "word" : "words"}`;
  meter.querySelector("[data-avoid]").textContent = found.avoid.map(([word, plain]) => `“${word}”: ${plain}`).join("; ") || "none";
  meter.classList.toggle("desk-meter-hard", (found.age ?? 0) > given.older || found.longest > given.long);
  meter.hidden = !found.words;
}

function putIn(area, text) {
  const at = area.selectionEnd ?? area.value.length;
  const before = area.value.slice(0, at).trimEnd();
  const after = area.value.slice(at).trimStart();
  const start = before ? `${before}\n\n` : "";
  area.value = start + text.trim() + (after ? `\n\n${after}` : "");
  const gap = text.trim().match(/\{[^{}\n]+\}/);
  const from = start.length + (gap ? gap.index : text.trim().length);
  area.focus();
  area.setSelectionRange(from, from + (gap ? gap[0].length : 0));
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

for (const help of document.querySelectorAll("[data-writing-for]")) {
  const area = document.getElementById(help.dataset.writingFor);
  const meter = help.querySelector("[data-meter]");
  const count = () => say(meter, measure(area.value));
  area.addEventListener("input", count);
  count();
  help.querySelector("[data-put-in]")?.addEventListener("click", (event) => {
    const chosen = help.querySelector("select").selectedOptions[0];
    event.preventDefault();
    if (chosen.dataset.text) putIn(area, chosen.dataset.text);
    help.querySelector("select").value = "";
  });
}
