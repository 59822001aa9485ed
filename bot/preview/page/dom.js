/** Builds DOM nodes. Text always becomes a text node, so a message can't inject markup. */

/**
 * Returns a new element.
 * @param {string} spec  tag and classes, e.g. "div.bubble.mine"
 * @param {object} props attributes, and listeners as `onclick` etc.; null, undefined and false are skipped
 * @param {...(Node|string|null)} children
 */
export function h(spec, props = {}, ...children) {
  const [tag, ...classes] = spec.split(".");
  const element = document.createElement(tag);
  element.classList.add(...classes);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const PATHS = {
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  down: "M6 9l6 6 6-6",
  edit: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  forward: "M13 5l7 7-7 7v-4C8 15 5.5 16.5 4 19c.5-5 3.5-9 9-10z",
  menu: "M5 7h14M5 12h14M5 17h14",
  more: "M12 6v.01M12 12v.01M12 18v.01",
  out: "M8 16L17 7M9 7h8v8",
  reply: "M11 5l-7 7 7 7v-4c5 0 7.5 1.5 9 4-.5-5-3.5-9-9-10z",
  send: "M4 12l16-8-6 17-3-7zM11 14l4-4",
  block: "M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM6 6l12 12",
  link: "M10 14a4 4 0 006 0l3-3a4 4 0 00-6-6l-1 1M14 10a4 4 0 00-6 0l-3 3a4 4 0 006 6l1-1",
  ticks: "M2.5 12.5l4.5 4.5L16.5 7M11.5 16l1 1L22 7",
  at: "M15.5 12a3.5 3.5 0 11-7 0 3.5 3.5 0 017 0zM15.5 8.5V13c0 3 5 3 5-1a8.5 8.5 0 10-3.5 7",
};

/** Returns a line icon, hidden from screen readers. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** Returns a round picture with the initials of a name, coloured by `id`. */
export function avatar(name, id, kind = "") {
  const letters = [...name.matchAll(/\p{L}|\p{N}/gu)].map(([letter]) => letter);
  const words = name.split(/\s+/).filter(Boolean);
  const initials = words.length > 1 ? [...words[0]][0] + [...words.at(-1)][0] : letters[0] ?? "?";
  return h(`span.avatar.tint-${Math.abs(Number(id) || 0) % 7}`, { "aria-hidden": "true", "data-kind": kind }, initials.toUpperCase());
}
