/** The introduction in an empty chat. */

import { avatar, h } from "./dom.js";

/** Questions about the sample articles. */
const EXAMPLES = ["Moscow meeting intelligence chiefs", "Who reported the flood?", "لقاء موسكو", "Moskova görüşmesi"];

/**
 * Returns the introduction to a place without messages, with examples to click.
 * @param {object} place
 * @param {object} bot
 * @param {{ask: function(string), inline: function(string)}} on
 */
export function emptyState(place, bot, on) {
  const isPrivate = place.chat.type === "private";
  const examples = isPrivate ? EXAMPLES.map((question) => [question, () => on.ask(question)]) : groupExamples(bot, on);
  return h("div.empty-card", {},
    avatar(place.name, isPrivate ? bot.id : place.chat.id),
    h("h2", { dir: "auto" }, place.name),
    h("p", {}, "This preview is a miniature Telegram on this computer. Nothing leaves it."),
    h("p.empty-hint", {}, isPrivate ? "Ask a question in your own words, or try one of these:" : "In groups, the bot answers commands, mentions and replies to its messages. For example:"),
    h("div.chips", {}, ...examples.map(([label, act]) => h("button.chip", { type: "button", dir: "auto", "data-testid": "example", onclick: act }, label))),
    isPrivate ? h("button.start", { type: "button", "data-testid": "start", onclick: () => on.ask("/start") }, "Start") : null);
}

function groupExamples(bot, on) {
  const [first] = EXAMPLES;
  return [
    [`/ask ${first}`, () => on.ask(`/ask@${bot.username} ${first}`)],
    [`@${bot.username} ${first}`, () => on.inline(first)],
  ];
}
