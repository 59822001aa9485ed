# Tutto ciò che il bot dice. I valori tra { } arrivano già protetti dove il messaggio è HTML.

start =
    <b>Chiedimi che cosa è successo.</b> Cerco negli articoli di giornale e rispondo con frasi citate parola per parola: chi le ha dette, chi le ha pubblicate e da dove la testata le ha prese.

    Inviami una domanda, un link o un paragrafo di cui cercare la fonte.
start-example-1 = sciopero al porto
start-example-2 = Chi ha parlato dell’alluvione?
help =
    <b>Come fare una domanda</b>
    Scrivi qualche parola, per esempio <code>{ $example }</code>, e troverò gli articoli più pertinenti. Puoi usare anche:
    • <code>"parole esatte"</code> · <code>-senza</code> · <code>questo OR quello</code> · <code>inizio*</code>
    • <code>{ $source }</code> · <code>by:nome</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · la settimana scorsa · da ottobre
    Incolla un link o un paragrafo per vedere chi l’ha pubblicato e chi altro ne parla. Se modifichi la domanda, la risposta si aggiorna. Rispondi con /ask a un messaggio, o a una parte che citi, per vedere chi lo dice.

    <b>Comandi</b>
    { $commands }

    Nei gruppi usa /ask, menzionami o rispondi a un mio messaggio. In qualsiasi altra chat scrivi <code>{ $bot }</code> e la tua domanda.
help-operators = <b>Per i gestori</b>
bot-description = Chiedimi che cosa è successo: rispondo con frasi citate parola per parola dagli articoli di giornale, e dico chi le ha dette, chi le ha pubblicate e da dove la testata le ha prese. Segui un tema con /subscribe e ricevi ogni notizia una volta sola.
bot-description-short = Notizie parola per parola: chi lo dice, chi lo pubblica e da dove l’ha preso.
command-start = Che cosa so fare
command-help = Come fare domande, e tutti i comandi
command-ask = Fai una domanda (nei gruppi)
command-latest = Ultimi articoli, anche su un tema
command-top = Notizie principali del giorno, della settimana o del mese
top-title = <b>Notizie principali</b> · { $period }
top-title-topic = <b>Notizie principali</b> su «{ $topic }» · { $period }
top-nearest = Nel periodo che hai chiesto non ci sono notizie. Queste sono le più vicine:
top-nothing-newer = Non ho niente di più recente:
top-nothing-topic = Nessun articolo parla di «{ $topic }».
top-hidden = Le /settings di questa chat nascondono tutti gli articoli che potrei mostrare. Controlla le lingue degli articoli e le testate nascoste.
top-period-24 = ultime 24 ore
top-period-168 = ultimi 7 giorni
top-period-720 = ultimi 30 giorni
top-period-all = tutto il periodo
arrivals = { $count ->
    [one] <b>1 nuovo articolo</b> da allora:
   *[other] <b>{ $count } nuovi articoli</b> da allora:
  }
arrivals-least = { $count ->
    [one] <b>Almeno 1 nuovo articolo</b> da allora:
   *[other] <b>Almeno { $count } nuovi articoli</b> da allora:
  }
arrivals-none = Da allora niente di nuovo.
button-arrivals = Novità?
command-trends = Grafico di quanto si è parlato di un tema
command-timeline = Cronologia di una notizia
command-about = Che cosa contiene l’archivio

ask-for-words = Dimmi che cosa cercare: un nome, un luogo o un fatto. Per esempio: { $example }
no-words = Qui non trovo parole. Mandami un nome, un luogo o un fatto.
greeting-hello = Ciao! Chiedimi di una persona, di un luogo o di un fatto, per esempio { $example }. Altro in /help.
greeting-thanks = Prego! Chiedimi pure altro, per esempio { $example }. In /help trovi che cosa so fare.
only-words = So leggere solo testo, non messaggi vocali, foto o video. Scrivi che cosa vuoi sapere, per esempio { $example }, o incolla un link o un paragrafo.
guest-how = Rispondi a un messaggio e menzionami: ti dirò quali articoli hanno quelle parole e da dove vengono. Oppure fai una domanda dopo il mio nome.
button-ask-bot = Chiedimi altro
last-page = È tutto quello che ho su questo. Tocca un numero qui sopra per leggere di più di un articolo.
unknown-command = Non conosco questo comando. L’elenco è in /help. Tutto il resto lo tratto come una domanda.
query-error = Non riesco a leggere questa domanda (carattere { $position }): { $problem }
too-fast = Sono troppe richieste in una volta. Aspetta { $seconds ->
    [one] 1 secondo
   *[other] { $seconds } secondi
  }, poi riprova.
