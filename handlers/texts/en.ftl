# Everything the bot says. Values in { } arrive escaped where the message is HTML.

start =
    <b>Ask me what happened.</b> I search news articles and answer with sentences quoted word for word: who said them, who published them, and where that outlet got them.

    Send a question, a link, or a paragraph to trace.
start-example-1 = harbour strike
start-example-2 = Who reported the flood?
help =
    <b>How to ask</b>
    Send a few words, for example <code>{ $example }</code>, and I’ll find the articles that match best. You can also use:
    • <code>"exact words"</code> · <code>-without</code> · <code>this OR that</code> · <code>begin*</code>
    • <code>{ $source }</code> · <code>by:name</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · last week · since October
    Paste a link or a paragraph to see who published it and who else reports it. Edit your question and the answer updates. Reply /ask to any message, or to a part you quote, to see who says it.

    <b>Commands</b>
    { $commands }

    In groups, use /ask, mention me, or reply to me. In any other chat, type <code>{ $bot }</code> and your question.
help-operators = <b>For operators</b>
bot-description = Ask me what happened, and I answer with sentences quoted word for word from news articles: who said them, who published them, and where that outlet got them. Follow a topic with /subscribe and hear of each story once.
bot-description-short = News, word for word: who says it, who published it, and where they got it.
command-start = What I can do
command-help = How to ask, and all commands
command-ask = Ask a question (in groups)
command-latest = Latest articles, optionally on a topic
command-top = Top stories of a day, week or month
top-title = <b>Top stories</b> · { $period }
top-title-topic = <b>Top stories</b> on “{ $topic }” · { $period }
top-nearest = There was no news in the time you asked for. This is the nearest I have:
top-nothing-newer = I have nothing newer than this:
top-nothing-topic = No article is about “{ $topic }”.
top-hidden = This chat’s /settings hide every article I could show here. Check its article languages and hidden publishers.
top-period-24 = last 24 hours
top-period-168 = last 7 days
top-period-720 = last 30 days
top-period-all = all time
arrivals = { $count ->
    [one] <b>1 new article</b> since then:
   *[other] <b>{ $count } new articles</b> since then:
  }
arrivals-least = { $count ->
    [one] <b>At least 1 new article</b> since then:
   *[other] <b>At least { $count } new articles</b> since then:
  }
arrivals-none = Nothing new since then.
button-arrivals = What’s new?
command-trends = Chart of how often a topic was covered
command-timeline = Timeline of a story
command-said = What somebody says
command-corrections = What outlets corrected or withdrew
command-about = What the archive holds

ask-for-words = Tell me what to look for: a name, a place, or what happened. For example: { $example }
no-words = I can’t find any words in that. Send me a name, a place, or what happened.
greeting-hello = Hello! Ask me about a name, a place or an event, for example { $example }. See /help for more.
greeting-thanks = You’re welcome! Ask me anything else, for example { $example }. See /help for what else I can do.
only-words = I can only read text, not voice messages, pictures or videos. Write what you want to know, for example { $example }, or paste a link or a paragraph.
guest-how = Reply to a message and mention me: I’ll say which articles have its words and where they come from. Or ask a question after my name.
button-ask-bot = Ask me more
last-page = That’s everything I have on this. Tap a number above to read more of an article.
unknown-command = I don’t know that command. See /help for the list. Anything else you send is treated as a question.
query-error = I can’t read that question (character { $position }): { $problem }
too-fast = That’s a lot of requests at once. Please wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
  }, then try again.
not-invited = This bot is private. To get access, send its operator your id: { $id }
privacy =
    <b>What I store</b>
    • <b>In this chat</b>: your questions and the messages you trace, for as long as the buttons under my answers work (30 days); which message answers which; your alerts and settings, until you delete them; the notifications your alerts sent.
    • <b>About you</b>: your Telegram id and the language of your app. Apart from the messages I am answering, no name, no phone number, no contacts.
    • <b>In groups</b>: the same for the group, and who saved each alert.
    • <b>Reports of wrong sources</b>: the story, what you say is wrong, and your Telegram id, until an operator has reviewed it.
    • <b>Feeds you suggest</b>: the address and your Telegram id, until 30 days after an operator has decided.
    • <b>Messages I am answering</b>: as Telegram sends them, with your name, until they are answered, usually within a second. After that, for two days, only numbers (of the chat, the message and the answer) and a checksum.
    • <b>Mentions in chats I’m not in</b>: Telegram sends me only that message and the one it replies to. Everybody in the chat sees my answer; I keep neither, nor who is in the chat.
    • <b>Inline questions</b> aren’t stored. Nothing you write appears in logs. Nothing is shared with anyone except Telegram, which delivers our messages.

    /export sends you your alerts and settings as a file. /forget_me deletes everything about you immediately, including from the database file. Backups made by the bot’s operator are theirs to delete.
