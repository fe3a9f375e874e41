// The pictures of the README: the opening of a page and its first two charts.
//
//   node tests/browser/shoot.mjs PATH_TO_BINARY FOLDER
//
// Where pngquant and optipng are there, they make the pictures small.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const [binary, out] = process.argv.slice(2).map((path) => resolve(path));
if (!out) {
  console.error("usage: node tests/browser/shoot.mjs PATH_TO_BINARY FOLDER");
  process.exit(2);
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const DOSSIERS = ["data/dossiers/sint-pieters-leeuw", "examples/zonneberg"];
// Room around what is shown, in points.
const MARGIN = 40;

function write(dossier, folder) {
  const file = join(folder, `${basename(dossier)}.html`);
  const given = ["report", join(root, dossier), "--format", "html", "-o", file, "--lang", "nl"];
  const run = spawnSync(binary, given, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`exit ${run.status}: ${run.stderr}`);
  return file;
}

async function shoot(browser, file, picture) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  const second = await page.locator("figure.chart").nth(1).boundingBox();
  const sheet = await page.locator(".sheet").boundingBox();
  const clip = { x: sheet.x, y: 0, width: sheet.width, height: second.y + second.height + MARGIN };
  await page.screenshot({ path: picture, clip, fullPage: true });
  await page.close();
}

// Fewer colours, then fewer bytes; a tool that is not there is left out.
function reduce(picture) {
  spawnSync("pngquant", ["--force", "--skip-if-larger", "--output", picture, "64", picture]);
  spawnSync("optipng", ["-quiet", "-o5", picture]);
}

mkdirSync(out, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "samenleven-"));
const browser = await launch();
for (const dossier of DOSSIERS) {
  const picture = join(out, `${basename(dossier)}.png`);
  await shoot(browser, write(dossier, work), picture);
  reduce(picture);
  console.log(`${picture}: ${Math.round(statSync(picture).size / 1024)} KiB`);
}
await browser.close();
rmSync(work, { recursive: true });
