# Tout ce que dit le bot. Les valeurs entre { } arrivent échappées quand le message est du HTML.

start =
    <b>Demandez-moi ce qui s’est passé.</b> Je cherche dans des articles de presse et je réponds par des citations mot pour mot : qui l’a dit, qui l’a publié et d’où ce média le tient.

    Envoyez une question, un lien ou un paragraphe dont vous cherchez l’origine.
start-example-1 = grève port
start-example-2 = Qui a parlé de l’inondation ?
help =
    <b>Comment poser une question</b>
    Envoyez quelques mots, par exemple <code>{ $example }</code>, et je trouve les articles qui y répondent le mieux. Vous pouvez aussi utiliser :
    • <code>"mots exacts"</code> · <code>-sans</code> · <code>ceci OR cela</code> · <code>début*</code>
    • <code>{ $source }</code> · <code>by:nom</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · la semaine dernière · depuis octobre
    Collez un lien ou un paragraphe pour voir qui l’a publié et qui d’autre en parle. Modifiez votre question : la réponse se met à jour. Répondez /ask à un message, ou à un passage que vous citez, pour voir qui le dit.

    <b>Commandes</b>
    { $commands }

    Dans un groupe, utilisez /ask, mentionnez-moi ou répondez-moi. Dans toute autre discussion, tapez <code>{ $bot }</code> suivi de votre question.
help-operators = <b>Pour les opérateurs</b>
bot-description = Demandez-moi ce qui s’est passé : je réponds par des phrases citées mot pour mot d’articles de presse, en précisant qui les a dites, qui les a publiées et d’où ce média les tient. Avec /subscribe, suivez un sujet : chaque événement vous est annoncé une seule fois.
bot-description-short = L’actualité mot pour mot : qui le dit, qui l’a publié et d’où ça vient.
command-start = Ce que je sais faire
command-help = Comment poser une question, et toutes les commandes
command-ask = Poser une question (dans les groupes)
command-latest = Derniers articles, sur un sujet si vous voulez
command-top = Les grands titres du jour, de la semaine ou du mois
top-title = <b>Grands titres</b> · { $period }
top-title-topic = <b>Grands titres</b> : « { $topic } » · { $period }
top-nearest = Aucune actualité pour la période demandée. Voici les plus proches :
top-nothing-newer = Je n’ai rien de plus récent :
top-nothing-topic = Aucun article sur « { $topic } ».
top-hidden = Les /settings de cette discussion masquent tous les articles que je pourrais montrer ici. Vérifiez les langues des articles et les médias masqués.
top-period-24 = ces dernières 24 heures
top-period-168 = ces 7 derniers jours
top-period-720 = ces 30 derniers jours
top-period-all = depuis le début
arrivals = { $count ->
    [one] <b>{ $count } nouvel article</b> depuis :
   *[other] <b>{ $count } nouveaux articles</b> depuis :
  }
arrivals-least = { $count ->
    [one] <b>Au moins { $count } nouvel article</b> depuis :
   *[other] <b>Au moins { $count } nouveaux articles</b> depuis :
  }
arrivals-none = Rien de nouveau depuis.
button-arrivals = Quoi de neuf ?
command-trends = Graphique de la couverture d’un sujet
command-timeline = Chronologie d’un événement
command-said = Ce que dit quelqu’un
command-corrections = Ce que les médias ont corrigé ou retiré
command-about = Ce que contiennent les archives

ask-for-words = Dites-moi quoi chercher : un nom, un lieu ou un événement. Par exemple : { $example }
no-words = Je n’y trouve aucun mot. Envoyez-moi un nom, un lieu ou un événement.
greeting-hello = Bonjour ! Interrogez-moi sur un nom, un lieu ou un événement, par exemple { $example }. Pour en savoir plus : /help
greeting-thanks = Je vous en prie ! Posez-moi une autre question, par exemple { $example }. Tout ce que je sais faire : /help
only-words = Je ne lis que du texte, pas les messages vocaux, les photos ni les vidéos. Écrivez ce que vous voulez savoir, par exemple { $example }, ou collez un lien ou un paragraphe.
guest-how = Répondez à un message en me mentionnant : je vous dirai quels articles contiennent ces mots et d’où ils viennent. Ou posez une question après mon nom.
button-ask-bot = M’en demander plus
last-page = C’est tout ce que j’ai à ce sujet. Touchez un numéro ci-dessus pour en lire plus sur un article.
unknown-command = Je ne connais pas cette commande. La liste est dans /help. Tout autre message est traité comme une question.
query-error = Je n’arrive pas à lire cette question (caractère { $position }) : { $problem }
too-fast = Cela fait beaucoup de demandes à la fois. Patientez { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
  }, puis réessayez.
