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

    In groups: /ask, mention me, or reply to me. In any other chat: type <code>@{ $bot }</code> and your words.
command-start = What this bot does
command-help = How to ask, and every command
command-ask = Ask a question (in groups)
command-latest = Newest articles, also by topic
command-about = What I have read: articles, dates, publishers

ask-for-words = Send me words to look for: a name, a place, what happened. For example: { $example }
no-words = I can't find a word in that. Send me a name, a place, or what happened.
only-words = I can only read words. Send me a question, a link or a paragraph.
unknown-command = I don't know that command. /help lists what I can do; any other text is a question.
query-error = I can't read that question, at character { $position }: { $problem }
expired = This is older than 30 days and I no longer keep it. Please ask again.
failed = Something went wrong on my side, and it has been noted. Please try again.

not-understood = Not understood: { $problem }
searched-instead = Searched for <b>{ $instead }</b> instead of “{ $word }”.
credit = — { $label }
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
source-unknown = publisher unknown
notice-samples = Sample articles, invented to try this bot with. They leave once real articles are here.
notice-stale = The newest article here is from { $newest }: there may be later news.
notice-cut = Your question was long; I read its first { $length } characters.

nothing = <b>Nothing found.</b>
nothing-unknown = No article has { $words }.
nothing-period = { $count ->
    [one] 1 article is outside the chosen period.
   *[other] { $count } articles are outside the chosen period.
  }
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
button-back = ‹ Back
inline-none = Nothing found. Ask me in private for why

command-subscribe = Alert me when news on some words arrives
command-subscriptions = My alerts
command-unsubscribe = Delete an alert
subscribe-how = Write what to look for: <code>/subscribe harbour strike</code>. The alert needs every word, unless you write OR; everything /help says of questions holds here too.
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
alert-wide = ⚠ This is wide. Add a word, or put words that belong together in "quotes".
alert-everything = ⚠ This matches nearly everything: add a word that must be there.
alert-mistyped = ⚠ No article has “{ $word }”. Did you mean { $instead }?
alert-common = ⚠ “{ $word }” is in half of all articles, so it narrows little.
alert-saved = ✓ <b>Alert saved</b>: <code>{ $query }</code>
    I write here when a new article has it: one message a story, and only what is published from now on.
alert-paused = <b>Paused</b>: <code>{ $query }</code>
alert-muted = <b>Muted for 24 hours</b>: <code>{ $query }</code>
alert-deleted = Deleted: <code>{ $query }</code>
alert-cancelled = Nothing was saved.
alert-gone = That alert was deleted.
alert-too-many = You have { $most } alerts, which is the most one may have. Delete one first: /subscriptions
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
button-delete = Delete
alert-corrected = ✎ Corrected since it was first told here.
alert-withdrawn = <s>{ $title }</s>
    This article was withdrawn. Alert <code>{ $query }</code>
alert-withdrawn-other = First told here by an article that was withdrawn: { $title }
digest-title = <b>{ $count } stories for your alerts</b>
digest-corrected = corrected