not-invited = Questo bot è privato. Per avere accesso, invia al gestore il tuo id: { $id }
privacy =
    <b>Che cosa conservo</b>
    • <b>In questa chat</b>: le tue domande e i messaggi di cui cerchi la fonte, finché funzionano i pulsanti sotto le risposte (30 giorni); quale messaggio risponde a quale; i tuoi avvisi e le impostazioni, finché non li elimini; le notifiche inviate dagli avvisi.
    • <b>Su di te</b>: il tuo id Telegram e la lingua della tua app. A parte i messaggi a cui sto rispondendo, nessun nome, nessun numero di telefono, nessun contatto.
    • <b>Nei gruppi</b>: lo stesso per il gruppo, e chi ha salvato ogni avviso.
    • <b>Segnalazioni di fonti sbagliate</b>: la notizia, che cosa secondo te è sbagliato e il tuo id Telegram, finché un gestore non le ha esaminate.
    • <b>Feed che suggerisci</b>: l’indirizzo e il tuo id Telegram, fino a 30 giorni dopo la decisione di un gestore.
    • <b>Messaggi a cui sto rispondendo</b>: come li invia Telegram, con il tuo nome, finché non ricevono risposta, di solito entro un secondo. Dopo, per due giorni, solo numeri (della chat, del messaggio e della risposta) e una somma di controllo.
    • <b>Le menzioni in chat di cui non faccio parte</b>: Telegram mi manda solo quel messaggio e quello a cui risponde. La mia risposta la vedono tutti nella chat; non conservo né i messaggi né chi c’è nella chat.
    • <b>Le domande inline</b> non vengono conservate. Niente di ciò che scrivi compare nei log. Niente viene condiviso con altri, tranne Telegram che recapita i messaggi.

    /export ti invia avvisi e impostazioni in un file. /forget_me elimina subito tutto ciò che ti riguarda, anche dal file del database. I backup fatti dal gestore del bot spetta a lui eliminarli.
privacy-judgements = <b>👍 e 👎</b>: il gestore di questo bot conserva il tuo giudizio con il tuo id Telegram, la domanda, gli articoli e le frasi mostrate, per verificare le risposte. /forget_me elimina anche questi.
judgement-kept = Grazie! Il tuo giudizio aiuta a verificare le risposte. Vedi /privacy
judgement-off = Qui i giudizi non vengono più conservati.
expired = Questo messaggio ha più di 30 giorni, perciò i suoi pulsanti non funzionano più. Rifai la domanda.
failed = Qualcosa è andato storto da parte mia; l’errore è stato registrato. Riprova.
search-unavailable = La ricerca al momento non è disponibile. Riprova tra un minuto.

problem-common = queste parole sono troppo comuni per una ricerca; aggiungine una più precisa.
problem-bracket-open = parentesi non chiusa al carattere { $position }; l’ho chiusa alla fine.
problem-bracket-closed = parentesi chiusa di troppo al carattere { $position }; l’ho ignorata.
problem-quote = virgolette spaiate al carattere { $position }; le ho ignorate.
problem-or = OR vuole una parola da entrambi i lati.
problem-not = NOT vuole una parola dopo di sé.
problem-field = non conosco il campo <code>{ $field }:</code> al carattere { $position }; ho cercato le parole che seguono.
problem-deep = troppe parentesi una dentro l’altra.
problem-empty = niente dopo <code>{ $field }:</code> al carattere { $position }; l’ho ignorato.
problem-date = <code>{ $field }:{ $value }</code> al carattere { $position } non è una data che riconosco, perciò l’ho ignorata. Scrivila così: <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> è troppo corto: usa almeno { $letters } lettere prima di *.
problem-long = ho usato solo le prime { $words } parole.
article-gone = Questo articolo non è più disponibile. Rifai la domanda.
article-unquotable = Questo articolo non ha più frasi da citare. Rifai la domanda.

not-understood = Non ho capito una parte: { $problem }
searched-instead = Risultati per <b>{ $instead }</b> invece di «{ $word }».
searched-also = Cercato anche: { $words }
credit = — { $label }
credit-via = { $speaker }, secondo { $outlet }
cites = cita { $outlets }
by = di { $author }
undated = senza data
about-date = data stimata
story-size = { $outlets ->
    [one] 1 testata
   *[other] { $outlets } testate
  }, { $origins ->
    [one] 1 fonte indipendente
   *[other] { $origins } fonti indipendenti
  }
story-size-unknown = { $articles ->
    [one] 1 articolo di origine sconosciuta
   *[other] { $articles } articoli di origine sconosciuta
  }
other-outlets = +{ $outlets ->
    [one] 1 testata
   *[other] { $outlets } testate
  }, { $origins ->
    [one] 1 fonte
   *[other] { $origins } fonti
  }
source-unknown = testata sconosciuta
notice-samples = Articoli di esempio, inventati per provare il bot.
notice-stale = L’articolo più recente che ho è del { $newest }, perciò potrei non avere le ultime notizie.
notice-unreachable = Dal { $since } non riesco a raggiungere { $feeds }, perciò potrei non avere le ultime notizie.
notice-cut = La domanda era troppo lunga: ho usato solo i primi { $length } caratteri.
notice-language = Qui non ci sono articoli in { $absent }. Ci sono articoli in { $languages }: per cercarli, scrivi in { $count ->
    [1] quella lingua
   *[other] una di quelle lingue
  }.
notice-letters = Una ricerca trova solo articoli scritti nello stesso alfabeto. Ci sono anche articoli in { $languages }: per cercarli, scrivi in { $count ->
    [1] quella lingua
   *[other] una di quelle lingue
  }.
notice-more-languages = { $languages } e altre

nothing = <b>Nessun risultato.</b>
nothing-unknown = Nessun articolo menziona { $words }.
not-about = <b>Nessun articolo tratta tutto questo.</b>
closest = Gli articoli più vicini:
other-time = <b>Non c’è niente di quel periodo.</b> I più vicini:
less-close = { $count ->
    [one] 1 risultato meno pertinente ▸
   *[other] { $count } risultati meno pertinenti ▸
  }
below-cut = Meno pertinenti:
follow-up = In seguito a «{ $previous }»
quoted-word = «{ $word }»
nothing-period = { $count ->
    [one] 1 articolo corrisponde fuori dal periodo scelto.
   *[other] { $count } articoli corrispondono fuori dal periodo scelto.
  }
