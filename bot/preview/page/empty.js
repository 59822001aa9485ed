/** What an empty chat says: what this is, and what to try first. */

import { avatar, h } from "./dom.js";

/** Questions that the sample articles answer. */
const EXAMPLES = ["Moscow meeting intelligence chiefs", "Who reported the flood?", "لقاء موسكو", "Moskova görüşmesi"];

/**
 * Returns the words and chips of a place without messages.
 * @param {object} place
 * @param {object} bot
 * @param {{ask: function(string), inline: function(string)}} on
 */
export function emptyState(place, bot, on) {
  const own = place.chat.type === "private";
  const tries = own ? EXAMPLES.map((words) => [words, () => on.ask(words)]) : groupTries(bot, on);
  return h("div.empty-card", {},
    avatar(place.name, own ? bot.id : place.chat.id),
    h("h2", { dir: "auto" }, place.name),
    h("p", {}, "Preview: a miniature Telegram on this computer. Nothing leaves it."),
    h("p.empty-hint", {}, own ? "Ask a question in your own words, or try one of these:" : "In a group the bot answers when it is asked: by command, by its name, or as a reply to it."),
    h("div.chips", {}, ...tries.map(([label, act]) => h("button.chip", { type: "button", dir: "auto", "data-testid": "example", onclick: act }, label))),
    own ? h("button.start", { type: "button", "data-testid": "start", onclick: () => on.ask("/start") }, "Start") : null);
}

function groupTries(bot, on) {
  const [first] = EXAMPLES;
  return [
    [`/ask ${first}`, () => on.ask(`/ask@${bot.username} ${first}`)],
    [`@${bot.username} ${first}`, () => on.inline(first)],
  ];
}
