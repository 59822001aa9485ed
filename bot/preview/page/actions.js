/** Actions on a message, its links and its buttons. */

import { post } from "./connection.js";
import { chooseBox, menuBox, photoBox, toast } from "./dialog.js";
import { avatar } from "./dom.js";
import { safeLink, startPayload } from "./links.js";
import { pictureId } from "./store.js";

/**
 * Returns the actions that messages trigger.
 * @param {{store: Store, composer: Composer, presses: Presses, place: function(): object, show: function(object),
 *          start: function(string), failed: function(Error), jump: function(number): boolean}} parts
 */
export function makeActions({ store, composer, presses, place, show, start, failed, jump }) {
  const inlineQuery = (query) => composer.write(`@${store.bot.username} ${query}`);

  function choosePlace(title, onChoose, isOffered = () => true) {
    const choices = store.places().filter(isOffered).map((value) => ({ value, picture: avatar(store.title(value.chat), pictureId(value.chat, store)), label: value.chat.forum ? `${store.title(value.chat)} › ${value.name}` : value.name }));
    chooseBox(title, choices, onChoose);
  }

  async function copy(text) {
    await navigator.clipboard.writeText(text).then(() => toast("Copied to clipboard"), () => toast("Your browser doesn't allow copying"));
  }

  async function forward(message, to) {
    try {
      await post("forward", { from_chat_id: message.chat.id, message_id: message.message_id, chat_id: to.chat.id, thread: to.thread });
      show(to);
    } catch (error) {
      failed(error);
    }
  }

  function open(address) {
    const href = safeLink(address);
    if (!href) return;
    const payload = startPayload(href, store.bot.username);
    if (payload !== null) start(payload);
    else window.open(href, "_blank", "noopener,noreferrer");
  }

  function menuOf(message) {
    const text = message.text ?? message.caption;
    const items = [{ label: "Reply", icon: "reply", act: () => composer.reply(message) }];
    if (place().chat.guest) items.unshift({ label: `Mention @${store.bot.username}`, icon: "at", act: () => composer.send(`@${store.bot.username}`, message.message_id) });
    if (text) items.push({ label: "Copy text", icon: "copy", act: () => copy(text) });
    if (store.isEditable(message)) items.push({ label: "Edit", icon: "edit", act: () => composer.edit(message) });
    return [...items, { label: "Forward", icon: "forward", act: () => choosePlace("Forward to", (to) => forward(message, to)) }];
  }

  return {
    copy,
    open,
    isMine: (message) => store.isMine(message),
    photo: photoBox,
    jump: (id) => jump(id) || toast("Message not found"),
    menu: (message, event) => menuBox(menuOf(message), event),
    press: (message, data, element) => presses.press(message, data, element),
    command: (text) => composer.send(text),
    mention: (name) => (name.slice(1).toLowerCase() === store.bot.username.toLowerCase() ? inlineQuery("") : toast(`${name} doesn't exist in this preview`)),
    inlineHere: inlineQuery,
    inlineElsewhere: (query, kinds) => choosePlace("Select chat", (to) => { if (to !== place()) show(to); inlineQuery(query); }, ({ chat }) => isChosen(chat, kinds)),
    link(href, event) {
      if (startPayload(href, store.bot.username) === null) return;
      event.preventDefault();
      open(href);
    },
  };
}

/** Returns whether a chat is of the kinds that a `SwitchInlineQueryChosenChat` allows; of any kind without one. */
function isChosen(chat, kinds) {
  if (!kinds) return true;
  if (chat.type === "private") return Boolean(kinds.allow_bot_chats); // the only private chat is the bot's
  return Boolean(chat.type === "channel" ? kinds.allow_channel_chats : kinds.allow_group_chats);
}
