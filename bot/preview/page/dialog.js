/** Overlays: alerts, prompts, menus, photos and toasts. */

import { h, icon } from "./dom.js";

const TOAST_MS = 4200;

/** Shows a text for a few seconds. */
export function toast(text) {
  const pill = h("div.toast", { "data-testid": "toast", dir: "auto" }, text);
  document.getElementById("toasts").append(pill);
  setTimeout(() => pill.classList.add("leaving"), TOAST_MS);
  setTimeout(() => pill.remove(), TOAST_MS + 300);
}

/** Shows a text until it is confirmed. */
export function alertBox(text) {
  const ok = h("button.plain", { value: "ok", autofocus: true }, "OK");
  open(h("dialog.box", { "data-testid": "alert", "aria-label": "Message from the bot" }, h("form", { method: "dialog" }, h("p.alert-words", { dir: "auto" }, text), h("div.box-buttons", {}, ok))));
}

/** Shows a list; calls `onChoose` with the chosen value. */
export function chooseBox(title, choices, onChoose) {
  const rows = choices.map(({ label, picture, value }) => h("button.choice", { type: "button", "data-testid": "choice", onclick: () => { box.close(); onChoose(value); } }, picture, h("span", { dir: "auto" }, label)));
  const box = open(h("dialog.box", { "aria-label": title }, h("h2", {}, title), ...rows, h("form.box-buttons", { method: "dialog" }, h("button.plain", {}, "Cancel"))));
}

/** Prompts for a line of text that matches `pattern`; calls `onSubmit` with it. */
export function promptBox({ title, description, label, action, pattern, invalid }, onSubmit) {
  const field = h("input", { type: "text", "aria-label": label, placeholder: label, autocomplete: "off", autofocus: true, spellcheck: "false", "data-testid": "ask-field" });
  field.addEventListener("input", () => field.setCustomValidity(new RegExp(`^(?:${pattern})$`).test(field.value) ? "" : invalid));
  const form = h("form", { method: "dialog" }, h("h2", {}, title), h("p", {}, description), field,
    h("div.box-buttons", {}, h("button.plain", { type: "button", onclick: () => box.close() }, "Cancel"), h("button.plain", { type: "submit" }, action)));
  form.addEventListener("submit", () => onSubmit(field.value));
  const box = open(h("dialog.box", { "aria-label": title }, form));
}

/** Shows a photo as large as the window allows. */
export function photoBox(src, caption) {
  const box = open(h("dialog.lightbox", { "aria-label": "Photo" }, h("img", { src, alt: caption || "Photo" }),
    caption ? h("p", { dir: "auto" }, caption) : null, h("form", { method: "dialog" }, h("button.round", { "aria-label": "Close" }, icon("close")))));
  box.addEventListener("click", (event) => event.target === box && box.close());
}

/**
 * Opens a menu at the pointer, or below the button that was clicked.
 * @param {{label: string, icon: string, act: function(), danger: (boolean|undefined)}[]} items
 */
export function menuBox(items, event) {
  const choices = items.map(({ label, icon: name, act, danger }) => h(`button.menu-item${danger ? ".danger" : ""}`, { type: "button", role: "menuitem", "data-testid": "menu-item", onclick: () => { box.close(); act(); } }, icon(name), label));
  const box = h("dialog.menu", { role: "menu" }, ...choices);
  box.addEventListener("click", ({ target }) => target === box && box.close());
  box.addEventListener("keydown", (keydown) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[keydown.key];
    if (!step) return;
    keydown.preventDefault();
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