privacy-judgements = <b>👍 and 👎</b>: the operator of this bot keeps your verdict with your Telegram id, the question, and the articles and sentences shown, to test answers. /forget_me deletes them too.
judgement-kept = Thank you! Your verdict helps to test answers. See /privacy
judgement-off = Verdicts are no longer kept here.
expired = This message is more than 30 days old, so its buttons no longer work. Please ask again.
failed = Something went wrong on my end, and the error was logged. Please try again.
search-unavailable = Search is unavailable at the moment. Please try again in a minute.

problem-common = these words are too common to search for; add a more specific one.
problem-bracket-open = unclosed bracket at { $position }; I closed it at the end.
problem-bracket-closed = unmatched closing bracket at { $position }; I ignored it.
problem-quote = unmatched quotation mark at { $position }; I ignored it.
problem-or = OR needs a word on each side.
problem-not = NOT needs a word after it.
problem-field = I don’t know the field <code>{ $field }:</code> at { $position }; I searched for the words after it.
problem-deep = too many nested brackets.
problem-empty = nothing after <code>{ $field }:</code> at { $position }; I ignored it.
problem-date = <code>{ $field }:{ $value }</code> at { $position } isn’t a date I recognise, so I ignored it. Write it like <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> is too short: use at least { $letters } letters before the *.
problem-long = I used only the first { $words } words.
article-gone = That article is no longer available. Please ask again.
article-unquotable = That article no longer has any sentences to quote. Please ask again.

not-understood = I didn’t understand part of that: { $problem }
searched-instead = Showing results for <b>{ $instead }</b> instead of “{ $word }”.
searched-also = Also searched: { $words }
credit = — { $label }
credit-via = { $speaker }, via { $outlet }
cites = cites { $outlets }
by = by { $author }
undated = no date
about-date = date estimated
story-size = { $outlets ->
    [one] 1 outlet
   *[other] { $outlets } outlets
  }, { $origins ->
    [one] 1 independent origin
   *[other] { $origins } independent origins
  }
story-size-unknown = { $articles ->
    [one] 1 article of unknown origin
   *[other] { $articles } articles of unknown origin
  }
other-outlets = +{ $outlets ->
    [one] 1 outlet
   *[other] { $outlets } outlets
  }, { $origins ->
    [one] 1 origin
   *[other] { $origins } origins
  }
source-unknown = publisher unknown
notice-samples = Sample articles, invented for trying the bot.
notice-stale = The newest article here is from { $newest }, so I may be missing recent news.
notice-unreachable = I haven’t been able to reach { $feeds } since { $since }, so I may be missing recent news.
notice-cut = Your question was too long, so I used only the first { $length } characters.
notice-language = No article here is in { $absent }. There are articles in { $languages }; to search those, ask in { $count ->
    [1] that language
   *[other] one of those languages
  }.
notice-letters = A search only finds articles in the same alphabet. There are also articles in { $languages }; to search those, ask in { $count ->
    [1] that language
   *[other] one of those languages
  }.
notice-more-languages = { $languages } and others

nothing = <b>Nothing found.</b>
nothing-unknown = No article mentions { $words }.
not-about = <b>Nothing here covers all of that.</b>
not-quoted = Nobody called “{ $speaker }” is quoted about that.
not-credited = None of these sentences is credited to “{ $speaker }”.
closest = The closest articles:
other-time = <b>Nothing is from that time.</b> The nearest:
less-close = { $count ->
    [one] 1 less relevant result ▸
   *[other] { $count } less relevant results ▸
  }
below-cut = Less relevant:
follow-up = Following up on “{ $previous }”
quoted-word = “{ $word }”
nothing-period = { $count ->
    [one] 1 article matches outside the chosen period.
   *[other] { $count } articles match outside the chosen period.
  }
nothing-filters = { $count ->
    [one] 1 article has these words but doesn’t match your filters.
   *[other] { $count } articles have these words but don’t match your filters.
  }
nothing-left-out = Articles hidden by this chat’s /settings: { $count }.
nothing-suggest = Did you mean:
nothing-corpus = { $articles ->
    [0] There are no articles yet.
    [one] I searched 1 article, from { $newest }.
   *[other] I searched { $articles } articles; the newest is from { $newest }.
  }

