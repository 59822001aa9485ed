/** A message's photo or file. Loads only from this server. */

import { h, icon } from "./dom.js";
import { localFile } from "./links.js";

/** Returns a message's photo or file, or null if it has none. */
export function media(message, on) {
  if (message.photo) return photo(message, on);
  if (message.document) return file(message.document, message._url);
  return null;
}

function photo(message, on) {
  const sizes = Array.isArray(message.photo) ? message.photo : [message.photo];
  const largest = sizes.findLast((size) => size._url) ?? sizes.at(-1);
  const src = localFile(largest._url ?? message._url);
  if (!src) return h("div.photo.missing", {}, "Photo");
  const picture = h("img", { src, alt: message.caption || "Photo", width: largest.width, height: largest.height });
  return h("button.photo", { type: "button", "aria-label": "Open photo", onclick: () => on.photo(src, message.caption ?? "") }, picture);
}

function file(document, url) {
  const href = localFile(document._url ?? url);
  const name = document.file_name ?? "File";
  return h("a.file", { href, download: name },
    h("span.file-icon", {}, icon("file")),
    h("span.file-words", {}, h("b", { dir: "auto" }, name), h("span", {}, size(document.file_size))));
}

function size(bytes) {
  if (!bytes) return "";
  const unit = bytes < 1e6 ? "kilobyte" : "megabyte";
  const amount = bytes / (unit === "kilobyte" ? 1e3 : 1e6);
  return new Intl.NumberFormat(undefined, { style: "unit", unit, maximumFractionDigits: 1 }).format(amount);
}
