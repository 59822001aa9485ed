/** A list of suggestions above the composer, controlled by its keys: arrows move, Enter chooses, Escape closes. */

import { h } from "./dom.js";

export class Picker {
  #entries = [];
  #selected = -1;

  constructor(field) {
    this.field = field;
    this.box = document.getElementById("picker");
    this.box.addEventListener("scroll", () => this.#loadMoreNearEnd(), { passive: true });
  }

  get open() {
    return !this.box.hidden;
  }

  /**
   * Shows entries with the first one selected.
   * @param {{element: HTMLElement, choose: function(), complete: (function()|undefined)}[]} entries
   * @param {{label: string, kind: string, more: (function()|undefined)}} how  `more` is called near the end of the list
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
    this.#select(0);
  }

  /** Appends entries. */
  add(entries, more) {
    this.how.more = more;
    for (const entry of entries) {
      const id = `pick-${this.#entries.length}`;
      Object.entries({ id, role: "option", "aria-selected": "false" }).forEach(([name, value]) => entry.element.setAttribute(name, value));
      entry.element.addEventListener("mousedown", (event) => event.preventDefault());
      entry.element.addEventListener("click", () => entry.choose());
      this.#entries.push(entry);
      this.box.append(entry.element);
    }
    this.#loadMoreNearEnd();
  }

  /** Shows a line of text instead of entries. */
  showText(text, kind) {
    this.#entries = [];
    this.#selected = -1;
    this.how = {};
    this.box.className = `picker ${kind}`;
    this.box.replaceChildren(h("p.picker-words", { role: "status" }, text));
    this.box.hidden = false;
  }

  close() {
    this.box.hidden = true;
    this.box.replaceChildren();
    this.#entries = [];
    this.#selected = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  /** Handles a key press in the composer; returns whether it was meant for the list. */
  handleKey(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#entries.length) this.#select((this.#selected + step + this.#entries.length) % this.#entries.length);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" && !event.shiftKey && this.#entries[this.#selected]?.complete) this.#entries[this.#selected].complete();
    else if (event.key === "Enter" && !event.shiftKey && this.#entries[this.#selected]) this.#entries[this.#selected].choose();
    else return false;
    event.preventDefault();
    return true;
  }

  #select(index) {
    this.#entries[this.#selected]?.element.setAttribute("aria-selected", "false");
    this.#selected = index;
    const { element } = this.#entries[index];
    element.setAttribute("aria-selected", "true");
    element.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", element.id);
    this.#loadMoreNearEnd();
  }

  #loadMoreNearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.box;
    const more = this.how?.more;
    if (!more || scrollHeight - scrollTop - clientHeight > 120) return;
    this.how.more = undefined;
    more();
  }
}