not-invited = Ce bot est privé. Pour y accéder, envoyez votre identifiant à son opérateur : { $id }
privacy =
    <b>Ce que je conserve</b>
    • <b>Dans cette discussion</b> : vos questions et les messages dont vous cherchez la source, tant que les boutons sous mes réponses fonctionnent (30 jours) ; quel message répond à quel autre ; vos alertes et réglages, jusqu’à ce que vous les supprimiez ; les notifications envoyées par vos alertes.
    • <b>Sur vous</b> : votre identifiant Telegram et la langue de votre application. Hormis dans les messages auxquels je suis en train de répondre, ni nom, ni numéro de téléphone, ni contacts.
    • <b>Dans les groupes</b> : la même chose pour le groupe, et qui a enregistré chaque alerte.
    • <b>Signalements de sources erronées</b> : l’événement, ce que vous jugez erroné et votre identifiant Telegram, jusqu’à ce qu’un opérateur ait examiné le signalement.
    • <b>Les flux que vous proposez</b> : l’adresse et votre identifiant Telegram, jusqu’à 30 jours après la décision d’un opérateur.
    • <b>Les messages auxquels je réponds</b> : tels que Telegram les envoie, avec votre nom, jusqu’à la réponse, en général une seconde. Ensuite, pendant deux jours, seulement des numéros (de la discussion, du message et de la réponse) et une somme de contrôle.
    • <b>Les mentions dans des discussions dont je ne fais pas partie</b> : Telegram ne m’envoie que ce message et celui auquel il répond. Toute la discussion voit ma réponse ; je ne conserve ni ces messages, ni qui participe.
    • <b>Les questions inline</b> ne sont pas conservées. Rien de ce que vous écrivez n’apparaît dans les journaux. Rien n’est partagé avec qui que ce soit, sauf Telegram, qui achemine nos messages.

    /export vous envoie vos alertes et réglages dans un fichier. /forget_me supprime immédiatement tout ce qui vous concerne, y compris du fichier de la base de données. Les sauvegardes faites par l’opérateur du bot, c’est à lui de les supprimer.
privacy-judgements = <b>👍 et 👎</b> : l’opérateur de ce bot conserve votre avis avec votre identifiant Telegram, la question, les articles et les phrases affichés, pour tester les réponses. /forget_me les supprime aussi.
judgement-kept = Merci ! Votre avis aide à tester les réponses. Voir /privacy
judgement-off = Les avis ne sont plus conservés ici.
expired = Ce message a plus de 30 jours : ses boutons ne fonctionnent plus. Posez la question à nouveau.
failed = Une erreur s’est produite de mon côté ; elle a été enregistrée. Veuillez réessayer.
search-unavailable = La recherche est momentanément indisponible. Veuillez réessayer dans une minute.

problem-common = ces mots sont trop courants pour une recherche ; ajoutez-en un plus précis.
problem-bracket-open = parenthèse non fermée en position { $position } ; je l’ai fermée à la fin.
problem-bracket-closed = parenthèse fermante sans ouvrante en position { $position } ; je l’ai ignorée.
problem-quote = guillemet isolé en position { $position } ; je l’ai ignoré.
problem-or = il faut un mot de chaque côté de OR.
problem-not = il faut un mot après NOT.
problem-field = je ne connais pas le champ <code>{ $field }:</code> (position { $position }) ; j’ai cherché les mots qui le suivent.
problem-deep = trop de parenthèses imbriquées.
problem-empty = rien après <code>{ $field }:</code> en position { $position } ; je l’ai ignoré.
problem-date = <code>{ $field }:{ $value }</code> en position { $position } n’est pas une date que je reconnais ; je l’ai ignorée. Écrivez-la ainsi : <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> est trop court : il faut au moins { $letters } lettres avant *.
problem-long = je n’ai utilisé que les { $words } premiers mots.
article-gone = Cet article n’est plus disponible. Posez la question à nouveau.
article-unquotable = Cet article ne contient plus de phrases à citer. Posez la question à nouveau.

not-understood = Je n’ai pas compris une partie de la question : { $problem }
searched-instead = Résultats pour <b>{ $instead }</b> au lieu de « { $word } ».
searched-also = Recherché aussi : { $words }
credit = — { $label }
credit-via = { $speaker }, selon { $outlet }
cites = cite { $outlets }
by = par { $author }
undated = sans date
about-date = date estimée
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
other-outlets = +{ $outlets ->
    [one] { $outlets } média
   *[other] { $outlets } médias
  }, { $origins ->
    [one] { $origins } source
   *[other] { $origins } sources
  }
source-unknown = média inconnu
notice-samples = Articles d’exemple, inventés pour l’essai.
notice-stale = L’article le plus récent date du { $newest } : des actualités récentes peuvent manquer.
notice-unreachable = Impossible de joindre { $feeds } depuis le { $since } : des actualités récentes peuvent manquer.
notice-cut = Votre question était trop longue : je n’ai utilisé que les { $length } premiers caractères.
notice-language = Aucun article ici n’est dans cette langue : { $absent }. Il y a des articles dans { $count ->
    [1] cette langue
   *[other] ces langues
  } : { $languages }. Pour y chercher, posez votre question dans { $count ->
    [1] cette langue-là
   *[other] l’une de ces langues
  }.
notice-letters = Une recherche ne trouve que des articles écrits dans le même alphabet. Il y a aussi des articles dans { $count ->
    [1] cette langue
   *[other] ces langues
  } : { $languages }. Pour y chercher, posez votre question dans { $count ->
    [1] cette langue-là
   *[other] l’une de ces langues
  }.
notice-more-languages = { $languages } et d’autres

nothing = <b>Aucun résultat.</b>
nothing-unknown = Aucun article ne mentionne { $words }.
not-about = <b>Aucun article ne répond à toute la question.</b>
not-quoted = Personne du nom de « { $speaker } » n’est cité à ce sujet.
not-credited = Aucune de ces phrases n’est attribuée à « { $speaker } ».
closest = Les articles les plus proches :
other-time = <b>Rien ne date de cette période.</b> Le plus proche :
less-close = { $count ->
    [one] { $count } résultat moins pertinent ▸
   *[other] { $count } résultats moins pertinents ▸
  }
below-cut = Moins pertinents :
follow-up = Suite de « { $previous } »
quoted-word = « { $word } »
nothing-period = { $count ->
    [one] { $count } article correspond, mais hors de la période choisie.
   *[other] { $count } articles correspondent, mais hors de la période choisie.
  }
