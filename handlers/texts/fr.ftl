# Tout ce que le bot dit lui-même. Les valeurs entre { } arrivent échappées là où le message est du HTML.

start =
    <b>Demandez-moi ce qui s’est passé.</b> Je parcours des articles de presse et je réponds avec leurs propres phrases, mot pour mot : qui l’a dit, qui l’a publié et d’où cela vient.

    Envoyez simplement une question, un lien ou un paragraphe dont vous cherchez l’origine.
start-example-1 = Port Veyra
start-example-2 = Qui a parlé de l’inondation ?
help =
    <b>Comment demander</b>
    Envoyez des mots, et je classe les articles qui les contiennent. Vous pouvez ajouter :
    • <code>"mots exacts"</code> · <code>-sans</code> · <code>ceci OR cela</code> · <code>inond*</code>
    • <code>source:reuters</code> · <code>by:nom</code> · <code>lang:ar</code>
    • <code>since:2026-10-01</code> · <code>after:</code> · <code>before:</code> · la semaine dernière · depuis octobre
    Collez un lien ou un paragraphe pour voir qui le dit et qui d’autre en parle. Modifiez votre question, et la réponse change avec elle.

    <b>Commandes</b>
    { $commands }

    Dans les groupes : /ask, mentionnez-moi ou répondez-moi. Dans toute autre discussion : tapez <code>{ $bot }</code> et vos mots.
command-start = Ce que fait ce bot
command-help = Comment demander, et toutes les commandes
command-ask = Poser une question (dans les groupes)
command-latest = Les articles les plus récents, aussi par sujet
command-trends = À quelle fréquence on en a parlé, en image
command-timeline = Le déroulement d’une affaire, en image
command-about = Ce que j’ai lu : articles, dates, éditeurs

ask-for-words = Envoyez-moi des mots à chercher : un nom, un lieu, un événement. Par exemple : { $example }
no-words = Je n’y trouve aucun mot. Envoyez-moi un nom, un lieu ou un événement.
greeting-hello = Bonjour ! Envoyez-moi un nom, un lieu ou ce qui s’est passé, par exemple { $example }, et je le cherche dans les articles. Pour en savoir plus : /help
greeting-thanks = Je vous en prie ! Envoyez la question suivante quand vous voulez, par exemple { $example }. Ce que je sais faire d’autre : /help
only-words = Je ne lis que du texte. Envoyez-moi une question, un lien ou un paragraphe.
unknown-command = Je ne connais pas cette commande. /help montre ce que je sais faire ; tout autre texte est une question.
query-error = Je ne peux pas lire cette question, au caractère { $position } : { $problem }
too-fast = C’était beaucoup en peu de temps. Patientez { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
  }, puis posez la question à nouveau.
not-invited = Ce bot est privé. La personne qui le gère peut vous laisser entrer ; le numéro à lui donner est { $id }.
privacy =
    <b>Ce que je garde</b>
    • <b>Dans cette discussion</b> : vos questions, tant que les boutons sous mes réponses fonctionnent (30 jours) ; quel message répond à quel autre ; vos alertes et réglages, jusqu’à ce que vous les supprimiez ; ce que vos alertes vous ont envoyé.
    • <b>Sur vous</b> : votre numéro Telegram et la langue de votre application. Ni nom, ni téléphone, ni contacts.
    • <b>Dans les groupes</b>, la même chose sur le groupe, et qui y a créé une alerte.
    • <b>Signalements de sources erronées</b> : le sujet, ce que vous jugez erroné et votre numéro Telegram, jusqu’à ce qu’ils soient traités.
    • <b>Les questions inline</b> (dans une autre discussion) ne sont pas gardées. Rien de ce que vous écrivez ne figure dans les journaux, et rien n’est transmis à d’autres que Telegram, qui porte nos messages.

    /export vous donne vos alertes et réglages dans un fichier. /forget_me supprime aussitôt tout ce qui vous concerne, dans le fichier de la base aussi. Les copies faites par la personne qui gère ce bot, comme les sauvegardes, lui reviennent.
