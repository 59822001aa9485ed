/** What lies over the chat: alerts, questions, menus, pictures, and short toasts. */

import { h, icon } from "./dom.js";

const TOAST_MS = 4200;

/** Shows words for some seconds. */
export function toast(words) {
  const pill = h("div.toast", { "data-testid": "toast", dir: "auto" }, words);
  document.getElementById("toasts").append(pill);
  setTimeout(() => pill.classList.add("leaving"), TOAST_MS);
  setTimeout(() => pill.remove(), TOAST_MS + 300);
}

/** Shows words until they are confirmed. */
export function alertBox(words) {
  const ok = h("button.plain", { value: "ok", autofocus: true }, "OK");
  open(h("dialog.box", { "data-testid": "alert", "aria-label": "Message of the bot" }, h("form", { method: "dialog" }, h("p.alert-words", { dir: "auto" }, words), h("div.box-buttons", {}, ok))));
}

/** Offers a list; calls `take` with what was chosen. */
export function chooseBox(title, choices, take) {
  const rows = choices.map(({ label, picture, value }) => h("button.choice", { type: "button", "data-testid": "choice", onclick: () => { box.close(); take(value); } }, picture, h("span", { dir: "auto" }, label)));
  const box = open(h("dialog.box", { "aria-label": title }, h("h2", {}, title), ...rows, h("form.box-buttons", { method: "dialog" }, h("button.plain", {}, "Cancel"))));
}

/** Asks for one line; calls `take` with it. `pattern` is what the line must match. */
export function askBox({ title, words, label, action, pattern, wrong }, take) {
  const field = h("input", { type: "text", "aria-label": label, placeholder: label, autocomplete: "off", autofocus: true, spellcheck: "false", "data-testid": "ask-field" });
  field.addEventListener("input", () => field.setCustomValidity(new RegExp(`^(?:${pattern})$`).test(field.value) ? "" : wrong));
  const form = h("form", { method: "dialog" }, h("h2", {}, title), h("p", {}, words), field,
    h("div.box-buttons", {}, h("button.plain", { type: "button", onclick: () => box.close() }, "Cancel"), h("button.plain", { type: "submit" }, action)));
  form.addEventListener("submit", () => take(field.value));
  const box = open(h("dialog.box", { "aria-label": title }, form));
}

/** Shows a picture as large as the window allows. */
export function photoBox(src, caption) {
  const box = open(h("dialog.lightbox", { "aria-label": "Photo" }, h("img", { src, alt: caption || "Photo" }),
    caption ? h("p", { dir: "auto" }, caption) : null, h("form", { method: "dialog" }, h("button.round", { "aria-label": "Close" }, icon("close")))));
  box.addEventListener("click", (event) => event.target === box && box.close());
}

/**
 * Opens a menu at the pointer, or under the button that asked for it.
 * @param {{label: string, mark: string, act: function(), danger: (boolean|undefined)}[]} items
 */
export function menuBox(items, event) {
  const choices = items.map(({ label, mark, act, danger }) => h(`button.menu-item${danger ? ".danger" : ""}`, { type: "button", role: "menuitem", "data-testid": "menu-item", onclick: () => { box.close(); act(); } }, icon(mark), label));
  const box = h("dialog.menu", { role: "menu" }, ...choices);
  box.addEventListener("click", ({ target }) => target === box && box.close());
  box.addEventListener("keydown", (press) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (!step) return;
    press.preventDefault();
    choices[(choices.indexOf(document.activeElement) + step + choices.length) % choices.length].focus();
  });
  const anchor = event.target.closest("button")?.getBoundingClientRect();
  const at = event.type === "contextmenu" || !anchor ? { x: event.clientX, y: event.clientY } : { x: anchor.left, y: anchor.bottom + 4 };
  open(box);
  const { width, height } = box.getBoundingClientRect();
  box.style.left = `${Math.max(8, Math.min(at.x, innerWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, at.y + height + 8 > innerHeight ? Math.max(at.y - height - 8, 8) : at.y)}px`;
}

function open(box) {
  document.body.append(box);
  box.addEventListener("close", () => box.remove());
  box.showModal();
  return box;
}
