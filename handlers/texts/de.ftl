# Alles, was der Bot sagt. Werte in { } kommen maskiert an, wenn die Nachricht HTML ist.

start =
    <b>Frag mich, was passiert ist.</b> Ich durchsuche Nachrichtenartikel und antworte mit wörtlichen Zitaten: wer es gesagt hat, wer es veröffentlicht hat und woher das Medium es hat.

    Schick mir eine Frage, einen Link oder einen Absatz, dessen Herkunft du wissen möchtest.
start-example-1 = Hafen Streik
start-example-2 = Wer hat über das Hochwasser berichtet?
help =
    <b>So fragst du</b>
    Schick mir ein paar Wörter, zum Beispiel <code>{ $example }</code>, und ich suche die Artikel, die am besten passen. Du kannst auch Folgendes verwenden:
    • <code>"genauer Wortlaut"</code> · <code>-ohne</code> · <code>dies OR das</code> · <code>Anfang*</code>
    • <code>{ $source }</code> · <code>by:Name</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · letzte Woche · seit Oktober
    Füge einen Link oder einen Absatz ein, um zu sehen, wer ihn veröffentlicht hat und wer sonst noch darüber berichtet. Wenn du deine Frage bearbeitest, ändert sich auch die Antwort. Antworte mit /ask auf eine Nachricht oder auf eine zitierte Stelle, um zu sehen, wer das sagt.

    <b>Befehle</b>
    { $commands }

    In Gruppen: Nutze /ask, erwähne mich oder antworte mir. In jedem anderen Chat: Tippe <code>{ $bot }</code> und deine Frage.
help-operators = <b>Für Betreiber</b>
bot-description = Frag mich, was passiert ist. Ich antworte mit wörtlichen Sätzen aus Nachrichtenartikeln: wer sie gesagt hat, wer sie veröffentlicht hat und woher das Medium sie hat. Mit /subscribe folgst du einem Thema und hörst von jedem Ereignis genau einmal.
bot-description-short = Nachrichten im Wortlaut: wer es sagt, wer es veröffentlicht hat und woher es stammt.
command-start = Was ich kann
command-help = So fragst du – und alle Befehle
command-ask = Eine Frage stellen (in Gruppen)
command-latest = Neueste Artikel, auf Wunsch zu einem Thema
command-top = Top-Themen des Tages, der Woche oder des Monats
top-title = <b>Top-Themen</b> · { $period }
top-title-topic = <b>Top-Themen</b> zu „{ $topic }“ · { $period }
top-nearest = Für diesen Zeitraum gibt es keine Nachrichten. Zeitlich am nächsten liegen:
top-nothing-newer = Neueres habe ich nicht:
top-nothing-topic = Zu „{ $topic }“ gibt es keine Artikel.
top-hidden = Die /settings dieses Chats blenden alle Artikel aus, die ich hier zeigen könnte. Prüfe die Artikelsprachen und die ausgeblendeten Medien.
top-period-24 = letzte 24 Stunden
top-period-168 = letzte 7 Tage
top-period-720 = letzte 30 Tage
top-period-all = gesamter Zeitraum
arrivals = { $count ->
    [one] <b>1 neuer Artikel</b> seitdem:
   *[other] <b>{ $count } neue Artikel</b> seitdem:
  }
arrivals-least = { $count ->
    [one] <b>Mindestens 1 neuer Artikel</b> seitdem:
   *[other] <b>Mindestens { $count } neue Artikel</b> seitdem:
  }
arrivals-none = Seitdem nichts Neues.
button-arrivals = Was ist neu?
command-trends = Diagramm: Wie oft wurde über ein Thema berichtet?
command-timeline = Zeitleiste eines Ereignisses
command-said = Was jemand sagt
command-corrections = Was Medien berichtigt oder zurückgezogen haben
command-about = Was das Archiv enthält

ask-for-words = Wonach soll ich suchen? Schick mir einen Namen, einen Ort oder ein Ereignis. Zum Beispiel: { $example }
no-words = Darin finde ich keine Wörter. Schick mir einen Namen, einen Ort oder ein Ereignis.
greeting-hello = Hallo! Frag mich nach einem Namen, einem Ort oder einem Ereignis, zum Beispiel { $example }. Mehr dazu unter /help.
greeting-thanks = Gern geschehen! Frag mich gern noch etwas, zum Beispiel { $example }. Was ich sonst noch kann, steht unter /help.
only-words = Ich kann nur Text lesen, keine Sprachnachrichten, Bilder oder Videos. Schreib, was du wissen willst, zum Beispiel { $example }, oder füge einen Link oder einen Absatz ein.
guest-how = Antworte auf eine Nachricht und erwähne mich: Ich sage, in welchen Artikeln diese Worte stehen und woher sie kommen. Oder stell nach meinem Namen eine Frage.
button-ask-bot = Mich mehr fragen
last-page = Mehr habe ich dazu nicht. Tippe oben auf eine Nummer, um mehr von einem Artikel zu lesen.
unknown-command = Diesen Befehl kenne ich nicht. Alle Befehle findest du unter /help. Alles andere, was du schickst, behandle ich als Frage.
query-error = Ich kann diese Frage nicht lesen (Zeichen { $position }): { $problem }
too-fast = Das sind viele Anfragen auf einmal. Bitte warte { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
  } und versuch es dann noch einmal.