expired = Cela date de plus de 30 jours et je ne l’ai plus. Posez la question à nouveau.
failed = Quelque chose s’est mal passé de mon côté, et c’est noté. Veuillez réessayer.

problem-common = ces mots sont trop courants : ajoutez-en un plus rare.
problem-bracket-open = la parenthèse en { $position } n’est jamais fermée ; je l’ai fermée à la fin.
problem-bracket-closed = la parenthèse en { $position } ne ferme rien ; je l’ai laissée de côté.
problem-quote = le guillemet en { $position } n’est pas refermé ; je l’ai laissé de côté.
problem-or = OR demande un mot de chaque côté.
problem-deep = trop de parenthèses imbriquées ici.
problem-empty = rien à chercher après <code>{ $field }:</code> en { $position } ; je l’ai laissé de côté.
problem-date = <code>{ $field }:{ $value }</code> en { $position } n’est pas une date que je connais ; je l’ai laissé de côté. Écrivez <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> est trop court : écrivez au moins { $letters } lettres avant *.
problem-long = seuls les { $words } premiers mots ont été lus.
article-gone = Cet article n’est plus ici. Posez la question à nouveau.
article-unquotable = Cet article n’a plus de phrases à citer. Posez la question à nouveau.

not-understood = Pas compris : { $problem }
searched-instead = Recherche faite sur <b>{ $instead }</b> au lieu de « { $word } ».
credit = — { $label }
credit-via = { $speaker }, selon { $outlet }
cites = cite { $outlets }
by = par { $author }
undated = sans date
about-date = date déduite
story-size = { $outlets ->
    [one] { $outlets } média
   *[other] { $outlets } médias
  }, { $origins ->
    [one] { $origins } source indépendante
   *[other] { $origins } sources indépendantes
  }
story-size-unknown = { $articles ->
    [one] { $articles } article d’origine inconnue
   *[other] { $articles } articles d’origine inconnue
  }
source-unknown = éditeur inconnu
notice-samples = Articles d’exemple, inventés pour essayer ce bot. Ils disparaissent dès que de vrais articles sont là.
notice-stale = L’article le plus récent ici date du { $newest } : il peut y avoir du nouveau depuis.
notice-cut = Votre question était longue ; j’en ai lu les { $length } premiers caractères.
notice-letters = Les mots ne trouvent que les articles écrits dans le même alphabet. Il y en a ici dans d’autres : { $languages }. Pour y chercher, posez la question dans leur langue.

nothing = <b>Rien trouvé.</b>
nothing-unknown = Aucun article ne contient { $words }.
quoted-word = « { $word } »
nothing-period = { $count ->
    [one] { $count } article est en dehors de la période choisie.
   *[other] { $count } articles sont en dehors de la période choisie.
  }
nothing-filters = { $count ->
    [one] { $count } article contient ces mots, mais pas dans les limites que vous avez fixées.
   *[other] { $count } articles contiennent ces mots, mais aucun dans les limites que vous avez fixées.
  }
nothing-left-out = Articles écartés par les réglages de cette discussion (/settings) : { $count }.
nothing-suggest = Vouliez-vous dire l’un de ceux-ci ?
nothing-corpus = { $articles ->
    [0] Je n’ai encore lu aucun article.
    [one] J’ai lu { $articles } article, du { $newest }.
   *[other] J’ai lu { $articles } articles, le plus récent du { $newest }.
  }

pasted-found = <b>Cela se trouve dans [1]</b> ; en dessous, qui d’autre en parle et ce qui s’en approche.
pasted-nearest = <b>Je n’ai pas ce texte.</b> Ces articles s’en approchent le plus :
pasted-unknown-link = <b>Je n’ai pas cette page.</b> Collez-en un paragraphe, et je cherche qui d’autre le dit.
pasted-nothing = <b>Je n’ai rien qui ressemble à ce texte.</b>

