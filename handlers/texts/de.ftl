# Jedes Wort, das der Bot selbst sagt. Werte in { } kommen maskiert an, wo die Nachricht HTML ist.

start =
    <b>Frag mich, was geschehen ist.</b> Ich durchsuche Nachrichtenartikel und antworte mit deren eigenen Sätzen: jeder wörtlich, mit Angabe, wer es sagt, wer es veröffentlicht hat und woher er es hat.

    Schick mir einfach eine Frage, einen Link oder einen Absatz, dessen Herkunft dich interessiert.
start-example-1 = Port Veyra
start-example-2 = Wer berichtete über das Hochwasser?
help =
    <b>So fragst du</b>
    Schick mir Wörter, und ich ordne die Artikel, in denen sie vorkommen. Dazu kannst du setzen:
    • <code>"genaue Worte"</code> · <code>-ohne</code> · <code>dies OR das</code> · <code>Hochwasser*</code>
    • <code>source:reuters</code> · <code>by:Name</code> · <code>lang:ar</code>
    • <code>since:2026-10-01</code> · <code>after:</code> · <code>before:</code> · letzte Woche · seit Oktober
    Füge einen Link oder einen Absatz ein, um zu sehen, wer das sagt und wer sonst noch darüber berichtet. Bearbeite deine Frage, und die Antwort ändert sich mit.

    <b>Befehle</b>
    { $commands }

    In Gruppen: /ask, erwähne mich oder antworte mir. In jedem anderen Chat: tippe <code>{ $bot }</code> und deine Wörter.
command-start = Was dieser Bot kann
command-help = Wie man fragt, und alle Befehle
command-ask = Eine Frage stellen (in Gruppen)
command-latest = Die neuesten Artikel, auch zu einem Thema
command-trends = Wie oft über etwas geschrieben wurde, als Bild
command-timeline = Der Verlauf einer Geschichte, als Bild
command-about = Was ich gelesen habe: Artikel, Daten, Herausgeber

ask-for-words = Schick mir Wörter, nach denen ich suchen soll: einen Namen, einen Ort, ein Ereignis. Zum Beispiel: { $example }
no-words = Darin finde ich kein Wort. Schick mir einen Namen, einen Ort oder ein Ereignis.
greeting-hello = Hallo! Schick mir einen Namen, einen Ort oder was geschehen ist, zum Beispiel { $example }, und ich suche danach in den Nachrichten. Mehr sagt /help.
greeting-thanks = Gern geschehen! Schick mir die nächste Frage, wann du magst, zum Beispiel { $example }. Was ich sonst noch kann, sagt /help.
only-words = Ich kann nur Text lesen. Schick mir eine Frage, einen Link oder einen Absatz.
unknown-command = Diesen Befehl kenne ich nicht. /help zeigt, was ich kann; jeder andere Text ist eine Frage.
query-error = Ich kann diese Frage nicht lesen, bei Zeichen { $position }: { $problem }
too-fast = Das war viel in kurzer Zeit. Bitte warte { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
  } und frag dann noch einmal.
not-invited = Dieser Bot ist privat. Wer ihn betreibt, kann dich hereinlassen; die Nummer dafür ist { $id }.
privacy =
    <b>Was ich aufbewahre</b>
    • <b>In diesem Chat</b>: deine Fragen, solange die Knöpfe unter meinen Antworten gehen (30 Tage); welche Nachricht welche beantwortet; deine Meldungen und Einstellungen, bis du sie löschst; was deine Meldungen dir geschickt haben.
    • <b>Von dir</b>: deine Telegram-Nummer und die Sprache deiner App. Kein Name, keine Telefonnummer, keine Kontakte.
    • <b>In Gruppen</b> dasselbe von der Gruppe, und wer dort eine Meldung angelegt hat.
    • <b>Hinweise auf falsche Quellen</b>: welche Geschichte, was du beanstandest und deine Telegram-Nummer, bis der Hinweis erledigt ist.
    • <b>Inline-Fragen</b> werden nicht aufbewahrt. Nichts, was du schreibst, steht in Protokollen, und nichts geht an andere als Telegram, das unsere Nachrichten befördert.

    /export gibt dir Meldungen und Einstellungen als Datei. /forget_me löscht sofort alles über dich, auch in der Datenbankdatei. Kopien, die der Betreiber gemacht hat, etwa Sicherungen, muss er selbst löschen.
