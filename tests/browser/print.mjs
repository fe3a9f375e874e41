// A page as it is printed: A4, who and when on every sheet, no row in two parts.

import { execFileSync } from "node:child_process";
import { rows, unbroken } from "./inside.mjs";

// Prints the page and gives the complaints.
export async function printed(page, file, words) {
  await page.emulateMedia({ media: "print" });
  const wrong = await page.evaluate(unbroken);
  const wanted = await page.evaluate(rows);
  const applicant = await page.locator("h1").textContent();
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: false });
  await page.emulateMedia({ media: "screen" });
  const sheets = sheetsOf(file);
  return [
    ...wrong,
    ...sizes(file),
    ...sheets.flatMap((sheet, at) => everySheet(sheet, at, sheets.length, { applicant, ...words })),
    ...inOnePart(sheets, wanted),
  ];
}

function run(tool, ...args) {
  return execFileSync(tool, args, { encoding: "utf8", maxBuffer: 1 << 26 });
}

// Text in small letters and without spaces, because a sheet breaks lines where it
// likes, joins letters that its font has as one, and a date may open a line.
function bare(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s\u00ad\u200b-\u200f]/g, "");
}

function sheetsOf(file) {
  const sheets = run("pdftotext", "-raw", file, "-").split("\f");
  return sheets.slice(0, -1).map(bare);
}

function sizes(file) {
  const found = run("pdfinfo", "-l", "-1", file).match(/^Page.*size:.*/gm) ?? [];
  const other = found.filter((size) => !size.includes("(A4)"));
  return other.map((size) => `a sheet is no A4: ${size}`);
}

function everySheet(sheet, at, all, words) {
  const number = `${words.sheet} ${at + 1} ${words.of} ${all}`;
  const missing = [number, words.when].filter((it) => !sheet.includes(bare(it)));
  // A long name does not fit in full, but a sheet without any of it is nobody's.
  if (!sheet.includes(bare(words.applicant).slice(0, 12))) missing.push(words.applicant);
  return missing.map((it) => `sheet ${at + 1} does not say "${it}"`);
}

function inOnePart(sheets, wanted) {
  const parted = wanted.filter((row) => !sheets.some((sheet) => sheet.includes(bare(row))));
  return parted.map((row) => `no sheet has all of "${row.trim().slice(0, 60)}"`);
}