nothing-filters = { $count ->
    [one] { $count } article contient ces mots, mais ne correspond pas à vos filtres.
   *[other] { $count } articles contiennent ces mots, mais ne correspondent pas à vos filtres.
  }
nothing-left-out = Articles masqués par les /settings de cette discussion : { $count }.
nothing-suggest = Vouliez-vous dire :
nothing-corpus = { $articles ->
    [0] Il n’y a pas encore d’articles.
    [one] J’ai cherché dans { $articles } article, du { $newest }.
   *[other] J’ai cherché dans { $articles } articles ; le plus récent date du { $newest }.
  }

pasted-found = <b>Ce texte vient de [1].</b> Ci-dessous : qui d’autre en parle, puis des articles similaires.
pasted-nearest = <b>Je n’ai pas ce texte.</b> Les articles les plus similaires :
pasted-unknown-link = <b>Je n’ai pas cette page.</b> Collez-en un paragraphe et je chercherai qui d’autre en parle.
pasted-nothing = <b>Je n’ai rien de similaire à ce texte.</b>
pasted-carried = <b>{ $count ->
    [one] { $count } article contient ces mots :
   *[other] { $count } articles contiennent ces mots, du plus ancien au plus récent :
  }</b>
pasted-carried-in-part = <b>{ $count ->
    [one] { $count } article contient une partie de ce texte :
   *[other] { $count } articles contiennent au moins une partie de ce texte :
  }</b>
pasted-not-carried = <b>Aucun article ne contient ces mots.</b> Les plus proches :

card-focused = En rapport avec votre question :
card-gist = Résumé :
card-empty = Cet article ne contient pas de phrases à citer.
correction-corrected = ✎ Corrigé { $at }
correction-updated = ✎ Mis à jour { $at }
correction-withdrawn = ✗ Retiré { $at }
pasted-withdrawn = D’autres médias en parlent toujours :
withdrawn-alone = Aucun autre média ici n’en parle.
change-headline = Titre :
corrections-title = <b>Dernières corrections</b>
corrections-title-topic = <b>Dernières corrections : { $topic }</b>
corrections-none = Aucun média des archives n’a corrigé ou retiré d’article récemment.
corrections-none-topic = Aucune correction récente dans les articles sur { $topic }.
context-place = Phrase { $number } sur { $of } du résumé, dans son contexte d’origine :
similar = <b>Articles similaires à</b> { $title }
similar-none = Aucun article similaire.
speaker = <b>{ $speaker }</b> : dernières déclarations
speaker-on = <b>{ $speaker }</b> sur « { $topic } » : dernières déclarations
speaker-none = Personne du nom de « { $speaker } » n’est cité ici.
speaker-none-on = Personne du nom de « { $speaker } » n’est cité ici sur « { $topic } ».
speaker-range = { $first }–{ $last } sur { $count }
outlets = <b>Qui en a parlé, et d’après qui</b> : { $title }
origin = <b>{ $name }</b> : { $outlets }
origin-alone = <b>{ $name }</b>
difference = ⚖ <b>Les médias divergent</b> · { $thing } : { $versions }
difference-later = <b>Chiffres au fil du temps</b> · { $thing } : { $versions }
difference-denied = ⚖ <b>Affirmé et démenti</b> : { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-thing = « { $noun } »
difference-of = { $thing } ({ $noun })
differs-dead = morts
differs-injured = blessés
differs-missing = disparus
differs-arrested = arrestations
differs-evacuated = évacués
differs-rescued = secourus
differs-abducted = otages
differs-aboard = personnes à bord
differs-magnitude = magnitude
differs-homes = maisons endommagées
differs-powerless = personnes sans électricité
differs-age = âge
differs-day = jour
differs-date = date
differs-time = heure
differs-counted = un chiffre
story-also = Aussi en d’autres langues : { $languages }
sisters = <b>Le même événement en d’autres langues</b> : { $title }
sisters-none = Aucun article en d’autres langues ne porte sur cet événement.
story-added = <b>Ce que chaque média a apporté</b>, du plus récent au plus ancien
story-repeats = reprend { $outlet }
story-repeats-itself = se répète
story-more = … et { $count ->
    [one] { $count } autre phrase nouvelle
   *[other] { $count } autres phrases nouvelles
  }

history-how = Sur quel sujet ? Par exemple : <code>{ $command } { $example }</code>. La syntaxe de recherche de /help fonctionne aussi ici.
history-nothing = <b>Aucun résultat.</b> Aucun article daté ne contient tous ces mots.
pictures-missing = Pas de graphique : matplotlib n’est pas installé sur ce serveur.
trend-articles = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
  }
trend-day = par jour
trend-week = par semaine
trend-month = par mois
trend-peak-day = Pic : { $count } le { $when }
trend-peak-week = Pic : { $count } la semaine du { $when }
trend-peak-month = Pic : { $count } en { $when }
trend-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
  }
trend-undated = { $count ->
    [one] { $count } article de plus est sans date.
   *[other] { $count } articles de plus sont sans date.
  }
timeline-stories = { $stories ->
    [one] { $stories } événement
   *[other] { $stories } événements
  }
timeline-some = les { $shown } événements les plus pertinents sur { $stories }
timeline-origins = { $origins ->
    [one] { $origins } source
   *[other] { $origins } sources
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } ; le plus récent date du { $newest }.
    Médias : { $publishers }

    Les réponses sont classées avec BM25 et citent les articles mot pour mot. Rien n’est réécrit ni généré.
about-samples = { $samples ->
    [one] { $samples } d’entre eux est un exemple, inventé pour essayer le bot.
   *[other] { $samples } d’entre eux sont des exemples, inventés pour essayer le bot.
  }