expired = Das ist älter als 30 Tage, und ich habe es nicht mehr. Bitte frag noch einmal.
failed = Bei mir ist etwas schiefgegangen; es ist notiert. Bitte versuch es noch einmal.

problem-common = diese Wörter sind zu häufig: Füge ein selteneres hinzu.
problem-bracket-open = die Klammer an Stelle { $position } wird nicht geschlossen; ich habe sie am Ende geschlossen.
problem-bracket-closed = die Klammer an Stelle { $position } schließt nichts; ich habe sie weggelassen.
problem-quote = dem Anführungszeichen an Stelle { $position } fehlt das Gegenstück; ich habe es weggelassen.
problem-or = OR braucht auf beiden Seiten ein Wort.
problem-deep = hier sind zu viele Klammern ineinander.
problem-empty = nach <code>{ $field }:</code> an Stelle { $position } steht nichts; ich habe es weggelassen.
problem-date = <code>{ $field }:{ $value }</code> an Stelle { $position } ist kein Datum, das ich kenne; ich habe es weggelassen. Schreib <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> ist zu kurz: Schreib mindestens { $letters } Buchstaben vor das *.
problem-long = nur die ersten { $words } Wörter wurden gelesen.
article-gone = Diesen Artikel gibt es hier nicht mehr. Bitte frag noch einmal.
article-unquotable = Dieser Artikel hat keine Sätze mehr, die sich zitieren lassen. Bitte frag noch einmal.

not-understood = Nicht verstanden: { $problem }
searched-instead = Gesucht wurde <b>{ $instead }</b> statt „{ $word }“.
credit = — { $label }
credit-via = { $speaker }, laut { $outlet }
cites = zitiert { $outlets }
by = von { $author }
undated = ohne Datum
about-date = Datum erschlossen
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
source-unknown = Herausgeber unbekannt
notice-samples = Musterartikel, zum Ausprobieren erfunden. Sie verschwinden, sobald echte Artikel da sind.
notice-stale = Der neueste Artikel hier ist vom { $newest }: Es kann neuere Nachrichten geben.
notice-cut = Deine Frage war lang; ich habe die ersten { $length } Zeichen gelesen.
notice-letters = Wörter finden nur Artikel in derselben Schrift. Hier gibt es auch welche in anderer Schrift: { $languages }. Um sie zu durchsuchen, frag in ihrer Sprache.

nothing = <b>Nichts gefunden.</b>
nothing-unknown = Kein Artikel enthält { $words }.
quoted-word = „{ $word }“
nothing-period = { $count ->
    [one] 1 Artikel liegt außerhalb des gewählten Zeitraums.
   *[other] { $count } Artikel liegen außerhalb des gewählten Zeitraums.
  }
nothing-filters = { $count ->
    [one] 1 Artikel hat diese Wörter, passt aber nicht zu deiner Einschränkung.
   *[other] { $count } Artikel haben diese Wörter, aber keiner passt zu deiner Einschränkung.
  }
nothing-left-out = Artikel, die die Einstellungen dieses Chats (/settings) auslassen: { $count }.
nothing-suggest = Meintest du eines davon?
nothing-corpus = { $articles ->
    [0] Ich habe noch keine Artikel gelesen.
    [one] Ich habe 1 Artikel gelesen, vom { $newest }.
   *[other] Ich habe { $articles } Artikel gelesen, den neuesten vom { $newest }.
  }

pasted-found = <b>Das steht in [1]</b>; darunter, wer noch darüber berichtet und was am ähnlichsten ist.
pasted-nearest = <b>Diesen Text habe ich nicht.</b> Diese Artikel sind ihm am ähnlichsten:
pasted-unknown-link = <b>Diese Seite habe ich nicht.</b> Füge einen Absatz daraus ein, und ich suche, wer das sonst noch sagt.
pasted-nothing = <b>Ich habe nichts, was diesem Text ähnelt.</b>

