# Every word the bot itself says. Values in { } arrive escaped where the message is HTML.

start =
    <b>Ask me what happened.</b> I look through news articles and answer with their own sentences: each one verbatim, with who said it, who published it and where they had it from.

    Just send a question, a link or a paragraph you want traced.
start-example-1 = Moscow meeting intelligence chiefs
start-example-2 = Who reported the flood?
help =
    <b>How to ask</b>
    Send words, and I rank the articles that hold them. What you can add:
    • <code>"exact words"</code> · <code>-without</code> · <code>this OR that</code> · <code>flood*</code>
    • <code>source:reuters</code> · <code>by:name</code> · <code>lang:ar</code>
    • <code>since:2026-10-01</code> · <code>after:</code> · <code>before:</code> · last week · since October
    Paste a link or a paragraph to see who says it and who else reports it. Edit your question and the answer changes with it.

    <b>Commands</b>
    { $commands }

    In groups: /ask, mention me, or reply to me. In any other chat: type <code>{ $bot }</code> and your words.
command-start = What this bot does
command-help = How to ask, and every command
command-ask = Ask a question (in groups)
command-latest = Newest articles, also by topic
command-trends = How often something was written about, as a picture
command-timeline = The course of a story, as a picture
command-about = What I have read: articles, dates, publishers

ask-for-words = Send me words to look for: a name, a place, what happened. For example: { $example }
no-words = I can't find a word in that. Send me a name, a place, or what happened.
greeting-hello = Hello! Send me a name, a place or what happened, for example { $example }, and I look through the news for it. /help says more.
greeting-thanks = You’re welcome! Send me the next question whenever you like, for example { $example }. /help says what else I can do.
only-words = I can only read words. Send me a question, a link or a paragraph.
unknown-command = I don't know that command. /help lists what I can do; any other text is a question.
query-error = I can't read that question, at character { $position }: { $problem }
too-fast = That was a lot in a short time. Please wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
  }, then ask again.
not-invited = This bot is private. Whoever runs it can let you in; the number to give them is { $id }.
privacy =
    <b>What I keep</b>
    • <b>In this chat</b>: your questions, for as long as the buttons under my answers work (30 days); which message answers which; your alerts and settings, until you delete them; what your alerts told you.
    • <b>Of you</b>: your Telegram number and the language of your app. No name, no phone number, no contacts.
    • <b>In groups</b> the same is kept of the group, and who saved an alert there.
    • <b>Reports of wrong sources</b>: which story, what you say is wrong, and your Telegram number, until they are looked at.
    • <b>Inline questions</b> are not kept. Nothing you write stands in logs, and nothing is passed on to anybody but Telegram, which carries our messages.

    /export gives you your alerts and settings as a file. /forget_me deletes everything about you at once, in the database file too. Copies that whoever runs this bot made of it, as backups, are theirs to delete.
expired = This is older than 30 days and I no longer keep it. Please ask again.
failed = Something went wrong on my side, and it has been noted. Please try again.

problem-common = these words are too common to look up: add a rarer one.
problem-bracket-open = the bracket at { $position } is never closed; it was closed at the end.
problem-bracket-closed = the bracket at { $position } closes nothing; it was left out.
problem-quote = the quotation mark at { $position } has no partner; it was left out.
problem-or = OR needs a word on both sides.
problem-deep = too many brackets inside one another here.
problem-empty = nothing to look for after <code>{ $field }:</code> at { $position }; it was left out.
problem-date = <code>{ $field }:{ $value }</code> at { $position } is no date I know; it was left out. Write <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> is too short: write at least { $letters } letters before the *.
problem-long = only the first { $words } words were read.
article-gone = That article is no longer in the corpus. Please ask again.
article-unquotable = That article has no sentences to quote any more. Please ask again.