about-empty = Il n’y a pas encore d’articles.

button-previous = ◀
button-next = ▶
button-page = Page { $page }/{ $pages }
button-more = Plus ▸
button-filter = Filtrer
button-options = Options
button-exact = Chercher « { $word } » tel quel
button-relevance = Pertinence
button-newest = Récents
button-chosen = • { $label }
button-period-24 = 24 h
button-period-168 = 7 j
button-period-720 = 30 j
button-period-all = Tout
button-context = En contexte
button-source = Lire l’article ↗
button-similar = Articles similaires
button-speaker = Plus de { $speaker }
button-changes = ✎ Modifications
button-outlets = Autres médias
button-sisters = 🌐 Autres langues
button-report-source = Source erronée ?
button-back = ‹ Retour
inline-none = Aucun résultat. Écrivez-moi en privé pour en savoir plus

command-follow = Suivre un événement
command-subscribe = Créer une alerte pour les nouveaux articles
command-subscriptions = Mes alertes
command-unsubscribe = Supprimer une alerte
subscribe-how = Que dois-je surveiller ? Par exemple : <code>/subscribe { $example }</code>. Un article doit contenir tous les mots, sauf si vous écrivez OR. La syntaxe de recherche de /help fonctionne aussi ici.
    Pour publier dans votre canal, indiquez d’abord le canal, dans notre discussion privée : <code>/subscribe @channel { $example }</code>
alert-admins-only = Seuls les admins de ce groupe peuvent modifier ses alertes.
alert-preview = <b>Nouvelle alerte</b> : <code>{ $query }</code>
alert-found = Résultats des 7 derniers jours : { $articles ->
    [0] aucun.
    [one] { $articles } article.
   *[other] { $articles } articles, { $stories ->
        [one] { $stories } événement.
       *[other] { $stories } événements.
      }
  }
alert-rate-day = Comptez environ { $count } messages par jour.
alert-rate-week = Comptez environ { $count ->
    [one] { $count } message
   *[other] { $count } messages
  } par semaine.
alert-ever = Résultats plus anciens : { $count ->
    [one] { $count } article.
   *[other] { $count } articles.
  }
alert-nothing = ⚠ Aucun article n’y a jamais correspondu. Vous pouvez quand même enregistrer l’alerte.
alert-wide = ⚠ C’est très large. Ajoutez un mot, mettez les expressions entre "guillemets" ou choisissez un récapitulatif quotidien.
alert-everything = Presque tous les articles y correspondent. Ajoutez un mot qui doit figurer dans l’article.
alert-only-common = Ces mots sont trop courants pour une recherche : cette alerte ne trouverait jamais rien. Ajoutez un nom ou un mot plus rare.
alert-instead = → <code>{ $query }</code> correspond à { $count ->
    [one] { $count } article.
   *[other] { $count } articles.
  }
alert-mistyped = ⚠ Aucun article ne mentionne « { $word } ». Vouliez-vous dire { $instead } ?
alert-common = ⚠ « { $word } » figure dans la moitié des articles et n’affine guère la recherche.
alert-fired = Elle aurait correspondu à { $fired } des { $shown } articles de cette réponse.
alert-not-fired = ⚠ Elle n’aurait correspondu à aucun article de cette réponse : cet événement pourrait vous échapper.
button-also = Aussi : { $query }
button-wider = Plutôt « { $query } »
alert-saved = ✓ <b>Enregistrée.</b> Dès maintenant, je vous écris ici quand un nouvel article correspond : une fois par événement.
alert-paused = Suspendue.
alert-muted = En sourdine jusqu’au { $until }.
alert-deleted = Supprimée : <code>{ $query }</code>
alert-cancelled = Annulé. Rien n’a été enregistré.
alert-gone = Cette alerte a été supprimée.
alert-too-many = Vous avez atteint la limite de { $most ->
    [one] { $most } alerte
   *[other] { $most } alertes
  }. Supprimez-en une d’abord : /subscriptions
alert-why = Alerte <code>{ $query }</code>, termes trouvés : { $reasons }
alerts-none = Pas encore d’alertes dans cette discussion. Envoyez /subscribe et quelques mots, ou touchez 🔔 sous une réponse.
alerts-title = <b>Alertes de cette discussion</b> ({ $count })
unsubscribe-how = Laquelle ? Par exemple : <code>/unsubscribe 2</code>
button-alert = 🔔 Alerte
button-save = Enregistrer
button-cancel = Annuler
button-pause = Suspendre
button-resume = Reprendre
button-mute = Sourdine 24 h
alert-corrected = ✎ Corrigé depuis mon premier envoi.
alert-updated = ✎ Mis à jour depuis mon premier envoi.
alert-withdrawn = <s>{ $title }</s>
    Cet article a été retiré. Alerte <code>{ $query }</code>
alert-withdrawn-other = Je vous avais d’abord signalé cet événement par un article qui a été retiré depuis : { $title }
digest-title = <b>{ $count } événements pour vos alertes</b>
digest-corrected = corrigé
digest-updated = mis à jour