card-focused = Ausgewählt zu deiner Frage:
card-gist = Kurz gesagt:
card-empty = Dieser Artikel hat keine Sätze zum Zitieren.
context-place = Satz { $number } von { $of } der Zusammenfassung, so wie er im Artikel steht:
similar = <b>Ähnlich wie</b> { $title }
similar-none = Hier ist sonst nichts Ähnliches.
outlets = <b>Wer wen wiedergibt</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>Was jeder Neues brachte</b>, das Neueste zuerst
story-repeats = wiederholt { $outlet }
story-repeats-itself = wiederholt sich selbst
story-more = … und { $count ->
    [one] 1 weiterer neuer Satz
   *[other] { $count } weitere neue Sätze
  }

history-how = Sag, worüber: <code>{ $command } Hafen Streik</code>. Alles, was /help über Fragen sagt, gilt auch hier.
history-nothing = <b>Nichts zu zeichnen.</b> Kein Artikel mit Datum enthält alle diese Wörter.
pictures-missing = Es gibt kein Bild, weil matplotlib hier nicht installiert ist.
trend-articles = { $articles ->
    [one] 1 Artikel
   *[other] { $articles } Artikel
  }
trend-day = pro Tag
trend-week = pro Woche
trend-month = pro Monat
trend-peak-day = Am meisten am { $when }: { $count }
trend-peak-week = Am meisten in der Woche ab { $when }: { $count }
trend-peak-month = Am meisten im { $when }: { $count }
trend-others = { $count ->
    [one] 1 weiterer
   *[other] { $count } weitere
  }
trend-undated = { $count ->
    [one] 1 weiterer Artikel hat kein Datum.
   *[other] { $count } weitere Artikel haben kein Datum.
  }
timeline-stories = { $stories ->
    [one] 1 Geschichte
   *[other] { $stories } Geschichten
  }
timeline-some = die { $shown } passendsten von { $stories } Geschichten
timeline-origins = { $origins ->
    [one] 1 Quelle
   *[other] { $origins } Quellen
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] 1 Artikel
       *[other] { $articles } Artikel
    }, der neueste vom { $newest }.
    Herausgeber: { $publishers }

    Antworten werden mit BM25 geordnet und zitieren Artikel Wort für Wort; nichts wird umgeschrieben oder erzeugt.
about-samples = { $samples ->
    [one] 1 davon ist ein Muster, zum Ausprobieren des Bots erfunden.
   *[other] { $samples } davon sind Muster, zum Ausprobieren des Bots erfunden.
  }
about-empty = Ich habe noch keine Artikel gelesen.

button-previous = ◀
button-next = ▶
button-page = Seite { $page }/{ $pages }
button-relevance = Relevanz
button-newest = Neueste
button-chosen = • { $label }
button-period-24 = 24 Std.
button-period-168 = 7 Tage
button-period-720 = 30 Tage
button-period-all = Alle
button-context = Im Zusammenhang
button-source = Im Original lesen ↗
button-similar = Ähnliche
button-outlets = Andere Medien
button-report-source = Falsche Quelle?
button-back = ‹ Zurück
inline-none = Nichts gefunden. Frag mich privat, warum

command-subscribe = Melden, wenn Neues zu bestimmten Wörtern erscheint
command-subscriptions = Meine Meldungen
command-unsubscribe = Eine Meldung löschen
subscribe-how = Schreib, wonach ich Ausschau halten soll: <code>/subscribe Hafen Streik</code>. Jedes Wort muss vorkommen, außer du schreibst OR; alles, was /help über Fragen sagt, gilt auch hier.
    Soll es in einem Kanal von dir melden, nenn in unserem privaten Chat zuerst den Kanal: <code>/subscribe @channel Hafen Streik</code>
alert-admins-only = Nur Admins dieser Gruppe dürfen ihre Meldungen ändern.
alert-preview = <b>Neue Meldung</b>: <code>{ $query }</code>
alert-found = In den letzten 7 Tagen: { $articles ->
    [0] kein Artikel.
    [one] 1 Artikel.
   *[other] { $articles } Artikel, { $stories ->
        [one] 1 Geschichte.
       *[other] { $stories } Geschichten.
      }
  }
alert-rate-day = Rechne mit etwa { $count } Nachrichten am Tag.
alert-rate-week = Rechne mit etwa { $count ->
    [one] 1 Nachricht
   *[other] { $count } Nachrichten
  } pro Woche.
alert-ever = Davor: { $count ->
    [one] 1 Artikel.
   *[other] { $count } Artikel.
  }