not-understood = Not understood: { $problem }
searched-instead = Searched for <b>{ $instead }</b> instead of “{ $word }”.
credit = — { $label }
credit-via = { $speaker }, via { $outlet }
cites = cites { $outlets }
by = by { $author }
undated = no date
about-date = date inferred
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
source-unknown = publisher unknown
notice-samples = Sample articles, invented to try this bot with. They leave once real articles are here.
notice-stale = The newest article here is from { $newest }: there may be later news.
notice-cut = Your question was long; I read its first { $length } characters.
notice-letters = Words find only articles written in the same letters. Also here, in other letters: { $languages }. To search those, ask in their language.

nothing = <b>Nothing found.</b>
nothing-unknown = No article has { $words }.
quoted-word = “{ $word }”
nothing-period = { $count ->
    [one] 1 article is outside the chosen period.
   *[other] { $count } articles are outside the chosen period.
  }
nothing-filters = { $count ->
    [one] 1 article has these words, but is not what you narrowed it to.
   *[other] { $count } articles have these words, but none is what you narrowed it to.
  }
nothing-left-out = Articles that /settings of this chat leave out: { $count }.
nothing-suggest = Did you mean one of these?
nothing-corpus = { $articles ->
    [0] I have not read any articles yet.
    [one] I have read 1 article, from { $newest }.
   *[other] I have read { $articles } articles, the newest from { $newest }.
  }

pasted-found = <b>This is in [1]</b>; below it, who else reports it and what is nearest.
pasted-nearest = <b>I don't have that text.</b> These articles are nearest to it:
pasted-unknown-link = <b>I don't have that page.</b> Paste a paragraph of it, and I look for who else says it.
pasted-nothing = <b>I have nothing like that text.</b>

card-focused = Chosen for your question:
card-gist = In short:
card-empty = This article has no sentences to quote.
context-place = Sentence { $number } of { $of } in the summary, as it stands in the article:
similar = <b>More like</b> { $title }
similar-none = Nothing else here is like it.
outlets = <b>Who repeats whom</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>What each added</b>, newest first
story-repeats = repeats { $outlet }
story-repeats-itself = repeats itself
story-more = … and { $count ->
    [one] 1 more new sentence
   *[other] { $count } more new sentences
  }

history-how = Say about what: <code>{ $command } harbour strike</code>. Everything /help says of questions holds here too.
history-nothing = <b>Nothing to draw.</b> No article with a date has all of these words.
pictures-missing = There is no picture, because matplotlib is not installed here.
trend-articles = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
  }