nothing-filters = { $count ->
    [one] 1 articolo contiene queste parole ma non rispetta i filtri.
   *[other] { $count } articoli contengono queste parole ma non rispettano i filtri.
  }
nothing-left-out = Articoli nascosti dalle /settings di questa chat: { $count }.
nothing-suggest = Forse cercavi:
nothing-corpus = { $articles ->
    [0] Non ci sono ancora articoli.
    [one] Ho cercato in 1 articolo, del { $newest }.
   *[other] Ho cercato in { $articles } articoli; il più recente è del { $newest }.
  }

pasted-found = <b>Questo testo viene da [1].</b> Sotto: chi altro ne parla, poi articoli simili.
pasted-nearest = <b>Non ho questo testo.</b> Gli articoli più simili:
pasted-unknown-link = <b>Non ho questa pagina.</b> Incollane un paragrafo e cercherò chi altro ne parla.
pasted-nothing = <b>Non ho niente di simile a questo testo.</b>
pasted-carried = <b>{ $count ->
    [one] 1 articolo contiene queste parole:
   *[other] { $count } articoli contengono queste parole, dal più vecchio:
  }</b>
pasted-carried-in-part = <b>{ $count ->
    [one] 1 articolo ne contiene una parte:
   *[other] { $count } articoli ne contengono almeno una parte:
  }</b>
pasted-not-carried = <b>Nessun articolo contiene queste parole.</b> I più simili:

card-focused = Sulla tua domanda:
card-gist = Riassunto:
card-empty = Questo articolo non ha frasi da citare.
context-place = Frase { $number } di { $of } del riassunto, nel suo contesto:
similar = <b>Simili a</b> { $title }
similar-none = Nessun articolo simile.
outlets = <b>Chi ne ha parlato, e da dove l’ha preso</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>Che cosa ha aggiunto ogni testata</b>, dalla più recente
story-repeats = riprende { $outlet }
story-repeats-itself = ripete sé stessa
story-more = … e { $count ->
    [one] 1 altra frase nuova
   *[other] altre { $count } frasi nuove
  }

history-how = Su che cosa? Per esempio: <code>{ $command } { $example }</code>. Vale anche qui la sintassi di ricerca in /help.
history-nothing = <b>Nessun risultato.</b> Nessun articolo con data contiene tutte queste parole.
pictures-missing = Niente grafico: su questo server manca matplotlib.
trend-articles = { $articles ->
    [one] 1 articolo
   *[other] { $articles } articoli
  }
trend-day = al giorno
trend-week = a settimana
trend-month = al mese
trend-peak-day = Massimo: { $count }, il { $when }
trend-peak-week = Massimo: { $count }, nella settimana del { $when }
trend-peak-month = Massimo: { $count }, in { $when }
trend-others = { $count ->
    [one] 1 altra
   *[other] altre { $count }
  }
trend-undated = { $count ->
    [one] Un altro articolo non ha data.
   *[other] Altri { $count } articoli non hanno data.
  }
timeline-stories = { $stories ->
    [one] 1 notizia
   *[other] { $stories } notizie
  }
timeline-some = le { $shown } più pertinenti di { $stories } notizie
timeline-origins = { $origins ->
    [one] 1 fonte
   *[other] { $origins } fonti
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] 1 articolo
       *[other] { $articles } articoli
    }; il più recente è del { $newest }.
    Testate: { $publishers }

    Le risposte sono ordinate con BM25 e citano gli articoli parola per parola. Niente viene riscritto o generato.
about-samples = { $samples ->
    [one] 1 di questi è un esempio inventato per provare il bot.
   *[other] { $samples } di questi sono esempi inventati per provare il bot.
  }
about-empty = Non ci sono ancora articoli.

button-previous = ◀
button-next = ▶
button-page = Pagina { $page }/{ $pages }
button-more = Altro ▸
button-filter = Filtri
button-options = Opzioni
button-exact = Cerca proprio «{ $word }»
button-relevance = Pertinenza
button-newest = Più recenti
button-chosen = • { $label }
button-period-24 = 24 ore
button-period-168 = 7 gg
button-period-720 = 30 gg
button-period-all = Tutto
button-context = Nel contesto
button-source = Leggi l’articolo ↗
button-similar = Articoli simili
button-outlets = Altre testate
button-report-source = Fonte sbagliata?
button-back = ‹ Indietro
inline-none = Nessun risultato. Apri una chat con me per i dettagli

command-follow = Segui una notizia
command-subscribe = Crea un avviso per i nuovi articoli
command-subscriptions = I miei avvisi
command-unsubscribe = Elimina un avviso
subscribe-how = Che cosa devo tenere d’occhio? Per esempio: <code>/subscribe { $example }</code>. Un articolo deve contenere tutte le parole, a meno che tu non scriva OR. Vale anche qui la sintassi di ricerca in /help.
    Per pubblicare nel tuo canale, scrivi prima il canale, nella nostra chat privata: <code>/subscribe @channel { $example }</code>
alert-admins-only = Solo gli amministratori di questo gruppo possono modificarne gli avvisi.
alert-preview = <b>Nuovo avviso</b>: <code>{ $query }</code>
alert-found = Risultati negli ultimi 7 giorni: { $articles ->
    [0] nessuno.
    [one] 1 articolo.
   *[other] { $articles } articoli, { $stories ->
        [one] 1 notizia.
       *[other] { $stories } notizie.
      }
  }
alert-rate-day = Puoi aspettarti circa { $count } messaggi al giorno.
alert-rate-week = Puoi aspettarti circa { $count ->
    [one] 1 messaggio
   *[other] { $count } messaggi
  } a settimana.