not-invited = Dieser Bot ist privat. Wenn du Zugang möchtest, schick dem Betreiber deine ID: { $id }
privacy =
    <b>Was ich speichere</b>
    • <b>In diesem Chat</b>: deine Fragen und die Nachrichten, deren Herkunft du suchst, solange die Buttons unter meinen Antworten funktionieren (30 Tage); welche Nachricht zu welcher Antwort gehört; deine Alerts und Einstellungen, bis du sie löschst; die Benachrichtigungen deiner Alerts.
    • <b>Über dich</b>: deine Telegram-ID und die Sprache deiner App. Außer in Nachrichten, die ich gerade beantworte: keinen Namen, keine Telefonnummer, keine Kontakte.
    • <b>In Gruppen</b>: dasselbe für die Gruppe und wer welchen Alert gespeichert hat.
    • <b>Hinweise auf falsche Quellen</b>: das Ereignis, was du beanstandest und deine Telegram-ID, bis ein Betreiber den Hinweis geprüft hat.
    • <b>Feeds, die du vorschlägst</b>: die Adresse und deine Telegram-ID, bis 30 Tage nach der Entscheidung eines Betreibers.
    • <b>Nachrichten, die ich gerade beantworte</b>: so, wie Telegram sie schickt, mit deinem Namen, bis sie beantwortet sind, meist eine Sekunde lang. Danach zwei Tage lang nur Nummern (von Chat, Nachricht und Antwort) und eine Prüfsumme.
    • <b>Erwähnungen in Chats, in denen ich nicht bin</b>: Telegram schickt mir nur diese Nachricht und die, auf die sie antwortet. Meine Antwort sehen alle im Chat; ich behalte weder die Nachrichten noch, wer im Chat ist.
    • <b>Inline-Fragen</b> werden nicht gespeichert. Nichts, was du schreibst, erscheint in Protokollen. Nichts wird weitergegeben, außer an Telegram, das unsere Nachrichten zustellt.

    /export schickt dir deine Alerts und Einstellungen als Datei. /forget_me löscht sofort alles über dich, auch aus der Datenbankdatei. Sicherungskopien des Betreibers muss er selbst löschen.
privacy-judgements = <b>👍 und 👎</b>: Der Betreiber dieses Bots speichert dein Urteil mit deiner Telegram-ID, der Frage und den gezeigten Artikeln und Sätzen, um Antworten zu prüfen. /forget_me löscht auch das.
judgement-kept = Danke! Dein Urteil hilft, Antworten zu prüfen. Siehe /privacy
judgement-off = Urteile werden hier nicht mehr gespeichert.
expired = Diese Nachricht ist über 30 Tage alt, deshalb funktionieren ihre Buttons nicht mehr. Bitte frag noch einmal.
failed = Bei mir ist etwas schiefgelaufen; der Fehler wurde protokolliert. Bitte versuch es noch einmal.
search-unavailable = Die Suche ist gerade nicht verfügbar. Bitte versuch es in einer Minute noch einmal.

problem-common = diese Wörter sind zu häufig für eine Suche; füge ein genaueres hinzu.
problem-bracket-open = offene Klammer an Stelle { $position }; ich habe sie am Ende geschlossen.
problem-bracket-closed = schließende Klammer ohne Gegenstück an Stelle { $position }; ich habe sie ignoriert.
problem-quote = Anführungszeichen ohne Gegenstück an Stelle { $position }; ich habe es ignoriert.
problem-or = OR braucht auf jeder Seite ein Wort.
problem-not = nach NOT muss ein Wort folgen.
problem-field = das Feld <code>{ $field }:</code> an Stelle { $position } kenne ich nicht; ich habe nach den Wörtern dahinter gesucht.
problem-deep = zu viele verschachtelte Klammern.
problem-empty = nichts nach <code>{ $field }:</code> an Stelle { $position }; ich habe es ignoriert.
problem-date = <code>{ $field }:{ $value }</code> an Stelle { $position } erkenne ich nicht als Datum, deshalb habe ich es ignoriert. Schreib es so: <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> ist zu kurz: Vor dem * müssen mindestens { $letters } Buchstaben stehen.
problem-long = ich habe nur die ersten { $words } Wörter verwendet.
article-gone = Dieser Artikel ist nicht mehr verfügbar. Bitte frag noch einmal.
article-unquotable = Dieser Artikel enthält keine zitierbaren Sätze mehr. Bitte frag noch einmal.

not-understood = Einen Teil davon habe ich nicht verstanden: { $problem }
searched-instead = Ergebnisse für <b>{ $instead }</b> statt „{ $word }“.
searched-also = Auch gesucht: { $words }
credit = — { $label }
credit-via = { $speaker }, laut { $outlet }
cites = zitiert { $outlets }
by = von { $author }
undated = ohne Datum
about-date = Datum geschätzt
story-size = { $outlets ->
    [one] 1 Medium
   *[other] { $outlets } Medien
  }, { $origins ->
    [one] 1 unabhängige Quelle
   *[other] { $origins } unabhängige Quellen
  }
story-size-unknown = { $articles ->
    [one] 1 Artikel unbekannter Herkunft
   *[other] { $articles } Artikel unbekannter Herkunft
  }
other-outlets = +{ $outlets ->
    [one] 1 Medium
   *[other] { $outlets } Medien
  }, { $origins ->
    [one] 1 Quelle
   *[other] { $origins } Quellen
  }
source-unknown = Medium unbekannt
notice-samples = Erfundene Beispielartikel zum Ausprobieren.
notice-stale = Der neueste Artikel hier ist vom { $newest }; aktuelle Nachrichten fehlen also möglicherweise.
notice-unreachable = { $feeds }: seit { $since } nicht erreichbar. Aktuelle Nachrichten fehlen also möglicherweise.
notice-cut = Deine Frage war zu lang, deshalb habe ich nur die ersten { $length } Zeichen verwendet.
notice-language = Hier gibt es keine Artikel in dieser Sprache: { $absent }. Es gibt Artikel in { $count ->
    [1] dieser Sprache
   *[other] diesen Sprachen
  }: { $languages }. Um sie zu durchsuchen, frag in { $count ->
    [1] jener Sprache
   *[other] einer dieser Sprachen
  }.
notice-letters = Eine Suche findet nur Artikel in derselben Schrift. Es gibt auch Artikel in { $count ->
    [1] dieser Sprache
   *[other] diesen Sprachen
  }: { $languages }. Um sie zu durchsuchen, frag in { $count ->
    [1] jener Sprache
   *[other] einer dieser Sprachen
  }.
notice-more-languages = { $languages } und weitere

nothing = <b>Nichts gefunden.</b>
nothing-unknown = In keinem Artikel kommt { $words } vor.
not-about = <b>Kein Artikel hier deckt all das ab.</b>
not-quoted = Dazu wird niemand namens „{ $speaker }“ zitiert.
not-credited = Keiner dieser Sätze wird „{ $speaker }“ zugeschrieben.
closest = Am nächsten kommen:
other-time = <b>Aus dieser Zeit gibt es nichts.</b> Am nächsten liegen:
less-close = { $count ->
    [one] 1 weniger passender Treffer ▸
   *[other] { $count } weniger passende Treffer ▸
  }