alert-entry = <b>Alerte</b> <code>{ $query }</code>
alert-reports-now = Envoi immédiat.
alert-reports-hourly = Récapitulatif toutes les heures, à l’heure pile.
alert-reports-daily = Récapitulatif quotidien à { $time } ({ $zone }).
alert-reports-weekly = Récapitulatif hebdomadaire, le { $weekday } à { $time } ({ $zone }).
alert-reports-briefing = Envoie chaque jour les grands titres à { $time } ({ $zone }).
briefing-name = Grands titres
briefing-name-topic = Grands titres : { $topic }
briefing-saved = ✓ <b>Votre point quotidien est programmé.</b>
briefing-ask = Répondez avec l’heure de votre point quotidien, par exemple <code>7:45</code>
button-briefing = ☀ Chaque jour à { $time }
button-briefing-time = Heure
button-briefing-stop = Arrêter le point quotidien
alert-no-zone = Je ne connais pas encore votre fuseau horaire. Indiquez-le dans /settings.
alert-elsewhere = Publie dans <b>{ $chat }</b>.
alert-for-channel = Pour le canal <b>{ $channel }</b> :
alert-share = Toute personne qui ouvre ce lien peut ajouter la même alerte : { $link }
channel-not-yours = Je ne peux pas publier dans { $channel }. Vous et moi devons tous deux être admins de ce canal.
draft-ask = Répondez avec les nouveaux mots qui remplaceront <code>{ $query }</code>
reword-ask = Répondez avec les nouveaux mots pour <code>{ $query }</code>. Je ne renverrai pas les événements déjà reçus ; les nouveaux articles devront correspondre aux nouveaux mots.
state-paused = suspendue
state-muted = en sourdine
mode-now = Immédiat
mode-hourly = Toutes les heures
mode-daily = Tous les jours
mode-weekly = Toutes les semaines
mode-briefing = Point quotidien
toast-paused = Alerte suspendue. Réactivez-la ici ou dans /subscriptions.
toast-muted = En sourdine pendant 24 heures.
toast-daily = Déplacée dans le récapitulatif quotidien.
button-follow = Suivre
button-unfollow = Ne plus suivre
button-follow-again = Suivre à nouveau
follow-saved = ✓ <b>Vous suivez cet événement.</b> Je vous écrirai ici dès qu’il y aura du nouveau.
follow-no-story = <b>Aucun événement ici ne porte encore là-dessus.</b> Je peux guetter les nouveaux articles :
follow-press = Vous écrivez au nom du groupe. Pour suivre cet événement, touchez <b>Suivre</b> :
follow-entry = <b>Suivi</b> : { $query }
follow-name = Événement : { $title }
follow-why = Un événement que vous suivez : { $title }
follow-ends = Le suivi s’arrête de lui-même après { $days ->
    [one] 1 jour
   *[other] { $days } jours
  } sans nouveauté.
follow-ended = <b>Rien de nouveau depuis { $days ->
    [one] 1 jour
   *[other] { $days } jours
  }.</b> J’ai cessé de suivre cet événement.
alert-reports-follow-now = Envoie un nouveau message à chaque fois.
alert-reports-update = Tient un seul message à jour.
mode-follow-now = Nouveaux messages
mode-update = Un seul, mis à jour
development-origin = Nouvelle source indépendante : <b>{ $name }</b>
development-figures = Nouveaux chiffres : <b>{ $name }</b>
development-correction = Corrigé par { $source } : { $name }
development-withdrawal = Retiré par { $source } : { $name }
development-speaker = Première déclaration de <b>{ $name }</b>
publisher-muted = Les articles de { $publisher } sont désormais masqués. Vous pouvez changer cela dans /settings.
command-unsubscribe_all = Supprimer toutes les alertes de cette discussion
unsubscribe-all = Supprimer { $count ->
    [one] la seule alerte
   *[other] les { $count } alertes
  } de cette discussion ? Je vous envoie d’abord une sauvegarde ; /import permet de tout rétablir.
all-deleted = { $count ->
    [one] { $count } alerte supprimée.
   *[other] { $count } alertes supprimées.
  }
nothing-deleted = Rien n’a été supprimé.
command-export = Exporter les alertes et réglages dans un fichier
export-caption = { $count ->
    [one] { $count } alerte
   *[other] { $count } alertes
  } et les réglages de cette discussion. Pour les rétablir : /import.
command-import = Importer les alertes et réglages d’un fichier
import-ask = Répondez avec un fichier créé par /export (1 Mo maximum).
import-unfit = Ce n’est pas un export de newsbot : { $place } n’est pas valide.
import-done = Alertes importées : { $saved } sur { $all }, ainsi que les réglages. Voir /subscriptions.
command-privacy = Ce que je conserve sur vous, et comment le supprimer
command-forget_me = Supprimer tout ce qui me concerne
forget-me = Cela supprime tout ce que je conserve sur vous : vos alertes dans toutes les discussions, les notifications qu’elles ont envoyées, vos réglages et les données liées aux boutons de cette discussion. C’est irréversible. Utilisez d’abord /export si vous voulez une copie.
forgotten = C’est fait. J’ai supprimé vos alertes ({ $alerts }), leurs notifications ({ $messages }), vos réglages et tout le reste vous concernant.
only-in-private = Envoyez-moi cela dans notre discussion privée.
command-status = Notifications en attente pour cette discussion
status-alerts = { $count ->
    [0] Pas d’alertes ici.
    [one] { $count } alerte ici.
   *[other] { $count } alertes ici.
  }{ $paused ->
    [0] {""}
   *[other] {" "}Suspendues : { $paused }.
  }