alert-ever = Risultati precedenti: { $count ->
    [one] 1 articolo.
   *[other] { $count } articoli.
  }
alert-nothing = ⚠ Finora nessun articolo corrisponde. Puoi salvarlo lo stesso.
alert-wide = ⚠ È molto ampio. Aggiungi una parola, metti le espressioni tra "virgolette" o scegli il riepilogo giornaliero.
alert-everything = Così corrisponde quasi ogni articolo. Aggiungi una parola che deve comparire.
alert-only-common = Queste parole sono troppo comuni per una ricerca, perciò l’avviso non scatterebbe mai. Aggiungi un nome o una parola più rara.
alert-instead = → <code>{ $query }</code> trova { $count ->
    [one] 1 articolo.
   *[other] { $count } articoli.
  }
alert-mistyped = ⚠ Nessun articolo menziona «{ $word }». Forse intendevi { $instead }?
alert-common = ⚠ «{ $word }» compare nella metà degli articoli, perciò restringe poco la ricerca.
alert-fired = Avrebbe trovato { $fired } dei { $shown } articoli di quella risposta.
alert-not-fired = ⚠ Non avrebbe trovato nessuno degli articoli di quella risposta, perciò questa notizia potrebbe sfuggirgli.
button-wider = Usa invece «{ $query }»
alert-saved = ✓ <b>Salvato.</b> Ti scriverò qui quando un nuovo articolo corrisponde: una volta per notizia, da adesso.
alert-paused = In pausa.
alert-muted = Silenziato fino al { $until }.
alert-deleted = Eliminato <code>{ $query }</code>
alert-cancelled = Annullato. Non ho salvato nulla.
alert-gone = Questo avviso è stato eliminato.
alert-too-many = Hai raggiunto il limite di { $most ->
    [one] 1 avviso
   *[other] { $most } avvisi
  }. Eliminane prima uno: /subscriptions
alert-why = Avviso <code>{ $query }</code>, per { $reasons }
alerts-none = In questa chat non ci sono ancora avvisi. Invia /subscribe e qualche parola, o tocca 🔔 sotto una risposta.
alerts-title = <b>Avvisi in questa chat</b> ({ $count })
unsubscribe-how = Quale? Per esempio: <code>/unsubscribe 2</code>
button-alert = 🔔 Avviso
button-save = Salva
button-cancel = Annulla
button-pause = Metti in pausa
button-resume = Riprendi
button-mute = Silenzia 24 ore
alert-corrected = ✎ Corretto dopo il mio primo invio.
alert-withdrawn = <s>{ $title }</s>
    Questo articolo è stato ritirato. Avviso <code>{ $query }</code>
alert-withdrawn-other = Avevo inviato questa notizia con un articolo poi ritirato: { $title }
digest-title = <b>{ $count } notizie per i tuoi avvisi</b>
digest-corrected = corretto

alert-entry = <b>Avviso</b> <code>{ $query }</code>
alert-reports-now = Invia subito.
alert-reports-hourly = Invia un riepilogo ogni ora, all’ora esatta.
alert-reports-daily = Invia un riepilogo giornaliero ({ $time }, { $zone }).
alert-reports-weekly = Invia un riepilogo settimanale ({ $weekday }, { $time }, { $zone }).
alert-reports-briefing = Invia ogni giorno le notizie principali ({ $time }, { $zone }).
briefing-name = Notizie principali
briefing-name-topic = Notizie principali: { $topic }
briefing-saved = ✓ <b>Il tuo notiziario quotidiano è attivo.</b>
briefing-ask = Rispondi con l’ora del notiziario, per esempio <code>7:45</code>
button-briefing = ☀ Ogni giorno, { $time }
button-briefing-time = Ora
button-briefing-stop = Disattiva il notiziario
alert-no-zone = Non conosco ancora il tuo fuso orario. Impostalo in /settings.
alert-elsewhere = Pubblica in <b>{ $chat }</b>.
alert-for-channel = Per il canale <b>{ $channel }</b>:
alert-share = Chi apre questo link può aggiungere lo stesso avviso: { $link }
channel-not-yours = Non posso pubblicare in { $channel }. Dobbiamo esserne amministratori sia tu sia io.
draft-ask = Rispondi con nuove parole al posto di <code>{ $query }</code>
reword-ask = Rispondi con nuove parole per <code>{ $query }</code>. Non rinvierò le notizie che hai già ricevuto; i nuovi articoli dovranno contenere le nuove parole.
state-paused = in pausa
state-muted = silenziato
mode-now = Subito
mode-hourly = Ogni ora
mode-daily = Ogni giorno
mode-weekly = Ogni settimana
mode-briefing = Notiziario quotidiano
toast-paused = In pausa. Riattivalo qui o in /subscriptions.
toast-muted = Silenziato per 24 ore.
toast-daily = Spostato nel riepilogo giornaliero.
publisher-muted = Gli articoli di { $publisher } ora sono nascosti. Puoi cambiarlo in /settings.
command-unsubscribe_all = Elimina tutti gli avvisi di questa chat
unsubscribe-all = Eliminare { $count ->
    [one] l’unico avviso
   *[other] tutti i { $count } avvisi
  } di questa chat? Prima ti invio un file di backup; /import lo ripristina.
all-deleted = { $count ->
    [one] 1 avviso eliminato.
   *[other] { $count } avvisi eliminati.
  }
nothing-deleted = Non ho eliminato nulla.
command-export = Esporta avvisi e impostazioni in un file
export-caption = { $count ->
    [one] 1 avviso
   *[other] { $count } avvisi
  } e le impostazioni di questa chat. Per ripristinarli: /import.
