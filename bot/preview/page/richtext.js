/** Renders text with Telegram's entities as DOM nodes. Offsets are in UTF-16 units, as in JavaScript. */

import { h, icon } from "./dom.js";
import { safeLink } from "./links.js";
import { formatted, fullMoment } from "./moment.js";

const INLINE_TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/**
 * Returns a text as nodes.
 * @param {string} text
 * @param {object[]} entities
 * @param {{command: function(string), link: function(string, Event), mention: function(string), copy: function(string)}} on
 */
export function richText(text, entities, on) {
  const sorted = [...(entities ?? [])]
    .filter((entity) => entity.length > 0 && entity.offset < text.length)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return render(text, 0, text.length, sorted, on);
}

/** Returns the nodes between two offsets; an entity that crosses the end is split there. */
function render(text, start, end, entities, on) {
  const nodes = document.createDocumentFragment();
  let at = start;
  const rest = [...entities];
  while (rest.length) {
    const entity = rest.shift();
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) continue;
    nodes.append(text.slice(at, from));
    const within = [];
    while (rest.length && rest[0].offset < to) within.push(rest.shift());
    rest.unshift(...within.filter((inner) => inner.offset + inner.length > to));
    nodes.append(element(entity, text.slice(from, to), render(text, from, to, within, on), on));
    at = to;
    // A block already ends its line: a line break after it would show as an empty line.
    if (BLOCKS.has(entity.type) && text[at] === "\n" && at < end) at += 1;
  }
  nodes.append(text.slice(at, end));
  return nodes;
}

function element(entity, words, inner, on) {
  switch (entity.type) {
    case "bold": case "italic": case "underline": case "strikethrough":
      return h(INLINE_TAGS[entity.type], {}, inner);
    case "spoiler":
      return spoiler(inner);
    case "code":
      return h("code", { title: "Click to copy", onclick: () => on.copy(words) }, inner);
    case "pre":
      return codeBlock(entity, words, inner, on);
    case "blockquote":
      return h("blockquote", { dir: "auto" }, inner);
    case "expandable_blockquote":
      return expandable(inner);
    case "text_link": case "url":
      return anchor(entity.url ?? words, inner, on);
    case "bot_command":
      return acting(inner, () => on.command(words));
    case "mention":
      return acting(inner, () => on.mention(words));
    case "date_time": case "tg-time":
      return time(entity, words);
    case "text_mention": case "hashtag": case "cashtag": case "email": case "phone_number":
      return h("span.tinted", {}, inner);
    default:
      return h("span", {}, inner);
  }
}

function anchor(address, inner, on) {
  const href = safeLink(address);
  if (!href) return h("span", {}, inner);
  const onclick = (event) => on.link(href, event);
  return h("a", { href, title: href, target: "_blank", rel: "noopener noreferrer nofollow", onclick }, inner);
}

function acting(inner, act) {
  return h("button.word", { type: "button", onclick: act }, inner);
}

function time(entity, words) {
  const unix = entity.unix ?? entity.unix_time;
  const shown = formatted(unix, entity.format ?? entity.date_time_format) ?? words;
  return h("time", { datetime: new Date(unix * 1000).toISOString(), title: fullMoment(unix), dir: "auto" }, shown);
}

function spoiler(inner) {
  const cover = h("span.spoiler", { role: "button", tabindex: "0", "aria-label": "Spoiler, press to reveal" }, h("span", { "aria-hidden": "true" }, inner));
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    cover.closest(".words").querySelectorAll(".spoiler").forEach(uncover);
  };
  cover.addEventListener("click", reveal, { once: true });
  cover.addEventListener("keydown", reveal);
  return cover;
}

function uncover(cover) {
  cover.classList.add("revealed");
  ["role", "tabindex", "aria-label"].forEach((name) => cover.removeAttribute(name));
  cover.firstElementChild.removeAttribute("aria-hidden");
}

function expandable(inner) {
  const words = h("div.folded-words", {}, inner);
  const toggle = h("button.fold", { type: "button", "aria-expanded": "false", "aria-label": "Show full quote" }, icon("down"));
  const quote = h("blockquote.expandable", { dir: "auto" }, words, toggle);
  quote.addEventListener("click", (event) => {
    if (event.target.closest("a, .word, .spoiler:not(.revealed)")) return;
    const open = quote.classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(open));
    toggle.setAttribute("aria-label", open ? "Show less" : "Show full quote");
  });
  // Telegram offers to unfold only what is folded.
  new ResizeObserver(() => {
    toggle.hidden = !quote.classList.contains("open") && words.scrollHeight <= words.clientHeight;
  }).observe(words);
  return quote;
}

function codeBlock(entity, words, inner, on) {
  const copy = h("button.copy", { type: "button", "aria-label": "Copy code", onclick: () => on.copy(words) }, icon("copy"));
  return h("div.code-block", { dir: "ltr" }, h("header", {}, entity.language || "code", copy), h("pre", {}, inner));
}
