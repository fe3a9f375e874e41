// What is asked of a page, from inside it. Each function is sent to the browser by
// itself, so none of them may use anything around it; each gives a list of complaints.

// Boxes of text: whether they stay on the page, and whether one lies over another.
export function laidOut() {
  const wrong = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > page.clientWidth) {
    wrong.push(`the page is ${page.scrollWidth} wide on a screen of ${page.clientWidth}`);
  }
  const isHidden = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at.matches(".skip, .unseen, title, desc")) return true;
      const style = getComputedStyle(at);
      if (style.display === "none" || style.clipPath === "inset(50%)") return true;
    }
    return false;
  };
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || isHidden(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      boxes.push({ node, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    }
  }
  for (const box of boxes) {
    if (box.left < -1 || box.right > page.clientWidth + 1) {
      wrong.push(`"${box.node.data.trim().slice(0, 60)}" runs off the page`);
    }
  }
  // A box of letters is higher than its letters: what overlaps there is air.
  const air = (box) => (box.bottom - box.top) * 0.2;
  boxes.sort((one, other) => one.top - other.top);
  boxes.forEach((one, at) => {
    for (let next = at + 1; next < boxes.length; next += 1) {
      const other = boxes[next];
      if (other.top + air(other) >= one.bottom - air(one)) {
        if (other.top >= one.bottom) break;
        continue;
      }
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (one.node === other.node || across < 1) continue;
      const words = [one, other].map((box) => box.node.data.trim().slice(0, 40));
      wrong.push(`"${words[0]}" and "${words[1]}" lie over each other`);
    }
  });
  for (const element of document.querySelectorAll("main *, header *")) {
    if (element.closest("svg") || isHidden(element)) continue;
    // What only programs that read aloud are told is a line of its own, cut on purpose.
    if (element.querySelector(".unseen, .cards thead")) continue;
    if (getComputedStyle(element).display.startsWith("inline")) continue;
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
      wrong.push(`${element.tagName.toLowerCase()}.${element.className} is cut or runs over: "${element.textContent.trim().slice(0, 40)}"`);
    }
  }
  return wrong;
}

// Amounts and percentages that a line end parts from their sign.
export function keptTogether() {
  const wrong = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".place, title, desc")) continue;
    for (const found of node.data.matchAll(/€ -?\d|\d %/g)) {
      wrong.push(`"${found[0]}" can break: "${node.data.slice(Math.max(0, found.index - 20), found.index + 20)}"`);
    }
  }
  return wrong;
}

// The contrast of every text with what lies under it, and of signs with the paper.
export function readable() {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [red, green, blue] = channels(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const under = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      const [, , , alpha = 1] = channels(colour);
      if (alpha === 1) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const wrong = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("title, desc, .skip, .unseen")) continue;
    const style = getComputedStyle(element);
    const ink = element.closest("svg") ? style.fill : style.color;
    if (channels(ink)[3] === 0) continue;
    const found = contrast(ink, under(element));
    if (found < 4.5) wrong.add(`"${node.data.trim().slice(0, 40)}" has a contrast of ${found.toFixed(2)}`);
  }
  const root = getComputedStyle(document.documentElement);
  const probe = document.createElement("i");
  document.body.append(probe);
  const colour = (name) => {
    probe.style.color = root.getPropertyValue(name);
    return getComputedStyle(probe).color;
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  for (const name of ["--fact", "--missing", "--warning", "--edge", "--quiet"]) {
    const found = contrast(colour(name), paper);
    if (found < 3) wrong.add(`signs in ${name} have a contrast of ${found.toFixed(2)}`);
  }
  probe.remove();
  return [...wrong];
}