command-import = Importa avvisi e impostazioni da un file
import-ask = Rispondi con un file di /export (al massimo 1 MB).
import-unfit = Non è un file esportato da newsbot: { $place } non è valido.
import-done = Avvisi importati: { $saved } su { $all }, e le impostazioni. Vedi /subscriptions.
command-privacy = Che cosa conservo di te, e come eliminarlo
command-forget_me = Elimina tutto ciò che mi riguarda
forget-me = Elimino tutto ciò che conservo di te: i tuoi avvisi in ogni chat, le notifiche che hanno inviato, le impostazioni e i dati dietro i pulsanti di questa chat. Non si può annullare. Se vuoi una copia, usa prima /export.
forgotten = Fatto. Ho eliminato i tuoi avvisi ({ $alerts }), le loro notifiche ({ $messages }), le impostazioni e tutto il resto che ti riguardava.
only-in-private = Scrivilo nella nostra chat privata.
command-status = Notifiche in coda per questa chat
status-alerts = { $count ->
    [0] Qui non ci sono avvisi.
    [one] Qui c’è 1 avviso.
   *[other] Qui ci sono { $count } avvisi.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } in pausa.
  }
status-nothing = Non c’è niente in coda.
status-waiting = { $count } in coda fino al { $until }.
status-held = { $count } in coda fino al { $until } (limite di invio di Telegram).
status-suspended = { $count } in sospeso perché qui non posso scrivere: { $reason }
status-updates = Alcuni messaggi per me aspettano una risposta dal { $since }.
command-outbox = Notifiche in coda per tutte le chat (gestori)
operators-only = Possono farlo solo i gestori del bot.
outbox = <b>Posta in uscita</b>: in coda { $waiting }, rinviate { $postponed }, sospese { $suspended }, non riuscite { $failed }, inviate { $sent }.
outbox-oldest = La più vecchia in ritardo: { $at }.
outbox-none-due = Nessuna è in scadenza.
outbox-rate = Inviate nell’ultima ora: { $count }.
outbox-postponed = • { $count } × rinviata: { $reason }
outbox-suspended = • { $count } × sospesa: { $reason }
outbox-given-up = • { $count } × non riuscita: { $reason }
command-settings = Fuso orario, ore di silenzio, riepiloghi, lingue, testate
command-lang = La lingua che uso qui
lang-title = <b>Quale lingua devo usare qui?</b> Vale per i miei pulsanti, messaggi e comandi. Gli articoli restano nella loro lingua.
lang-unknown = Non parlo «{ $word }». Scegli una di queste:
lang-automatic = Quella della tua app Telegram
lang-chosen = ✓ Qui userò <b>{ $name }</b>.
command-prefer = Mostra per prima la versione di una testata
command-mute = Nascondi una testata
settings-title = <b>Impostazioni di questa chat</b>
settings-lent = ✓ <b>{ $channel }</b> ora usa le tue impostazioni:
settings-zone = Fuso orario: { $zone }
settings-no-zone = Fuso orario: non impostato (vale UTC)
settings-quiet = Ore di silenzio: { $hours }
settings-digest = Riepiloghi: { $time }; settimanale: { $weekday }
settings-breaking = Notizie urgenti (tre fonti indipendenti in un’ora) anche nelle ore di silenzio: { $state }
settings-languages = Lingue degli articoli: { $languages }
settings-calendar = Calendario: { $calendar }
calendar-solar = solare iraniano
calendar-gregorian = gregoriano
settings-publishers = Testate preferite: { $preferred }; nascoste: { $muted }
setting-zone = Fuso orario
setting-quiet = Ore di silenzio
setting-digest = Riepiloghi
setting-breaking = Urgenti sì/no
setting-languages = Lingue
setting-calendar = Calendario
setting-publishers = Testate
publishers =
    <b>Testate</b>
    Preferite: { $preferred }
    Nascoste: { $muted }

    <code>/prefer nome</code> mostra per prima la versione di una testata; <code>/mute nome</code> la nasconde. Tocca un pulsante per toglierne una dall’elenco.
zone-ask = Dove ti trovi? Rispondi con una città o un paese, o condividi la posizione con 📎.
zone-unknown = Non conosco «{ $words }». Prova con una grande città vicina o con un fuso orario come Europe/Istanbul.
zone-like = Forse intendevi { $names }?
publisher-unknown = Non conosco nessuna testata che si chiami «{ $words }».
quiet-ask = Rispondi con le ore di silenzio, per esempio <code>22:30-7</code>
quiet-off = nessuna
digest-ask = Rispondi con l’ora dei riepiloghi, per esempio <code>7:45</code>
languages-all = tutte le lingue
on = sì
off = no
button-change = Modifica
button-delete = Elimina
button-delete-all = Elimina { $count }
button-undo = Ripristina
button-mode = Frequenza
button-edit = Modifica
button-share = Condividi
button-cite = Copia citazione
button-feed = Come feed
button-story-page = Pagina della notizia
button-list = Tutti gli avvisi
button-other = Altro…
button-fewer = Meno notizie così
button-no-publisher = Nascondi { $publisher }
button-daily-instead = Solo riepilogo giornaliero
button-narrow = Cambia parole
button-forget = Elimina i miei dati

