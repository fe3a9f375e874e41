// The dossiers whose pages are looked at: the real ones, the examples, a few whose
// figures are at an edge, and one whose every word tries to break out of the page.

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

// Each stands for a state that the real dossiers do not have.
const AT_AN_EDGE = [
  "B01-spent-above-available",
  "B02-carried-over-above-left",
  "C01-one-cent-short",
  "K02-interim-below-threshold",
  "T02-more-filled-than-planned",
];

// Every dossier: its name, its folder, and whether its page is looked at with all rules.
export function dossiers(root, work) {
  const whole = ["data/dossiers", "examples"].flatMap((folder) => below(join(root, folder)));
  const edges = AT_AN_EDGE.map((name) => join(root, "tests/faults", name)).filter(isThere);
  return [
    ...whole.map((folder) => dossier(folder, true)),
    ...edges.map((folder) => dossier(folder, false)),
    dossier(farBeyond(root, work), true),
    dossier(hostile(root, work), true),
  ];
}

// A copy of the project may come without the dossiers of the tests.
function isThere(folder) {
  const found = existsSync(folder);
  if (!found) console.log(`note: ${folder} is not there and is left out`);
  return found;
}

function below(folder) {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, "dossier.toml")))
    .sort();
}

function dossier(folder, whole) {
  return { name: basename(folder), folder, whole };
}

// Twelve times the target: the bar runs to the edge of its scale and says so.
function farBeyond(root, work) {
  const folder = copy(root, work, "voorbeeldgem", "ver-boven-het-doel");
  const log = join(folder, "progress.csv");
  writeFileSync(log, `${readFileSync(log, "utf8").trimEnd()}\n30/09/2023;5;9999;taalcafé;;\n`);
  return folder;
}

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</style><script>alert(2)</script>",
  "</title><svg onload=alert(3)>",
  "${alert(4)} {{4*4}} &lt;b&gt; &#60;i&#62;",
  "javascript:alert(5) url(javascript:alert(6)) \\",
  "rechts\u202Enaar\u202Clinks\u200Bniets",
  "'\"; } @import url(//example.invalid); { \"",
];
const LONG = "eindeloosgroepswerk".repeat(11).slice(0, 200);
const LABEL = "Toeleiding van anderstalige nieuwkomers naar de arbeidsmarkt";

// The worked dossier, with every text of it replaced by one that must stay a text.
function hostile(root, work) {
  const folder = copy(root, work, "zonneberg", "vijandig");
  const file = join(folder, "dossier.toml");
  let nr = 0;
  const next = (more = "") => `${HOSTILE[nr++ % HOSTILE.length]} ${more}`;
  // A text of JSON is one of TOML too.
  const set = (key, ...texts) => `${key} = ${JSON.stringify(texts.length > 1 ? texts : texts[0])}`;
  const text = readFileSync(file, "utf8")
    .replace(/^name = .*$/m, () => set("name", `${HOSTILE[0]} ${next(LONG)}`))
    .replace(/^label = .*$/gm, () => set("label", nr % 3 ? next(LABEL) : LABEL))
    .replace(/^role = .*$/gm, () => set("role", next(nr % 3 ? "" : LONG)))
    .replace(/^(note|reason) = .*$/gm, (_, key) => set(key, next(LONG)))
    .replace(/^(planned|status) = \[.*\]$/gm, (_, key) => set(key, next(), next(LONG)));
  writeFileSync(file, text);
  hostileLog(join(folder, "voortgang.csv"));
  return folder;
}

// Each provider keeps a name of its own, or the figures would be those of another log.
function hostileLog(log) {
  const names = new Map();
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  const rows = lines.slice(1).map((line) => {
    const cells = line.trimEnd().split(";");
    if (!names.has(cells[3])) {
      const words = names.size % 4 ? HOSTILE[names.size % HOSTILE.length] : LONG;
      names.set(cells[3], `${names.size} ${words}`);
    }
    cells[3] = `"${names.get(cells[3]).replace(/"/g, '""')}"`;
    return cells.join(";");
  });
  writeFileSync(log, `${[lines[0].trimEnd(), ...rows].join("\n")}\n`);
}

function copy(root, work, example, name) {
  const folder = join(work, "dossiers", name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "examples", example), folder, { recursive: true });
  return folder;
}