card-focused = Choisi pour votre question :
card-gist = En bref :
card-empty = Cet article n’a pas de phrases à citer.
context-place = Phrase { $number } sur { $of } du résumé, telle qu’elle figure dans l’article :
similar = <b>Articles proches de</b> { $title }
similar-none = Rien d’autre ici n’y ressemble.
outlets = <b>Qui reprend qui</b> : { $title }
origin = <b>{ $name }</b> : { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>Ce que chacun a apporté</b>, du plus récent au plus ancien
story-repeats = reprend { $outlet }
story-repeats-itself = se répète
story-more = … et { $count ->
    [one] { $count } autre phrase nouvelle
   *[other] { $count } autres phrases nouvelles
  }

history-how = Dites à propos de quoi : <code>{ $command } grève port</code>. Tout ce que /help dit des questions vaut ici aussi.
history-nothing = <b>Rien à dessiner.</b> Aucun article daté ne contient tous ces mots.
pictures-missing = Il n’y a pas d’image, car matplotlib n’est pas installé ici.
trend-articles = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
  }
trend-day = par jour
trend-week = par semaine
trend-month = par mois
trend-peak-day = Maximum le { $when } : { $count }
trend-peak-week = Maximum la semaine du { $when } : { $count }
trend-peak-month = Maximum en { $when } : { $count }
trend-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
  }
trend-undated = { $count ->
    [one] { $count } article de plus est sans date.
   *[other] { $count } articles de plus sont sans date.
  }
timeline-stories = { $stories ->
    [one] { $stories } sujet
   *[other] { $stories } sujets
  }
