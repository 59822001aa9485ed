/** The buttons under a message, in rows exactly as the bot sent them. */

import { h, icon } from "./dom.js";
import { safeLink } from "./links.js";

/** Returns a message's inline keyboard, null when it has none. */
export function inlineKeyboard(message, on) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h("div.keyboard", { role: "group", "aria-label": "Buttons of this message" },
    ...rows.map((row) => h("div.keyboard-row", {}, ...row.map((button) => inlineButton(button, message, on)))));
}

function inlineButton(button, message, on) {
  const { mark, press } = deed(button, message, on);
  const element = h("button.inline-button", { type: "button", "data-testid": "inline-button", title: button.text, disabled: !press },
    h("span", { dir: "auto" }, button.text), mark ? icon(mark) : null);
  if (press) element.addEventListener("click", () => press(element));
  return element;
}

/** What a button does: exactly one of the kinds the Bot API knows; a kind that this page lacks can't be pressed. */
function deed(button, message, on) {
  if (button.callback_data !== undefined) return { press: (element) => on.press(message, button.callback_data, element) };
  if (button.url) {
    const href = safeLink(button.url);
    return { mark: "out", press: href && ((element) => on.open(href, element)) };
  }
  if (button.copy_text) return { mark: "copy", press: () => on.copy(button.copy_text.text) };
  if (button.switch_inline_query_current_chat !== undefined) return { mark: "at", press: () => on.inlineHere(button.switch_inline_query_current_chat) };
  if (button.switch_inline_query !== undefined) return { mark: "forward", press: () => on.inlineElsewhere(button.switch_inline_query) };
  return {};
}