alert-nothing = ⚠ Noch kein Artikel hier hat dazu gepasst. Speichern kannst du sie trotzdem.
alert-wide = ⚠ Das ist weit gefasst. Füge ein Wort hinzu, setze zusammengehörige Wörter in "Anführungszeichen" oder lass sie dir als tägliche Übersicht schicken.
alert-everything = Darauf passt fast jeder Artikel. Nenn ein Wort, das vorkommen muss: <code>/subscribe Streik -Hafen</code>
alert-only-common = Diese Wörter sind zu häufig, um danach zu suchen: So ein Alarm würde nie etwas melden. Nenn, worum es geht: <code>/subscribe Hafen Streik</code>
alert-instead = → Auf <code>{ $query }</code> { $count ->
    [one] hat bisher 1 Artikel gepasst.
   *[other] haben bisher { $count } Artikel gepasst.
  }
alert-mistyped = ⚠ Kein Artikel enthält „{ $word }“. Meintest du { $instead }?
alert-common = ⚠ „{ $word }“ steht in der Hälfte aller Artikel und grenzt kaum ein.
alert-saved = ✓ <b>Gespeichert.</b> Ich schreibe hier, wenn ein neuer Artikel passt: eine Nachricht je Geschichte, und nur, was ab jetzt erscheint.
alert-paused = Angehalten.
alert-muted = Stumm bis { $until }.
alert-deleted = Gelöscht: <code>{ $query }</code>
alert-cancelled = Nichts gespeichert.
alert-gone = Diese Meldung wurde gelöscht.
alert-too-many = Mehr Meldungen sind nicht möglich ({ $most }). Lösche zuerst eine: /subscriptions
alert-why = Meldung <code>{ $query }</code>: enthält { $reasons }
alerts-none = Hier gibt es noch keine Meldungen. Schick /subscribe und ein paar Wörter, oder drück unter einer Antwort auf „Melde mir das“.
alerts-title = <b>Meldungen dieses Chats</b> ({ $count })
unsubscribe-how = Sag, welche: <code>/unsubscribe 2</code>
button-alert = Melde mir das
button-save = Speichern
button-cancel = Abbrechen
button-pause = Anhalten
button-resume = Fortsetzen
button-mute = 24 Std. stumm
alert-corrected = ✎ Berichtigt, seit es hier zuerst stand.
alert-withdrawn = <s>{ $title }</s>
    Dieser Artikel wurde zurückgezogen. Meldung <code>{ $query }</code>
alert-withdrawn-other = Zuerst hier gemeldet durch einen Artikel, der zurückgezogen wurde: { $title }
digest-title = <b>{ $count } Geschichten zu deinen Meldungen</b>
digest-corrected = berichtigt

alert-entry = <b>Meldung</b> <code>{ $query }</code>
alert-reports-now = Meldet sofort.
alert-reports-hourly = Meldet gesammelt zu jeder vollen Stunde.
alert-reports-daily = Meldet gesammelt jeden Tag um { $time } ({ $zone }).
alert-reports-weekly = Meldet gesammelt jede Woche ({ $weekday }) um { $time } ({ $zone }).
alert-no-zone = Ich kenne deine Zeitzone noch nicht: /settings
alert-elsewhere = Meldet in <b>{ $chat }</b>.
alert-for-channel = Für den Kanal <b>{ $channel }</b>:
alert-share = Wer das öffnet, kann dieselbe Meldung haben: { $link }
channel-not-yours = Ich kann nicht in { $channel } schreiben. Es muss ein Kanal sein, in dem du und ich Admins sind.
draft-ask = Antworte mit den neuen Wörtern statt <code>{ $query }</code>
reword-ask = Antworte mit den neuen Wörtern für <code>{ $query }</code>. Was schon gemeldet ist, bleibt; ab jetzt suche ich nach den neuen Wörtern.
state-paused = angehalten
state-muted = stumm
mode-now = Sofort
mode-hourly = Stündlich
mode-daily = Täglich
mode-weekly = Wöchentlich
told-paused = Angehalten. Fortsetzen kannst du hier oder unter /subscriptions.
told-muted = Für 24 Stunden stumm.
told-daily = Ab jetzt in der täglichen Übersicht.
publisher-muted = { $publisher } wird ab jetzt weggelassen. Siehe /settings.
command-unsubscribe_all = Alle Meldungen dieses Chats löschen
unsubscribe-all = { $count ->
    [one] Die eine Meldung
   *[other] Alle { $count } Meldungen
  } dieses Chats löschen? Ich schicke dir vorher eine Datei davon; /import holt sie zurück.