timeline-some = les { $shown } plus proches sur { $stories } sujets
timeline-origins = { $origins ->
    [one] { $origins } source
   *[other] { $origins } sources
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, le plus récent du { $newest }.
    Éditeurs : { $publishers }

    Les réponses sont classées avec BM25 et citent les articles mot pour mot ; rien n’est réécrit ni généré.
about-samples = { $samples ->
    [one] { $samples } d’entre eux est un exemple, inventé pour essayer le bot.
   *[other] { $samples } d’entre eux sont des exemples, inventés pour essayer le bot.
  }
about-empty = Je n’ai encore lu aucun article.

button-previous = ◀
button-next = ▶
button-page = Page { $page }/{ $pages }
button-relevance = Pertinence
button-newest = Récents
button-chosen = • { $label }
button-period-24 = 24 h
button-period-168 = 7 j
button-period-720 = 30 j
button-period-all = Tout
button-context = En contexte
button-source = Lire à la source ↗
button-similar = Articles proches
button-outlets = Autres médias
button-report-source = Source erronée ?
button-back = ‹ Retour
inline-none = Rien trouvé. Demandez-moi pourquoi en privé

command-subscribe = M’avertir quand il y a du nouveau sur des mots
command-subscriptions = Mes alertes
command-unsubscribe = Supprimer une alerte
subscribe-how = Écrivez ce qu’il faut guetter : <code>/subscribe grève port</code>. Chaque mot doit y être, sauf si vous écrivez OR ; tout ce que /help dit des questions vaut ici aussi.
    Pour qu’elle avertisse dans une de vos chaînes, nommez d’abord la chaîne, dans notre discussion privée : <code>/subscribe @channel grève port</code>
alert-admins-only = Seuls les admins de ce groupe peuvent changer ses alertes.
alert-preview = <b>Nouvelle alerte</b> : <code>{ $query }</code>
alert-found = Ces 7 derniers jours : { $articles ->
    [0] aucun article.
    [one] { $articles } article.
   *[other] { $articles } articles, { $stories ->
        [one] { $stories } sujet.
       *[other] { $stories } sujets.
      }
  }
alert-rate-day = Attendez-vous à environ { $count } messages par jour.
alert-rate-week = Attendez-vous à environ { $count ->
    [one] { $count } message
   *[other] { $count } messages
  } par semaine.
alert-ever = Avant cela : { $count ->
    [one] { $count } article.
   *[other] { $count } articles.
  }
alert-nothing = ⚠ Aucun article ici n’y a jamais correspondu. Vous pouvez l’enregistrer quand même.
alert-wide = ⚠ C’est large. Ajoutez un mot, mettez entre "guillemets" les mots qui vont ensemble, ou recevez un récapitulatif quotidien.
alert-everything = Presque tous les articles y correspondent. Nommez un mot qui doit y être : <code>/subscribe grève -port</code>
alert-only-common = Ces mots sont trop courants pour être cherchés : une telle alerte ne signalerait jamais rien. Nommez son sujet : <code>/subscribe grève port</code>
alert-instead = → À <code>{ $query }</code> { $count ->
    [one] a correspondu { $count } article.
   *[other] ont correspondu { $count } articles.
  }
alert-mistyped = ⚠ Aucun article ne contient « { $word } ». Vouliez-vous dire { $instead } ?
alert-common = ⚠ « { $word } » figure dans la moitié des articles et ne restreint guère.
alert-saved = ✓ <b>Enregistrée.</b> J’écris ici dès qu’un nouvel article correspond : un message par sujet, et seulement ce qui paraît à partir de maintenant.
alert-paused = En pause.
alert-muted = En sourdine jusqu’au { $until }.
alert-deleted = Supprimée : <code>{ $query }</code>
alert-cancelled = Rien n’a été enregistré.
alert-gone = Cette alerte a été supprimée.
alert-too-many = Vous ne pouvez pas avoir plus d’alertes ({ $most }). Supprimez-en une d’abord : /subscriptions
alert-why = Alerte <code>{ $query }</code> : contient { $reasons }
alerts-none = Pas encore d’alertes ici. Envoyez /subscribe et quelques mots, ou touchez « M’avertir » sous une réponse.
alerts-title = <b>Alertes de cette discussion</b> ({ $count })
unsubscribe-how = Dites laquelle : <code>/unsubscribe 2</code>
button-alert = M’avertir
button-save = Enregistrer
button-cancel = Annuler
button-pause = Mettre en pause
button-resume = Reprendre
button-mute = Sourdine 24 h
alert-corrected = ✎ Corrigé depuis sa première annonce ici.
alert-withdrawn = <s>{ $title }</s>
    Cet article a été retiré. Alerte <code>{ $query }</code>
alert-withdrawn-other = Annoncé d’abord ici par un article qui a été retiré : { $title }
digest-title = <b>{ $count } sujets pour vos alertes</b>
digest-corrected = corrigé

alert-entry = <b>Alerte</b> <code>{ $query }</code>
alert-reports-now = Avertit aussitôt.
alert-reports-hourly = Avertit par un récapitulatif à chaque heure pile.
alert-reports-daily = Avertit par un récapitulatif chaque jour à { $time } ({ $zone }).
alert-reports-weekly = Avertit par un récapitulatif chaque { $weekday } à { $time } ({ $zone }).
alert-no-zone = Je ne connais pas encore votre fuseau horaire : /settings
alert-elsewhere = Avertit dans <b>{ $chat }</b>.
alert-for-channel = Pour la chaîne <b>{ $channel }</b> :
alert-share = Quiconque ouvre ceci peut avoir la même alerte : { $link }
channel-not-yours = Je ne peux pas écrire dans { $channel }. Il faut une chaîne dont vous et moi sommes admins.
draft-ask = Répondez avec les nouveaux mots à la place de <code>{ $query }</code>
reword-ask = Répondez avec les nouveaux mots pour <code>{ $query }</code>. Ce qui a été annoncé le reste ; désormais je cherche les nouveaux mots.
state-paused = en pause
state-muted = en sourdine
mode-now = Aussitôt
mode-hourly = Chaque heure
mode-daily = Chaque jour
mode-weekly = Chaque semaine
told-paused = En pause. Reprenez ici ou dans /subscriptions.
told-muted = En sourdine pendant 24 heures.
told-daily = Désormais dans le récapitulatif du jour.
publisher-muted = { $publisher } est laissé de côté désormais. Voir /settings.
command-unsubscribe_all = Supprimer toutes les alertes de cette discussion
unsubscribe-all = Supprimer { $count ->
    [one] la seule alerte
   *[other] les { $count } alertes
  } de cette discussion ? Je vous en envoie d’abord un fichier ; /import les fait revenir.
all-deleted = { $count ->
    [one] { $count } alerte supprimée.
   *[other] { $count } alertes supprimées.
  }
nothing-deleted = Rien n’a été supprimé.
command-export = Mes alertes et réglages dans un fichier
export-caption = { $count ->
    [one] { $count } alerte
   *[other] { $count } alertes
  } et les réglages de cette discussion. /import les relit.
command-import = Alertes et réglages depuis un fichier
import-ask = Répondez avec le fichier fait par /export (1 Mo au plus).
import-unfit = Ce n’est pas un de mes exports : { $place } ne convient pas.
import-done = { $saved } alertes sur { $all } et les réglages ont été lus. /subscriptions les montre.
command-privacy = Ce que je garde sur vous et comment le supprimer
command-forget_me = Supprimer tout ce qui est gardé sur moi
forget-me = Ceci supprime tout ce que je garde sur vous : vos alertes dans chaque discussion, ce qu’elles ont envoyé, vos réglages et ce à quoi renvoient les boutons de cette discussion. C’est définitif. Faites d’abord /export si vous voulez une copie.
forgotten = Fait : vos alertes ({ $alerts }), leurs messages ({ $messages }), vos réglages et tout le reste sont supprimés. Je ne sais plus rien de vous.
only-in-private = Envoyez-moi cela dans notre discussion privée.
command-status = Ce qui attend pour cette discussion
status-alerts = { $count ->
    [0] Pas d’alertes ici.
    [one] { $count } alerte ici.
   *[other] { $count } alertes ici.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } en pause.
  }
