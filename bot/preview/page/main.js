/** The page: one store, the list of chats, the open place, the composer, and what the server tells. */

import { makeActions } from "./actions.js";
import { Composer } from "./composer.js";
import { follow, post } from "./connection.js";
import { askBox, menuBox, toast } from "./dialog.js";
import { avatar, h, icon } from "./dom.js";
import { emptyState } from "./empty.js";
import { summaryOf } from "./message.js";
import { Presses } from "./presses.js";
import { Sidebar } from "./sidebar.js";
import { fullName, pictureId, placeKey, Store } from "./store.js";
import { Thread } from "./thread.js";

const TYPING_MS = 5500;
const at = (id) => document.getElementById(id);

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
const sidebar = new Sidebar(store, (chosen) => { show(chosen); at("text").focus({ preventScroll: true }); });

at("back").append(icon("back"));
at("more").append(icon("more"));
at("down").append(icon("down"));
at("back").addEventListener("click", () => { document.body.dataset.pane = "list"; });
at("more").addEventListener("click", (event) => menuBox(chatMenu(), event));
at("unblock").addEventListener("click", () => block(false));

follow({
  state(state) {
    const first = !open;
    const key = open && placeKey(open);
    store.load(state);
    open = null;
    show(store.places().find((each) => placeKey(each) === key) ?? store.privatePlace(), { stay: !first });
    document.title = `${store.bot.first_name} · Preview`;
  },
  event: (event) => tellings[event.type]?.(event),
  lost() { at("banner").hidden = false; },
  found() { at("banner").hidden = true; },
});

const tellings = {
  message({ message }) {
    store.keep(message);
    if (!store.isMine(message)) stopTyping(message.chat.id);
    arrive(message, `${fullName(message.from)}: ${summaryOf(message)}`);
  },
  reply_asked({ message }) {
    const where = store.placeOf(message);
    if (where && placeKey(where) === placeKey(open)) composer.answer(message);
  },
  edited({ message }) {
    store.keep(message);
    arrive(message, `Edited. ${fullName(message.from)}: ${summaryOf(message)}`, { edited: true });
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
  commands({ commands, chat_id }) { store.setCommands(commands, chat_id); },
};

function arrive(message, words, { edited = false } = {}) {
  const where = store.placeOf(message);
  if (!where) return;
  if (placeKey(where) === placeKey(open)) {
    thread.put(message);
    at("announcer").replaceChildren(h("p", {}, words));
  } else if (!edited && !store.isMine(message)) sidebar.count(where);
  refresh();
}

/** Opens a place; with `stay`, a phone goes on showing what it shows. */
function show(next, { stay = false } = {}) {
  const moved = !open || placeKey(open) !== placeKey(next);
  const left = open;
  open = next;
  if (!stay) document.body.dataset.pane = "chat";
  document.body.dataset.chat = next.chat.type;
  thread.open(next);
  if (moved && !stay) composer.move(left, next);
  at("chat-avatar").replaceChildren(avatar(store.title(next.chat), pictureId(next.chat, store), next.chat.forum ? "forum" : next.chat.type));
  at("title").textContent = next.chat.forum ? `${store.title(next.chat)} › ${next.name}` : next.name;
  refresh();
}

function refresh() {
  sidebar.show(open);
  showSubtitle();
  const empty = store.messagesIn(open).length === 0;
  at("empty").hidden = !empty;
  if (empty) at("empty").replaceChildren(emptyState(open, store.bot, { ask: (words) => composer.send(words), inline: (words) => composer.write(`@${store.bot.username} ${words}`) }));
  const barred = store.blocked && open.chat.type === "private";
  at("composer").hidden = barred;
  at("unblock").hidden = !barred;
}

function showSubtitle() {
  const busy = open && typing.chatId === open.chat.id;
  const kind = open?.chat.type === "private" ? `bot · @${store.bot.username}` : open?.chat.forum ? "topic" : "group";
  at("subtitle").classList.toggle("typing", Boolean(busy));
  at("subtitle").textContent = busy ? "typing" : store.blocked && open?.chat.type === "private" ? "blocked" : kind;
}

function stopTyping(chatId) {
  if (typing.chatId !== chatId) return;
  clearTimeout(typing.timer);
  typing = { chatId: null, timer: 0 };
  showSubtitle();
}

function chatMenu() {
  const link = { label: "Open a start link", mark: "link", act: askForStart };
  const bar = { label: store.blocked ? "Unblock bot" : "Block bot", mark: "block", danger: !store.blocked, act: () => block(!store.blocked) };
  return [link, bar];
}

function askForStart() {
  askBox({
    title: "Open a start link", label: "Start parameter", action: "Open", pattern: "[A-Za-z0-9_\\-]{0,64}",
    words: `As if someone pressed t.me/${store.bot.username}?start=…`, wrong: "Up to 64 letters, digits, _ and -",
  }, start);
}

async function block(blocked) {
  try {
    await post("block", { blocked });
    store.blocked = blocked;
    refresh();
    toast(blocked ? "The bot can't write to you now" : "The bot may write to you again");
  } catch (error) {
    failed(error);
  }
}