status-nothing = Rien n’est en attente.
status-waiting = { $count } en attente jusqu’au { $until }.
status-held = { $count } en attente jusqu’au { $until } (limite d’envoi de Telegram).
status-suspended = { $count } en suspens, car je ne peux pas publier ici : { $reason }
status-updates = Des messages qui me sont adressés attendent une réponse depuis { $since }.
command-outbox = Notifications en attente pour toutes les discussions (opérateurs)
operators-only = Seuls les opérateurs du bot peuvent faire cela.
outbox = <b>Boîte d’envoi</b> : en attente { $waiting }, reportées { $postponed }, suspendues { $suspended }, échouées { $failed }, envoyées { $sent }.
outbox-oldest = Plus ancien retard : { $at }.
outbox-none-due = Rien n’est à envoyer.
outbox-rate = Envoyées au cours de la dernière heure : { $count }.
outbox-postponed = • { $count } × reportée : { $reason }
outbox-suspended = • { $count } × suspendue : { $reason }
outbox-given-up = • { $count } × échouée : { $reason }
command-settings = Fuseau horaire, heures calmes, récapitulatifs, langues, médias
command-lang = Langue que j’utilise ici
lang-title = <b>Quelle langue dois-je utiliser ici ?</b> Cela vaut pour mes boutons, messages et commandes. Les articles restent dans leur langue.
lang-unknown = Je ne parle pas « { $word } ». Choisissez une de ces langues :
lang-automatic = Comme votre application Telegram
lang-chosen = ✓ J’utilise désormais ici : <b>{ $name }</b>.
command-prefer = Afficher d’abord la version d’un média
command-mute = Masquer un média
settings-title = <b>Réglages de cette discussion</b>
settings-lent = ✓ <b>{ $channel }</b> utilise désormais vos réglages :
settings-zone = Fuseau horaire : { $zone }
settings-no-zone = Fuseau horaire : non défini (UTC)
settings-quiet = Heures calmes : { $hours }
settings-digest = Récapitulatifs : à { $time } ; hebdomadaire le { $weekday }
settings-breaking = Infos urgentes (trois sources indépendantes en une heure) même pendant les heures calmes : { $state }
settings-languages = Langues des articles : { $languages }
settings-calendar = Calendrier : { $calendar }
calendar-solar = hégirien solaire
calendar-gregorian = grégorien
settings-publishers = Médias préférés : { $preferred } ; masqués : { $muted }
setting-zone = Fuseau horaire
setting-quiet = Heures calmes
setting-digest = Récapitulatifs
setting-breaking = Infos urgentes oui/non
setting-languages = Langues
setting-calendar = Calendrier
setting-publishers = Médias
publishers =
    <b>Médias</b>
    Préférés : { $preferred }
    Masqués : { $muted }

    <code>/prefer nom</code> affiche d’abord la version d’un média ; <code>/mute nom</code> le masque. Touchez un bouton pour retirer un média de la liste.
zone-ask = Où êtes-vous ? Répondez avec une ville ou un pays, ou partagez votre position avec 📎.
zone-unknown = Je ne connais pas « { $words } ». Essayez une grande ville proche, ou un fuseau horaire comme Europe/Istanbul.
zone-like = Vouliez-vous dire { $names } ?
publisher-unknown = Je ne connais pas de média nommé « { $words } ».
quiet-ask = Répondez avec vos heures calmes, par exemple <code>22:30-7</code>
quiet-off = aucune
digest-ask = Répondez avec l’heure des récapitulatifs, par exemple <code>7:45</code>
languages-all = toutes les langues
on = activé
off = désactivé
button-change = Modifier
button-delete = Supprimer
button-delete-all = Supprimer les { $count }
button-undo = Annuler l’action
button-mode = Fréquence
button-differences-on = ⚖ Divergences : oui ✓
button-differences-off = ⚖ Divergences : non
button-edit = Modifier
button-share = Partager
button-cite = Copier la citation
button-feed = En flux
button-story-page = Page de l’événement
button-list = Toutes les alertes
button-other = Autre…
button-fewer = Moins de ce genre
button-no-publisher = Masquer { $publisher }
button-daily-instead = Récapitulatif quotidien
button-narrow = Changer les mots
button-forget = Supprimer mes données

feed-gone-note = <b>{ $name }</b> a été désactivé : selon son serveur, ce flux n’existe plus. { $url }
command-feeds = Flux d’actualités : état, ajout, suspension, retrait (opérateurs)
feeds = <b>Flux d’actualités</b> : { $count }
feeds-none = Pas encore de flux. Envoyez /feeds avec une adresse et je regarde ce qui s’y trouve.
feed-success = dernière récupération { $at }
feed-never = jamais récupéré
feed-pace = { $items } articles par jour
feed-failures = { $count ->
    [one] { $count } échec
   *[other] { $count } échecs consécutifs
  }
feed-paused = suspendu
feed-switched-off = désactivé, n’existe plus
button-feed-add = Ajouter un flux
button-feed-test = Tester
button-feed-remove = Retirer
feed-ask = Répondez avec l’adresse d’un flux, ou d’une page qui renvoie à ses flux.
feed-looking = Vérification de { $url }…
feed-trial = <b>{ $title }</b>. Entrées : { $entries }, dont simples accroches : { $teasers }.
feed-trial-newest = La plus récente : { $at }.
feed-trial-bad = Aucun flux à l’adresse { $url } : { $problem }.
feed-trial-named = Cette page renvoie à ces flux. Envoyez une de ces lignes :
feed-added = Ajouté. Les articles déjà présents dans le flux ne déclenchent pas d’alertes ; les nouveaux, si.
feed-known = Ce flux est déjà ajouté.
feed-remove-ask = Retirer <b>{ $name }</b> ? Ses articles restent consultables.
feed-missing = Ce flux a déjà été retiré.
report-ask = <b>Qu’est-ce qui ne va pas dans les sources de cet événement ?</b> Les opérateurs du bot verront votre signalement et votre identifiant Telegram.
button-report-outlet = Média erroné
button-report-origin = Source d’origine erronée
button-report-event = Événements différents
report-filed = Merci. Les opérateurs du bot vont l’examiner.
report-changed = Vous aviez déjà signalé cet événement : j’ai mis à jour votre signalement.
report-too-many = Vous avez atteint la limite du jour : { $most } signalements. Merci.
command-reports = Signalements de sources erronées (opérateurs)
reports = <b>Signalements de sources erronées</b> : { $count ->
    [one] { $count } événement
   *[other] { $count } événements
  }. Touchez un numéro pour voir le texte d’où viennent les sources, ou ✓ pour clore un signalement.