below-cut = Weniger passend:
follow-up = Anschlussfrage zu „{ $previous }“
quoted-word = „{ $word }“
nothing-period = { $count ->
    [one] 1 Artikel passt, liegt aber außerhalb des gewählten Zeitraums.
   *[other] { $count } Artikel passen, liegen aber außerhalb des gewählten Zeitraums.
  }
nothing-filters = { $count ->
    [one] 1 Artikel enthält diese Wörter, passt aber nicht zu deinen Filtern.
   *[other] { $count } Artikel enthalten diese Wörter, passen aber nicht zu deinen Filtern.
  }
nothing-left-out = Durch die /settings dieses Chats ausgeblendete Artikel: { $count }.
nothing-suggest = Meintest du:
nothing-corpus = { $articles ->
    [0] Es gibt noch keine Artikel.
    [one] Ich habe 1 Artikel durchsucht, vom { $newest }.
   *[other] Ich habe { $articles } Artikel durchsucht; der neueste ist vom { $newest }.
  }

pasted-found = <b>Dieser Text stammt aus [1].</b> Darunter: wer sonst noch darüber berichtet, dann ähnliche Artikel.
pasted-nearest = <b>Diesen Text habe ich nicht.</b> Die ähnlichsten Artikel:
pasted-unknown-link = <b>Diese Seite habe ich nicht.</b> Füge einen Absatz daraus ein, und ich suche, wer sonst noch darüber berichtet.
pasted-nothing = <b>Ich habe nichts, was diesem Text ähnelt.</b>
pasted-carried = <b>{ $count ->
    [one] 1 Artikel enthält diese Worte:
   *[other] { $count } Artikel enthalten diese Worte, der älteste zuerst:
  }</b>
pasted-carried-in-part = <b>{ $count ->
    [one] 1 Artikel enthält einen Teil davon:
   *[other] { $count } Artikel enthalten mindestens einen Teil davon:
  }</b>
pasted-not-carried = <b>Kein Artikel hier enthält diese Worte.</b> Die ähnlichsten:

card-focused = Passend zu deiner Frage:
card-gist = Zusammenfassung:
card-empty = Dieser Artikel enthält keine zitierbaren Sätze.
correction-corrected = ✎ Berichtigt { $at }
correction-updated = ✎ Aktualisiert { $at }
correction-withdrawn = ✗ Zurückgezogen { $at }
pasted-withdrawn = Andere berichten weiterhin darüber:
withdrawn-alone = Niemand sonst hier berichtet darüber.
change-headline = Überschrift:
corrections-title = <b>Neueste Berichtigungen</b>
corrections-title-topic = <b>Neueste Berichtigungen: { $topic }</b>
corrections-none = Zuletzt hat kein Medium im Archiv einen Artikel berichtigt oder zurückgezogen.
corrections-none-topic = Keine neueren Berichtigungen in Artikeln zu { $topic }.
context-place = Satz { $number } von { $of } der Zusammenfassung im ursprünglichen Zusammenhang:
similar = <b>Ähnlich wie</b> { $title }
similar-none = Keine ähnlichen Artikel.
speaker = <b>{ $speaker }</b>: neueste Aussagen
speaker-on = <b>{ $speaker }</b> zu „{ $topic }“: neueste Aussagen
speaker-none = Hier wird niemand namens „{ $speaker }“ zitiert.
speaker-none-on = Hier wird niemand namens „{ $speaker }“ zu „{ $topic }“ zitiert.
speaker-range = { $first }–{ $last } von { $count }
outlets = <b>Wer berichtet hat, und woher es stammt</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
difference = ⚖ <b>Angaben weichen ab</b> · { $thing }: { $versions }
difference-later = <b>Angaben im Lauf der Zeit</b> · { $thing }: { $versions }
difference-denied = ⚖ <b>Behauptet und bestritten</b>: { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-thing = „{ $noun }“
difference-of = { $thing } ({ $noun })
differs-dead = Tote
differs-injured = Verletzte
differs-missing = Vermisste
differs-arrested = Festnahmen
differs-evacuated = Evakuierte
differs-rescued = Gerettete
differs-abducted = Geiseln
differs-aboard = Menschen an Bord
differs-magnitude = Stärke
differs-homes = beschädigte Häuser
differs-powerless = Menschen ohne Strom
differs-age = Alter
differs-day = Tag
differs-date = Datum
differs-time = Uhrzeit
differs-counted = eine Zahl
story-also = Auch auf { $languages }
sisters = <b>Dasselbe Ereignis in anderen Sprachen</b>: { $title }
sisters-none = In anderen Sprachen gibt es keine Artikel zu diesem Ereignis.
story-added = <b>Was jedes Medium ergänzt hat</b>, Neuestes zuerst
story-repeats = wiederholt { $outlet }
story-repeats-itself = wiederholt sich selbst
story-more = … und { $count ->
    [one] 1 weiterer neuer Satz
   *[other] { $count } weitere neue Sätze
  }

history-how = Worum geht es? Zum Beispiel: <code>{ $command } { $example }</code>. Die Suchsyntax aus /help gilt auch hier.
history-nothing = <b>Keine Treffer.</b> Kein datierter Artikel enthält alle diese Wörter.
pictures-missing = Kein Diagramm: matplotlib ist auf diesem Server nicht installiert.
trend-articles = { $articles ->
    [one] 1 Artikel
   *[other] { $articles } Artikel
  }
trend-day = pro Tag
trend-week = pro Woche
trend-month = pro Monat
trend-peak-day = Höchstwert: { $count } am { $when }
trend-peak-week = Höchstwert: { $count } in der Woche ab { $when }
trend-peak-month = Höchstwert: { $count } im { $when }
trend-others = { $count ->
    [one] 1 weiteres
   *[other] { $count } weitere
  }
trend-undated = { $count ->
    [one] 1 weiterer Artikel hat kein Datum.
   *[other] { $count } weitere Artikel haben kein Datum.
  }
timeline-stories = { $stories ->
    [one] 1 Ereignis
   *[other] { $stories } Ereignisse
  }
timeline-some = die { $shown } relevantesten von { $stories } Ereignissen
timeline-origins = { $origins ->
    [one] 1 Quelle
   *[other] { $origins } Quellen
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] 1 Artikel
       *[other] { $articles } Artikel
    }; der neueste ist vom { $newest }.
    Medien: { $publishers }

    Antworten werden mit BM25 sortiert und zitieren Artikel wörtlich. Nichts wird umgeschrieben oder generiert.