pasted-found = <b>This text is from [1].</b> Below: who else reports it, then similar articles.
pasted-nearest = <b>I don’t have that text.</b> The most similar articles:
pasted-unknown-link = <b>I don’t have that page.</b> Paste a paragraph from it and I’ll look for who else reports it.
pasted-nothing = <b>I have nothing similar to that text.</b>
pasted-carried = <b>{ $count ->
    [one] 1 article here has these words:
   *[other] { $count } articles here have these words, earliest first:
  }</b>
pasted-carried-in-part = <b>{ $count ->
    [one] 1 article here has part of this:
   *[other] { $count } articles here have at least part of this:
  }</b>
pasted-not-carried = <b>No article here has these words.</b> The most similar ones:

card-focused = Relevant to your question:
card-gist = Summary:
card-empty = This article has no sentences to quote.
correction-corrected = ✎ Corrected { $at }
correction-updated = ✎ Updated { $at }
correction-withdrawn = ✗ Withdrawn { $at }
pasted-withdrawn = Others still report this story:
withdrawn-alone = Nobody else here reports this story.
change-headline = Headline:
corrections-title = <b>Recent corrections</b>
corrections-title-topic = <b>Recent corrections: { $topic }</b>
corrections-none = No outlet in the archive has corrected or withdrawn an article lately.
corrections-none-topic = No recent corrections of articles about { $topic }.
context-place = Sentence { $number } of { $of } from the summary, in its original context:
similar = <b>Similar to</b> { $title }
similar-none = No similar articles.
speaker = <b>{ $speaker }</b>: latest statements
speaker-on = <b>{ $speaker }</b> on “{ $topic }”: latest statements
speaker-none = Nobody called “{ $speaker }” is quoted here.
speaker-none-on = Nobody called “{ $speaker }” is quoted about “{ $topic }” here.
speaker-range = { $first }–{ $last } of { $count }
outlets = <b>Who reported it, and from where</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
difference = ⚖ <b>Outlets differ</b> on { $thing }: { $versions }
difference-later = <b>Figures over time</b> on { $thing }: { $versions }
difference-denied = ⚖ <b>Said and denied</b>: { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-thing = “{ $noun }”
difference-of = { $thing } ({ $noun })
differs-dead = the dead
differs-injured = the injured
differs-missing = the missing
differs-arrested = arrests
differs-evacuated = evacuations
differs-rescued = the rescued
differs-abducted = hostages
differs-aboard = people on board
differs-magnitude = the magnitude
differs-homes = damaged homes
differs-powerless = people without power
differs-age = the age
differs-day = the day
differs-date = the date
differs-time = the time
differs-counted = a figure
story-also = Also in { $languages }
sisters = <b>The same event in other languages</b>: { $title }
sisters-none = No articles in other languages are about this event.
story-added = <b>What each outlet added</b>, newest first
story-repeats = repeats { $outlet }
story-repeats-itself = repeats itself
story-more = … and { $count ->
    [one] 1 more new sentence
   *[other] { $count } more new sentences
  }

history-how = What about? For example: <code>{ $command } { $example }</code>. The search syntax in /help works here too.
history-nothing = <b>No matches.</b> No dated article has all of these words.
pictures-missing = No chart: matplotlib isn’t installed on this server.
trend-articles = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
  }
trend-day = per day
trend-week = per week
trend-month = per month
trend-peak-day = Peak: { $count } on { $when }
trend-peak-week = Peak: { $count } in the week of { $when }
trend-peak-month = Peak: { $count } in { $when }
trend-others = { $count ->
    [one] 1 other
   *[other] { $count } others
  }
trend-undated = { $count ->
    [one] 1 more article has no date.
   *[other] { $count } more articles have no date.
  }
timeline-stories = { $stories ->
    [one] 1 story
   *[other] { $stories } stories
  }
timeline-some = the { $shown } most relevant of { $stories } stories
timeline-origins = { $origins ->
    [one] 1 origin
   *[other] { $origins } origins
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }; the newest is from { $newest }.
    Publishers: { $publishers }

    Answers are ranked with BM25 and quote articles word for word. Nothing is rewritten or generated.
about-samples = { $samples ->
    [one] 1 of them is a sample, made up for trying the bot.
   *[other] { $samples } of them are samples, made up for trying the bot.
  }
about-empty = There are no articles yet.