feed-gone-note = <b>{ $name }</b> è stato disattivato: il server dice che il feed non esiste più. { $url }
command-feeds = Feed di notizie: stato, aggiungi, sospendi, rimuovi (gestori)
feeds = <b>Feed di notizie</b>: { $count }
feeds-none = Non ci sono ancora feed. Invia /feeds con un indirizzo e guarderò che cosa c’è.
feed-success = letto il { $at }
feed-never = mai letto
feed-pace = { $items } articoli al giorno
feed-failures = { $count ->
    [one] 1 errore
   *[other] { $count } errori di fila
  }
feed-paused = in pausa
feed-switched-off = disattivato, non esiste più
button-feed-add = Aggiungi un feed
button-feed-test = Prova
button-feed-remove = Rimuovi
feed-ask = Rispondi con l’indirizzo di un feed, o di una pagina che rimanda ai suoi feed.
feed-looking = Controllo { $url }…
feed-trial = <b>{ $title }</b>. Voci: { $entries }, solo anteprime: { $teasers }.
feed-trial-newest = La più recente: { $at }.
feed-trial-bad = Nessun feed in { $url }: { $problem }.
feed-trial-named = Questa pagina rimanda a questi feed. Invia una di queste righe:
feed-added = Aggiunto. Gli articoli già nel feed non fanno scattare avvisi; i nuovi sì.
feed-known = Questo feed c’è già.
feed-remove-ask = Rimuovere <b>{ $name }</b>? I suoi articoli restano nelle ricerche.
feed-missing = Questo feed è già stato rimosso.
report-ask = <b>Che cosa non va nelle fonti di questa notizia?</b> I gestori del bot vedranno la tua segnalazione e il tuo id Telegram.
button-report-outlet = Testata sbagliata
button-report-origin = Fonte originale sbagliata
button-report-event = Sono notizie diverse
report-filed = Grazie. I gestori del bot la esamineranno.
report-changed = Avevi già segnalato questa notizia: ho aggiornato la segnalazione.
report-too-many = Hai raggiunto il limite di { $most } segnalazioni per oggi. Grazie.
command-reports = Segnalazioni di fonti sbagliate (gestori)
reports = <b>Segnalazioni di fonti sbagliate</b>: { $count ->
    [one] 1 notizia
   *[other] { $count } notizie
  }. Tocca un numero per vedere il testo da cui sono state lette le fonti, o ✓ per chiudere una segnalazione.
reports-none = Nessuna segnalazione aperta.
reports-note = Nuove segnalazioni di fonti sbagliate: { $count }. Vedi /reports.
report-gone = Questo articolo non è più disponibile.
report-says-outlet = testata sbagliata: { $count }
report-says-origin = fonte originale sbagliata: { $count }
report-says-event = notizie diverse: { $count }
report-by = Prima segnalazione: { $at }, di { $people }
report-receipts = <b>Le fonti, e il testo da cui sono state lette</b>
button-report-done = ✓ Chiudi
command-suggest = Suggerisci un feed di notizie
command-suggestions = Feed suggeriti dagli utenti (gestori)
suggest-how = Quale feed manca? Manda il suo indirizzo, o quello di una pagina che rimanda ai suoi feed: <code>/suggest https://site.example/feed</code>. Decidono i gestori del bot.
suggest-nobody = Questo bot non ha gestori che possano aggiungere feed.
suggest-queued = Grazie! <b>{ $title }</b> funziona. Ho chiesto ai gestori del bot e ti dirò che cosa decidono.
suggest-waiting = Questo feed è già stato suggerito.
suggest-too-many = Per ora hai raggiunto il limite di { $most } suggerimenti. Grazie.
suggest-full = In questo momento ci sono troppi suggerimenti in attesa. Riprova più tardi.
suggest-approved = Il feed che hai suggerito è stato aggiunto: <b>{ $title }</b>. Fra qualche minuto troverai qui i suoi articoli.
suggest-declined = I gestori del bot hanno deciso di non aggiungere il feed che hai suggerito: <b>{ $title }</b>.
suggestions = <b>Feed suggeriti</b>: { $count }. ✓ aggiunge un feed, ✗ lo rifiuta.
suggestions-none = Nessun suggerimento.
suggestion-note = <b>Feed suggerito</b>
suggestion-by = Suggerito { $at } da { $person }
suggestion-approved = ✓ Aggiunto: <b>{ $title }</b>
suggestion-declined = ✗ Rifiutato: <b>{ $title }</b>
suggestion-gone = Questo suggerimento non esiste più.
button-approve = ✓ Aggiungi
button-decline = ✗ Rifiuta

command-reload = Ricarica l’archivio (gestori)
command-rejects = File e record che non si sono potuti importare (gestori)
reload-begun = <b>Ricaricamento</b>: cerco i file…
reload-progress = <b>Ricaricamento</b>: { $stage ->
    [looking] cerco i file
    [reading] leggo i file cambiati ({ $share }%)
    [checking] controllo e faccio ricerche di prova
   *[switching] passo al nuovo archivio
}{ $remaining ->
    [unknown] .
   *[other] , ancora circa { $remaining }.
}
    Fino ad allora le risposte vengono dall’archivio attuale.