about-samples = { $samples ->
    [one] 1 davon ist ein Beispielartikel, zum Ausprobieren des Bots erfunden.
   *[other] { $samples } davon sind Beispielartikel, zum Ausprobieren des Bots erfunden.
  }
about-empty = Es gibt noch keine Artikel.

button-previous = ◀
button-next = ▶
button-page = Seite { $page }/{ $pages }
button-more = Mehr ▸
button-filter = Filtern
button-options = Optionen
button-exact = Genau „{ $word }“ suchen
button-relevance = Relevanz
button-newest = Neueste
button-chosen = • { $label }
button-period-24 = 24 Std.
button-period-168 = 7 Tage
button-period-720 = 30 Tage
button-period-all = Alle
button-context = Im Zusammenhang
button-source = Artikel lesen ↗
button-similar = Ähnliche Artikel
button-speaker = Mehr von { $speaker }
button-changes = ✎ Änderungen
button-outlets = Andere Medien
button-sisters = 🌐 Andere Sprachen
button-report-source = Falsche Quelle?
button-back = ‹ Zurück
inline-none = Nichts gefunden. Details gibt es im Chat mit mir

command-follow = Einem Ereignis folgen
command-subscribe = Alert für neue Artikel anlegen
command-subscriptions = Meine Alerts
command-unsubscribe = Einen Alert löschen
subscribe-how = Wonach soll ich Ausschau halten? Zum Beispiel: <code>/subscribe { $example }</code>. Ein Artikel muss alle Wörter enthalten, außer du schreibst OR. Die Suchsyntax aus /help gilt auch hier.
    Soll der Alert in deinem Kanal erscheinen, nenn in unserem privaten Chat zuerst den Kanal: <code>/subscribe @channel { $example }</code>
alert-admins-only = Nur Admins dieser Gruppe können ihre Alerts ändern.
alert-preview = <b>Neuer Alert</b>: <code>{ $query }</code>
alert-found = Treffer in den letzten 7 Tagen: { $articles ->
    [0] keine.
    [one] 1 Artikel.
   *[other] { $articles } Artikel, { $stories ->
        [one] 1 Ereignis.
       *[other] { $stories } Ereignisse.
      }
  }
alert-rate-day = Rechne mit etwa { $count } Nachrichten am Tag.
alert-rate-week = Rechne mit etwa { $count ->
    [one] 1 Nachricht
   *[other] { $count } Nachrichten
  } pro Woche.
alert-ever = Frühere Treffer: { $count ->
    [one] 1 Artikel.
   *[other] { $count } Artikel.
  }
alert-nothing = ⚠ Dazu hat noch nie ein Artikel gepasst. Speichern kannst du den Alert trotzdem.
alert-wide = ⚠ Das ist sehr allgemein. Füge ein Wort hinzu, setz feste Wortfolgen in "Anführungszeichen" oder wähl eine tägliche Übersicht.
alert-everything = Das passt auf fast jeden Artikel. Füge ein Wort hinzu, das vorkommen muss.
alert-only-common = Diese Wörter sind zu häufig für eine Suche, der Alert würde also nie etwas finden. Füge einen Namen oder ein selteneres Wort hinzu.
alert-instead = → Zu <code>{ $query }</code> { $count ->
    [one] passt 1 Artikel.
   *[other] passen { $count } Artikel.
  }
alert-mistyped = ⚠ „{ $word }“ kommt in keinem Artikel vor. Meintest du { $instead }?
alert-common = ⚠ „{ $word }“ kommt in der Hälfte aller Artikel vor und schränkt die Suche kaum ein.
alert-fired = Dieser Alert hätte zu { $fired } von { $shown } Artikeln dieser Antwort gepasst.
alert-not-fired = ⚠ Dieser Alert hätte zu keinem Artikel dieser Antwort gepasst und könnte dieses Ereignis verpassen.
button-also = Auch: { $query }
button-wider = Stattdessen „{ $query }“
alert-saved = ✓ <b>Gespeichert.</b> Ab jetzt schreibe ich dir hier, wenn ein neuer Artikel passt: einmal pro Ereignis.
alert-paused = Pausiert.
alert-muted = Stummgeschaltet bis { $until }.
alert-deleted = Gelöscht: <code>{ $query }</code>
alert-cancelled = Abgebrochen. Nichts wurde gespeichert.
alert-gone = Dieser Alert wurde gelöscht.
alert-too-many = Du hast das Limit von { $most ->
    [one] 1 Alert
   *[other] { $most } Alerts
  } erreicht. Lösch zuerst einen: /subscriptions
alert-why = Alert <code>{ $query }</code>, Treffer für { $reasons }
alerts-none = In diesem Chat gibt es noch keine Alerts. Schick /subscribe und ein paar Wörter, oder tippe unter einer Antwort auf 🔔.
alerts-title = <b>Alerts in diesem Chat</b> ({ $count })
unsubscribe-how = Welchen? Zum Beispiel: <code>/unsubscribe 2</code>
button-alert = 🔔 Alert
button-save = Speichern
button-cancel = Abbrechen
button-pause = Pausieren
button-resume = Fortsetzen
button-mute = 24 Std. stumm
alert-corrected = ✎ Berichtigt, seit ich es dir geschickt habe.
alert-updated = ✎ Aktualisiert, seit ich es dir geschickt habe.
alert-withdrawn = <s>{ $title }</s>
    Dieser Artikel wurde zurückgezogen. Alert <code>{ $query }</code>
alert-withdrawn-other = Zu diesem Ereignis hatte ich dir einen Artikel geschickt, der inzwischen zurückgezogen wurde: { $title }
digest-title = <b>{ $count } Ereignisse zu deinen Alerts</b>
digest-corrected = berichtigt
digest-updated = aktualisiert