all-deleted = { $count ->
    [one] 1 Meldung
   *[other] { $count } Meldungen
  } gelöscht.
nothing-deleted = Nichts wurde gelöscht.
command-export = Meine Meldungen und Einstellungen als Datei
export-caption = { $count ->
    [one] 1 Meldung
   *[other] { $count } Meldungen
  } und die Einstellungen dieses Chats. /import liest sie wieder ein.
command-import = Meldungen und Einstellungen aus einer Datei
import-ask = Antworte mit der Datei, die /export erstellt hat (höchstens 1 MB).
import-unfit = Das ist kein Export von mir: { $place } passt nicht.
import-done = { $saved } von { $all } Meldungen und die Einstellungen gelesen. /subscriptions zeigt sie.
command-privacy = Was über dich aufbewahrt wird und wie du es löschst
command-forget_me = Alles löschen, was über mich gespeichert ist
forget-me = Das löscht alles, was ich über dich habe: deine Meldungen in jedem Chat, was sie geschickt haben, deine Einstellungen und das, worauf sich die Knöpfe in diesem Chat beziehen. Es lässt sich nicht rückgängig machen. Wenn du eine Kopie willst, zuerst /export.
forgotten = Erledigt: deine Meldungen ({ $alerts }), die Nachrichten dazu ({ $messages }), deine Einstellungen und alles andere sind gelöscht. Ich weiß nichts mehr über dich.
only-in-private = Bitte schick mir das in unserem privaten Chat.
command-status = Was für diesen Chat wartet
status-alerts = { $count ->
    [0] Keine Meldungen hier.
    [one] 1 Meldung hier.
   *[other] { $count } Meldungen hier.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } angehalten.
  }
status-nothing = Nichts wartet.
status-waiting = Wartet bis { $until }: { $count }.
status-held = Wartet bis { $until }, eine Grenze von Telegram: { $count }.
status-suspended = Wartet: { $count }; ich kann hier nicht schreiben: { $reason }
command-outbox = Was für alle Chats wartet (Betreiber)
operators-only = Nicht erlaubt: Das darf nur, wer diesen Bot betreibt.
outbox = <b>Postausgang</b>: { $waiting } warten, { $postponed } verschoben, { $suspended } ausgesetzt, { $failed } aufgegeben, { $sent } gesendet.
outbox-oldest = Die älteste fällige ist von { $at }.
outbox-none-due = Keine ist fällig.
outbox-rate = In der letzten Stunde gesendet: { $count }.
outbox-postponed = • { $count } × verschoben: { $reason }
outbox-suspended = • { $count } × ausgesetzt: { $reason }
outbox-given-up = • { $count } × aufgegeben: { $reason }
command-settings = Zeitzone, Ruhezeit, Übersichten, Sprachen, Herausgeber
command-lang = Sprache, die ich hier spreche
lang-title = <b>Welche Sprache soll ich hier sprechen?</b> Meine Knöpfe, Nachrichten und Befehle; Artikel bleiben in ihrer eigenen.
lang-unknown = „{ $word }“ spreche ich nicht. Diese Sprachen kann ich:
lang-automatic = Wie in deinem Telegram
command-prefer = Die Fassung eines Herausgebers zuerst zeigen
command-mute = Einen Herausgeber weglassen
settings-title = <b>Einstellungen dieses Chats</b>
settings-lent = ✓ <b>{ $channel }</b> richtet sich ab jetzt nach deinen Einstellungen:
settings-zone = Zeitzone: { $zone }
settings-no-zone = Zeitzone: nicht gesetzt, also gilt UTC
settings-quiet = Ruhezeit: { $hours }
settings-digest = Übersichten: um { $time }; die wöchentliche am { $weekday }
settings-breaking = Eilmeldungen (drei unabhängige Quellen binnen einer Stunde) sofort, auch in der Ruhezeit: { $state }
settings-languages = Artikel auf: { $languages }
settings-publishers = Herausgeber: { $preferred } bevorzugt, { $muted } weggelassen
setting-zone = Zeitzone
setting-quiet = Ruhezeit
setting-digest = Übersichten
setting-breaking = Eilmeldungen an/aus
setting-languages = Sprachen
setting-publishers = Herausgeber
publishers =
    <b>Herausgeber</b>
    Bevorzugt: { $preferred }
    Weggelassen: { $muted }

    <code>/prefer Name</code> zeigt die Fassung eines Herausgebers zuerst, <code>/mute Name</code> lässt ihn weg. Ein Knopf nimmt ihn von seiner Liste.
