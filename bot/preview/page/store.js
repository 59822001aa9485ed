/** The client's state: the user, the bot, chats and messages. */

const GENERAL_TOPIC = 1;

/** A place is a chat or a forum's topic: {chat, thread, name}; thread is null for General and outside forums. */
export class Store {
  me = null;
  bot = null;
  blocked = false;
  chats = [];
  #messages = new Map();

  /** Replaces everything by the server's state. */
  load(state) {
    this.me = state.me;
    this.bot = { commands: [], menus: {}, ...state.bot };
    this.blocked = Boolean(state.blocked);
    this.chats = state.chats;
    this.#messages = new Map();
    for (const [chatId, messages] of Object.entries(state.messages)) {
      this.#messages.set(Number(chatId), new Map(messages.map((message) => [message.message_id, message])));
    }
  }

  /** Returns a chat's command menu: its own, or else the default. */
  commands(chatId) {
    return this.bot.menus[chatId] ?? this.bot.commands;
  }

  /** Sets the default command menu, or a chat's own; null removes the latter. */
  setCommands(commands, chatId) {
    if (!chatId) this.bot.commands = commands;
    else if (commands) this.bot.menus[chatId] = commands;
    else delete this.bot.menus[chatId];
  }

  /** Stores a new or edited message. */
  keep(message) {
    const chatId = message.chat.id;
    if (!this.#messages.has(chatId)) this.#messages.set(chatId, new Map());
    this.#messages.get(chatId).set(message.message_id, message);
  }

  drop(chatId, messageId) {
    this.#messages.get(chatId)?.delete(messageId);
  }

  /** Returns all places; a forum's are its topics. */
  places() {
    return this.chats.flatMap((chat) => {
      if (!chat.forum) return [{ chat, thread: null, name: this.title(chat) }];
      const topics = (chat.topics ?? []).map((topic) => ({ chat, thread: topicThread(topic.id), name: topic.name }));
      return topics.some((place) => place.thread === null) ? topics : [{ chat, thread: null, name: "General" }, ...topics];
    });
  }

  /** Returns the place a message belongs to. */
  placeOf(message) {
    const places = this.places().filter((place) => place.chat.id === message.chat.id);
    return places.find((place) => !place.chat.forum || place.thread === topicThread(message.message_thread_id)) ?? places[0];
  }

  /** Returns a place's messages, oldest first. */
  messagesIn(place) {
    const all = [...(this.#messages.get(place.chat.id)?.values() ?? [])];
    return all
      .filter((message) => !place.chat.forum || topicThread(message.message_thread_id) === place.thread)
      .sort((a, b) => a.message_id - b.message_id);
  }

  privatePlace() {
    return this.places().find((place) => place.chat.type === "private") ?? this.places()[0];
  }

  title(chat) {
    return chat.type === "private" ? this.bot.first_name : chat.title || "Group";
  }

  isMine(message) {
    return message.from?.id === this.me.id;
  }

  isEditable(message) {
    return this.isMine(message) && Boolean(message.text) && !message.via_bot && !message.forward_origin;
  }
}

/** Returns the id that determines the colour of a chat's picture: in a private chat, the bot's. */
export function pictureId(chat, store) {
  return chat.type === "private" ? store.bot.id : chat.id;
}

/** Returns a unique key for a place. */
export function placeKey(place) {
  return `${place.chat.id}/${place.thread ?? ""}`;
}

/** Returns a person's full name. */
export function fullName(person) {
  return [person?.first_name ?? person?.title, person?.last_name].filter(Boolean).join(" ") || "Someone";
}

function topicThread(id) {
  return !id || id === GENERAL_TOPIC ? null : id;
}