status-nothing = Rien en attente.
status-waiting = { $count } en attente jusqu’au { $until }.
status-held = { $count } en attente jusqu’au { $until }, limite de Telegram.
status-suspended = { $count } en attente ; je ne peux pas écrire ici : { $reason }
command-outbox = Ce qui attend pour toutes les discussions (exploitants)
operators-only = Non autorisé : seuls les exploitants de ce bot le peuvent.
outbox = <b>Boîte d’envoi</b> : { $waiting } en attente, { $postponed } reportés, { $suspended } suspendus, { $failed } abandonnés, { $sent } envoyés.
outbox-oldest = Le plus ancien à envoyer date du { $at }.
outbox-none-due = Aucun n’est à envoyer.
outbox-rate = Envoyés dans la dernière heure : { $count }.
outbox-postponed = • { $count } × reporté : { $reason }
outbox-suspended = • { $count } × suspendu : { $reason }
outbox-given-up = • { $count } × abandonné : { $reason }
command-settings = Fuseau, heures calmes, récapitulatifs, langues, éditeurs
command-lang = La langue que je parle ici
lang-title = <b>Quelle langue dois-je parler ici ?</b> Mes boutons, messages et commandes ; les articles restent dans la leur.
lang-unknown = Je ne parle pas « { $word } ». Voici les langues que je connais :
lang-automatic = Comme dans votre Telegram
command-prefer = Montrer d’abord la version d’un éditeur
command-mute = Laisser un éditeur de côté
settings-title = <b>Réglages de cette discussion</b>
settings-lent = ✓ <b>{ $channel }</b> suit désormais vos réglages :
settings-zone = Fuseau horaire : { $zone }
settings-no-zone = Fuseau horaire : non réglé, je compte en UTC
settings-quiet = Heures calmes : { $hours }
settings-digest = Récapitulatifs : à { $time } ; celui de la semaine le { $weekday }
settings-breaking = Dernière minute (trois sources indépendantes en une heure) aussitôt, heures calmes ou non : { $state }
settings-languages = Articles en : { $languages }
settings-publishers = Éditeurs : { $preferred } préférés, { $muted } laissés de côté
setting-zone = Fuseau horaire
setting-quiet = Heures calmes
setting-digest = Récapitulatifs
setting-breaking = Dernière minute oui/non
setting-languages = Langues
setting-publishers = Éditeurs
publishers =
    <b>Éditeurs</b>
    Préférés : { $preferred }
    Laissés de côté : { $muted }

    <code>/prefer nom</code> montre d’abord la version d’un éditeur, <code>/mute nom</code> le laisse de côté. Un bouton le retire de sa liste.