button-previous = ◀
button-next = ▶
button-page = Page { $page }/{ $pages }
button-more = More ▸
button-filter = Filter
button-options = Options
button-exact = Search “{ $word }” exactly
button-relevance = Relevance
button-newest = Newest
button-chosen = • { $label }
button-period-24 = 24 h
button-period-168 = 7 d
button-period-720 = 30 d
button-period-all = All
button-context = In context
button-source = Read article ↗
button-similar = Similar articles
button-speaker = More by { $speaker }
button-changes = ✎ What changed
button-outlets = Other outlets
button-sisters = 🌐 Other languages
button-report-source = Wrong source?
button-back = ‹ Back
inline-none = Nothing found. Open a chat with me for details

command-follow = Follow a story
command-subscribe = Create an alert for new articles
command-subscriptions = My alerts
command-unsubscribe = Delete an alert
subscribe-how = What should I watch for? For example: <code>/subscribe { $example }</code>. An article must contain every word unless you write OR. The search syntax in /help works here too.
    To post to your channel, put the channel first, in our private chat: <code>/subscribe @channel { $example }</code>
alert-admins-only = Only admins of this group can change its alerts.
alert-preview = <b>New alert</b>: <code>{ $query }</code>
alert-found = Matches in the last 7 days: { $articles ->
    [0] none.
    [one] 1 article.
   *[other] { $articles } articles, { $stories ->
        [one] 1 story.
       *[other] { $stories } stories.
      }
  }
alert-rate-day = Expect about { $count } messages a day.
alert-rate-week = Expect about { $count ->
    [one] 1 message
   *[other] { $count } messages
  } a week.
alert-ever = Earlier matches: { $count ->
    [one] 1 article.
   *[other] { $count } articles.
  }
alert-nothing = ⚠ No article has ever matched this. You can still save it.
alert-wide = ⚠ This is very broad. Add a word, put phrases in "quotes", or choose a daily digest.
alert-everything = This matches nearly every article. Add a word that must appear.
alert-only-common = These words are too common to search for, so this alert would never match. Add a name or a rarer word.
alert-instead = → <code>{ $query }</code> matches { $count ->
    [one] 1 article.
   *[other] { $count } articles.
  }
alert-mistyped = ⚠ No article mentions “{ $word }”. Did you mean { $instead }?
alert-common = ⚠ “{ $word }” appears in half of all articles, so it hardly narrows the search.
alert-fired = It would have matched { $fired } of the { $shown } articles in that answer.
alert-not-fired = ⚠ It would not have matched any of the articles in that answer, so it may miss this story.
button-also = Also: { $query }
button-wider = Use “{ $query }” instead
alert-saved = ✓ <b>Saved.</b> I’ll message you here when a new article matches: once per story, starting now.
alert-paused = Paused.
alert-muted = Muted until { $until }.
alert-deleted = Deleted <code>{ $query }</code>
alert-cancelled = Cancelled. Nothing was saved.
alert-gone = That alert was deleted.
alert-too-many = You’ve reached the limit of { $most ->
    [one] 1 alert
   *[other] { $most } alerts
  }. Delete one first: /subscriptions
alert-why = Alert <code>{ $query }</code>, matched by { $reasons }
alerts-none = No alerts in this chat yet. Send /subscribe and a few words, or tap 🔔 under an answer.
alerts-title = <b>Alerts in this chat</b> ({ $count })
unsubscribe-how = Which one? For example: <code>/unsubscribe 2</code>
button-alert = 🔔 Alert
button-save = Save
button-cancel = Cancel
button-pause = Pause
button-resume = Resume
button-mute = Mute 24 h
alert-corrected = ✎ Corrected since I first sent it.
alert-updated = ✎ Updated since I first sent it.
alert-withdrawn = <s>{ $title }</s>
    This article was withdrawn. Alert <code>{ $query }</code>
alert-withdrawn-other = I first sent this story with an article that has since been withdrawn: { $title }
digest-title = <b>{ $count } stories for your alerts</b>
digest-corrected = corrected
digest-updated = updated