alert-entry = <b>Alert</b> <code>{ $query }</code>
alert-reports-now = Meldet sich sofort.
alert-reports-hourly = Schickt stündlich eine Übersicht, zur vollen Stunde.
alert-reports-daily = Schickt jeden Tag um { $time } eine Übersicht ({ $zone }).
alert-reports-weekly = Schickt jeden { $weekday } um { $time } eine Übersicht ({ $zone }).
alert-reports-briefing = Schickt jeden Tag um { $time } die Top-Themen ({ $zone }).
briefing-name = Top-Themen
briefing-name-topic = Top-Themen: { $topic }
briefing-saved = ✓ <b>Dein tägliches Briefing ist eingerichtet.</b>
briefing-ask = Antworte mit der Uhrzeit für dein Briefing, zum Beispiel <code>7:45</code>
button-briefing = ☀ Jeden Tag um { $time }
button-briefing-time = Uhrzeit
button-briefing-stop = Briefing beenden
alert-no-zone = Deine Zeitzone kenne ich noch nicht. Leg sie unter /settings fest.
alert-elsewhere = Postet in <b>{ $chat }</b>.
alert-for-channel = Für den Kanal <b>{ $channel }</b>:
alert-share = Wer diesen Link öffnet, kann denselben Alert anlegen: { $link }
channel-not-yours = Ich kann nicht in { $channel } posten. Du und ich müssen beide Admins dieses Kanals sein.
draft-ask = Antworte mit neuen Wörtern, die <code>{ $query }</code> ersetzen
reword-ask = Antworte mit neuen Wörtern für <code>{ $query }</code>. Ereignisse, die du schon bekommen hast, schicke ich nicht noch einmal; neue Artikel müssen zu den neuen Wörtern passen.
state-paused = pausiert
state-muted = stumm
mode-now = Sofort
mode-hourly = Stündlich
mode-daily = Täglich
mode-weekly = Wöchentlich
mode-briefing = Tägliches Briefing
toast-paused = Pausiert. Fortsetzen kannst du hier oder unter /subscriptions.
toast-muted = Für 24 Stunden stummgeschaltet.
toast-daily = In die tägliche Übersicht verschoben.
button-follow = Folgen
button-unfollow = Nicht mehr folgen
button-follow-again = Wieder folgen
follow-saved = ✓ <b>Du folgst diesem Ereignis.</b> Ich schreibe dir hier, sobald es etwas Neues gibt.
follow-no-story = <b>Dazu gibt es hier noch kein Ereignis.</b> Ich kann stattdessen auf neue Artikel achten:
follow-press = Du schreibst im Namen der Gruppe. Tippe auf <b>Folgen</b>, um diesem Ereignis zu folgen:
follow-entry = <b>Du folgst:</b> { $query }
follow-name = Ereignis: { $title }
follow-why = Ereignis, dem du folgst: { $title }
follow-ends = Endet von selbst nach { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
  } ohne Neuigkeiten.
follow-ended = <b>Seit { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
  } nichts Neues.</b> Ich folge diesem Ereignis nicht mehr.
alert-reports-follow-now = Schickt jedes Mal eine neue Nachricht.
alert-reports-update = Hält eine Nachricht auf dem neuesten Stand.
mode-follow-now = Neue Nachrichten
mode-update = Eine, laufend aktualisiert
development-origin = Neue unabhängige Quelle: <b>{ $name }</b>
development-figures = Neue Zahlen: <b>{ $name }</b>
development-correction = Berichtigt von { $source }: { $name }
development-withdrawal = Zurückgezogen von { $source }: { $name }
development-speaker = Erste Aussage von <b>{ $name }</b>
publisher-muted = Artikel von { $publisher } sind jetzt ausgeblendet. Ändern kannst du das unter /settings.
command-unsubscribe_all = Alle Alerts in diesem Chat löschen
unsubscribe-all = { $count ->
    [one] Den einzigen Alert
   *[other] Alle { $count } Alerts
  } in diesem Chat löschen? Vorher schicke ich dir eine Sicherungsdatei; mit /import stellst du sie wieder her.
all-deleted = { $count ->
    [one] 1 Alert
   *[other] { $count } Alerts
  } gelöscht.
nothing-deleted = Es wurde nichts gelöscht.
command-export = Alerts und Einstellungen als Datei exportieren
export-caption = { $count ->
    [one] 1 Alert
   *[other] { $count } Alerts
  } und die Einstellungen dieses Chats. Mit /import wiederherstellen.
command-import = Alerts und Einstellungen aus einer Datei importieren
import-ask = Antworte mit einer Datei aus /export (höchstens 1 MB).
import-unfit = Das ist kein newsbot-Export: { $place } ist ungültig.
import-done = Alerts importiert: { $saved } von { $all }, dazu die Einstellungen. Siehe /subscriptions.
command-privacy = Was ich über dich speichere und wie du es löschst
command-forget_me = Alles über mich löschen
forget-me = Das löscht alles, was ich über dich gespeichert habe: deine Alerts in allen Chats, ihre Benachrichtigungen, deine Einstellungen und die Daten hinter den Buttons in diesem Chat. Es lässt sich nicht rückgängig machen. Wenn du eine Kopie willst, nutze vorher /export.
forgotten = Erledigt. Ich habe deine Alerts ({ $alerts }), ihre Benachrichtigungen ({ $messages }), deine Einstellungen und alles andere über dich gelöscht.
only-in-private = Bitte schick das in unserem privaten Chat.
command-status = Benachrichtigungen in der Warteschlange dieses Chats
status-alerts = { $count ->
    [0] Keine Alerts hier.
    [one] 1 Alert hier.
   *[other] { $count } Alerts hier.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } pausiert.
  }
