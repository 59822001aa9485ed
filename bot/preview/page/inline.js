/** Inline mode: `@bot query` in the composer shows results as cards, page by page. */

import { post } from "./connection.js";
import { h } from "./dom.js";
import { localFile, safeLink } from "./links.js";

const DEBOUNCE_MS = 220;

export class InlineMode {
  #request = 0;
  #timer;
  #query = null;

  /** @param {{picker: Picker, store: Store, place: function(): object, onPosted: function(), failed: function(Error), start: function(string)}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** Returns the inline query in a text ("" for the bot's name alone), or null if it has none. */
  query(text) {
    const name = `@${this.store.bot.username} `.toLowerCase();
    return text.toLowerCase().startsWith(name) ? text.slice(name.length).trim() : null;
  }

  /** Sends the query in the composer's text after a pause in typing; returns whether there is one. */
  follow(text) {
    const query = this.query(text);
    if (query === this.#query && query !== null) return true;
    this.#query = query;
    clearTimeout(this.#timer);
    this.#request += 1;
    if (query === null) return false;
    this.#timer = setTimeout(() => this.#ask(query, "", this.#request), DEBOUNCE_MS);
    return true;
  }

  /** Clears the query, so that the same text sends it again. */
  stop() {
    this.follow("");
  }

  async #ask(query, offset, request) {
    document.body.classList.toggle("inline-waiting", true);
    try {
      const answer = await post("inline", { text: query, offset, chat_id: this.place().chat.id });
      if (request === this.#request) this.#show(answer, query, offset, request);
    } catch (error) {
      if (request === this.#request) this.failed(error);
    } finally {
      document.body.classList.toggle("inline-waiting", false);
    }
  }

  #show(answer, query, offset, request) {
    const results = answer.results ?? [];
    const entries = results.map((result) => ({ element: card(result), choose: () => this.#post(result, query) }));
    const more = answer.next_offset ? () => this.#ask(query, answer.next_offset, request) : undefined;
    if (offset) return this.picker.add(entries, more);
    if (answer.button) entries.unshift(this.#link(answer.button));
    if (!entries.length) return this.picker.showText("No results", "inline");
    return this.picker.show(entries, { label: `Results from @${this.store.bot.username}`, kind: "inline", more });
  }

  #link(button) {
    const element = h("div.inline-link", {}, button.text);
    return { element, choose: () => button.start_parameter && this.start(button.start_parameter) };
  }

  async #post(result, query) {
    this.stop();
    this.picker.close();
    const { chat, thread } = this.place();
    try {
      await post("inline_choose", { chat_id: chat.id, result_id: result.id, query_text: query, thread });
      this.onPosted();
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
