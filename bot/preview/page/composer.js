/** The message field: sends, replies, edits, and suggests commands and inline results. */

import { post } from "./connection.js";
import { h, icon } from "./dom.js";
import { InlineMode } from "./inline.js";
import { summaryOf } from "./message.js";
import { Picker } from "./picker.js";
import { fullName, placeKey } from "./store.js";

const COMMAND = /^\/\w*$/;

export class Composer {
  #mode = { name: "write" };
  #drafts = new Map();

  /** @param {{store: Store, place: function(): object, failed: function(Error), start: function(string), jump: function(number)}} parts */
  constructor(parts) {
    Object.assign(this, parts);
    this.form = document.getElementById("composer");
    this.field = document.getElementById("text");
    this.note = document.getElementById("note");
    this.picker = new Picker(this.field);
    this.inline = new InlineMode({ ...parts, picker: this.picker, onPosted: () => this.write("") });
    document.getElementById("send").append(icon("send"));
    document.getElementById("commands").append(icon("menu"), h("span", {}, "Menu"));
    document.getElementById("commands").addEventListener("click", () => this.#openCommands());
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.#submit(); });
    this.field.addEventListener("input", () => this.#changed());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.field.setAttribute("aria-expanded", "false");
  }

  /** Saves the draft of the place that closes and restores that of the place that opens. */
  move(from, to) {
    if (from && this.#mode.name !== "edit") this.#drafts.set(placeKey(from), this.field.value);
    this.#setMode({ name: "write" });
    this.write(this.#drafts.get(placeKey(to)) ?? (from ? "" : this.field.value), { focus: matchMedia("(hover: hover)").matches });
  }

  /** Shows a command menu that has changed. */
  refreshCommands() {
    if (COMMAND.test(this.field.value)) this.#changed();
  }

  /** Sets the field's text. */
  write(text, { focus = true } = {}) {
    this.field.value = text;
    this.#changed();
    if (focus) this.field.focus();
  }

  reply(message) {
    this.#setMode({ name: "reply", message });
    this.field.focus();
  }

  edit(message) {
    this.#setMode({ name: "edit", message });
    this.write(message.text ?? message.caption ?? "");
  }

  /** Sends a message to the open place; returns whether the server accepted it. */
  async send(text, reply_to) {
    const { chat, thread } = this.place();
    return this.#try("send", { chat_id: chat.id, text, reply_to, thread });
  }

  async #submit() {
    const text = this.field.value.trim();
    const { name, message } = this.#mode;
    if (!text) return;
    const draft = this.field.value;
    this.#setMode({ name: "write" });
    this.write("");
    const accepted = name === "edit"
      ? await this.#try("edit", { chat_id: message.chat.id, message_id: message.message_id, text })
      : await this.send(text, message?.message_id);
    if (!accepted && !this.field.value) this.write(draft);
  }

  async #try(path, body) {
    try {
      await post(path, body);
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  #key(event) {
    if (event.isComposing || this.picker.handleKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && this.#mode.name !== "write") {
      this.#leaveMode();
    } else if (event.key === "ArrowUp" && !this.field.value) {
      const last = this.store.messagesIn(this.place()).findLast((message) => this.store.isEditable(message));
      if (last) { event.preventDefault(); this.edit(last); }
    }
  }

  #changed() {
    const { value } = this.field;
    this.form.classList.toggle("filled", Boolean(value.trim()));
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 220)}px`;
    if (this.inline.follow(value)) return;
    if (COMMAND.test(value)) this.#showCommands(value.slice(1));
    else if (/^@\w*$/.test(value)) this.#showNames(value.slice(1));
    else this.picker.close();
  }

  #openCommands() {
    const open = this.picker.open && this.field.value === "/";
    this.write(open ? "" : "/");
  }

  #showCommands(start) {
    const suffix = this.place().chat.type === "private" ? "" : `@${this.store.bot.username}`;
    const entries = this.store.commands(this.place().chat.id).filter(({ command }) => command.startsWith(start.toLowerCase())).map(({ command, description }) => ({
      element: h("div.command", { "data-testid": "command" }, h("b", {}, `/${command}`), h("span", { dir: "auto" }, description)),
      choose: () => { this.write(""); this.send(`/${command}${suffix}`); },
      complete: () => this.write(`/${command}${suffix} `),
    }));
    this.picker.show(entries, { label: "Commands", kind: "commands" });
  }

  #showNames(start) {
    const { username, first_name } = this.store.bot;
    if (!username.toLowerCase().startsWith(start.toLowerCase())) return this.picker.close();
    const choose = () => this.write(`@${username} `);
    const element = h("div.command", { "data-testid": "mention" }, h("b", {}, `@${username}`), h("span", { dir: "auto" }, `${first_name} · inline search`));
    return this.picker.show([{ element, choose, complete: choose }], { label: "Bots", kind: "commands" });
  }

  #leaveMode() {
    const wasEdit = this.#mode.name === "edit";
    this.#setMode({ name: "write" });
    this.write(wasEdit ? "" : this.field.value);
  }

  #setMode(mode) {
    this.#mode = mode;
    this.note.hidden = mode.name === "write";
    if (this.note.hidden) return;
    const { message, name } = mode;
    const title = name === "edit" ? "Edit message" : `Reply to ${fullName(message.from)}`;
    const cancel = h("button.round", { type: "button", "aria-label": "Cancel", onclick: () => this.#leaveMode() }, icon("close"));
    const summary = h("button.note-words", { type: "button", onclick: () => this.jump(message.message_id) }, h("b", { dir: "auto" }, title), h("span", { dir: "auto" }, summaryOf(message)));
    this.note.replaceChildren(icon(name), summary, cancel);
  }
}
