/** What the reader may do with a message, its links and its buttons. */

import { post } from "./connection.js";
import { chooseBox, menuBox, photoBox, toast } from "./dialog.js";
import { avatar } from "./dom.js";
import { safeLink, startPayload } from "./links.js";
import { pictureId } from "./store.js";

/**
 * Returns the actions that messages call.
 * @param {{store: Store, composer: Composer, presses: Presses, place: function(): object, show: function(object),
 *          start: function(string), failed: function(Error), jump: function(number): boolean}} parts
 */
export function makeActions({ store, composer, presses, place, show, start, failed, jump }) {
  const inlineQuery = (words) => composer.write(`@${store.bot.username} ${words}`);

  function choosePlace(title, take) {
    const choices = store.places().map((value) => ({ value, picture: avatar(store.title(value.chat), pictureId(value.chat, store)), label: value.chat.forum ? `${store.title(value.chat)} › ${value.name}` : value.name }));
    chooseBox(title, choices, take);
  }

  async function copy(words) {
    await navigator.clipboard.writeText(words).then(() => toast("Copied"), () => toast("The browser does not allow copying"));
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
    const words = message.text ?? message.caption;
    const items = [{ label: "Reply", mark: "reply", act: () => composer.answer(message) }];
    if (words) items.push({ label: "Copy text", mark: "copy", act: () => copy(words) });
    if (store.isMine(message) && message.text && !message.via_bot && !message.forward_origin) items.push({ label: "Edit", mark: "edit", act: () => composer.edit(message) });
    return [...items, { label: "Forward", mark: "forward", act: () => choosePlace("Forward to", (to) => forward(message, to)) }];
  }

  return {
    copy,
    open,
    isMine: (message) => store.isMine(message),
    photo: photoBox,
    jump: (id) => jump(id) || toast("That message is not in this chat any more"),
    menu: (message, event) => menuBox(menuOf(message), event),
    press: (message, data, element) => presses.press(message, data, element),
    command: (words) => composer.send(words),
    mention: (name) => (name.slice(1).toLowerCase() === store.bot.username.toLowerCase() ? inlineQuery("") : toast(`${name} is not in this preview`)),
    inlineHere: inlineQuery,
    inlineElsewhere: (words) => choosePlace("Choose a chat", (to) => { if (to !== place()) show(to); inlineQuery(words); }),
    link(href, event) {
      if (startPayload(href, store.bot.username) === null) return;
      event.preventDefault();
      open(href);
    },
  };
}