reload-counts = +{ $added } −{ $removed } ~{ $changed } (modificati), invariati: { $unchanged }{ $duplicates ->
    [0] {""}
   *[other] , doppioni: { $duplicates }
}{ $expired ->
    [0] {""}
   *[other] , troppo vecchi: { $expired }
}
reload-rejected = Scartati: { $count }. { $reason } ({ $where })
reload-more-reasons = … e altri { $count }; il file allegato elenca tutti i motivi
reload-is-live = <b>Ricaricato</b> in { $seconds }.
reload-is-unchanged = <b>Nessun cambiamento</b>: l’archivio corrisponde già alla cartella. Tempo: { $seconds }.
reload-is-failed = <b>Ricaricamento non riuscito</b>: { $reason }. L’archivio è rimasto com’era.
reload-is-undone = <b>Annullato</b>: l’archivio è tornato com’era prima di questo ricaricamento. Un riavvio non riporta le modifiche; /reload sì.
reload-is-settled = <b>Ricaricato</b>. Un ricaricamento successivo l’ha sostituito.
reload-running = È già in corso un ricaricamento (iniziato il { $since }).
reload-undoing = Sto annullando un ricaricamento. Aspetta un momento.
reload-done-with = Questo ricaricamento non si può annullare: è già stato fatto, o un altro l’ha sostituito.
reload-is-staging = <b>Ricaricamento</b> in corso.
reload-alerts-send = Gli avvisi sui nuovi articoli ({ $count }) sono in arrivo.
reload-alerts-ask = Il { $share }% dell’archivio è nuovo. Nuovi articoli che corrispondono ad avvisi: { $count }. Inviarli?
reload-alerts-quiet = Nessun avviso inviato sui nuovi articoli ({ $count }).
button-quietly = In silenzio
button-send-alerts = Invia gli avvisi
reload-details = <b>Che cosa cambia con questo ricaricamento</b>
reload-details-part = { $kind ->
    [added] Aggiunti
    [changed] Modificati
   *[removed] Rimossi
}, { $count }:
and-more = … e altri { $count }
rejects = <b>Scartati</b>: { $count ->
    [0] nessuno nell’ultima importazione.
    [one] { $count } file o record non importato.
   *[other] { $count } file e record non importati.
}
rejected = { $where }: { $reason }
rejects-caption = { $count ->
    [one] { $count } scartato
   *[other] { $count } scartati
}: file, riga, motivo
seconds = { $count } s
minutes = { $minutes } min { $seconds } s
button-details = Dettagli
button-report = ‹ Resoconto
command-stats = Archivio, indice, memoria, tempi, posta in uscita (gestori)
stats-corpus = <b>Archivio</b>: articoli { $articles }, di cui di esempio { $samples }; il più recente: { $newest }
stats-reload = Ultimo ricaricamento: { $state ->
    [staging] in corso
    [undone] annullato
    [unchanged] nessun cambiamento
    [failed] non riuscito
   *[done] riuscito
  }; iniziato il { $at }
stats-index = <b>Indice</b>: { $articles } articoli, { $terms } termini, { $segments } segmenti, { $disk } MB su disco; modifica { $number }, ritardo { $behind }
stats-memory = <b>Memoria</b>: { $memory } MB
stats-latency = <b>Tempo di risposta</b> delle ultime { $count } risposte: mediana { $median } ms, p95 { $p95 } ms, p99 { $p99 } ms
stats-no-latency = <b>Tempo di risposta</b>: nessuna risposta dall’avvio