status-nothing = Die Warteschlange ist leer.
status-waiting = { $count } in der Warteschlange bis { $until }.
status-held = { $count } in der Warteschlange bis { $until } (Sendelimit von Telegram).
status-suspended = { $count } zurückgestellt, weil ich hier nicht posten kann: { $reason }
status-updates = Einige Nachrichten an mich warten seit { $since } auf eine Antwort.
command-outbox = Benachrichtigungen in der Warteschlange aller Chats (Betreiber)
operators-only = Das können nur die Betreiber des Bots.
outbox = <b>Postausgang</b>: { $waiting } in der Warteschlange, { $postponed } verschoben, { $suspended } ausgesetzt, { $failed } fehlgeschlagen, { $sent } gesendet.
outbox-oldest = Am längsten überfällig: { $at }.
outbox-none-due = Nichts ist fällig.
outbox-rate = In der letzten Stunde gesendet: { $count }.
outbox-postponed = • { $count } × verschoben: { $reason }
outbox-suspended = • { $count } × ausgesetzt: { $reason }
outbox-given-up = • { $count } × fehlgeschlagen: { $reason }
command-settings = Zeitzone, Ruhezeit, Übersichten, Sprachen, Medien
command-lang = Sprache, die ich hier verwende
lang-title = <b>Welche Sprache soll ich hier verwenden?</b> Das gilt für meine Buttons, Nachrichten und Befehle. Artikel bleiben in ihrer eigenen Sprache.
lang-unknown = „{ $word }“ spreche ich nicht. Wähl eine dieser Sprachen:
lang-automatic = Wie in deiner Telegram-App
lang-chosen = ✓ Ich verwende hier <b>{ $name }</b>.
command-prefer = Die Version eines Mediums zuerst zeigen
command-mute = Ein Medium ausblenden
settings-title = <b>Einstellungen für diesen Chat</b>
settings-lent = ✓ <b>{ $channel }</b> nutzt jetzt deine Einstellungen:
settings-zone = Zeitzone: { $zone }
settings-no-zone = Zeitzone: nicht festgelegt (UTC gilt)
settings-quiet = Ruhezeit: { $hours }
settings-digest = Übersichten: um { $time }; wöchentlich am { $weekday }
settings-breaking = Eilmeldungen (drei unabhängige Quellen innerhalb einer Stunde) auch in der Ruhezeit: { $state }
settings-languages = Artikelsprachen: { $languages }
settings-calendar = Datumsangaben: { $calendar }
calendar-solar = iranischer Sonnenkalender
calendar-gregorian = gregorianisch
settings-publishers = Medien: { $preferred } bevorzugt, { $muted } ausgeblendet
setting-zone = Zeitzone
setting-quiet = Ruhezeit
setting-digest = Übersichten
setting-breaking = Eilmeldungen an/aus
setting-languages = Sprachen
setting-calendar = Kalender
setting-publishers = Medien
publishers =
    <b>Medien</b>
    Bevorzugt: { $preferred }
    Ausgeblendet: { $muted }

    <code>/prefer Name</code> zeigt die Version eines Mediums zuerst; <code>/mute Name</code> blendet es aus. Tippe auf einen Button, um ein Medium aus der Liste zu entfernen.
zone-ask = Wo bist du? Antworte mit einer Stadt oder einem Land, oder teil mit 📎 deinen Standort.
zone-unknown = „{ $words }“ kenne ich nicht. Versuch es mit einer Großstadt in der Nähe oder einer Zeitzone wie Europe/Istanbul.
zone-like = Meintest du { $names }?
publisher-unknown = Ein Medium namens „{ $words }“ kenne ich nicht.
quiet-ask = Antworte mit deiner Ruhezeit, zum Beispiel <code>22:30-7</code>
quiet-off = keine
digest-ask = Antworte mit der Uhrzeit für Übersichten, zum Beispiel <code>7:45</code>
languages-all = alle Sprachen
on = an
off = aus
button-change = Ändern
button-delete = Löschen
button-delete-all = { $count } löschen
button-undo = Rückgängig
button-mode = Zeitplan
button-differences-on = ⚖ Abweichungen: an ✓
button-differences-off = ⚖ Abweichungen: aus
button-edit = Bearbeiten
button-share = Teilen
button-cite = Zitat kopieren
button-feed = Als Feed
button-story-page = Seite zum Ereignis
button-list = Alle Alerts
button-other = Andere …
button-fewer = Weniger davon zeigen
button-no-publisher = { $publisher } ausblenden
button-daily-instead = Nur tägliche Übersicht
button-narrow = Wörter ändern
button-forget = Alles über mich löschen

feed-gone-note = <b>{ $name }</b> wurde abgeschaltet: Laut Server existiert der Feed nicht mehr. { $url }
command-feeds = Feeds: Zustand, hinzufügen, pausieren, entfernen (Betreiber)
feeds = <b>Nachrichten-Feeds</b>: { $count }
feeds-none = Noch keine Feeds. Schick /feeds mit einer Adresse, und ich sehe nach, was dort ist.
feed-success = zuletzt abgerufen { $at }
feed-never = noch nie abgerufen
feed-pace = { $items } Artikel pro Tag
feed-failures = { $count ->
    [one] 1 Fehlschlag
   *[other] { $count } Fehlschläge in Folge
  }
feed-paused = pausiert
feed-switched-off = abgeschaltet, existiert nicht mehr
button-feed-add = Feed hinzufügen
button-feed-test = Testen
button-feed-remove = Entfernen
feed-ask = Antworte mit der Adresse eines Feeds oder einer Seite, die auf ihre Feeds verlinkt.
feed-looking = Prüfe { $url } …
feed-trial = <b>{ $title }</b>. Einträge: { $entries }, davon nur Anreißer: { $teasers }.
feed-trial-newest = Neuester: { $at }.
feed-trial-bad = Kein Feed unter { $url }: { $problem }.
feed-trial-named = Diese Seite verlinkt auf die folgenden Feeds. Schick eine dieser Zeilen:
feed-added = Hinzugefügt. Artikel, die schon im Feed sind, lösen keine Alerts aus; neue schon.
feed-known = Dieser Feed ist schon hinzugefügt.
feed-remove-ask = <b>{ $name }</b> entfernen? Die Artikel bleiben durchsuchbar.
feed-missing = Dieser Feed wurde schon entfernt.
report-ask = <b>Was stimmt an den Quellen dieses Ereignisses nicht?</b> Die Betreiber des Bots sehen deinen Hinweis und deine Telegram-ID.
button-report-outlet = Medium ist falsch
button-report-origin = Ursprungsquelle ist falsch
button-report-event = Verschiedene Ereignisse
report-filed = Danke. Die Betreiber des Bots prüfen das.
report-changed = Du hattest zu diesem Ereignis schon einen Hinweis gegeben; ich habe ihn aktualisiert.
report-too-many = Du hast das heutige Limit von { $most } Hinweisen erreicht. Danke.
command-reports = Hinweise auf falsche Quellen (Betreiber)
reports = <b>Hinweise auf falsche Quellen</b>: { $count ->
    [one] 1 Ereignis
   *[other] { $count } Ereignisse
  }. Tippe auf eine Zahl, um den Text zu sehen, aus dem die Quellen abgelesen wurden, oder auf ✓, um einen Hinweis zu schließen.