zone-ask = Où êtes-vous ? Répondez par une ville ou un pays, ou envoyez-moi votre position avec 📎.
zone-unknown = Je ne connais pas le lieu « { $words } ». Essayez la grande ville la plus proche, ou un nom comme Europe/Istanbul.
zone-like = Vouliez-vous dire { $names } ?
quiet-ask = Répondez par vos heures calmes, par exemple <code>22:30-7</code>
quiet-off = aucune
digest-ask = Répondez par l’heure des récapitulatifs, par exemple <code>7:45</code>
languages-all = toutes les langues
on = oui
off = non
button-change = Modifier
button-delete = Supprimer
button-delete-all = Supprimer les { $count }
button-undo = Rétablir
button-mode = Quand
button-edit = Modifier
button-share = Partager
button-list = Toutes les alertes
button-other = Autre…
button-fewer = Moins de ce genre
button-no-publisher = Pas de { $publisher }
button-daily-instead = Dans un récapitulatif quotidien
button-narrow = D’autres mots
button-forget = Supprimer tout sur moi

feed-gone-note = <b>{ $name }</b> est désactivé : son serveur dit que le flux n’existe plus. { $url }
command-feeds = Flux d’actualités : état, ajouter, suspendre, retirer (exploitants)
feeds = <b>Flux d’actualités</b> : { $count }
feeds-none = Pas encore de flux. Envoyez /feeds et une adresse, je regarde ce qui s’y trouve.
feed-success = dernier succès { $at }
feed-never = pas encore de succès
feed-pace = { $items } par jour
feed-failures = échecs consécutifs : { $count }
feed-paused = suspendu
feed-switched-off = désactivé, son serveur dit qu’il n’existe plus
button-feed-add = Ajouter un flux
button-feed-test = Tester
button-feed-remove = Retirer
feed-ask = Répondez avec l’adresse d’un flux, ou d’une page qui indique ses flux.
feed-looking = Je regarde { $url } …
feed-trial = <b>{ $title }</b>. Entrées : { $entries }, dont de simples accroches : { $teasers }.
feed-trial-newest = La plus récente est du { $at }.
feed-trial-bad = Pas de flux à { $url } : { $problem }.
feed-trial-named = La page indique ces flux ; envoyez une de ces lignes :
feed-added = Ajouté. Ses premiers articles n’alertent personne, les suivants oui.
feed-known = Ce flux est déjà là.
feed-remove-ask = Retirer <b>{ $name }</b> ? Ses articles restent.
feed-missing = Ce flux n’est plus là.

report-ask = <b>Qu’est-ce qui ne va pas dans les sources ?</b> La personne qui gère ce bot verra votre signalement, avec votre numéro Telegram, et l’examinera.
button-report-outlet = Le média est erroné
button-report-origin = La source d’origine est erronée
button-report-event = Ce sont des événements différents
report-filed = Merci. La personne qui gère ce bot va regarder.
report-changed = Vous aviez déjà signalé ce sujet ; votre signalement dit maintenant ceci.
report-too-many = C’est assez pour aujourd’hui : { $most } signalements par jour au plus. Merci.
command-reports = Signalements de sources erronées (exploitants)
reports = <b>Sources signalées comme erronées</b> : { $count ->
    [one] { $count } sujet
   *[other] { $count } sujets
  }. Un numéro montre les mots d’où viennent les sources ; ✓ retire un sujet de la liste.