# Perché qualcosa non ha funzionato. Seguono i due punti: niente maiuscola, niente punto finale.
why-said = { $words }
why-bug = un errore di newsbot stesso ({ $error })
why-no-words = non contiene parole
why-unreadable = non si può leggere ({ $words })
why-file-name = il nome del file non è UTF-8 valido; rinominalo
why-format = formato { $suffix } non supportato; supportati: { $known }, ciascuno anche come { $packed }
why-gzip = i dati compressi sono danneggiati ({ $words })
why-large = più grande di { $megabytes } MB
why-line-long = la riga supera { $most } byte
why-json-large = troppo grande per .json; usa un file .jsonl con un record per riga
why-json = JSON non valido ({ $words })
why-record = non è un record con campi denominati
why-field-missing = manca il campo «{ $field }»
why-field = il campo «{ $field }» non è valido ({ $words })
why-xml = XML non valido ({ $words })
why-xml-empty = XML non valido: manca l’elemento radice
why-doctype = dichiara un DOCTYPE o entità, vietati per motivi di sicurezza
why-no-records = né un feed né articoli: nessun elemento di nome { $names }
why-no-feed = non è un feed (RSS, Atom o JSON Feed)
why-feed-broken = il feed è troppo danneggiato per leggerlo ({ $error })
why-feed-empty = il feed non ha voci
why-feed-cut = il feed supera { $megabytes } MB: ne ho letto solo l’inizio
why-feed-long = il feed ha { $all } voci: ho letto solo le { $read } più recenti
why-no-opml = non è un elenco di feed OPML: nessun outline ha un indirizzo http(s) in xmlUrl
why-no-article = nella pagina non c’è un articolo
why-second-text = «{ $title }»: l’id { $id } è già usato da un altro testo in { $first }; cambiane uno
why-status = il server ha risposto { $status }
why-gone = il server dice che non esiste più (410)
why-robots = il robots.txt del sito non lo permette
why-redirects = più di { $most } reindirizzamenti
why-not-public = l’indirizzo non è pubblico
why-no-address = non è un indirizzo web (http:// o https://)
why-password = gli indirizzi che contengono una password non vengono letti
why-address-long = l’indirizzo supera { $most } caratteri
why-packed = codifica inattesa { $packing }
why-no-connection = nessuna connessione
why-no-answer = nessuna risposta in tempo
why-slow = nessuna risposta completa entro { $seconds } s
why-broken-off = la connessione si è interrotta ({ $error })
why-no-folder = la cartella { $folder } non esiste
why-stopping = il bot si sta spegnendo
why-stopped = il bot è stato fermato prima di finire
why-drop = verrebbero rimossi { $removed } articoli su { $before }, più del { $share }%. Se è voluto: <code>/reload anyway</code>, oppure <code>newsbot reload --anyway</code>
why-smoke = ricerche di prova non riuscite: solo { $found } nuovi articoli su { $asked } trovati dal titolo
why-nothing-left = il suo avviso o i suoi articoli sono stati eliminati
why-dropped = scartata al ripristino di un backup
why-turn = in attesa del suo turno
why-not-invited = non è in NEWSBOT_ALLOWED_IDS
why-blocked = qui il bot è stato bloccato
why-deactivated = l’account è stato eliminato
why-kicked = il bot non è più nella chat
why-no-chat = la chat non esiste più
why-not-begun = l’utente non ha avviato il bot
why-no-rights = il bot non ha il permesso di scrivere lì
why-flood = limitato da Telegram
why-lost = nessuna connessione a Telegram ({ $words })
why-telegram = Telegram dice: { $words }

difference = ⚖ <b>Le testate non concordano</b>, { $thing }: { $versions }
difference-later = <b>Le cifre nel tempo</b>, { $thing }: { $versions }
difference-denied = ⚖ <b>Affermato e smentito</b>: { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-of = { $thing } ({ $noun })
differs-dead = morti
differs-injured = feriti
differs-missing = dispersi
differs-arrested = arresti
differs-evacuated = evacuati
differs-rescued = persone salvate
differs-abducted = ostaggi
differs-aboard = persone a bordo
differs-magnitude = magnitudo
differs-homes = case danneggiate
differs-powerless = persone senza corrente
differs-age = età
differs-day = giorno
differs-date = data
differs-time = ora
differs-counted = una cifra

command-said = Che cosa dice una persona
not-quoted = Nessuno di nome «{ $speaker }» è citato su questo.
not-credited = Nessuna di queste frasi è attribuita a «{ $speaker }».
speaker = <b>{ $speaker }</b>: ultime dichiarazioni
speaker-on = <b>{ $speaker }</b> su «{ $topic }»: ultime dichiarazioni
speaker-none = Qui nessuno di nome «{ $speaker }» è citato.
speaker-none-on = Qui nessuno di nome «{ $speaker }» è citato su «{ $topic }».
speaker-range = { $first }–{ $last } di { $count }
button-speaker = Altro di { $speaker }
button-follow = Segui
button-unfollow = Non seguire più
button-follow-again = Segui di nuovo
follow-saved = ✓ <b>Ora segui questa notizia.</b> Ti scriverò qui quando ci sarà qualcosa di nuovo.
follow-no-story = <b>Qui non c’è ancora una notizia su questo.</b> Posso avvisarti dei nuovi articoli:
follow-press = Scrivi a nome del gruppo. Per seguire questa notizia, tocca <b>Segui</b>:
follow-entry = <b>Segui</b> { $query }
follow-name = Notizia: { $title }
follow-why = Una notizia che segui: { $title }
follow-ends = Finisce da sé dopo { $days ->
    [one] 1 giorno
   *[other] { $days } giorni
  } senza novità.
follow-ended = <b>Niente di nuovo da { $days ->
    [one] 1 giorno
   *[other] { $days } giorni
  }.</b> Ho smesso di seguire questa notizia.
alert-reports-follow-now = Invia ogni volta un nuovo messaggio.
alert-reports-update = Tiene aggiornato un solo messaggio.
mode-follow-now = Nuovi messaggi
mode-update = Un messaggio, aggiornato
development-origin = Nuova fonte indipendente: <b>{ $name }</b>
development-figures = Nuove cifre: <b>{ $name }</b>
development-correction = Corretto da { $source }: { $name }
development-withdrawal = Ritirato da { $source }: { $name }
development-speaker = Prima dichiarazione di <b>{ $name }</b>

command-corrections = Che cosa hanno corretto o ritirato le testate
correction-corrected = ✎ Corretto il { $at }
correction-updated = ✎ Aggiornato il { $at }
correction-withdrawn = ✗ Ritirato il { $at }
pasted-withdrawn = Altri riportano ancora questa notizia:
withdrawn-alone = Nessun altro qui riporta questa notizia.
change-headline = Titolo:
corrections-title = <b>Correzioni recenti</b>
corrections-title-topic = <b>Correzioni recenti: { $topic }</b>
corrections-none = Di recente nessuna testata dell’archivio ha corretto o ritirato un articolo.
corrections-none-topic = Nessuna correzione recente di articoli su { $topic }.
button-changes = ✎ Che cosa è cambiato
alert-updated = ✎ Aggiornato dopo il mio primo invio.
digest-updated = aggiornato

difference-thing = «{ $noun }»
story-also = Anche in { $languages }
sisters = <b>La stessa notizia in altre lingue</b>: { $title }
sisters-none = Nessun articolo in altre lingue parla di questa notizia.
button-sisters = 🌐 Altre lingue
button-also = Anche: { $query }
button-differences-on = ⚖ Divergenze: sì ✓
button-differences-off = ⚖ Divergenze: no

page-story = La notizia e le fonti
page-original = Leggi l’articolo
page-verbatim = Ogni frase è presa parola per parola da un articolo. Nulla è riscritto o generato.
page-where = Chi l’ha saputo da chi
page-graph = A colori: l’origine di un resoconto. Collegate: le testate che lo riportano.
page-nameless = fonte non citata
page-timeline = Che cosa ha aggiunto ogni testata
page-differ = Dove le testate divergono
page-later = Le cifre nel tempo
page-corrected = Correzioni
page-languages = In altre lingue
page-share = Condividi su Telegram
page-gone = Questa notizia non è (o non è più) in archivio.
