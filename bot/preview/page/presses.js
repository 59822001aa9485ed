/** Pressed buttons that wait for the bot's answer, which may arrive before the response with the query's id. */

import { alertBox, toast } from "./dialog.js";
import { post } from "./connection.js";

const TIMEOUT_MS = 15_000;

export class Presses {
  #waiting = new Map();
  #early = new Map();

  /** @param {{failed: function(Error), open: function(string)}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** Sends a press; the button shows that it is waiting. */
  async press(message, data, element) {
    if (element.classList.contains("waiting")) return;
    element.classList.add("waiting");
    const release = () => element.classList.remove("waiting");
    try {
      const { query_id } = await post("press", { chat_id: message.chat.id, message_id: message.message_id, callback_data: data });
      const id = String(query_id);
      if (this.#early.has(id)) return this.#finish(this.#early.get(id), release);
      this.#waiting.set(id, release);
      setTimeout(() => { this.#waiting.delete(id); release(); }, TIMEOUT_MS);
    } catch (error) {
      release();
      this.failed(error);
    }
  }

  /** Handles the bot's answer to a press. */
  answered(answer) {
    const id = String(answer.query_id);
    const release = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (release) this.#finish(answer, release);
    else this.#early.set(id, answer);
  }

  #finish(answer, release) {
    release();
    if (answer.text) (answer.show_alert ? alertBox : toast)(answer.text);
    if (answer.url) this.open(answer.url);
  }
}