alert-entry = <b>Alert</b> <code>{ $query }</code>
alert-reports-now = Sends immediately.
alert-reports-hourly = Sends an hourly digest, on the hour.
alert-reports-daily = Sends a daily digest at { $time } ({ $zone }).
alert-reports-weekly = Sends a weekly digest on { $weekday } at { $time } ({ $zone }).
alert-reports-briefing = Sends the top stories every day at { $time } ({ $zone }).
briefing-name = Top stories
briefing-name-topic = Top stories: { $topic }
briefing-saved = ✓ <b>Your daily briefing is set.</b>
briefing-ask = Reply with the time for your briefing, for example <code>7:45</code>
button-briefing = ☀ Every day at { $time }
button-briefing-time = Time
button-briefing-stop = Stop this briefing
alert-no-zone = I don’t know your time zone yet. Set it in /settings.
alert-elsewhere = Posts to <b>{ $chat }</b>.
alert-for-channel = For the channel <b>{ $channel }</b>:
alert-share = Anyone who opens this link can add the same alert: { $link }
channel-not-yours = I can’t post to { $channel }. You and I must both be admins of that channel.
draft-ask = Reply with new words to replace <code>{ $query }</code>
reword-ask = Reply with new words for <code>{ $query }</code>. I won’t resend stories you already received; new articles must match the new words.
state-paused = paused
state-muted = muted
mode-now = Immediately
mode-hourly = Hourly
mode-daily = Daily
mode-weekly = Weekly
mode-briefing = Daily briefing
toast-paused = Paused. Resume it here or in /subscriptions.
toast-muted = Muted for 24 hours.
toast-daily = Moved to the daily digest.
button-follow = Follow
button-unfollow = Unfollow
button-follow-again = Follow again
follow-saved = ✓ <b>You’re following this story.</b> I’ll message you here when something new comes up.
follow-no-story = <b>No story here is about that yet.</b> I can watch for new articles instead:
follow-press = You write as the group, so tap <b>Follow</b> to follow this story:
follow-entry = <b>Following</b> { $query }
follow-name = Story: { $title }
follow-why = A story you follow: { $title }
follow-ends = Ends by itself after { $days ->
    [one] 1 day
   *[other] { $days } days
  } without news.
follow-ended = <b>Nothing new for { $days ->
    [one] 1 day
   *[other] { $days } days
  }.</b> I’ve stopped following this story.
alert-reports-follow-now = Sends a new message each time.
alert-reports-update = Keeps one message up to date.
mode-follow-now = New messages
mode-update = One message, updated
development-origin = New independent source: <b>{ $name }</b>
development-figures = New figures: <b>{ $name }</b>
development-correction = Corrected by { $source }: { $name }
development-withdrawal = Withdrawn by { $source }: { $name }
development-speaker = First statement by <b>{ $name }</b>
publisher-muted = Articles from { $publisher } are now hidden. Change this in /settings.
command-unsubscribe_all = Delete all alerts in this chat
unsubscribe-all = Delete { $count ->
    [one] the only alert
   *[other] all { $count } alerts
  } in this chat? I’ll send you a backup file first; /import restores it.
all-deleted = { $count ->
    [one] 1 alert
   *[other] { $count } alerts
  } deleted.
nothing-deleted = Nothing was deleted.
command-export = Export alerts and settings to a file
export-caption = { $count ->
    [one] 1 alert
   *[other] { $count } alerts
  } and this chat’s settings. Restore with /import.
command-import = Import alerts and settings from a file
import-ask = Reply with a file from /export (up to 1 MB).
import-unfit = This isn’t a newsbot export: { $place } is invalid.
import-done = Imported alerts: { $saved } of { $all }, and the settings. See /subscriptions.
command-privacy = What I store about you, and how to delete it
command-forget_me = Delete everything about me
forget-me = This deletes everything I store about you: your alerts in every chat, the notifications they sent, your settings, and the data behind the buttons in this chat. It can’t be undone. Use /export first if you want a copy.
forgotten = Done. I deleted your alerts ({ $alerts }), their notifications ({ $messages }), your settings and everything else about you.
only-in-private = Please send that in our private chat.
command-status = Notifications queued for this chat
status-alerts = { $count ->
    [0] No alerts here.
    [one] 1 alert here.
   *[other] { $count } alerts here.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } paused.
  }