// The structure that programs which read aloud rely on.
export function structured(lang) {
  const wrong = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (count, what) => count === 1 || wrong.push(`${count} ${what}`);
  one(all("h1").length, "h1");
  if (document.documentElement.lang.slice(0, 2) !== lang) {
    wrong.push(`lang is ${document.documentElement.lang}`);
  }
  let before = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) wrong.push(`h${level} "${heading.textContent}" follows h${before}`);
    if (!heading.textContent.trim()) wrong.push(`an empty h${level}`);
    before = level;
  }
  const title = document.title;
  const named = document.querySelector("h1").textContent.trim();
  if (!title.includes(named)) wrong.push(`the title "${title}" does not name ${named}`);
  const when = all(".when span").at(-1)?.textContent.trim() ?? "";
  if (when && !title.toLowerCase().includes(when.toLowerCase())) wrong.push(`the title does not say "${when}"`);
  const named_by = (element) =>
    (element.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent.trim() ?? "")
      .join(" ")
      .trim();
  for (const table of all("table")) {
    if (!table.caption && !named_by(table)) wrong.push("a table without a name");
    for (const head of table.querySelectorAll("th")) {
      if (!head.scope) wrong.push(`th "${head.textContent}" without scope`);
    }
    for (const row of table.querySelectorAll("tbody tr:not(.under)")) {
      if (!row.querySelector("th")) wrong.push(`a row without a head: "${row.textContent.slice(0, 40)}"`);
    }
  }
  for (const drawing of all("svg[role=img]")) {
    const told = named_by(drawing);
    if (!told) wrong.push("a drawing that tells nothing");
    const beside = drawing.closest(".row")?.querySelector(".figure");
    const figure = beside ? (beside.querySelector("b") ?? beside.firstChild).textContent : "";
    const inside = [...drawing.querySelectorAll("text.value")].map((it) => it.textContent);
    for (const number of [figure, ...inside].join(" ").match(/\d[\d.,]*\d|\d/g) ?? []) {
      if (!told.includes(number)) wrong.push(`a drawing tells "${told.slice(0, 60)}" and not ${number}`);
    }
  }
  const ids = all("[id]").map((element) => element.id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) wrong.push(`two places are named ${id}`);
  for (const element of all("a[href], use[href]")) {
    const href = element.getAttribute("href");
    if (!href.startsWith("#")) wrong.push(`a link to ${href}`);
    else if (!document.getElementById(href.slice(1))) wrong.push(`no place is named ${href}`);
  }
  for (const element of all("[aria-labelledby], [aria-describedby]")) {
    for (const id of (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean)) {
      if (!document.getElementById(id)) wrong.push(`no place is named ${id}`);
    }
  }
  for (const sign of all("svg:not([role=img])")) {
    if (!sign.closest("[aria-hidden=true], [role=img]")) wrong.push("a sign that is not hidden");
  }
  return wrong;
}

// Nothing that runs, and nothing that comes from elsewhere.
export function inert() {
  const wrong = [];
  for (const element of document.querySelectorAll("*")) {
    if (/^(script|img|iframe|object|embed|form|input|base|audio|video|image|foreignObject|animate|set)$/i.test(element.tagName)) {
      wrong.push(`an element ${element.tagName}`);
    }
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) wrong.push(`an attribute ${name}`);
      if (/^(src|href|xlink:href|action|srcset|poster|data)$/i.test(name) && !/^(#|data:,$)/.test(value)) {
        wrong.push(`${name} refers to ${value.slice(0, 60)}`);
      }
    }
  }
  const style = [...document.querySelectorAll("style")].map((it) => it.textContent).join("\n");
  const outside = style.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (document.querySelectorAll("style").length !== 1) wrong.push("not exactly one style");
  if (/@import|url\((?!#)/.test(outside)) wrong.push("the style refers to something elsewhere");
  if (getComputedStyle(document.body).marginTop !== "0px") wrong.push("the style does not hold");
  return wrong;
}

// What must not be parted when printed, by the style.
export function unbroken() {
  const whole = "tr, .row, .panel, .chart.short, .view.short, table.short, .question, .undrawn";
  return [...document.querySelectorAll(whole)]
    .filter((element) => getComputedStyle(element).breakInside !== "avoid")
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} may be parted in print`);
}

// The text of every row of a table and of a chart, in the order of the page.
export function rows() {
  const isShown = (element) => getComputedStyle(element).display !== "none";
  return [...document.querySelectorAll("tbody tr, .row:not(.scale)")].filter(isShown).map((row) => {
    const copy = row.cloneNode(true);
    copy.querySelectorAll("title, desc").forEach((it) => it.remove());
    return copy.textContent;
  });
}
