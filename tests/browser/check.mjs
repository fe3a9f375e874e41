// The page of a report in a real browser: what a reader sees, on a telephone, on a
// screen and on paper, and what programs that read aloud are told.
//
//   node tests/browser/check.mjs PATH_TO_BINARY WORK_FOLDER [NAME...]
//
// With names, only the dossiers of those names.
// It needs the packages of package.json (npm ci in this folder), a Chromium, and
// poppler's pdftotext and pdfinfo. It ends with `N passed, N failed`.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { dossiers } from "./dossiers.mjs";
import { inert, keptTogether, laidOut, readable, structured } from "./inside.mjs";
import { printed } from "./print.mjs";

const [binary, work] = process.argv.slice(2, 4).map((path) => resolve(path));
const only = process.argv.slice(4);
if (!work) {
  console.error("usage: node tests/browser/check.mjs PATH_TO_BINARY WORK_FOLDER");
  process.exit(2);
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The widths of a telephone, of a tablet just above and below where cards become
// tables again, and of a screen.
const WIDTHS = [360, 640, 641, 800, 961, 1400];
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const WORDS = {
  nl: { sheet: "blad", of: "van" },
  en: { sheet: "sheet", of: "of" },
};

const told = { passed: 0, failed: 0 };

// Notes one check of one page.
function note(at, what, wrong) {
  if (wrong.length === 0) {
    told.passed += 1;
    return;
  }
  told.failed += 1;
  const shown = [...new Set(wrong)];
  for (const it of shown.slice(0, 8)) console.log(`FAILED ${at.join(", ")}: ${what}: ${it}`);
  if (shown.length > 8) console.log(`FAILED ${at.join(", ")}: ${what}: and ${shown.length - 8} more`);
}

// Writes the page; findings of weight are no failure of the program.
function write(dossier, lang) {
  const file = join(work, `${dossier.name}-${lang}.html`);
  const given = ["report", dossier.folder, "--format", "html", "-o", file, "--lang", lang];
  const run = spawnSync(binary, given, { encoding: "utf8" });
  note([dossier.name, lang], "writing", run.status <= 1 && !run.error ? [] : [`exit ${run.status}: ${run.stderr}`]);
  return file;
}

// Opens the page and listens for all that a page of ours never does.
async function open(browser, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const heard = [];
  const address = pathToFileURL(file).href;
  page.on("request", (it) => it.url() === address || it.url().startsWith("data:") || heard.push(`asks for ${it.url()}`));
  page.on("console", (it) => heard.push(`says ${it.text()}`));
  page.on("pageerror", (it) => heard.push(`fails with ${it.message}`));
  page.on("dialog", (it) => {
    heard.push(`opens a dialog: ${it.message()}`);
    it.dismiss();
  });
  await page.goto(address);
  return { page, heard, close: () => context.close() };
}

async function accessible(page, at) {
  await page.evaluate(axe);
  const run = { runOnly: [...AXE_TAGS, "best-practice"], resultTypes: ["violations"] };
  const found = await page.evaluate((run) => window.axe.run(document, run), run);
  const is_rule = (it) => it.tags.some((tag) => AXE_TAGS.includes(tag));
  const say = (it) => it.nodes.slice(0, 3).map((node) => `${it.id} at ${node.target.join(" ")}`);
  note(at, "accessibility", found.violations.filter(is_rule).flatMap(say));
  for (const it of found.violations.filter((it) => !is_rule(it)).flatMap(say)) {
    console.log(`note ${at.join(", ")}: best practice: ${it}`);
  }
}

// What does not depend on the width, and the sheets of the printed page.
async function asWritten(browser, dossier, lang, file) {
  const { page, heard, close } = await open(browser, file, { viewport: { width: 1400, height: 900 } });
  const at = [dossier.name, lang];
  note(at, "structure", await page.evaluate(structured, lang));
  note(at, "nothing runs", await page.evaluate(inert));
  note(at, "amounts", await page.evaluate(keptTogether));
  const when = (await page.locator(".when span").allTextContents()).at(-1);
  note(at, "print", await printed(page, join(work, `${dossier.name}-${lang}.pdf`), { when, ...WORDS[lang] }));
  note(at, "silence", heard);
  await close();
}

// The page at every width; the accessibility rules at the two ends.
async function atWidths(browser, dossier, lang, file, scheme) {
  const { page, heard, close } = await open(browser, file, { colorScheme: scheme });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const at = [dossier.name, lang, width, scheme];
    if (scheme === "light") note(at, "layout", await page.evaluate(laidOut));
    if (width === 360) note(at, "contrast", await page.evaluate(readable));
    const is_end = width === WIDTHS[0] || width === WIDTHS.at(-1);
    if (is_end && dossier.whole) await accessible(page, at);
  }
  note([dossier.name, lang, "all widths", scheme], "silence", heard);
  await close();
}

async function withLargeLetters(browser, dossier, lang, file) {
  const { page, close } = await open(browser, file, {});
  for (const width of [360, 800, 1400]) {
    await page.setViewportSize({ width, height: 900 });
    note([dossier.name, lang, width, "letters of 20 px"], "layout", await page.evaluate(laidOut));
  }
  await close();
}

async function check(browsers, dossier, lang) {
  const file = write(dossier, lang);
  await asWritten(browsers.usual, dossier, lang, file);
  await atWidths(browsers.usual, dossier, lang, file, "light");
  await atWidths(browsers.usual, dossier, lang, file, "dark");
  await withLargeLetters(browsers.large, dossier, lang, file);
}

mkdirSync(work, { recursive: true });
const browsers = {
  usual: await launch(),
  large: await launch("--blink-settings=minimumFontSize=20"),
};
const wanted = dossiers(root, work).filter((it) => only.length === 0 || only.includes(it.name));
const all = wanted.flatMap((dossier) => ["nl", "en"].map((lang) => [dossier, lang]));
// Two at a time: one page waits for the disk while another is measured.
const queue = all[Symbol.iterator]();
const worker = async () => {
  for (const [dossier, lang] of queue) await check(browsers, dossier, lang);
};
await Promise.all([worker(), worker()]);
await Promise.all(Object.values(browsers).map((browser) => browser.close()));
console.log(`${told.passed} passed, ${told.failed} failed`);
// A run that looked at nothing is no success.
process.exitCode = told.failed > 0 || told.passed === 0 ? 1 : 0;