status-nothing = Nothing is queued.
status-waiting = { $count } queued until { $until }.
status-held = { $count } queued until { $until } (Telegram’s rate limit).
status-suspended = { $count } on hold because I can’t post here: { $reason }
status-updates = Some messages to me have been waiting for an answer since { $since }.
command-outbox = Notifications queued for all chats (operators)
operators-only = Only the bot’s operators can do that.
outbox = <b>Outbox</b>: { $waiting } queued, { $postponed } postponed, { $suspended } suspended, { $failed } failed, { $sent } sent.
outbox-oldest = Oldest overdue: { $at }.
outbox-none-due = Nothing is due.
outbox-rate = Sent in the last hour: { $count }.
outbox-postponed = • { $count } × postponed: { $reason }
outbox-suspended = • { $count } × suspended: { $reason }
outbox-given-up = • { $count } × failed: { $reason }
command-settings = Time zone, quiet hours, digests, languages, publishers
command-lang = Language I use here
lang-title = <b>Which language should I use here?</b> This affects my buttons, messages and commands. Articles stay in their own language.
lang-unknown = I don’t speak “{ $word }”. Choose one of these:
lang-automatic = Same as your Telegram app
lang-chosen = ✓ I’ll use <b>{ $name }</b> here.
command-prefer = Show a publisher’s version of a story first
command-mute = Hide a publisher
settings-title = <b>Settings for this chat</b>
settings-lent = ✓ <b>{ $channel }</b> now uses your settings:
settings-zone = Time zone: { $zone }
settings-no-zone = Time zone: not set (using UTC)
settings-quiet = Quiet hours: { $hours }
settings-digest = Digests: at { $time }; weekly on { $weekday }
settings-breaking = Breaking news (three independent origins within an hour) even in quiet hours: { $state }
settings-languages = Article languages: { $languages }
settings-calendar = Dates: { $calendar }
calendar-solar = Solar Hijri
calendar-gregorian = Gregorian
settings-publishers = Publishers: { $preferred } preferred, { $muted } hidden
setting-zone = Time zone
setting-quiet = Quiet hours
setting-digest = Digests
setting-breaking = Breaking news on/off
setting-languages = Languages
setting-calendar = Calendar
setting-publishers = Publishers
publishers =
    <b>Publishers</b>
    Preferred: { $preferred }
    Hidden: { $muted }

    <code>/prefer name</code> shows a publisher’s version of a story first; <code>/mute name</code> hides it. Tap a button to remove one from the list.
zone-ask = Where are you? Reply with a city or country, or share your location with 📎.
zone-unknown = I don’t know “{ $words }”. Try a big city nearby, or a time zone such as Europe/Istanbul.
zone-like = Did you mean { $names }?
publisher-unknown = I don’t know a publisher called “{ $words }”.
quiet-ask = Reply with your quiet hours, for example <code>22:30-7</code>
quiet-off = none
digest-ask = Reply with the time for digests, for example <code>7:45</code>
languages-all = all languages
on = on
off = off
button-change = Change
button-delete = Delete
button-delete-all = Delete { $count }
button-undo = Undo
button-mode = Schedule
button-differences-on = ⚖ Outlets differ: shown ✓
button-differences-off = ⚖ Outlets differ: hidden
button-edit = Edit
button-share = Share
button-cite = Copy citation
button-feed = As a feed
button-story-page = Story page
button-list = All alerts
button-other = Other…
button-fewer = Show less like this
button-no-publisher = Hide { $publisher }
button-daily-instead = Daily digest instead
button-narrow = Change words
button-forget = Delete everything about me

feed-gone-note = <b>{ $name }</b> was switched off: its server says the feed no longer exists. { $url }
command-feeds = News feeds: health, add, pause, remove (operators)
feeds = <b>News feeds</b>: { $count }
feeds-none = No feeds yet. Send /feeds with an address and I’ll check what’s there.
feed-success = last fetched { $at }
feed-never = never fetched
feed-pace = { $items } articles a day
feed-failures = { $count ->
    [one] 1 failure
   *[other] { $count } failures in a row
  }
feed-paused = paused
feed-switched-off = switched off, no longer exists
button-feed-add = Add a feed
button-feed-test = Test
button-feed-remove = Remove
feed-ask = Reply with the address of a feed, or of a page that links to its feeds.
feed-looking = Checking { $url }…
feed-trial = <b>{ $title }</b>. Entries: { $entries }, teasers only: { $teasers }.
feed-trial-newest = Newest: { $at }.
feed-trial-bad = No feed at { $url }: { $problem }.
feed-trial-named = This page links to these feeds. Send one of these lines:
feed-added = Added. Articles already in the feed don’t trigger alerts; new ones do.
feed-known = That feed is already added.
feed-remove-ask = Remove <b>{ $name }</b>? Its articles stay searchable.
feed-missing = That feed has already been removed.
report-ask = <b>What’s wrong with this story’s sources?</b> The bot’s operators will see your report and your Telegram id.
button-report-outlet = The publisher is wrong
button-report-origin = The original source is wrong
button-report-event = These are different events
report-filed = Thank you. The bot’s operators will review it.
report-changed = You’ve already reported this story, so I updated your report.
report-too-many = You’ve reached today’s limit of { $most } reports. Thank you.
command-reports = Reports of wrong sources (operators)
reports = <b>Reports of wrong sources</b>: { $count ->
    [one] 1 story
   *[other] { $count } stories
  }. Tap a number to see the text the sources were read from, or ✓ to close a report.