zone-ask = Wo bist du? Antworte mit einer Stadt oder einem Land, oder schick mir mit 📎 deinen Standort.
zone-unknown = Den Ort „{ $words }“ kenne ich nicht. Versuch die nächste Großstadt oder einen Namen wie Europe/Istanbul.
zone-like = Meintest du { $names }?
quiet-ask = Antworte mit deiner Ruhezeit, etwa <code>22:30-7</code>
quiet-off = keine
digest-ask = Antworte mit der Uhrzeit für Übersichten, etwa <code>7:45</code>
languages-all = allen Sprachen
on = an
off = aus
button-change = Ändern
button-delete = Löschen
button-delete-all = { $count } löschen
button-undo = Rückgängig
button-mode = Wann
button-edit = Bearbeiten
button-share = Teilen
button-list = Alle Meldungen
button-other = Andere…
button-fewer = Weniger davon
button-no-publisher = Nicht von { $publisher }
button-daily-instead = In der Tagesübersicht
button-narrow = Andere Wörter
button-forget = Alles über mich löschen

feed-gone-note = <b>{ $name }</b> ist abgeschaltet: Der Server sagt, dass es diese Quelle nicht mehr gibt. { $url }
command-feeds = Nachrichtenquellen: Zustand, hinzufügen, anhalten, entfernen (Betreiber)
feeds = <b>Nachrichtenquellen</b>: { $count }
feeds-none = Noch keine Quellen. Sende /feeds und eine Adresse, dann sehe ich nach, was dort ist.
feed-success = zuletzt erfolgreich { $at }
feed-never = noch nie erfolgreich
feed-pace = { $items } am Tag
feed-failures = Fehlschläge in Folge: { $count }
feed-paused = angehalten
feed-switched-off = abgeschaltet, ihr Server sagt, es gibt sie nicht mehr
button-feed-add = Quelle hinzufügen
button-feed-test = Prüfen
button-feed-remove = Entfernen
feed-ask = Antworte mit der Adresse einer Quelle oder einer Seite, die ihre Quellen nennt.
feed-looking = Ich sehe mir { $url } an …
feed-trial = <b>{ $title }</b>. Einträge: { $entries }, davon nur Anreißer: { $teasers }.
feed-trial-newest = Der neueste ist vom { $at }.
feed-trial-bad = Keine Quelle unter { $url }: { $problem }.
feed-trial-named = Die Seite nennt diese Quellen; sende eine dieser Zeilen:
feed-added = Hinzugefügt. Die ersten Artikel melde ich niemandem, spätere schon.
feed-known = Diese Quelle ist schon da.
feed-remove-ask = <b>{ $name }</b> entfernen? Die Artikel bleiben.
feed-missing = Diese Quelle gibt es hier nicht mehr.

report-ask = <b>Was stimmt bei den Quellen nicht?</b> Wer diesen Bot betreibt, sieht deinen Hinweis samt deiner Telegram-Nummer und geht ihm nach.
button-report-outlet = Das Medium ist falsch
button-report-origin = Die Ursprungsquelle ist falsch
button-report-event = Das sind verschiedene Ereignisse
report-filed = Danke. Wer diesen Bot betreibt, geht dem nach.
report-changed = Zu dieser Geschichte gab es schon einen Hinweis von dir; er sagt jetzt das.
report-too-many = Das reicht für heute: mehr als { $most } Hinweise am Tag nehme ich nicht an. Danke.
command-reports = Hinweise auf falsche Quellen (Betreiber)
reports = <b>Hinweise auf falsche Quellen</b>: { $count ->
    [one] 1 Geschichte
   *[other] { $count } Geschichten
  }. Eine Zahl zeigt die Worte, aus denen die Quellen gelesen wurden; ✓ nimmt eine Geschichte von der Liste.