reports-none = Keine offenen Hinweise.
reports-note = Neue Hinweise auf falsche Quellen: { $count }. Siehe /reports.
report-gone = Dieser Artikel ist nicht mehr verfügbar.
report-says-outlet = Medium falsch: { $count }
report-says-origin = Ursprungsquelle falsch: { $count }
report-says-event = verschiedene Ereignisse: { $count }
report-by = Zuerst gemeldet { $at } von { $people }
report-receipts = <b>Quellen und der Text, aus dem sie abgelesen wurden</b>
button-report-done = ✓ Erledigt
command-suggest = Einen Feed vorschlagen
command-suggestions = Feeds, die Nutzer vorschlagen (Betreiber)
suggest-how = Welcher Feed fehlt? Schick seine Adresse oder die einer Seite, die auf ihre Feeds verlinkt: <code>/suggest https://site.example/feed</code>. Die Betreiber des Bots entscheiden.
suggest-nobody = Dieser Bot hat keine Betreiber, die Feeds hinzufügen könnten.
suggest-queued = Danke! <b>{ $title }</b> funktioniert. Ich habe die Betreiber des Bots gefragt und sage dir, wie sie entscheiden.
suggest-waiting = Dieser Feed wurde schon vorgeschlagen.
suggest-too-many = Du hast das Limit von { $most } Vorschlägen vorerst erreicht. Danke.
suggest-full = Gerade warten zu viele Vorschläge auf die Betreiber. Bitte versuch es später noch einmal.
suggest-approved = Der Feed, den du vorgeschlagen hast, wurde hinzugefügt: <b>{ $title }</b>. Seine Artikel findest du hier in ein paar Minuten.
suggest-declined = Die Betreiber des Bots haben sich gegen den Feed entschieden, den du vorgeschlagen hast: <b>{ $title }</b>.
suggestions = <b>Vorgeschlagene Feeds</b>: { $count }. ✓ fügt einen Feed hinzu, ✗ lehnt ihn ab.
suggestions-none = Keine Vorschläge.
suggestion-note = <b>Vorgeschlagener Feed</b>
suggestion-by = Vorgeschlagen { $at } von { $person }
suggestion-approved = ✓ Hinzugefügt: <b>{ $title }</b>
suggestion-declined = ✗ Abgelehnt: <b>{ $title }</b>
suggestion-gone = Diesen Vorschlag gibt es nicht mehr.
button-approve = ✓ Hinzufügen
button-decline = ✗ Ablehnen

command-reload = Korpus neu laden (Betreiber)
command-rejects = Dateien und Datensätze, die nicht importiert werden konnten (Betreiber)
reload-begun = <b>Neuladen</b>: Dateien werden durchsucht …
reload-progress = <b>Neuladen</b>: { $stage ->
    [looking] Dateien werden durchsucht
    [reading] geänderte Dateien werden gelesen ({ $share } %)
    [checking] Prüfung und Testsuchen laufen
   *[switching] Umschaltung läuft
}{ $remaining ->
    [unknown] .
   *[other] , noch etwa { $remaining }.
}
    Bis dahin kommen Antworten aus dem bisherigen Korpus.
reload-counts = +{ $added } −{ $removed } ~{ $changed } geändert, { $unchanged } unverändert{ $duplicates ->
    [0] {""}
   *[other] , { $duplicates } doppelt
}{ $expired ->
    [0] {""}
   *[other] , { $expired } zu alt
}
reload-rejected = { $count } abgelehnt: { $reason } ({ $where })
reload-more-reasons = … und { $count } weitere; die angehängte Datei enthält alle Gründe
reload-is-live = <b>Neu geladen</b> in { $seconds }.
reload-is-unchanged = <b>Keine Änderungen</b>: Das Korpus entspricht bereits dem Ordner. Dauer: { $seconds }.
reload-is-failed = <b>Neuladen fehlgeschlagen</b>: { $reason }. Das Korpus ist unverändert.
reload-is-undone = <b>Rückgängig gemacht</b>: Das Korpus ist wieder wie vor diesem Neuladen. Ein Neustart bringt die Änderungen nicht zurück; /reload schon.
reload-is-settled = <b>Neu geladen</b>. Ein späteres Neuladen hat diesen Stand ersetzt.
reload-running = Es wird bereits neu geladen (seit { $since }).
reload-undoing = Ein Neuladen wird gerade rückgängig gemacht. Bitte warte einen Moment.
reload-done-with = Dieses Neuladen lässt sich nicht rückgängig machen: Es wurde schon rückgängig gemacht oder durch ein späteres ersetzt.
reload-is-staging = <b>Neuladen</b> läuft.
reload-alerts-send = Alerts zu neuen Artikeln ({ $count }) sind unterwegs.
reload-alerts-ask = { $share } % des Korpus sind neu. Neue Artikel, zu denen es Alerts gibt: { $count }. Sollen sie gesendet werden?
reload-alerts-quiet = Zu neuen Artikeln ({ $count }) wurden keine Alerts gesendet.
button-quietly = Ohne Alerts
button-send-alerts = Alerts senden
reload-details = <b>Änderungen bei diesem Neuladen</b>
reload-details-part = { $kind ->
    [added] Neu
    [changed] Geändert
   *[removed] Entfernt
}, { $count }:
and-more = … und { $count } weitere
rejects = <b>Abgelehnt</b>: { $count ->
    [0] nichts beim letzten Import.
    [one] { $count } Datei oder Datensatz konnte nicht importiert werden.
   *[other] { $count } Dateien und Datensätze konnten nicht importiert werden.
}
rejected = { $where }: { $reason }
rejects-caption = { $count ->
    [one] { $count } abgelehnt
   *[other] { $count } abgelehnt
}: Datei, Zeile, Grund
seconds = { $count } s
minutes = { $minutes } min { $seconds } s
button-details = Details
button-report = ‹ Bericht
command-stats = Korpus, Index, Speicher, Antwortzeiten, Postausgang (Betreiber)
stats-corpus = <b>Korpus</b>: { $articles } Artikel, davon { $samples } Beispielartikel; neuester: { $newest }
stats-reload = Letztes Neuladen: { $state ->
    [staging] läuft
    [undone] rückgängig gemacht
    [unchanged] keine Änderungen
    [failed] fehlgeschlagen
   *[done] fertig
  }; begonnen { $at }
