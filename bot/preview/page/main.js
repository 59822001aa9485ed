/** The page: connects the store, the list of chats, the open place, the composer and the server's events. */

import { makeActions } from "./actions.js";
import { Composer } from "./composer.js";
import { follow, post } from "./connection.js";
import { menuBox, promptBox, toast } from "./dialog.js";
import { avatar, h, icon } from "./dom.js";
import { emptyState } from "./empty.js";
import { summaryOf } from "./message.js";
import { Presses } from "./presses.js";
import { Sidebar } from "./sidebar.js";
import { fullName, pictureId, placeKey, Store } from "./store.js";
import { Thread } from "./thread.js";

const TYPING_MS = 5500;
const byId = (id) => document.getElementById(id);

const store = new Store();
let open = null;
let typing = { chatId: null, timer: 0 };

const failed = (error) => toast(error instanceof TypeError ? "Not sent: no connection" : error.message);
const place = () => open;
const start = (payload) => { show(store.privatePlace()); post("start", { payload }).catch(failed); };
const composer = new Composer({ store, place, failed, start, jump: (id) => thread.jump(id) });
const presses = new Presses({ failed, open: (address) => actions.open(address) });
const actions = makeActions({ store, composer, presses, place, show, start, failed, jump: (id) => thread.jump(id) });
const thread = new Thread(store, actions);
const sidebar = new Sidebar(store, (chosen) => { show(chosen); byId("text").focus({ preventScroll: true }); });

byId("back").append(icon("back"));
byId("more").append(icon("more"));
byId("down").append(icon("down"));
byId("back").addEventListener("click", () => { document.body.dataset.pane = "list"; });
byId("more").addEventListener("click", (event) => menuBox(chatMenu(), event));
byId("unblock").addEventListener("click", () => block(false));

follow({
  state(state) {
    const first = !open;
    const key = open && placeKey(open);
    store.load(state);
    open = null;
    show(store.places().find((candidate) => placeKey(candidate) === key) ?? store.privatePlace(), { stay: !first });
    document.title = `${store.bot.first_name} · Preview`;
  },
  event: (event) => handlers[event.type]?.(event),
  disconnected() { byId("banner").hidden = false; },
  connected() { byId("banner").hidden = true; },
});

const handlers = {
  message({ message }) {
    store.keep(message);
    if (!store.isMine(message)) stopTyping(message.chat.id);
    display(message, `${fullName(message.from)}: ${summaryOf(message)}`);
  },
  reply_asked({ message }) {
    const target = store.placeOf(message);
    if (target && placeKey(target) === placeKey(open)) composer.reply(message);
  },
  edited({ message }) {
    store.keep(message);
    display(message, `Edited. ${fullName(message.from)}: ${summaryOf(message)}`, { edited: true });
  },
  deleted({ chat_id, message_id }) {
    store.drop(chat_id, message_id);
    if (open.chat.id === chat_id) thread.remove(message_id);
    refresh();
  },
  callback_answer: (answer) => presses.answered(answer),
  typing({ chat_id }) {
    clearTimeout(typing.timer);
    typing = { chatId: chat_id, timer: setTimeout(() => stopTyping(chat_id), TYPING_MS) };
    showSubtitle();
  },
  commands({ commands, chat_id }) {
    store.setCommands(commands, chat_id);
    composer.refreshCommands();
  },
};

function display(message, announcement, { edited = false } = {}) {
  const target = store.placeOf(message);
  if (!target) return;
  if (placeKey(target) === placeKey(open)) {
    thread.put(message);
    byId("announcer").replaceChildren(h("p", {}, announcement));
  } else if (!edited && !store.isMine(message)) sidebar.count(target);
  refresh();
}

/** Opens a place; with `stay`, a phone keeps showing its current pane. */
function show(next, { stay = false } = {}) {
  const moved = !open || placeKey(open) !== placeKey(next);
  const previous = open;
  open = next;
  if (!stay) document.body.dataset.pane = "chat";
  document.body.dataset.chat = next.chat.type;
  thread.open(next);
  if (moved && !stay) composer.move(previous, next);
  byId("chat-avatar").replaceChildren(avatar(store.title(next.chat), pictureId(next.chat, store), next.chat.forum ? "forum" : next.chat.type));
  byId("title").textContent = next.chat.forum ? `${store.title(next.chat)} › ${next.name}` : next.name;
  refresh();
}

function refresh() {
  sidebar.show(open);
  showSubtitle();
  const empty = store.messagesIn(open).length === 0;
  byId("empty").hidden = !empty;
  if (empty) byId("empty").replaceChildren(emptyState(open, store.bot, { ask: (text) => composer.send(text), inline: (query) => composer.write(`@${store.bot.username} ${query}`) }));
  const blocked = store.blocked && open.chat.type === "private";
  byId("composer").hidden = blocked;
  byId("unblock").hidden = !blocked;
}

function showSubtitle() {
  const isTyping = open && typing.chatId === open.chat.id;
  const kind = open?.chat.type === "private" ? `bot · @${store.bot.username}` : open?.chat.forum ? "topic" : open?.chat.guest ? "group · the bot is not a member" : "group";
  byId("subtitle").classList.toggle("typing", Boolean(isTyping));
  byId("subtitle").textContent = isTyping ? "typing" : store.blocked && open?.chat.type === "private" ? "blocked" : kind;
}

function stopTyping(chatId) {
  if (typing.chatId !== chatId) return;
  clearTimeout(typing.timer);
  typing = { chatId: null, timer: 0 };
  showSubtitle();
}

function chatMenu() {
  const link = { label: "Open a start link", icon: "link", act: promptForStart };
  if (open.chat.type !== "private") return [link];  // a bot is blocked in its private chat
  const toggle = { label: store.blocked ? "Unblock bot" : "Block bot", icon: "block", danger: !store.blocked, act: () => block(!store.blocked) };
  return [link, toggle];
}

function promptForStart() {
  promptBox({
    title: "Open a start link", label: "Start parameter", action: "Open", pattern: "[A-Za-z0-9_\\-]{0,64}",
    description: `Opens t.me/${store.bot.username}?start=…`, invalid: "Use up to 64 letters, digits, _ and -",
  }, start);
}

async function block(blocked) {
  try {
    await post("block", { blocked });
    store.blocked = blocked;
    refresh();
    toast(blocked ? "Bot blocked" : "Bot unblocked");
  } catch (error) {
    failed(error);
  }
}