trend-day = per day
trend-week = per week
trend-month = per month
trend-peak-day = Most on { $when }: { $count }
trend-peak-week = Most in the week from { $when }: { $count }
trend-peak-month = Most in { $when }: { $count }
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
timeline-some = the { $shown } nearest of { $stories } stories
timeline-origins = { $origins ->
    [one] 1 origin
   *[other] { $origins } origins
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, the newest from { $newest }.
    Publishers: { $publishers }

    Answers are ranked with BM25 and quote articles word for word; nothing is rewritten or generated.
about-samples = { $samples ->
    [one] 1 of them is a sample, invented to try the bot with.
   *[other] { $samples } of them are samples, invented to try the bot with.
  }
about-empty = I have not read any articles yet.

button-previous = ◀
button-next = ▶
button-page = Page { $page }/{ $pages }
button-relevance = Relevance
button-newest = Newest
button-chosen = • { $label }
button-period-24 = 24 h
button-period-168 = 7 d
button-period-720 = 30 d
button-period-all = All
button-context = In context
button-source = Read at source ↗
button-similar = More like this
button-outlets = Other outlets
button-report-source = Wrong source?
button-back = ‹ Back
inline-none = Nothing found. Ask me in private for why

command-subscribe = Alert me when news on some words arrives
command-subscriptions = My alerts
command-unsubscribe = Delete an alert
subscribe-how = Write what to look for: <code>/subscribe harbour strike</code>. The alert needs every word, unless you write OR; everything /help says of questions holds here too.
    To have it report in a channel of yours, name the channel first, in our private chat: <code>/subscribe @channel harbour strike</code>
alert-admins-only = Only admins of this group may change its alerts.
alert-preview = <b>New alert</b>: <code>{ $query }</code>
alert-found = In the last 7 days: { $articles ->
    [0] no article.
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
alert-ever = Before that: { $count ->
    [one] 1 article.
   *[other] { $count } articles.
  }
alert-nothing = ⚠ No article here has ever matched this. You can save it all the same.
alert-wide = ⚠ This is wide. Add a word, put words that belong together in "quotes", or take it as a daily digest.
alert-everything = Nearly every article matches this. Name a word that must be there: <code>/subscribe strike -harbour</code>
alert-only-common = These words are too common to look up, so an alert on them would never report anything. Name what it is about: <code>/subscribe harbour strike</code>
alert-instead = → <code>{ $query }</code> has matched { $count ->
    [one] 1 article.
   *[other] { $count } articles.
  }
alert-mistyped = ⚠ No article has “{ $word }”. Did you mean { $instead }?
alert-common = ⚠ “{ $word }” is in half of all articles, so it narrows little.
alert-saved = ✓ <b>Saved.</b> I write here when a new article has it: one message a story, and only what is published from now on.
alert-paused = Paused.
alert-muted = Muted until { $until }.
alert-deleted = Deleted: <code>{ $query }</code>
alert-cancelled = Nothing was saved.
alert-gone = That alert was deleted.
alert-too-many = You have as many alerts as one may have ({ $most }). Delete one first: /subscriptions
alert-why = Alert <code>{ $query }</code>: it has { $reasons }
alerts-none = No alerts here yet. Send /subscribe and some words, or press “Alert me” under an answer.
alerts-title = <b>Alerts of this chat</b> ({ $count })
unsubscribe-how = Say which one: <code>/unsubscribe 2</code>
button-alert = Alert me
button-save = Save
button-cancel = Cancel
button-pause = Pause
button-resume = Resume
button-mute = Mute 24 h
alert-corrected = ✎ Corrected since it was first told here.
alert-withdrawn = <s>{ $title }</s>
    This article was withdrawn. Alert <code>{ $query }</code>
alert-withdrawn-other = First told here by an article that was withdrawn: { $title }
digest-title = <b>{ $count } stories for your alerts</b>
digest-corrected = corrected

alert-entry = <b>Alert</b> <code>{ $query }</code>
alert-reports-now = Reports at once.
alert-reports-hourly = Reports in a digest every full hour.
alert-reports-daily = Reports in a digest every day at { $time } ({ $zone }).
alert-reports-weekly = Reports in a digest every { $weekday } at { $time } ({ $zone }).
alert-no-zone = I don't know your time zone yet: /settings
alert-elsewhere = Reports in <b>{ $chat }</b>.
alert-for-channel = For the channel <b>{ $channel }</b>:
alert-share = Whoever opens this can have the same alert: { $link }
channel-not-yours = I can't write to { $channel }. It must be a channel with you and me among its admins.
draft-ask = Reply with the new words instead of <code>{ $query }</code>
reword-ask = Reply with the new words of <code>{ $query }</code>. What you had matched stays told; from now on I look for the new words.
state-paused = paused
state-muted = muted
mode-now = At once
mode-hourly = Hourly
mode-daily = Daily
mode-weekly = Weekly
told-paused = Paused. Resume it here or in /subscriptions.
told-muted = Muted for 24 hours.
told-daily = From now on in the daily digest.
publisher-muted = { $publisher } is left out from now on. See /settings.
command-unsubscribe_all = Delete every alert of this chat
unsubscribe-all = Delete { $count ->
    [one] the one alert
   *[other] all { $count } alerts
  } of this chat? I send you a file of them first; /import brings them back.
all-deleted = { $count ->
    [one] 1 alert
   *[other] { $count } alerts
  } deleted.
nothing-deleted = Nothing was deleted.
command-export = My alerts and settings as a file
export-caption = { $count ->
    [one] 1 alert
   *[other] { $count } alerts
  } and the settings of this chat. /import reads it back.
command-import = Alerts and settings from a file
import-ask = Reply with the file that /export made (at most 1 MB).
import-unfit = That is no export of mine: { $place } does not fit.
import-done = Read { $saved } of { $all } alerts, and the settings. /subscriptions shows them.
command-privacy = What I keep about you, and how to delete it
command-forget_me = Delete everything kept about me
forget-me = This deletes everything I keep about you: your alerts in every chat, what they sent, your settings, and what the buttons in this chat refer to. It can't be undone. /export first, if you want a copy.
forgotten = Done: your alerts ({ $alerts }), the messages they sent ({ $messages }), your settings and everything else are deleted. I know nothing about you any more.
only-in-private = Please send me that in our private chat.
command-status = What waits for this chat
status-alerts = { $count ->
    [0] No alerts here.
    [one] 1 alert here.
   *[other] { $count } alerts here.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } paused.
  }
status-nothing = Nothing waits.
status-waiting = { $count } waiting until { $until }.
status-held = { $count } waiting until { $until }, Telegram's limit.
status-suspended = { $count } waiting; I can't write here: { $reason }
command-outbox = What waits for all chats (operators)
operators-only = Not allowed: only who runs this bot may do that.
outbox = <b>Outbox</b>: { $waiting } waiting, { $postponed } postponed, { $suspended } suspended, { $failed } given up, { $sent } sent.
outbox-oldest = The oldest one due is from { $at }.
outbox-none-due = None is due.
outbox-rate = Sent in the last hour: { $count }.
outbox-postponed = • { $count } × postponed: { $reason }
outbox-suspended = • { $count } × suspended: { $reason }
outbox-given-up = • { $count } × given up: { $reason }
command-settings = Time zone, quiet hours, digests, languages, publishers
command-lang = Language I speak here
lang-title = <b>Which language shall I speak here?</b> My buttons, messages and commands; articles stay in their own.
lang-unknown = I don’t speak “{ $word }”. These are the languages I know:
lang-automatic = As in your Telegram
command-prefer = Show a publisher's account of a story first
command-mute = Leave a publisher out
settings-title = <b>Settings of this chat</b>
settings-lent = ✓ <b>{ $channel }</b> goes by your settings from now on:
settings-zone = Time zone: { $zone }
settings-no-zone = Time zone: not set, so I go by UTC
settings-quiet = Quiet hours: { $hours }
settings-digest = Digests: at { $time }; the weekly one on { $weekday }
settings-breaking = Breaking news (three independent origins within an hour) at once, quiet or not: { $state }
settings-languages = Articles in: { $languages }
settings-publishers = Publishers: { $preferred } preferred, { $muted } left out
setting-zone = Time zone
setting-quiet = Quiet hours
setting-digest = Digests
setting-breaking = Breaking on/off
setting-languages = Languages
setting-publishers = Publishers
publishers =
    <b>Publishers</b>
    Preferred: { $preferred }
    Left out: { $muted }

    <code>/prefer name</code> shows a publisher's account of a story first, <code>/mute name</code> leaves it out. A button takes one off its list.
zone-ask = Where are you? Reply with a city or country, or send me your location with 📎.
zone-unknown = I don't know the place “{ $words }”. Try the next big city, or a name like Europe/Istanbul.
zone-like = Did you mean { $names }?
quiet-ask = Reply with your quiet hours, like <code>22:30-7</code>
quiet-off = none
digest-ask = Reply with the time for digests, like <code>7:45</code>
languages-all = all languages
on = on
off = off
button-change = Change
button-delete = Delete
button-delete-all = Delete { $count }
button-undo = Undo
button-mode = When
button-edit = Edit
button-share = Share
button-list = All alerts
button-other = Other…
button-fewer = Fewer like this
button-no-publisher = Not from { $publisher }
button-daily-instead = In a daily digest
button-narrow = Other words
button-forget = Delete everything about me

feed-gone-note = <b>{ $name }</b> is switched off: its server says that the feed is gone for good. { $url }
command-feeds = News feeds: health, add, pause, remove (operators)
feeds = <b>News feeds</b>: { $count }
feeds-none = No feeds yet. Send /feeds and an address, and I look at what is there.
feed-success = last success { $at }
feed-never = no success yet
feed-pace = { $items } a day
feed-failures = failures in a row: { $count }
feed-paused = paused
feed-switched-off = switched off, its server says it is gone
button-feed-add = Add a feed
button-feed-test = Test
button-feed-remove = Remove
feed-ask = Reply with the address of a feed, or of a page that names its feeds.
feed-looking = Looking at { $url } …
feed-trial = <b>{ $title }</b>. Entries: { $entries }, of these only teasers: { $teasers }.
feed-trial-newest = The newest is from { $at }.
feed-trial-bad = No feed at { $url }: { $problem }.
feed-trial-named = The page names these feeds; send one of these lines:
feed-added = Added. Its first articles alert nobody; later ones do.
feed-known = That feed is here already.
feed-remove-ask = Remove <b>{ $name }</b>? Its articles stay.
feed-missing = That feed is not here any more.
report-ask = <b>What is wrong with this story's sources?</b> Whoever runs this bot sees your report, with your Telegram number, and looks at it.
button-report-outlet = The publisher is wrong
button-report-origin = The original source is wrong
button-report-event = These are different events
report-filed = Thank you. Whoever runs this bot will look at it.
report-changed = You had reported this story before; your report now says this.
report-too-many = That is enough for today: { $most } reports a day are the most. Thank you.
command-reports = Reports of wrong sources (operators)
reports = <b>Reports of wrong sources</b>: { $count ->
    [one] 1 story
   *[other] { $count } stories
  }. A number shows the words that the sources were read from; ✓ takes a story off the list.
reports-none = No reports of wrong sources are open.
reports-note = New reports of wrong sources: { $count }. /reports lists them.
report-gone = That article is no longer in the corpus.
report-says-outlet = publisher wrong: { $count }
report-says-origin = original source wrong: { $count }
report-says-event = different events: { $count }
report-by = First reported { $at }, by { $people }
report-receipts = <b>Sources, and the words they were read from</b>
button-report-done = ✓ Done

command-reload = Read the corpus anew (operators)
command-rejects = What could not be taken in (operators)
reload-begun = <b>Reload</b>: looking at the files…
reload-progress = <b>Reload</b>: { $stage ->
    [looking] looking at the files
    [reading] reading, { $share }% of the files that changed
    [checking] checking and asking smoke questions
   *[switching] switching
}{ $remaining ->
    [unknown] .
   *[other] , about { $remaining } left.
}
    Questions are answered from the corpus as it was.
reload-counts = +{ $added } −{ $removed } ~{ $changed } changed, { $unchanged } unchanged{ $duplicates ->
    [0] {""}
   *[other] , { $duplicates } duplicates
}{ $expired ->
    [0] {""}
   *[other] , { $expired } too old
}
reload-rejected = { $count } rejected: { $reason } ({ $where })
reload-more-reasons = … and { $count } more reasons; the file has them all
reload-is-live = <b>Reloaded</b> in { $seconds }.
reload-is-unchanged = <b>Nothing changed</b>: the corpus is as the folder is. Took { $seconds }.
reload-is-failed = <b>Not reloaded</b>: { $reason }. The corpus is as it was.
reload-is-undone = <b>Undone</b>: the corpus is as it was before this reload. Starting anew does not bring it back; /reload does.
reload-is-settled = <b>Reloaded</b>; another reload came after it.
reload-running = A reload is under way since { $since }; it was not begun a second time.
reload-undoing = A reload is being undone; please wait a moment.
reload-done-with = That reload can't be undone: it is undone, or another one came after it.
reload-is-staging = <b>Reload</b> under way.
reload-details = <b>What the reload changed</b>
reload-details-part = { $kind ->
    [added] Added
    [changed] Changed
   *[removed] Removed
}, { $count }:
and-more = … and { $count } more
rejects = <b>Rejects</b>: { $count ->
    [0] none at the last read.
    [one] { $count } file or record could not be taken in.
   *[other] { $count } files and records could not be taken in.
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
stats-corpus = <b>Corpus</b>: { $articles } articles, samples among them: { $samples }; newest: { $newest }
stats-reload = Last reload: { $state ->
    [staging] under way
    [undone] undone
    [unchanged] nothing changed
    [failed] failed
   *[done] done
  }; begun { $at }
stats-index = <b>Index</b>: { $articles } articles, { $terms } terms, segments: { $segments }, { $disk } MB on disk; at change { $number }, behind: { $behind }
stats-memory = <b>Memory</b>: { $memory } MB
stats-latency = <b>Answers</b>, the last { $count }: half within { $median } ms, 95% within { $p95 } ms, 99% within { $p99 } ms
stats-no-latency = <b>Answers</b>: none yet since the start

# Why something went wrong: told after a colon, so without a capital or a full stop.
why-said = { $words }
why-bug = an error in newsbot itself ({ $error })
why-no-words = it holds no words
why-unreadable = it can’t be read ({ $words })
why-file-name = the file’s name is not valid UTF-8; rename it
why-format = { $suffix } is no format I read; I read { $known }, each also as { $packed }
why-gzip = its packing is broken ({ $words })
why-large = larger than { $megabytes } MB
why-line-long = the line is longer than { $most } bytes
why-json-large = too large for .json: write one record a line in a .jsonl file
why-json = not JSON ({ $words })
why-record = not a record with named fields
why-field-missing = the field “{ $field }” is missing
why-field = the field “{ $field }” does not fit ({ $words })
why-xml = not XML ({ $words })
why-xml-empty = not XML: it holds no element
why-doctype = it declares a DOCTYPE or entities, which I don’t take from strangers
why-no-records = neither a feed nor articles: no element is named { $names }
why-no-feed = not a feed: neither RSS nor Atom nor JSON Feed
why-feed-broken = a feed too broken to be read ({ $error })
why-feed-empty = a feed without entries
why-no-opml = not a list of feeds: no outline has an http(s) address in xmlUrl
why-no-article = no article found on the page
why-second-text = “{ $title }”: its id { $id } was given to another text before, in { $first }; change one
why-status = its server answered { $status }
why-gone = its server says that it is gone for good (410)
why-robots = its site asks robots not to read it (robots.txt)
why-redirects = more than { $most } redirects
why-not-public = the address is not public
why-no-address = not a web address: I read http:// and https:// only
why-password = an address with a password in it is not read
why-address-long = the address is longer than { $most } characters
why-packed = packed as { $packing }, which was not asked for
why-no-connection = no connection
why-no-answer = no answer in time
why-slow = no whole answer within { $seconds } s
why-broken-off = the connection broke off ({ $error })
why-no-folder = the folder { $folder } is not there
why-stopping = the program is being stopped
why-stopped = the program was stopped in the middle of it
why-drop = { $removed } of { $before } articles would go, more than { $share }%; if that is right: <code>/reload anyway</code>, or <code>newsbot reload --anyway</code>
why-smoke = smoke questions failed: of { $asked } new articles, { $found } were found by their headlines
why-nothing-left = its alert or its articles are gone
why-dropped = dropped when a backup was restored
why-turn = waiting for its turn
why-not-invited = it is not among NEWSBOT_ALLOWED_IDS
why-blocked = the bot was blocked here
why-deactivated = the account was deleted
why-kicked = the bot is not in the chat any more
why-no-chat = there is no such chat any more
why-not-begun = the person has not started the bot
why-no-rights = the bot may not write there
why-flood = Telegram asks to wait
why-lost = no connection to Telegram ({ $words })
why-telegram = Telegram says: { $words }