reports-none = Keine Hinweise auf falsche Quellen offen.
reports-note = Neue Hinweise auf falsche Quellen: { $count }. /reports zeigt sie.
report-gone = Diesen Artikel gibt es hier nicht mehr.
report-says-outlet = Medium falsch: { $count }
report-says-origin = Ursprungsquelle falsch: { $count }
report-says-event = verschiedene Ereignisse: { $count }
report-by = Zuerst gemeldet { $at } von { $people }
report-receipts = <b>Quellen und die Worte, aus denen sie gelesen wurden</b>
button-report-done = ✓ Erledigt

command-reload = Den Bestand neu einlesen (Betreiber)
command-rejects = Was nicht aufgenommen werden konnte (Betreiber)
reload-begun = <b>Neu einlesen</b>: Ich sehe die Dateien durch…
reload-progress = <b>Neu einlesen</b>: { $stage ->
    [looking] ich sehe die Dateien durch
    [reading] gelesen sind { $share } % der geänderten Dateien
    [checking] ich prüfe und stelle Probefragen
   *[switching] ich stelle um
}{ $remaining ->
    [unknown] .
   *[other] , noch etwa { $remaining }.
}
    Fragen werden aus dem bisherigen Bestand beantwortet.
reload-counts = +{ $added } −{ $removed } ~{ $changed } geändert, { $unchanged } unverändert{ $duplicates ->
    [0] {""}
   *[other] , { $duplicates } doppelt
}{ $expired ->
    [0] {""}
   *[other] , { $expired } zu alt
}
reload-rejected = { $count } abgelehnt: { $reason } ({ $where })
reload-more-reasons = … und { $count } weitere Gründe; alle stehen in der Datei
reload-is-live = <b>Neu eingelesen</b> in { $seconds }.
reload-is-unchanged = <b>Nichts hat sich geändert</b>: Der Bestand ist wie der Ordner. Dauer: { $seconds }.
reload-is-failed = <b>Nicht neu eingelesen</b>: { $reason }. Der Bestand ist wie zuvor.
reload-is-undone = <b>Rückgängig gemacht</b>: Der Bestand ist wie vor dem Einlesen. Ein Neustart bringt es nicht zurück; /reload schon.
reload-is-settled = <b>Neu eingelesen</b>; danach wurde noch einmal eingelesen.
reload-running = Seit { $since } wird schon neu eingelesen; ich habe kein zweites Mal begonnen.
reload-undoing = Ein Einlesen wird gerade rückgängig gemacht; bitte warte einen Moment.
reload-done-with = Das lässt sich nicht rückgängig machen: Es ist schon rückgängig gemacht, oder danach wurde wieder eingelesen.
reload-is-staging = <b>Neu einlesen</b> läuft.
reload-details = <b>Was sich geändert hat</b>
reload-details-part = { $kind ->
    [added] Neu
    [changed] Geändert
   *[removed] Entfernt
}, { $count }:
and-more = … und { $count } weitere
rejects = <b>Abgelehnt</b>: { $count ->
    [0] nichts beim letzten Lesen.
    [one] { $count } Datei oder Eintrag konnte nicht aufgenommen werden.
   *[other] { $count } Dateien und Einträge konnten nicht aufgenommen werden.
}
rejected = { $where }: { $reason }
rejects-caption = { $count ->
    [one] { $count } abgelehnt
   *[other] { $count } abgelehnt
}: Datei, Zeile, Grund
seconds = { $count } s
minutes = { $minutes } min { $seconds } s
button-details = Einzelheiten
button-report = ‹ Bericht
command-stats = Bestand, Index, Speicher, Antwortzeiten, Postausgang (Betreiber)
stats-corpus = <b>Bestand</b>: Artikel: { $articles }, davon Muster: { $samples }; neuester: { $newest }
stats-reload = Letztes Einlesen: { $state ->
    [staging] läuft
    [undone] rückgängig gemacht
    [unchanged] nichts geändert
    [failed] gescheitert
   *[done] fertig
  }; begonnen { $at }