reports-none = Aucun signalement ouvert.
reports-note = Nouveaux signalements de sources erronées : { $count }. Voir /reports.
report-gone = Cet article n’est plus disponible.
report-says-outlet = média erroné : { $count }
report-says-origin = source d’origine erronée : { $count }
report-says-event = événements différents : { $count }
report-by = Premier signalement { $at }, par { $people }
report-receipts = <b>Les sources, et le texte d’où elles viennent</b>
button-report-done = ✓ Traité
command-suggest = Proposer un flux d’actualités
command-suggestions = Flux proposés par les utilisateurs (opérateurs)
suggest-how = Quel flux manque ? Envoyez son adresse, ou celle d’une page qui renvoie à ses flux : <code>/suggest https://site.example/feed</code>. Les opérateurs du bot décident.
suggest-nobody = Ce bot n’a pas d’opérateur qui puisse ajouter des flux.
suggest-queued = Merci ! <b>{ $title }</b> fonctionne. J’ai demandé aux opérateurs du bot et je vous dirai ce qu’ils décident.
suggest-waiting = Ce flux a déjà été proposé.
suggest-too-many = Vous avez atteint pour l’instant la limite de propositions : { $most }. Merci.
suggest-full = Trop de propositions attendent en ce moment. Veuillez réessayer plus tard.
suggest-approved = Le flux que vous avez proposé a été ajouté : <b>{ $title }</b>. Vous trouverez ses articles ici dans quelques minutes.
suggest-declined = Les opérateurs du bot n’ont pas retenu le flux que vous avez proposé : <b>{ $title }</b>.
suggestions = <b>Flux proposés</b> : { $count }. ✓ ajoute un flux, ✗ le refuse.
suggestions-none = Aucune proposition.
suggestion-note = <b>Flux proposé</b>
suggestion-by = Proposé { $at } par { $person }
suggestion-approved = ✓ Ajouté : <b>{ $title }</b>
suggestion-declined = ✗ Refusé : <b>{ $title }</b>
suggestion-gone = Cette proposition n’existe plus.
button-approve = ✓ Ajouter
button-decline = ✗ Refuser

command-reload = Recharger le corpus (opérateurs)
command-rejects = Fichiers et enregistrements qui n’ont pas pu être importés (opérateurs)
reload-begun = <b>Rechargement</b> : analyse des fichiers…
reload-progress = <b>Rechargement</b> : { $stage ->
    [looking] analyse des fichiers
    [reading] lecture des fichiers modifiés ({ $share } %)
    [checking] vérification et recherches de test
   *[switching] bascule
}{ $remaining ->
    [unknown] .
   *[other] , encore { $remaining } environ.
}
    En attendant, les réponses viennent du corpus actuel.
reload-counts = +{ $added } −{ $removed } ~{ $changed } (modifiés), inchangés : { $unchanged }{ $duplicates ->
    [0] {""}
   *[other] , en double : { $duplicates }
}{ $expired ->
    [0] {""}
   *[other] , trop anciens : { $expired }
}
reload-rejected = Rejetés : { $count }. { $reason } ({ $where })
reload-more-reasons = … et { $count } de plus ; le fichier joint donne toutes les raisons
reload-is-live = <b>Rechargé</b> en { $seconds }.
reload-is-unchanged = <b>Aucun changement</b> : le corpus correspond déjà au dossier. Durée : { $seconds }.
reload-is-failed = <b>Échec du rechargement</b> : { $reason }. Le corpus est inchangé.
reload-is-undone = <b>Annulé</b> : le corpus est revenu à son état d’avant ce rechargement. Un redémarrage ne rétablira pas les changements ; /reload, si.
reload-is-settled = <b>Rechargé</b>. Un rechargement ultérieur l’a remplacé.
reload-running = Un rechargement est déjà en cours (démarré à { $since }).
reload-undoing = Annulation d’un rechargement en cours. Patientez un instant.
reload-done-with = Ce rechargement ne peut pas être annulé : il l’a déjà été, ou un rechargement ultérieur l’a remplacé.
reload-is-staging = <b>Rechargement</b> en cours.
reload-alerts-send = Les alertes sur les nouveaux articles ({ $count }) sont en route.
reload-alerts-ask = { $share } % du corpus est nouveau. Nouveaux articles qui correspondent à des alertes : { $count }. Envoyer ces alertes ?
reload-alerts-quiet = Aucune alerte n’a été envoyée sur les nouveaux articles ({ $count }).
button-quietly = Sans alertes
button-send-alerts = Envoyer les alertes
reload-details = <b>Changements de ce rechargement</b>
reload-details-part = { $kind ->
    [added] Ajoutés
    [changed] Modifiés
   *[removed] Supprimés
}, { $count } :
and-more = … et { $count } de plus
rejects = <b>Rejets</b> : { $count ->
    [0] aucun à la dernière importation.
    [one] { $count } fichier ou enregistrement n’a pas pu être importé.
   *[other] { $count } fichiers et enregistrements n’ont pas pu être importés.
}
rejected = { $where } : { $reason }
rejects-caption = { $count ->
    [one] { $count } rejet
   *[other] { $count } rejets
} : fichier, ligne, raison
seconds = { $count } s
minutes = { $minutes } min { $seconds } s
button-details = Détails
button-report = ‹ Rapport
command-stats = Corpus, index, mémoire, temps de réponse, boîte d’envoi (opérateurs)
stats-corpus = <b>Corpus</b> : articles { $articles }, dont exemples { $samples } ; le plus récent : { $newest }
stats-reload = Dernier rechargement : { $state ->
    [staging] en cours
    [undone] annulé
    [unchanged] aucun changement
    [failed] échoué
   *[done] terminé
  } ; démarré { $at }