reports-none = Aucun signalement de source erronée n’est ouvert.
reports-note = Nouveaux signalements de sources erronées : { $count }. /reports les montre.
report-gone = Cet article n’est plus ici.
report-says-outlet = média erroné : { $count }
report-says-origin = source d’origine erronée : { $count }
report-says-event = événements différents : { $count }
report-by = Premier signalement { $at }, par { $people }
report-receipts = <b>Les sources, et les mots d’où elles viennent</b>
button-report-done = ✓ Traité

command-reload = Recharger tout le fonds (exploitants)
command-rejects = Ce qui n’a pas pu être importé (exploitants)
reload-begun = <b>Rechargement</b> : je regarde les fichiers…
reload-progress = <b>Rechargement</b> : { $stage ->
    [looking] je regarde les fichiers
    [reading] lecture, { $share } % des fichiers modifiés
    [checking] vérification et questions d’essai
   *[switching] bascule
}{ $remaining ->
    [unknown] .
   *[other] , encore { $remaining } environ.
}
    Les réponses viennent du fonds d’avant.
reload-counts = +{ $added } −{ $removed } ~{ $changed } modifiés, { $unchanged } inchangés{ $duplicates ->
    [0] {""}
   *[other] , { $duplicates } en double
}{ $expired ->
    [0] {""}
   *[other] , { $expired } trop anciens
}
reload-rejected = { $count } refusés : { $reason } ({ $where })
reload-more-reasons = … et { $count } autres raisons ; le fichier les contient toutes
reload-is-live = <b>Rechargé</b> en { $seconds }.
reload-is-unchanged = <b>Rien n’a changé</b> : le fonds est comme le dossier. Durée : { $seconds }.
reload-is-failed = <b>Pas rechargé</b> : { $reason }. Le fonds est comme avant.
reload-is-undone = <b>Annulé</b> : le fonds est comme avant ce rechargement. Un redémarrage ne le ramène pas ; /reload le fait.
reload-is-settled = <b>Rechargé</b> ; un autre rechargement a suivi.
reload-running = Un rechargement est en cours depuis { $since } ; je n’en ai pas commencé un second.
reload-undoing = Un rechargement est en train d’être annulé ; un instant, s’il vous plaît.
reload-done-with = Ce rechargement ne peut pas être annulé : il l’est déjà, ou un autre a suivi.
reload-is-staging = <b>Rechargement</b> en cours.
reload-details = <b>Ce que le rechargement a changé</b>
reload-details-part = { $kind ->
    [added] Ajoutés
    [changed] Modifiés
   *[removed] Retirés
}, { $count } :
and-more = … et { $count } de plus
rejects = <b>Refus</b> : { $count ->
    [0] aucun à la dernière lecture.
    [one] { $count } fichier ou enregistrement n’a pas pu être importé.
   *[other] { $count } fichiers et enregistrements n’ont pas pu être importés.
}
rejected = { $where } : { $reason }
rejects-caption = { $count ->
    [one] { $count } refus
   *[other] { $count } refus
} : fichier, ligne, raison
seconds = { $count } s
minutes = { $minutes } min { $seconds } s
button-details = Détails
button-report = ‹ Bilan
command-stats = Fonds, index, mémoire, temps de réponse, envois (exploitants)
stats-corpus = <b>Fonds</b> : articles : { $articles }, dont exemples : { $samples } ; le plus récent : { $newest }
stats-reload = Dernier rechargement : { $state ->
    [staging] en cours
    [undone] annulé
    [unchanged] rien n’a changé
    [failed] échoué
   *[done] fait
  } ; commencé { $at }
