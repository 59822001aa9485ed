/** Inline mode: `@bot words` in the composer offers result cards, a page at a time. */

import { post } from "./connection.js";
import { h } from "./dom.js";
import { localFile, safeLink } from "./links.js";

const PAUSE_MS = 220;

export class InlineMode {
  #asked = 0;
  #timer;
  #words = null;

  /** @param {{picker: Picker, store: Store, place: function(): object, chosen: function(), failed: function(Error), start: function(string)}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** Returns the query when the text is an inline one ("" for the bare name), otherwise null. */
  query(text) {
    const name = `@${this.store.bot.username} `.toLowerCase();
    return text.toLowerCase().startsWith(name) ? text.slice(name.length).trim() : null;
  }

  /** Follows the composer's text; returns whether it is an inline query. */
  follow(text) {
    const words = this.query(text);
    if (words === this.#words && words !== null) return true;
    this.#words = words;
    clearTimeout(this.#timer);
    this.#asked += 1;
    if (words === null) return false;
    this.#timer = setTimeout(() => this.#ask(words, "", this.#asked), PAUSE_MS);
    return true;
  }

  /** Forgets the query, so that the same words ask again. */
  stop() {
    this.follow("");
  }

  async #ask(words, offset, turn) {
    document.body.classList.toggle("inline-waiting", true);
    try {
      const answer = await post("inline", { text: words, offset, chat_id: this.place().chat.id });
      if (turn === this.#asked) this.#show(answer, words, offset, turn);
    } catch (error) {
      if (turn === this.#asked) this.failed(error);
    } finally {
      document.body.classList.toggle("inline-waiting", false);
    }
  }

  #show(answer, words, offset, turn) {
    const results = answer.results ?? [];
    const entries = results.map((result) => ({ element: card(result), take: () => this.#choose(result, words) }));
    const more = answer.next_offset ? () => this.#ask(words, answer.next_offset, turn) : undefined;
    if (offset) return this.picker.add(entries, more);
    if (answer.button) entries.unshift(this.#link(answer.button));
    if (!entries.length) return this.picker.say("No results", "inline");
    return this.picker.show(entries, { label: `Results of @${this.store.bot.username}`, kind: "inline", more });
  }

  #link(button) {
    const element = h("div.inline-link", {}, button.text);
    return { element, take: () => button.start_parameter && this.start(button.start_parameter) };
  }

  async #choose(result, words) {
    this.stop();
    this.picker.close();
    const { chat, thread } = this.place();
    try {
      await post("inline_choose", { chat_id: chat.id, result_id: result.id, query_text: words, thread });
      this.chosen();
    } catch (error) {
      this.failed(error);
    }
  }
}

function card(result) {
  const title = result.title ?? result.caption ?? "Result";
  const thumb = localFile(result.thumbnail_url?.startsWith("/") ? result.thumbnail_url : null);
  const letter = [...title.matchAll(/\p{L}|\p{N}/gu)][0]?.[0] ?? "·";
  const href = result.url ? safeLink(result.url) : null;
  return h("div.card", { "data-testid": "inline-result" },
    thumb ? h("img.thumb", { src: thumb, alt: "" }) : h("span.thumb", { "aria-hidden": "true" }, letter.toUpperCase()),
    h("span.card-words", {},
      h("b", { dir: "auto" }, title),
      result.description ? h("span", { dir: "auto" }, result.description) : null,
      href ? h("small", {}, new URL(href).hostname) : null));
}
