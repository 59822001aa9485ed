/** A message: its bubble and buttons. */

import { avatar, h, icon } from "./dom.js";
import { inlineKeyboard } from "./keyboard.js";
import { media } from "./media.js";
import { clock, fullMoment } from "./moment.js";
import { richText } from "./richtext.js";
import { fullName } from "./store.js";

/**
 * Returns a message as a list item.
 * @param {object} message  a Bot API Message
 * @param {{mine: boolean, group: boolean}} how
 * @param {object} on  see `makeActions` in actions.js
 */
export function messageItem(message, how, on) {
  const service = serviceText(message);
  const body = service ? h("div.service", { dir: "auto" }, service) : bubbleColumn(message, how, on);
  const item = h("li.message", { "data-testid": "message", "data-id": message.message_id, "data-from": message.from?.id ?? 0 }, body);
  item.classList.add(service ? "is-service" : how.mine ? "mine" : "theirs");
  if (how.group && !how.mine && !service) item.prepend(h("div.side", {}, avatar(fullName(message.from), message.from?.id)));
  if (!service) item.addEventListener("contextmenu", (event) => openMenu(event, message, on));
  return item;
}

/** Returns a message as one line of plain text. */
export function summaryOf(message) {
  const kind = message.photo ? "Photo" : message.document ? message.document.file_name ?? "File" : "";
  const text = (message.text ?? message.caption ?? serviceText(message) ?? "").replaceAll(/\s+/g, " ").slice(0, 300);
  return [kind, text].filter(Boolean).join(", ") || "Message";
}

function bubbleColumn(message, how, on) {
  const bubble = h("div.bubble", {}, ...header(message, how, on), media(message, on), body(message, on));
  const more = h("button.message-more", { type: "button", "aria-label": "Message options", "aria-haspopup": "menu", "data-testid": "message-menu" }, icon("more"));
  more.addEventListener("click", (event) => openMenu(event, message, on));
  // Touch screens have no right click: tapping the bubble opens the menu, as in Telegram's apps.
  bubble.addEventListener("click", (event) => {
    if (matchMedia("(hover: none)").matches && !event.target.closest("a, button, code, .expandable, .spoiler")) openMenu(event, message, on);
  });
  return h("div.column", {}, h("div.bubble-line", {}, bubble, more), inlineKeyboard(message, on));
}

function header(message, how, on) {
  const lines = [];
  if (how.group && !how.mine) lines.push(h(`div.sender.ink-${Math.abs(message.from?.id ?? 0) % 7}`, { dir: "auto" }, fullName(message.from)));
  if (message.forward_origin || message.forward_from) lines.push(h("div.head", {}, "Forwarded from ", h("b", {}, forwardName(message))));
  if (message.via_bot) lines.push(h("div.head", {}, "via ", h("button.word", { type: "button", onclick: () => on.mention(`@${message.via_bot.username}`) }, `@${message.via_bot.username}`)));
  if (message.reply_to_message) lines.push(replyQuote(message, on));
  return lines;
}

function replyQuote(message, on) {
  const target = message.reply_to_message;
  return h("button.reply", { type: "button", "data-testid": "reply-quote", onclick: () => on.jump(target.message_id) },
    h("b", { dir: "auto" }, fullName(target.from)),
    h("span", { dir: "auto" }, message.quote?.text ?? summaryOf(target)));
}

function body(message, on) {
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

function serviceText(message) {
  const name = fullName(message.from);
  if (message.new_chat_members) return `${name} added ${message.new_chat_members.map(fullName).join(", ")}`;
  if (message.left_chat_member) return `${fullName(message.left_chat_member)} left the group`;
  if (message.forum_topic_created) return `Topic “${message.forum_topic_created.name}” was created`;
  if (message.pinned_message) return `${name} pinned a message`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return "This group was upgraded to a supergroup";
  return null;
}