stats-index = <b>Index</b> : articles : { $articles }, mots : { $terms }, segments : { $segments }, { $disk } Mo sur disque ; au changement { $number }, retard : { $behind }
stats-memory = <b>Mémoire</b> : { $memory } Mo
stats-latency = <b>Réponses</b>, les { $count } dernières : la moitié en { $median } ms, 95 % en { $p95 } ms, 99 % en { $p99 } ms
stats-no-latency = <b>Réponses</b> : aucune depuis le démarrage

# Why something went wrong: told after a colon, so without a capital or a full stop.
why-said = { $words }
why-bug = une erreur de newsbot lui-même ({ $error })
why-no-words = aucun mot dedans
why-unreadable = lecture impossible ({ $words })
why-file-name = le nom du fichier n’est pas en UTF-8 valide ; renommez-le
why-format = je ne lis pas le format { $suffix } ; je lis { $known }, chacun aussi en { $packed }
why-gzip = compression gzip abîmée ({ $words })
why-large = plus de { $megabytes } Mo
why-line-long = la ligne dépasse { $most } octets
why-json-large = trop grand pour .json : écrivez un article par ligne dans un fichier .jsonl
why-json = pas du JSON ({ $words })
why-record = pas un enregistrement à champs nommés
why-field-missing = le champ « { $field } » manque
why-field = le champ « { $field } » ne convient pas ({ $words })
why-xml = pas du XML ({ $words })
why-xml-empty = pas du XML : aucun élément dedans
why-doctype = il déclare un DOCTYPE ou des entités, ce que je n’accepte pas d’inconnus
why-no-records = ni un flux ni des articles : aucun élément ne s’appelle { $names }
why-no-feed = pas un flux : ni RSS, ni Atom, ni JSON Feed
why-feed-broken = flux trop abîmé pour être lu ({ $error })
why-feed-empty = flux sans entrées
why-no-opml = pas une liste de flux : aucun outline n’a d’adresse http(s) dans xmlUrl
why-no-article = aucun article trouvé sur la page
why-second-text = « { $title } » : son identifiant { $id } est déjà celui d’un autre texte, dans { $first } ; changez l’un des deux
why-status = son serveur a répondu { $status }
why-gone = son serveur dit qu’il n’existe plus (410)
why-robots = son site demande aux robots de ne pas la lire (robots.txt)
why-redirects = plus de { $most } redirections
why-not-public = l’adresse n’est pas publique
why-no-address = pas une adresse web : je ne lis que http:// et https://
why-password = une adresse contenant un mot de passe n’est pas lue
why-address-long = l’adresse dépasse { $most } caractères
why-packed = compressé en { $packing }, ce qui n’était pas demandé
why-no-connection = pas de connexion
why-no-answer = pas de réponse à temps
why-slow = pas de réponse complète en { $seconds } s
why-broken-off = la connexion a été coupée ({ $error })
why-no-folder = le dossier { $folder } n’existe pas
why-stopping = le programme est en train de s’arrêter
why-stopped = le programme a été arrêté en plein milieu
why-drop = { $removed } articles sur { $before } partiraient, plus de { $share } % ; si c’est voulu : <code>/reload anyway</code>, ou <code>newsbot reload --anyway</code>
why-smoke = les questions d’essai ont échoué : sur { $asked } nouveaux articles, { $found } ont été trouvés par leur titre
why-nothing-left = son alerte ou ses articles n’existent plus
why-dropped = écarté lors de la restauration d’une sauvegarde
why-turn = attend son tour
why-not-invited = pas dans NEWSBOT_ALLOWED_IDS
why-blocked = le bot a été bloqué ici
why-deactivated = le compte a été supprimé
why-kicked = le bot n’est plus dans la discussion
why-no-chat = cette discussion n’existe plus
why-not-begun = la personne n’a pas démarré le bot
why-no-rights = le bot n’a pas le droit d’y écrire
why-flood = Telegram demande de patienter
why-lost = pas de connexion à Telegram ({ $words })
why-telegram = Telegram dit : { $words }