stats-index = <b>Index</b>: { $articles } Artikel, { $terms } Terme, { $segments } Segmente, { $disk } MB auf der Festplatte; Änderung { $number }, Rückstand { $behind }
stats-memory = <b>Speicher</b>: { $memory } MB
stats-latency = <b>Antwortzeit</b> der letzten { $count } Antworten: Median { $median } ms, p95 { $p95 } ms, p99 { $p99 } ms
stats-no-latency = <b>Antwortzeit</b>: seit dem Start noch keine Antworten

# Why something went wrong. These follow a colon: no capital letter, no full stop.
why-said = { $words }
why-bug = ein Fehler in newsbot selbst ({ $error })
why-no-words = enthält keine Wörter
why-unreadable = nicht lesbar ({ $words })
why-file-name = Der Dateiname ist kein gültiges UTF-8; benenne die Datei um
why-format = nicht unterstütztes Format { $suffix }; unterstützt: { $known }, jeweils auch als { $packed }
why-gzip = Die komprimierten Daten sind beschädigt ({ $words })
why-large = größer als { $megabytes } MB
why-line-long = Die Zeile ist länger als { $most } Bytes
why-json-large = zu groß für .json; nimm eine .jsonl-Datei mit einem Datensatz pro Zeile
why-json = kein gültiges JSON ({ $words })
why-record = kein Datensatz mit benannten Feldern
why-field-missing = Das Feld „{ $field }“ fehlt
why-field = Das Feld „{ $field }“ ist ungültig ({ $words })
why-xml = kein gültiges XML ({ $words })
why-xml-empty = kein gültiges XML: kein Wurzelelement
why-doctype = deklariert einen DOCTYPE oder Entitäten, die aus Sicherheitsgründen nicht erlaubt sind
why-no-records = weder ein Feed noch Artikel: kein Element namens { $names }
why-no-feed = kein Feed (RSS, Atom oder JSON Feed)
why-feed-broken = Der Feed ist zu beschädigt, um ihn zu lesen ({ $error })
why-feed-empty = Der Feed hat keine Einträge
why-feed-cut = Der Feed ist größer als { $megabytes } MB: nur der Anfang wurde gelesen
why-feed-long = Der Feed hat { $all } Einträge: nur die neuesten { $read } wurden gelesen
why-no-opml = keine OPML-Feedliste: Kein outline hat eine http(s)-Adresse in xmlUrl
why-no-article = kein Artikel auf der Seite gefunden
why-second-text = „{ $title }“: Die ID { $id } ist schon an einen anderen Text in { $first } vergeben; ändere eine von beiden
why-status = Der Server hat mit { $status } geantwortet
why-gone = laut Server nicht mehr vorhanden (410)
why-robots = Die robots.txt der Website erlaubt es nicht
why-redirects = mehr als { $most } Weiterleitungen
why-not-public = Die Adresse ist nicht öffentlich
why-no-address = keine Webadresse (http:// oder https://)
why-password = Adressen, die ein Passwort enthalten, werden nicht abgerufen
why-address-long = Die Adresse ist länger als { $most } Zeichen
why-packed = unerwartete Kodierung { $packing }
why-no-connection = keine Verbindung
why-no-answer = keine rechtzeitige Antwort
why-slow = keine vollständige Antwort innerhalb von { $seconds } s
why-broken-off = Die Verbindung ist abgebrochen ({ $error })
why-no-folder = Der Ordner { $folder } existiert nicht
why-stopping = Der Bot wird gerade beendet
why-stopped = Der Bot wurde beendet, bevor er fertig war
why-drop = { $removed } von { $before } Artikeln würden entfernt, mehr als { $share } %. Wenn das beabsichtigt ist: <code>/reload anyway</code> oder <code>newsbot reload --anyway</code>
why-smoke = Testsuchen fehlgeschlagen: Nur { $found } von { $asked } neuen Artikeln wurden über ihre Überschrift gefunden
why-nothing-left = Der Alert oder seine Artikel wurden gelöscht
why-dropped = beim Wiederherstellen einer Sicherung verworfen
why-turn = noch nicht an der Reihe
why-not-invited = nicht in NEWSBOT_ALLOWED_IDS aufgeführt
why-blocked = Der Bot wurde hier blockiert
why-deactivated = Das Konto wurde gelöscht
why-kicked = Der Bot ist nicht mehr im Chat
why-no-chat = Den Chat gibt es nicht mehr
why-not-begun = Der Nutzer hat den Bot noch nicht gestartet
why-no-rights = Der Bot darf dort nicht posten
why-flood = von Telegram begrenzt (zu viele Nachrichten)
why-lost = keine Verbindung zu Telegram ({ $words })
why-telegram = Telegram sagt: { $words }

page-story = Ereignis und Quellen
page-original = Artikel lesen
page-verbatim = Jeder Satz steht wörtlich so in einem Artikel. Nichts ist umgeschrieben oder generiert.
page-where = Wer es von wem hat
page-graph = Farbig: woher eine Darstellung kommt. Verbunden: die Medien, die sie bringen.
page-nameless = nennt keine Quelle
page-timeline = Was jedes Medium ergänzt
page-differ = Worin sich die Medien unterscheiden
page-later = Zahlen im Lauf der Zeit
page-corrected = Berichtigungen
page-languages = In anderen Sprachen
page-share = Auf Telegram teilen
page-gone = Dieses Ereignis ist nicht (mehr) im Archiv.