reports-none = No open reports.
reports-note = New reports of wrong sources: { $count }. See /reports.
report-gone = That article is no longer available.
report-says-outlet = publisher wrong: { $count }
report-says-origin = original source wrong: { $count }
report-says-event = different events: { $count }
report-by = First reported { $at }, by { $people }
report-receipts = <b>Sources, and the text they were read from</b>
button-report-done = ✓ Done
command-suggest = Suggest a news feed
command-suggestions = Feeds that users suggest (operators)
suggest-how = Which feed is missing? Send its address, or that of a page that links to its feeds: <code>/suggest https://site.example/feed</code>. The bot’s operators decide.
suggest-nobody = This bot has no operators who could add feeds.
suggest-queued = Thank you! <b>{ $title }</b> works. I’ve asked the bot’s operators and will tell you what they decide.
suggest-waiting = That feed has been suggested already.
suggest-too-many = You’ve reached the limit of { $most } suggestions for now. Thank you.
suggest-full = Too many suggestions are waiting for the operators right now. Please try again later.
suggest-approved = The feed you suggested was added: <b>{ $title }</b>. You’ll find its articles here in a few minutes.
suggest-declined = The bot’s operators decided against the feed you suggested: <b>{ $title }</b>.
suggestions = <b>Suggested feeds</b>: { $count }. ✓ adds a feed, ✗ declines it.
suggestions-none = No suggestions.
suggestion-note = <b>Suggested feed</b>
suggestion-by = Suggested { $at }, by { $person }
suggestion-approved = ✓ Added: <b>{ $title }</b>
suggestion-declined = ✗ Declined: <b>{ $title }</b>
suggestion-gone = That suggestion no longer exists.
button-approve = ✓ Add this feed
button-decline = ✗ Decline

command-reload = Reload the corpus (operators)
command-rejects = Files and records that could not be imported (operators)
reload-begun = <b>Reload</b>: scanning files…
reload-progress = <b>Reload</b>: { $stage ->
    [looking] scanning files
    [reading] reading changed files ({ $share }%)
    [checking] checking and running test searches
   *[switching] switching
}{ $remaining ->
    [unknown] .
   *[other] , about { $remaining } left.
}
    Until it’s done, answers come from the current corpus.
reload-counts = +{ $added } −{ $removed } ~{ $changed } changed, { $unchanged } unchanged{ $duplicates ->
    [0] {""}
   *[other] , { $duplicates } duplicates
}{ $expired ->
    [0] {""}
   *[other] , { $expired } too old
}
reload-rejected = { $count } rejected: { $reason } ({ $where })
reload-more-reasons = … and { $count } more; the attached file lists all reasons
reload-is-live = <b>Reloaded</b> in { $seconds }.
reload-is-unchanged = <b>Nothing changed</b>: the corpus already matches the folder. Took { $seconds }.
reload-is-failed = <b>Reload failed</b>: { $reason }. The corpus is unchanged.
reload-is-undone = <b>Undone</b>: the corpus is back to what it was before this reload. A restart won’t bring the changes back; /reload will.
reload-is-settled = <b>Reloaded</b>. A later reload has replaced it.
reload-running = A reload is already running (started { $since }).
reload-undoing = A reload is being undone. Please wait a moment.
reload-done-with = That reload can’t be undone: it already was, or a later reload has replaced it.
reload-is-staging = <b>Reload</b> in progress.
reload-alerts-send = Alerts about new articles ({ $count }) are on their way.
reload-alerts-ask = { $share }% of the corpus is new. New articles that match alerts: { $count }. Send these alerts?
reload-alerts-quiet = No alerts were sent about new articles ({ $count }).
button-quietly = Quietly
button-send-alerts = Send alerts
reload-details = <b>Changes in this reload</b>
reload-details-part = { $kind ->
    [added] Added
    [changed] Changed
   *[removed] Removed
}, { $count }:
and-more = … and { $count } more
rejects = <b>Rejects</b>: { $count ->
    [0] none at the last import.
    [one] { $count } file or record could not be imported.
   *[other] { $count } files and records could not be imported.
}
rejected = { $where }: { $reason }
rejects-caption = { $count ->
    [one] { $count } reject
   *[other] { $count } rejects
}: file, line, reason
seconds = { $count } s
minutes = { $minutes } min { $seconds } s
button-details = Details
button-report = ‹ Report
command-stats = Corpus, index, memory, latency, outbox (operators)
stats-corpus = <b>Corpus</b>: { $articles } articles, including { $samples } samples; newest: { $newest }
stats-reload = Last reload: { $state ->
    [staging] in progress
    [undone] undone
    [unchanged] nothing changed
    [failed] failed
   *[done] done
  }; started { $at }
