/** The list of chats, with forums expanded to their topics. */

import { avatar, h } from "./dom.js";
import { summaryOf } from "./message.js";
import { shortMoment } from "./moment.js";
import { fullName, pictureId, placeKey } from "./store.js";

export class Sidebar {
  #store;
  #choose;
  #unread = new Map();

  /** @param {function(object)} choose  called with the chosen place */
  constructor(store, choose) {
    this.#store = store;
    this.#choose = choose;
    this.list = document.getElementById("chats");
  }

  /** Counts an unread message in a place that isn't open. */
  count(place) {
    this.#unread.set(placeKey(place), (this.#unread.get(placeKey(place)) ?? 0) + 1);
  }

  /** Renders the list, with `open` selected and marked as read. */
  show(open) {
    this.#unread.delete(placeKey(open));
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.place : null;
    const seen = new Set();
    const rows = this.#store.places().flatMap((place) => {
      const head = place.chat.forum && !seen.has(place.chat.id) ? [this.#forum(place.chat)] : [];
      seen.add(place.chat.id);
      return [...head, this.#row(place, placeKey(place) === placeKey(open))];
    });
    this.list.replaceChildren(...rows);
    if (focused) this.list.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
  }

  #forum(chat) {
    return h("li.forum", {}, avatar(this.#store.title(chat), chat.id, "forum"), h("b", { dir: "auto" }, this.#store.title(chat)), h("span", {}, "topics"));
  }

  #row(place, open) {
    const last = this.#store.messagesIn(place).at(-1);
    const unread = this.#unread.get(placeKey(place));
    const button = h("button.chat-row", {
      type: "button", "data-testid": "chat-item", "data-place": placeKey(place), "data-name": place.name,
      "aria-current": open ? "true" : null, onclick: () => this.#choose(place),
    },
    place.chat.forum ? h(`span.topic-mark.ink-${(place.thread ?? 1) % 7}`, { "aria-hidden": "true" }, "#") : avatar(place.name, pictureId(place.chat, this.#store), place.chat.type),
    h("span.row-words", {},
      h("span.row-top", {}, h("b", { dir: "auto" }, place.name), last ? h("time", {}, shortMoment(last.date)) : null),
      h("span.row-bottom", {}, this.#snippet(place, last), unread ? h("span.unread", { "aria-label": `${unread} unread` }, String(unread)) : null)));
    return h(place.chat.forum ? "li.topic" : "li", {}, button);
  }

  #snippet(place, last) {
    if (!last) return h("span.snippet", {}, place.chat.type === "private" ? "Ask a question" : "No messages yet");
    const who = this.#store.isMine(last) ? "You" : place.chat.type === "private" ? "" : fullName(last.from);
    return h("span.snippet", { dir: "auto" }, who ? h("span.who", {}, `${who}: `) : null, summaryOf(last));
  }
}
