/** The buttons under a message, in the rows the bot sent. */

import { h, icon } from "./dom.js";
import { safeLink } from "./links.js";

/** Returns a message's inline keyboard, or null if it has none. */
export function inlineKeyboard(message, on) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h("div.keyboard", { role: "group", "aria-label": "Message buttons" },
    ...rows.map((row) => h("div.keyboard-row", {}, ...row.map((button) => inlineButton(button, message, on)))));
}

function inlineButton(button, message, on) {
  const { mark, press } = action(button, message, on);
  const element = h("button.inline-button", { type: "button", "data-testid": "inline-button", title: button.text, disabled: !press, "data-style": button.style },
    h("span", { dir: "auto" }, button.text), mark ? icon(mark) : null);
  if (press) element.addEventListener("click", () => press(element));
  return element;
}

/** Returns a button's action and icon; without an action if this page doesn't support its kind. */
function action(button, message, on) {
  if (button.callback_data !== undefined) return { press: (element) => on.press(message, button.callback_data, element) };
  if (button.url) {
    const href = safeLink(button.url);
    return { mark: "out", press: href && ((element) => on.open(href, element)) };
  }
  if (button.copy_text) return { mark: "copy", press: () => on.copy(button.copy_text.text) };
  if (button.switch_inline_query_current_chat !== undefined) return { mark: "at", press: () => on.inlineHere(button.switch_inline_query_current_chat) };
  const elsewhere = button.switch_inline_query_chosen_chat;
  if (elsewhere) return { mark: "forward", press: () => on.inlineElsewhere(elsewhere.query ?? "", elsewhere) };
  if (button.switch_inline_query !== undefined) return { mark: "forward", press: () => on.inlineElsewhere(button.switch_inline_query) };
  return {};
}