stats-index = <b>Index</b>: { $articles } articles, { $terms } terms, { $segments } segments, { $disk } MB on disk; change { $number }, lag { $behind }
stats-memory = <b>Memory</b>: { $memory } MB
stats-latency = <b>Response time</b> of the last { $count } answers: median { $median } ms, p95 { $p95 } ms, p99 { $p99 } ms
stats-no-latency = <b>Response time</b>: no answers since the start

# Why something went wrong. These follow a colon: no capital letter, no full stop.
why-said = { $words }
why-bug = an error in newsbot itself ({ $error })
why-no-words = it contains no words
why-unreadable = can’t be read ({ $words })
why-file-name = the file name isn’t valid UTF-8; rename it
why-format = unsupported format { $suffix }; supported: { $known }, each also as { $packed }
why-gzip = the compressed data is damaged ({ $words })
why-large = larger than { $megabytes } MB
why-line-long = the line is longer than { $most } bytes
why-json-large = too large for .json; use a .jsonl file with one record per line
why-json = not valid JSON ({ $words })
why-record = not a record with named fields
why-field-missing = the field “{ $field }” is missing
why-field = the field “{ $field }” is invalid ({ $words })
why-xml = not valid XML ({ $words })
why-xml-empty = not valid XML: no root element
why-doctype = it declares a DOCTYPE or entities, which aren’t allowed for security reasons
why-no-records = neither a feed nor articles: no element named { $names }
why-no-feed = not a feed (RSS, Atom or JSON Feed)
why-feed-broken = the feed is too damaged to read ({ $error })
why-feed-empty = the feed has no entries
why-feed-cut = the feed is larger than { $megabytes } MB: only its beginning was read
why-feed-long = the feed has { $all } entries: only the newest { $read } were read
why-no-opml = not an OPML feed list: no outline has an http(s) address in xmlUrl
why-no-article = no article found on the page
why-second-text = “{ $title }”: id { $id } is already used by a different text in { $first }; change one of them
why-status = the server answered { $status }
why-gone = the server says it no longer exists (410)
why-robots = the site’s robots.txt doesn’t allow it
why-redirects = more than { $most } redirects
why-not-public = the address isn’t public
why-no-address = not a web address (http:// or https://)
why-password = addresses that contain a password aren’t fetched
why-address-long = the address is longer than { $most } characters
why-packed = unexpected encoding { $packing }
why-no-connection = no connection
why-no-answer = no response in time
why-slow = no complete response within { $seconds } s
why-broken-off = the connection was lost ({ $error })
why-no-folder = the folder { $folder } doesn’t exist
why-stopping = the bot is shutting down
why-stopped = the bot was stopped before it finished
why-drop = { $removed } of { $before } articles would be removed, more than { $share }%. If that’s intended: <code>/reload anyway</code>, or <code>newsbot reload --anyway</code>
why-smoke = test searches failed: only { $found } of { $asked } new articles were found by their headlines
why-nothing-left = its alert or its articles were deleted
why-dropped = dropped when a backup was restored
why-turn = waiting in line
why-not-invited = not listed in NEWSBOT_ALLOWED_IDS
why-blocked = the bot was blocked here
why-deactivated = the account was deleted
why-kicked = the bot is no longer in the chat
why-no-chat = the chat no longer exists
why-not-begun = the user hasn’t started the bot
why-no-rights = the bot isn’t allowed to post there
why-flood = rate-limited by Telegram
why-lost = no connection to Telegram ({ $words })
why-telegram = Telegram says: { $words }

page-story = Story and sources
page-original = Read the article
page-verbatim = Every sentence is an exact piece of an article. Nothing is rewritten or generated.
page-where = Who has it from whom
page-graph = Filled: where an account comes from. Connected: the outlets that carry it.
page-nameless = names no source
page-timeline = What each outlet added
page-differ = Where outlets differ
page-later = Figures over time
page-corrected = Corrections
page-languages = In other languages
page-share = Share on Telegram
page-gone = This story is not in the archive (any more).
