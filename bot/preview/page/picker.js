/** A list above the composer to pick from, led from the text field: arrows move, Enter takes, Escape closes. */

import { h } from "./dom.js";

export class Picker {
  #entries = [];
  #at = -1;

  constructor(field) {
    this.field = field;
    this.box = document.getElementById("picker");
    this.box.addEventListener("scroll", () => this.#nearEnd(), { passive: true });
  }

  get open() {
    return !this.box.hidden;
  }

  /**
   * Shows entries; the first is marked.
   * @param {{element: HTMLElement, take: function(), complete: (function()|undefined)}[]} entries
   * @param {{label: string, kind: string, more: (function()|undefined)}} how  `more` is called when the end comes near
   */
  show(entries, how) {
    if (!entries.length) return this.close();
    this.how = how;
    this.#entries = [];
    this.box.className = `picker ${how.kind}`;
    this.box.setAttribute("role", "listbox");
    this.box.setAttribute("aria-label", how.label);
    this.box.replaceChildren();
    this.box.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.add(entries, how.more);
    this.box.scrollTop = 0;
    this.#mark(0);
  }

  /** Adds entries at the end. */
  add(entries, more) {
    this.how.more = more;
    for (const entry of entries) {
      const id = `pick-${this.#entries.length}`;
      Object.entries({ id, role: "option", "aria-selected": "false" }).forEach(([name, value]) => entry.element.setAttribute(name, value));
      entry.element.addEventListener("mousedown", (event) => event.preventDefault());
      entry.element.addEventListener("click", () => entry.take());
      this.#entries.push(entry);
      this.box.append(entry.element);
    }
    this.#nearEnd();
  }

  /** Shows a line of words instead of entries. */
  say(words, kind) {
    this.#entries = [];
    this.#at = -1;
    this.how = {};
    this.box.className = `picker ${kind}`;
    this.box.replaceChildren(h("p.picker-words", { role: "status" }, words));
    this.box.hidden = false;
  }

  close() {
    this.box.hidden = true;
    this.box.replaceChildren();
    this.#entries = [];
    this.#at = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  /** Handles a key of the text field; returns whether it was for the list. */
  key(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#entries.length) this.#mark((this.#at + step + this.#entries.length) % this.#entries.length);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" && !event.shiftKey && this.#entries[this.#at]?.complete) this.#entries[this.#at].complete();
    else if (event.key === "Enter" && !event.shiftKey && this.#entries[this.#at]) this.#entries[this.#at].take();
    else return false;
    event.preventDefault();
    return true;
  }

  #mark(index) {
    this.#entries[this.#at]?.element.setAttribute("aria-selected", "false");
    this.#at = index;
    const { element } = this.#entries[index];
    element.setAttribute("aria-selected", "true");
    element.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", element.id);
    this.#nearEnd();
  }

  #nearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.box;
    const more = this.how?.more;
    if (!more || scrollHeight - scrollTop - clientHeight > 120) return;
    this.how.more = undefined;
    more();
  }
}