stats-index = <b>Index</b> : { $articles } articles, { $terms } termes, { $segments } segments, { $disk } Mo sur disque ; changement { $number }, retard { $behind }
stats-memory = <b>Mémoire</b> : { $memory } Mo
stats-latency = <b>Temps de réponse</b> des { $count } dernières réponses : médiane { $median } ms, p95 { $p95 } ms, p99 { $p99 } ms
stats-no-latency = <b>Temps de réponse</b> : aucune réponse depuis le démarrage

# Why something went wrong. These follow a colon: no capital letter, no full stop.
why-said = { $words }
why-bug = une erreur dans newsbot lui-même ({ $error })
why-no-words = ne contient aucun mot
why-unreadable = illisible ({ $words })
why-file-name = le nom du fichier n’est pas en UTF-8 valide ; renommez-le
why-format = format { $suffix } non pris en charge ; formats pris en charge : { $known }, chacun aussi en { $packed }
why-gzip = les données compressées sont endommagées ({ $words })
why-large = plus de { $megabytes } Mo
why-line-long = la ligne dépasse { $most } octets
why-json-large = trop volumineux pour .json ; utilisez un fichier .jsonl avec un enregistrement par ligne
why-json = JSON non valide ({ $words })
why-record = pas un enregistrement à champs nommés
why-field-missing = le champ « { $field } » est absent
why-field = le champ « { $field } » n’est pas valide ({ $words })
why-xml = XML non valide ({ $words })
why-xml-empty = XML non valide : aucun élément racine
why-doctype = déclare un DOCTYPE ou des entités, interdits pour des raisons de sécurité
why-no-records = ni un flux ni des articles : aucun élément nommé { $names }
why-no-feed = pas un flux (RSS, Atom ou JSON Feed)
why-feed-broken = le flux est trop endommagé pour être lu ({ $error })
why-feed-empty = le flux ne contient aucune entrée
why-feed-cut = le flux dépasse { $megabytes } Mo : seul le début a été lu
why-feed-long = le flux contient { $all } entrées : seules les { $read } plus récentes ont été lues
why-no-opml = pas une liste de flux OPML : aucun outline n’a d’adresse http(s) dans xmlUrl
why-no-article = aucun article trouvé sur la page
why-second-text = « { $title } » : l’identifiant { $id } est déjà utilisé par un autre texte dans { $first } ; changez l’un des deux
why-status = le serveur a répondu { $status }
why-gone = selon le serveur, l’adresse n’existe plus (410)
why-robots = le robots.txt du site ne l’autorise pas
why-redirects = plus de { $most } redirections
why-not-public = l’adresse n’est pas publique
why-no-address = pas une adresse web (http:// ou https://)
why-password = les adresses contenant un mot de passe ne sont pas consultées
why-address-long = l’adresse dépasse { $most } caractères
why-packed = encodage inattendu { $packing }
why-no-connection = pas de connexion
why-no-answer = pas de réponse dans le délai imparti
why-slow = pas de réponse complète en { $seconds } s
why-broken-off = la connexion a été interrompue ({ $error })
why-no-folder = le dossier { $folder } n’existe pas
why-stopping = le bot est en cours d’arrêt
why-stopped = le bot a été arrêté avant d’avoir terminé
why-drop = { $removed } articles sur { $before } seraient supprimés, soit plus de { $share } %. Si c’est voulu : <code>/reload anyway</code>, ou <code>newsbot reload --anyway</code>
why-smoke = les recherches de test ont échoué : seuls { $found } nouveaux articles sur { $asked } ont été trouvés par leur titre
why-nothing-left = son alerte ou ses articles ont été supprimés
why-dropped = écarté lors de la restauration d’une sauvegarde
why-turn = attend son tour
why-not-invited = absent de NEWSBOT_ALLOWED_IDS
why-blocked = le bot a été bloqué ici
why-deactivated = le compte a été supprimé
why-kicked = le bot n’est plus dans la discussion
why-no-chat = la discussion n’existe plus
why-not-begun = l’utilisateur n’a pas démarré le bot
why-no-rights = le bot n’est pas autorisé à y publier
why-flood = limité par Telegram (trop de messages)
why-lost = pas de connexion à Telegram ({ $words })
why-telegram = Telegram dit : { $words }

page-story = L’événement et ses sources
page-original = Lire l’article
page-verbatim = Chaque phrase est tirée mot pour mot d’un article. Rien n’est reformulé ni généré.
page-where = Qui tient quoi de qui
page-graph = En couleur : l’origine d’un récit. Reliés : les médias qui le reprennent.
page-nameless = source non citée
page-timeline = Ce que chaque média a ajouté
page-differ = Là où les médias divergent
page-later = Les chiffres au fil du temps
page-corrected = Les corrections
page-languages = Dans d’autres langues
page-share = Partager sur Telegram
page-gone = Cet événement n’est pas (ou plus) dans les archives.
