/** The messages of the open place, in order and grouped by sender and time. */

import { h } from "./dom.js";
import { messageItem } from "./message.js";
import { dayName, dayNumber } from "./moment.js";

const AT_BOTTOM_PX = 90;
const GROUP_S = 600;

export class Thread {
  #on;
  #store;
  #items = new Map();
  #shown = [];

  constructor(store, on) {
    this.#store = store;
    this.#on = on;
    this.scroller = document.getElementById("scroller");
    this.list = document.getElementById("messages");
    this.down = document.getElementById("down");
    this.down.addEventListener("click", () => this.toBottom("smooth"));
    this.scroller.addEventListener("scroll", () => this.#showDown(), { passive: true });
    this.#stayAtBottom();
  }

  /** Shows a place, scrolled to its newest message. */
  open(place) {
    this.place = place;
    this.#items.clear();
    this.#shown = this.#store.messagesIn(place);
    this.list.replaceChildren(...this.#shown.map((message) => this.#item(message)));
    this.#group();
    this.toBottom();
  }

  /** Shows a new message, or updates an edited one. */
  put(message) {
    const stay = this.atBottom() || this.#store.isMine(message);
    const old = this.#items.get(message.message_id);
    const item = this.#item(message);
    if (old) replace(old, item);
    else this.#insert(message, item);
    this.#shown = this.#store.messagesIn(this.place);
    this.#group();
    if (stay) this.toBottom(old ? "instant" : "smooth");
    else this.#showDown();
  }

  remove(messageId) {
    this.#items.get(messageId)?.remove();
    this.#items.delete(messageId);
    this.#shown = this.#store.messagesIn(this.place);
    this.#group();
  }

  /** Scrolls to a message and highlights it; returns whether it exists. */
  jump(messageId) {
    const item = this.#items.get(messageId);
    if (!item) return false;
    item.scrollIntoView({ block: "center", behavior: motion() });
    item.classList.remove("lit");
    requestAnimationFrame(() => item.classList.add("lit"));
    return true;
  }

  toBottom(behavior = "instant") {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: behavior === "smooth" ? motion() : "instant" });
  }

  atBottom() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < AT_BOTTOM_PX;
  }

  /** Keeps the newest message visible when a photo or a phone's keyboard changes heights, unless scrolled up. */
  #stayAtBottom() {
    let following = true;
    let top = 0;
    this.scroller.addEventListener("scroll", () => {
      if (this.atBottom()) following = true;
      else if (this.scroller.scrollTop < top - 1) following = false;
      top = this.scroller.scrollTop;
    }, { passive: true });
    const heights = new ResizeObserver(() => following && this.toBottom());
    heights.observe(this.list);
    heights.observe(this.scroller);
  }

  #item(message) {
    const how = { mine: this.#store.isMine(message), group: this.place.chat.type !== "private" };
    const item = messageItem(message, how, this.#on);
    this.#items.set(message.message_id, item);
    return item;
  }

  #insert(message, item) {
    const next = this.#shown.find((candidate) => candidate.message_id > message.message_id);
    this.list.insertBefore(item, next ? this.#items.get(next.message_id) : null);
    item.classList.add("arriving");
  }

  /** Inserts day dividers, and marks the first and last message of each group. */
  #group() {
    this.#shown.forEach((message, index) => {
      const item = this.#items.get(message.message_id);
      const before = this.#shown[index - 1];
      const after = this.#shown[index + 1];
      item.classList.toggle("first", !sameGroup(before, message));
      item.classList.toggle("last", !sameGroup(message, after));
      item.querySelector(":scope > .day")?.remove();
      if (!before || dayNumber(before.date) !== dayNumber(message.date)) item.prepend(h("div.day", {}, dayName(message.date)));
    });
  }

  #showDown() {
    this.down.hidden = this.atBottom();
  }
}

function sameGroup(earlier, later) {
  return Boolean(earlier && later) && earlier.from?.id === later.from?.id && later.date - earlier.date < GROUP_S && dayNumber(earlier.date) === dayNumber(later.date);
}

/** Replaces a message by its edited version; the focus stays on the button at the same position. */
function replace(old, item) {
  const buttons = [...old.querySelectorAll("button")];
  const focused = buttons.indexOf(document.activeElement);
  old.replaceWith(item);
  if (focused >= 0) item.querySelectorAll("button")[Math.min(focused, buttons.length - 1)]?.focus({ preventScroll: true });
}

function motion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
}
