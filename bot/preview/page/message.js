/** One message as a bubble with its buttons. */

import { avatar, h, icon } from "./dom.js";
import { inlineKeyboard } from "./keyboard.js";
import { media } from "./media.js";
import { clock, fullMoment } from "./moment.js";
import { richText } from "./richtext.js";
import { fullName } from "./store.js";

/**
 * Returns a message as a list item.
 * @param {object} message  the Bot API's Message
 * @param {{mine: boolean, group: boolean}} how
 * @param {object} on  what the reader may do: see `Actions` in actions.js
 */
export function messageItem(message, how, on) {
  const service = serviceWords(message);
  const body = service ? h("div.service", { dir: "auto" }, service) : bubbleColumn(message, how, on);
  const item = h("li.message", { "data-testid": "message", "data-id": message.message_id, "data-from": message.from?.id ?? 0 }, body);
  item.classList.add(service ? "is-service" : how.mine ? "mine" : "theirs");
  if (how.group && !how.mine && !service) item.prepend(h("div.side", {}, avatar(fullName(message.from), message.from?.id)));
  if (!service) item.addEventListener("contextmenu", (event) => openMenu(event, message, on));
  return item;
}

/** Returns the plain words of a message, for one line in a list. */
export function summaryOf(message) {
  const kind = message.photo ? "Photo" : message.document ? message.document.file_name ?? "File" : "";
  const words = (message.text ?? message.caption ?? serviceWords(message) ?? "").replaceAll(/\s+/g, " ").slice(0, 300);
  return [kind, words].filter(Boolean).join(", ") || "Message";
}

function bubbleColumn(message, how, on) {
  const bubble = h("div.bubble", {}, ...heads(message, how, on), media(message, on), words(message, on));
  const more = h("button.message-more", { type: "button", "aria-label": "Message options", "aria-haspopup": "menu", "data-testid": "message-menu" }, icon("more"));
  more.addEventListener("click", (event) => openMenu(event, message, on));
  // A finger has no second button: a tap on the bubble itself opens the menu, as in Telegram's apps.
  bubble.addEventListener("click", (event) => {
    if (matchMedia("(hover: none)").matches && !event.target.closest("a, button, code, .expandable, .spoiler")) openMenu(event, message, on);
  });
  return h("div.column", {}, h("div.bubble-line", {}, bubble, more), inlineKeyboard(message, on));
}

function heads(message, how, on) {
  const heads = [];
  if (how.group && !how.mine) heads.push(h(`div.sender.ink-${Math.abs(message.from?.id ?? 0) % 7}`, { dir: "auto" }, fullName(message.from)));
  if (message.forward_origin || message.forward_from) heads.push(h("div.head", {}, "Forwarded from ", h("b", {}, forwardName(message))));
  if (message.via_bot) heads.push(h("div.head", {}, "via ", h("button.word", { type: "button", onclick: () => on.mention(`@${message.via_bot.username}`) }, `@${message.via_bot.username}`)));
  if (message.reply_to_message) heads.push(replyQuote(message, on));
  return heads;
}

function replyQuote(message, on) {
  const target = message.reply_to_message;
  return h("button.reply", { type: "button", "data-testid": "reply-quote", onclick: () => on.jump(target.message_id) },
    h("b", { dir: "auto" }, fullName(target.from)),
    h("span", { dir: "auto" }, message.quote?.text ?? summaryOf(target)));
}

function words(message, on) {
  const text = message.text ?? message.caption ?? "";
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  const box = h("div.words", {}, richText(text, entities, on), meta(message, on));
  if (!text) box.classList.add("bare");
  return box;
}

function meta(message, on) {
  const edited = message.edit_date ? h("i", { "data-testid": "edited" }, "edited ") : null;
  const ticks = on.isMine(message) ? icon("ticks") : null;
  return h("span.meta", {}, edited, h("time", { datetime: new Date(message.date * 1000).toISOString(), title: fullMoment(message.date) }, clock(message.date)), ticks);
}

function openMenu(event, message, on) {
  if (event.target.closest("a[href]")) return;
  event.preventDefault();
  on.menu(message, event);
}

function forwardName(message) {
  const origin = message.forward_origin ?? { sender_user: message.forward_from };
  return origin.sender_user_name ?? fullName(origin.sender_user ?? origin.chat ?? origin.sender_chat);
}

function serviceWords(message) {
  const name = fullName(message.from);
  if (message.new_chat_members) return `${name} added ${message.new_chat_members.map(fullName).join(", ")}`;
  if (message.left_chat_member) return `${fullName(message.left_chat_member)} left the group`;
  if (message.forum_topic_created) return `Topic “${message.forum_topic_created.name}” was created`;
  if (message.pinned_message) return `${name} pinned a message`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return "The group became a supergroup";
  return null;
}