stats-index = <b>Index</b>: Artikel: { $articles }, Wörter: { $terms }, Segmente: { $segments }, { $disk } MB auf der Platte; bei Änderung { $number }, Rückstand: { $behind }
stats-memory = <b>Speicher</b>: { $memory } MB
stats-latency = <b>Antworten</b>, die letzten { $count }: die Hälfte in { $median } ms, 95 % in { $p95 } ms, 99 % in { $p99 } ms
stats-no-latency = <b>Antworten</b>: seit dem Start noch keine

# Why something went wrong: told after a colon, so without a capital or a full stop.
why-said = { $words }
why-bug = Fehler in newsbot selbst ({ $error })
why-no-words = Es stehen keine Wörter darin
why-unreadable = nicht lesbar ({ $words })
why-file-name = Der Dateiname ist kein gültiges UTF-8; benenne die Datei um
why-format = Das Format { $suffix } lese ich nicht; ich lese { $known }, jedes auch als { $packed }
why-gzip = Die gzip-Packung ist beschädigt ({ $words })
why-large = größer als { $megabytes } MB
why-line-long = Die Zeile ist länger als { $most } Bytes
why-json-large = zu groß für .json: schreibe einen Datensatz je Zeile in eine .jsonl-Datei
why-json = kein JSON ({ $words })
why-record = kein Datensatz mit benannten Feldern
why-field-missing = Das Feld „{ $field }“ fehlt
why-field = Das Feld „{ $field }“ passt nicht ({ $words })
why-xml = kein XML ({ $words })
why-xml-empty = kein XML: kein Element darin
why-doctype = Es deklariert DOCTYPE oder Entitäten; das nehme ich von Fremden nicht an
why-no-records = weder Quelle noch Artikel: Kein Element heißt { $names }
why-no-feed = keine Quelle: weder RSS noch Atom noch JSON Feed
why-feed-broken = eine Quelle, aber zu kaputt zum Lesen ({ $error })
why-feed-empty = eine Quelle ohne Einträge
why-no-opml = keine Liste von Quellen: Kein outline hat eine http(s)-Adresse in xmlUrl
why-no-article = kein Artikel auf der Seite gefunden
why-second-text = „{ $title }“: Die Kennung { $id } hat schon ein anderer Text, in { $first }; ändere eine von beiden
why-status = Der Server antwortete mit { $status }
why-gone = Der Server sagt, dass es sie nicht mehr gibt (410)
why-robots = Die Website bittet Roboter, sie nicht zu lesen (robots.txt)
why-redirects = mehr als { $most } Weiterleitungen
why-not-public = Die Adresse ist nicht öffentlich
why-no-address = keine Webadresse: Ich lese nur http:// und https://
why-password = Adressen mit einem Passwort darin lese ich nicht
why-address-long = Die Adresse ist länger als { $most } Zeichen
why-packed = als { $packing } gepackt, was nicht verlangt war
why-no-connection = keine Verbindung
why-no-answer = keine Antwort in der Zeit
why-slow = keine vollständige Antwort in { $seconds } s
why-broken-off = Die Verbindung brach ab ({ $error })
why-no-folder = Den Ordner { $folder } gibt es nicht
why-stopping = Das Programm wird gerade beendet
why-stopped = Das Programm wurde mittendrin beendet
why-drop = { $removed } von { $before } Artikeln würden verschwinden, mehr als { $share } %; wenn das stimmt: <code>/reload anyway</code> oder <code>newsbot reload --anyway</code>
why-smoke = Die Probefragen scheiterten: Von { $asked } neuen Artikeln wurden { $found } über ihre Überschrift gefunden
why-nothing-left = Die Meldung oder ihre Artikel gibt es nicht mehr
why-dropped = verworfen, als eine Sicherung eingespielt wurde
why-turn = wartet, bis es an der Reihe ist
why-not-invited = nicht in NEWSBOT_ALLOWED_IDS
why-blocked = Der Bot wurde hier blockiert
why-deactivated = Das Konto wurde gelöscht
why-kicked = Der Bot ist nicht mehr im Chat
why-no-chat = Diesen Chat gibt es nicht mehr
why-not-begun = Die Person hat den Bot nicht gestartet
why-no-rights = Der Bot darf dort nicht schreiben
why-flood = Telegram bittet zu warten
why-lost = keine Verbindung zu Telegram ({ $words })
why-telegram = Telegram sagt: { $words }
