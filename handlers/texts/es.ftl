# Todo lo que dice el propio bot. Los valores entre { } llegan escapados donde el mensaje es HTML.

start =
    <b>Pregúntame qué ha pasado.</b> Busco en artículos de prensa y respondo con sus propias frases, al pie de la letra: quién lo dijo, quién lo publicó y de dónde lo sacó.

    Envía simplemente una pregunta, un enlace o un párrafo cuyo origen quieras conocer.
start-example-1 = Port Veyra
start-example-2 = ¿Quién informó de la inundación?
help =
    <b>Cómo preguntar</b>
    Envía palabras, y ordeno los artículos que las contienen. Puedes añadir:
    • <code>"palabras exactas"</code> · <code>-sin</code> · <code>esto OR aquello</code> · <code>inund*</code>
    • <code>source:reuters</code> · <code>by:nombre</code> · <code>lang:ar</code>
    • <code>since:2026-10-01</code> · <code>after:</code> · <code>before:</code> · la semana pasada · desde octubre
    Pega un enlace o un párrafo para ver quién lo dice y quién más lo cuenta. Edita tu pregunta, y la respuesta cambia con ella.

    <b>Comandos</b>
    { $commands }

    En grupos: /ask, mencióname o respóndeme. En cualquier otro chat: escribe <code>{ $bot }</code> y tus palabras.
command-start = Qué hace este bot
command-help = Cómo preguntar, y todos los comandos
command-ask = Hacer una pregunta (en grupos)
command-latest = Los artículos más recientes, también por tema
command-trends = Cuánto se ha escrito sobre algo, en imagen
command-timeline = El curso de una noticia, en imagen
command-about = Lo que he leído: artículos, fechas, medios

ask-for-words = Envíame palabras que buscar: un nombre, un lugar, qué pasó. Por ejemplo: { $example }
no-words = No encuentro ninguna palabra ahí. Envíame un nombre, un lugar o qué pasó.
greeting-hello = ¡Hola! Envíame un nombre, un lugar o lo que pasó, por ejemplo { $example }, y lo busco en las noticias. Más en /help.
greeting-thanks = ¡De nada! Envíame la siguiente pregunta cuando quieras, por ejemplo { $example }. Qué más sé hacer: /help
only-words = Solo sé leer texto. Envíame una pregunta, un enlace o un párrafo.
unknown-command = No conozco ese comando. /help muestra lo que sé hacer; cualquier otro texto es una pregunta.
query-error = No puedo leer esa pregunta, en el carácter { $position }: { $problem }
too-fast = Eso fue mucho en poco tiempo. Espera { $seconds ->
    [one] 1 segundo
   *[other] { $seconds } segundos
  } y pregunta de nuevo, por favor.
not-invited = Este bot es privado. Quien lo gestiona puede dejarte entrar; el número que debes darle es { $id }.
privacy =
    <b>Lo que guardo</b>
    • <b>En este chat</b>: tus preguntas, mientras funcionen los botones de mis respuestas (30 días); qué mensaje responde a cuál; tus avisos y ajustes, hasta que los borres; lo que te enviaron tus avisos.
    • <b>De ti</b>: tu número de Telegram y el idioma de tu aplicación. Ni nombre, ni teléfono, ni contactos.
    • <b>En los grupos</b> se guarda lo mismo del grupo, y quién creó allí un aviso.
    • <b>Fuentes que señalas como erróneas</b>: qué noticia, qué ves mal y tu número de Telegram, hasta que se revise.
    • <b>Las preguntas inline</b> (desde otro chat) no se guardan. Nada de lo que escribes queda en los registros, y nada se pasa a nadie más que a Telegram, que lleva nuestros mensajes.

    /export te da tus avisos y ajustes en un archivo. /forget_me borra enseguida todo lo tuyo, también en el archivo de la base de datos. Las copias que haya hecho quien gestiona el bot, como las de seguridad, debe borrarlas esa persona.
expired = Esto tiene más de 30 días y ya no lo guardo. Pregunta de nuevo, por favor.
failed = Algo ha fallado por mi parte, y queda anotado. Inténtalo de nuevo, por favor.

problem-common = estas palabras son demasiado comunes: añade una menos frecuente.
problem-bracket-open = el paréntesis en { $position } no se cierra; lo cerré al final.
problem-bracket-closed = el paréntesis en { $position } no cierra nada; lo dejé fuera.
problem-quote = la comilla en { $position } no tiene pareja; la dejé fuera.
problem-or = OR necesita una palabra a cada lado.
problem-deep = aquí hay demasiados paréntesis uno dentro de otro.
problem-empty = no hay nada que buscar tras <code>{ $field }:</code> en { $position }; lo dejé fuera.
problem-date = <code>{ $field }:{ $value }</code> en { $position } no es una fecha que conozca; la dejé fuera. Escribe <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> es demasiado corto: escribe al menos { $letters } letras antes del *.
problem-long = solo se leyeron las primeras { $words } palabras.
article-gone = Ese artículo ya no está aquí. Pregunta de nuevo, por favor.
article-unquotable = Ese artículo ya no tiene frases que citar. Pregunta de nuevo, por favor.

not-understood = No entendido: { $problem }
searched-instead = Busqué <b>{ $instead }</b> en lugar de «{ $word }».
credit = — { $label }
credit-via = { $speaker }, según { $outlet }
cites = cita a { $outlets }
by = por { $author }
undated = sin fecha
about-date = fecha deducida
story-size = { $outlets ->
    [one] 1 medio
   *[other] { $outlets } medios
  }, { $origins ->
    [one] 1 fuente independiente
   *[other] { $origins } fuentes independientes
  }
story-size-unknown = { $articles ->
    [one] 1 artículo de origen desconocido
   *[other] { $articles } artículos de origen desconocido
  }
source-unknown = medio desconocido
notice-samples = Artículos de muestra, inventados para probar este bot. Desaparecen en cuanto haya artículos reales.
notice-stale = El artículo más reciente aquí es del { $newest }: puede haber noticias posteriores.
notice-cut = Tu pregunta era larga; leí sus primeros { $length } caracteres.
notice-letters = Las palabras solo encuentran artículos escritos con las mismas letras. Aquí también los hay con otras: { $languages }. Para buscar en ellos, pregunta en su idioma.

nothing = <b>No encontré nada.</b>
nothing-unknown = Ningún artículo contiene { $words }.
quoted-word = «{ $word }»
nothing-period = { $count ->
    [one] 1 artículo queda fuera del periodo elegido.
   *[other] { $count } artículos quedan fuera del periodo elegido.
  }
nothing-filters = { $count ->
    [one] 1 artículo tiene estas palabras, pero no cumple lo que has acotado.
   *[other] { $count } artículos tienen estas palabras, pero ninguno cumple lo que has acotado.
  }
nothing-left-out = Artículos que los ajustes de este chat (/settings) dejan fuera: { $count }.
nothing-suggest = ¿Querías decir una de estas?
nothing-corpus = { $articles ->
    [0] Aún no he leído ningún artículo.
    [one] He leído 1 artículo, del { $newest }.
   *[other] He leído { $articles } artículos, el más reciente del { $newest }.
  }

pasted-found = <b>Esto está en [1]</b>; debajo, quién más lo cuenta y qué se le parece.
pasted-nearest = <b>No tengo ese texto.</b> Estos artículos son los que más se le parecen:
pasted-unknown-link = <b>No tengo esa página.</b> Pega un párrafo de ella, y busco quién más lo dice.
pasted-nothing = <b>No tengo nada parecido a ese texto.</b>

card-focused = Elegido para tu pregunta:
card-gist = En resumen:
card-empty = Este artículo no tiene frases que citar.
context-place = Frase { $number } de { $of } del resumen, tal como está en el artículo:
similar = <b>Parecidos a</b> { $title }
similar-none = No hay aquí nada más que se le parezca.
outlets = <b>Quién repite a quién</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>Qué aportó cada uno</b>, lo más reciente primero
story-repeats = repite a { $outlet }
story-repeats-itself = se repite
story-more = … y { $count ->
    [one] 1 frase nueva más
   *[other] { $count } frases nuevas más
  }

history-how = Di sobre qué: <code>{ $command } huelga puerto</code>. Todo lo que /help dice de las preguntas vale también aquí.
history-nothing = <b>Nada que dibujar.</b> Ningún artículo con fecha contiene todas estas palabras.
pictures-missing = No hay imagen, porque matplotlib no está instalado aquí.
trend-articles = { $articles ->
    [one] 1 artículo
   *[other] { $articles } artículos
  }
trend-day = por día
trend-week = por semana
trend-month = por mes
trend-peak-day = Máximo el { $when }: { $count }
trend-peak-week = Máximo en la semana del { $when }: { $count }
trend-peak-month = Máximo en { $when }: { $count }
trend-others = { $count ->
    [one] 1 más
   *[other] { $count } más
  }
trend-undated = { $count ->
    [one] 1 artículo más no tiene fecha.
   *[other] { $count } artículos más no tienen fecha.
  }
timeline-stories = { $stories ->
    [one] 1 noticia
   *[other] { $stories } noticias
  }
timeline-some = las { $shown } más cercanas de { $stories } noticias
timeline-origins = { $origins ->
    [one] 1 fuente
   *[other] { $origins } fuentes
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] 1 artículo
       *[other] { $articles } artículos
    }, el más reciente del { $newest }.
    Medios: { $publishers }

    Las respuestas se ordenan con BM25 y citan los artículos palabra por palabra; nada se reescribe ni se genera.
about-samples = { $samples ->
    [one] 1 de ellos es una muestra, inventada para probar el bot.
   *[other] { $samples } de ellos son muestras, inventadas para probar el bot.
  }
about-empty = Aún no he leído ningún artículo.

button-previous = ◀
button-next = ▶
button-page = Página { $page }/{ $pages }
button-relevance = Relevancia
button-newest = Recientes
button-chosen = • { $label }
button-period-24 = 24 h
button-period-168 = 7 d
button-period-720 = 30 d
button-period-all = Todo
button-context = En contexto
button-source = Leer en la fuente ↗
button-similar = Más como este
button-outlets = Otros medios
button-report-source = ¿Fuente errónea?
button-back = ‹ Atrás
inline-none = No encontré nada. Pregúntame en privado por qué

command-subscribe = Avisarme cuando haya noticias sobre unas palabras
command-subscriptions = Mis avisos
command-unsubscribe = Borrar un aviso
subscribe-how = Escribe qué vigilar: <code>/subscribe huelga puerto</code>. Cada palabra tiene que estar, salvo que escribas OR; todo lo que /help dice de las preguntas vale también aquí.
    Para que avise en un canal tuyo, nombra primero el canal, en nuestro chat privado: <code>/subscribe @channel huelga puerto</code>
alert-admins-only = Solo los administradores de este grupo pueden cambiar sus avisos.
alert-preview = <b>Nuevo aviso</b>: <code>{ $query }</code>
alert-found = En los últimos 7 días: { $articles ->
    [0] ningún artículo.
    [one] 1 artículo.
   *[other] { $articles } artículos, { $stories ->
        [one] 1 noticia.
       *[other] { $stories } noticias.
      }
  }
alert-rate-day = Espera unos { $count } mensajes al día.
alert-rate-week = Espera { $count ->
    [one] 1 mensaje
   *[other] unos { $count } mensajes
  } por semana.
alert-ever = Antes de eso: { $count ->
    [one] 1 artículo.
   *[other] { $count } artículos.
  }
alert-nothing = ⚠ Ningún artículo de aquí ha coincidido nunca. Puedes guardarlo igualmente.
alert-wide = ⚠ Es muy amplio. Añade una palabra, pon entre "comillas" las que van juntas, o recíbelo en un resumen diario.
alert-everything = Casi todos los artículos coinciden con eso. Di una palabra que tenga que estar: <code>/subscribe huelga -puerto</code>
alert-only-common = Estas palabras son demasiado comunes para buscarlas: una alerta así nunca avisaría de nada. Di de qué trata: <code>/subscribe huelga puerto</code>
alert-instead = → Con <code>{ $query }</code> { $count ->
    [one] ha coincidido 1 artículo.
   *[other] han coincidido { $count } artículos.
  }
alert-mistyped = ⚠ Ningún artículo contiene «{ $word }». ¿Querías decir { $instead }?
alert-common = ⚠ «{ $word }» está en la mitad de los artículos, así que apenas acota.
alert-saved = ✓ <b>Guardado.</b> Te escribo aquí cuando un artículo nuevo coincida: un mensaje por noticia, y solo lo que se publique desde ahora.
alert-paused = En pausa.
alert-muted = En silencio hasta { $until }.
alert-deleted = Borrado: <code>{ $query }</code>
alert-cancelled = No se guardó nada.
alert-gone = Ese aviso se borró.
alert-too-many = No puedes tener más avisos ({ $most }). Borra uno primero: /subscriptions
alert-why = Aviso <code>{ $query }</code>: contiene { $reasons }
alerts-none = Aún no hay avisos aquí. Envía /subscribe y unas palabras, o pulsa «Avísame» bajo una respuesta.
alerts-title = <b>Avisos de este chat</b> ({ $count })
unsubscribe-how = Di cuál: <code>/unsubscribe 2</code>
button-alert = Avísame
button-save = Guardar
button-cancel = Cancelar
button-pause = Pausar
button-resume = Reanudar
button-mute = Silenciar 24 h
alert-corrected = ✎ Corregido desde que se contó aquí.
alert-withdrawn = <s>{ $title }</s>
    Este artículo fue retirado. Aviso <code>{ $query }</code>
alert-withdrawn-other = Contado aquí primero por un artículo que fue retirado: { $title }
digest-title = <b>{ $count } noticias para tus avisos</b>
digest-corrected = corregido

alert-entry = <b>Aviso</b> <code>{ $query }</code>
alert-reports-now = Avisa al momento.
alert-reports-hourly = Avisa en un resumen a cada hora en punto.
alert-reports-daily = Avisa en un resumen cada día a las { $time } ({ $zone }).
alert-reports-weekly = Avisa en un resumen cada { $weekday } a las { $time } ({ $zone }).
alert-no-zone = Aún no conozco tu zona horaria: /settings
alert-elsewhere = Avisa en <b>{ $chat }</b>.
alert-for-channel = Para el canal <b>{ $channel }</b>:
alert-share = Quien abra esto puede tener el mismo aviso: { $link }
channel-not-yours = No puedo escribir en { $channel }. Tiene que ser un canal en el que tú y yo seamos administradores.
draft-ask = Responde con las palabras nuevas en lugar de <code>{ $query }</code>
reword-ask = Responde con las palabras nuevas para <code>{ $query }</code>. Lo que ya avisé queda; desde ahora busco las nuevas palabras.
state-paused = en pausa
state-muted = en silencio
mode-now = Al momento
mode-hourly = Cada hora
mode-daily = Cada día
mode-weekly = Cada semana
toast-paused = En pausa. Reanúdalo aquí o en /subscriptions.
toast-muted = En silencio durante 24 horas.
toast-daily = Desde ahora, en el resumen diario.
publisher-muted = { $publisher } queda fuera desde ahora. Mira /settings.
command-unsubscribe_all = Borrar todos los avisos de este chat
unsubscribe-all = ¿Borrar { $count ->
    [one] el único aviso
   *[other] los { $count } avisos
  } de este chat? Antes te envío un archivo con ellos; /import los recupera.
all-deleted = { $count ->
    [one] 1 aviso borrado.
   *[other] { $count } avisos borrados.
  }
nothing-deleted = No se borró nada.
command-export = Mis avisos y ajustes en un archivo
export-caption = { $count ->
    [one] 1 aviso
   *[other] { $count } avisos
  } y los ajustes de este chat. /import los vuelve a leer.
command-import = Avisos y ajustes desde un archivo
import-ask = Responde con el archivo que hizo /export (1 MB como máximo).
import-unfit = Eso no es una exportación mía: { $place } no encaja.
import-done = Leídos { $saved } de { $all } avisos, y los ajustes. /subscriptions los muestra.
command-privacy = Qué guardo de ti y cómo borrarlo
command-forget_me = Borrar todo lo que se guarda de mí
forget-me = Esto borra todo lo que guardo de ti: tus avisos en cada chat, lo que enviaron, tus ajustes y aquello a lo que remiten los botones de este chat. No se puede deshacer. Usa antes /export si quieres una copia.
forgotten = Hecho: se borraron tus avisos ({ $alerts }), sus mensajes ({ $messages }), tus ajustes y todo lo demás. Ya no sé nada de ti.
only-in-private = Envíame eso en nuestro chat privado, por favor.
command-status = Lo que espera para este chat
status-alerts = { $count ->
    [0] No hay avisos aquí.
    [one] 1 aviso aquí.
   *[other] { $count } avisos aquí.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } en pausa.
  }
status-nothing = No espera nada.
status-waiting = { $count } en espera hasta { $until }.
status-held = { $count } en espera hasta { $until }, límite de Telegram.
status-suspended = { $count } en espera; no puedo escribir aquí: { $reason }
command-outbox = Lo que espera para todos los chats (operadores)
operators-only = No permitido: solo puede hacerlo quien gestiona este bot.
outbox = <b>Bandeja de salida</b>: { $waiting } en espera, { $postponed } aplazados, { $suspended } suspendidos, { $failed } abandonados, { $sent } enviados.
outbox-oldest = El más antiguo pendiente es de { $at }.
outbox-none-due = No hay ninguno pendiente.
outbox-rate = Enviados en la última hora: { $count }.
outbox-postponed = • { $count } × aplazado: { $reason }
outbox-suspended = • { $count } × suspendido: { $reason }
outbox-given-up = • { $count } × abandonado: { $reason }
command-settings = Zona horaria, horas de silencio, resúmenes, idiomas, medios
command-lang = El idioma que hablo aquí
lang-title = <b>¿Qué idioma hablo aquí?</b> Mis botones, mensajes y comandos; los artículos quedan en el suyo.
lang-unknown = No hablo «{ $word }». Estos son los idiomas que sé:
lang-automatic = Como en tu Telegram
command-prefer = Mostrar primero la versión de un medio
command-mute = Dejar fuera un medio
settings-title = <b>Ajustes de este chat</b>
settings-lent = ✓ <b>{ $channel }</b> sigue tus ajustes desde ahora:
settings-zone = Zona horaria: { $zone }
settings-no-zone = Zona horaria: sin definir, así que uso UTC
settings-quiet = Horas de silencio: { $hours }
settings-digest = Resúmenes: a las { $time }; el semanal, el { $weekday }
settings-breaking = Última hora (tres fuentes independientes en una hora) al momento, aun en silencio: { $state }
settings-languages = Artículos en: { $languages }
settings-publishers = Medios: { $preferred } preferidos, { $muted } fuera
setting-zone = Zona horaria
setting-quiet = Horas de silencio
setting-digest = Resúmenes
setting-breaking = Última hora sí/no
setting-languages = Idiomas
setting-publishers = Medios
publishers =
    <b>Medios</b>
    Preferidos: { $preferred }
    Fuera: { $muted }

    <code>/prefer nombre</code> muestra primero la versión de un medio, <code>/mute nombre</code> lo deja fuera. Un botón lo quita de su lista.
zone-ask = ¿Dónde estás? Responde con una ciudad o un país, o envíame tu ubicación con 📎.
zone-unknown = No conozco el lugar «{ $words }». Prueba con la gran ciudad más cercana, o con un nombre como Europe/Istanbul.
zone-like = ¿Querías decir { $names }?
quiet-ask = Responde con tus horas de silencio, como <code>22:30-7</code>
quiet-off = ninguna
digest-ask = Responde con la hora de los resúmenes, como <code>7:45</code>
languages-all = todos los idiomas
on = sí
off = no
button-change = Cambiar
button-delete = Borrar
button-delete-all = Borrar { $count }
button-undo = Deshacer
button-mode = Cuándo
button-edit = Editar
button-share = Compartir
button-list = Todos los avisos
button-other = Otro…
button-fewer = Menos como este
button-no-publisher = Nada de { $publisher }
button-daily-instead = En un resumen diario
button-narrow = Otras palabras
button-forget = Borrar todo sobre mí

feed-gone-note = <b>{ $name }</b> está desactivada: su servidor dice que la fuente ya no existe. { $url }
command-feeds = Fuentes de noticias: estado, añadir, pausar, quitar (operadores)
feeds = <b>Fuentes de noticias</b>: { $count }
feeds-none = Aún no hay fuentes. Envía /feeds y una dirección, y miro qué hay allí.
feed-success = último éxito { $at }
feed-never = aún sin éxito
feed-pace = { $items } al día
feed-failures = fallos seguidos: { $count }
feed-paused = en pausa
feed-switched-off = desactivada, su servidor dice que ya no existe
button-feed-add = Añadir fuente
button-feed-test = Probar
button-feed-remove = Quitar
feed-ask = Responde con la dirección de una fuente, o de una página que nombre sus fuentes.
feed-looking = Mirando { $url } …
feed-trial = <b>{ $title }</b>. Entradas: { $entries }, de ellas solo avances: { $teasers }.
feed-trial-newest = La más nueva es del { $at }.
feed-trial-bad = No hay fuente en { $url }: { $problem }.
feed-trial-named = La página nombra estas fuentes; envía una de estas líneas:
feed-added = Añadida. Sus primeros artículos no avisan a nadie; los siguientes sí.
feed-known = Esa fuente ya está.
feed-remove-ask = ¿Quitar <b>{ $name }</b>? Sus artículos se quedan.
feed-missing = Esa fuente ya no está aquí.

report-ask = <b>¿Qué está mal en las fuentes?</b> Quien gestiona este bot verá lo que señales, con tu número de Telegram, y lo revisará.
button-report-outlet = El medio es erróneo
button-report-origin = La fuente original es errónea
button-report-event = Son hechos distintos
report-filed = Gracias. Quien gestiona este bot lo revisará.
report-changed = Ya habías señalado esta noticia; ahora tu señal dice esto.
report-too-many = Basta por hoy: como mucho { $most } al día. Gracias.
command-reports = Fuentes señaladas como erróneas (operadores)
reports = <b>Fuentes señaladas como erróneas</b>: { $count ->
    [one] 1 noticia
   *[other] { $count } noticias
  }. Un número muestra las palabras de las que se leyeron las fuentes; ✓ quita la noticia de la lista.
reports-none = No hay fuentes señaladas como erróneas.
reports-note = Nuevas fuentes señaladas como erróneas: { $count }. /reports las muestra.
report-gone = Ese artículo ya no está aquí.
report-says-outlet = medio erróneo: { $count }
report-says-origin = fuente original errónea: { $count }
report-says-event = hechos distintos: { $count }
report-by = Señalado por primera vez { $at }, por { $people }
report-receipts = <b>Las fuentes, y las palabras de las que se leyeron</b>
button-report-done = ✓ Hecho

command-reload = Releer toda la colección (operadores)
command-rejects = Lo que no se pudo incorporar (operadores)
reload-begun = <b>Recarga</b>: mirando los archivos…
reload-progress = <b>Recarga</b>: { $stage ->
    [looking] mirando los archivos
    [reading] leyendo, { $share } % de los archivos que cambiaron
    [checking] comprobando y haciendo preguntas de prueba
   *[switching] cambiando
}{ $remaining ->
    [unknown] .
   *[other] , faltan unos { $remaining }.
}
    Las preguntas se responden con la colección anterior.
reload-counts = +{ $added } −{ $removed } ~{ $changed } cambiados, { $unchanged } sin cambios{ $duplicates ->
    [0] {""}
   *[other] , { $duplicates } duplicados
}{ $expired ->
    [0] {""}
   *[other] , { $expired } demasiado antiguos
}
reload-rejected = { $count } rechazados: { $reason } ({ $where })
reload-more-reasons = … y { $count } motivos más; el archivo los tiene todos
reload-is-live = <b>Recargada</b> en { $seconds }.
reload-is-unchanged = <b>Nada ha cambiado</b>: la colección está como la carpeta. Tardó { $seconds }.
reload-is-failed = <b>No recargada</b>: { $reason }. La colección está como antes.
reload-is-undone = <b>Deshecho</b>: la colección está como antes de esta recarga. Un reinicio no la trae de vuelta; /reload sí.
reload-is-settled = <b>Recargada</b>; después hubo otra recarga.
reload-running = Hay una recarga en marcha desde { $since }; no empecé otra.
reload-undoing = Se está deshaciendo una recarga; espera un momento, por favor.
reload-done-with = Esa recarga no se puede deshacer: ya está deshecha, o hubo otra después.
reload-is-staging = <b>Recarga</b> en marcha.
reload-details = <b>Lo que cambió la recarga</b>
reload-details-part = { $kind ->
    [added] Añadidos
    [changed] Cambiados
   *[removed] Quitados
}, { $count }:
and-more = … y { $count } más
rejects = <b>Rechazos</b>: { $count ->
    [0] ninguno en la última lectura.
    [one] { $count } archivo o registro no se pudo incorporar.
   *[other] { $count } archivos y registros no se pudieron incorporar.
}
rejected = { $where }: { $reason }
rejects-caption = { $count ->
    [one] { $count } rechazo
   *[other] { $count } rechazos
}: archivo, línea, motivo
seconds = { $count } s
minutes = { $minutes } min { $seconds } s
button-details = Detalles
button-report = ‹ Informe
command-stats = Colección, índice, memoria, tiempos, bandeja de salida (operadores)
stats-corpus = <b>Colección</b>: artículos: { $articles }, de ellos muestras: { $samples }; el más nuevo: { $newest }
stats-reload = Última recarga: { $state ->
    [staging] en marcha
    [undone] deshecha
    [unchanged] nada cambió
    [failed] fallida
   *[done] hecha
  }; empezada { $at }
stats-index = <b>Índice</b>: artículos: { $articles }, palabras: { $terms }, segmentos: { $segments }, { $disk } MB en disco; en el cambio { $number }, atraso: { $behind }
stats-memory = <b>Memoria</b>: { $memory } MB
stats-latency = <b>Respuestas</b>, las últimas { $count }: la mitad en { $median } ms, el 95 % en { $p95 } ms, el 99 % en { $p99 } ms
stats-no-latency = <b>Respuestas</b>: ninguna desde el inicio

# Why something went wrong: told after a colon, so without a capital or a full stop.
why-said = { $words }
why-bug = un error del propio newsbot ({ $error })
why-no-words = no contiene palabras
why-unreadable = no se puede leer ({ $words })
why-file-name = el nombre del archivo no es UTF-8 válido; cámbialo
why-format = no leo el formato { $suffix }; leo { $known }, cada uno también como { $packed }
why-gzip = la compresión gzip está dañada ({ $words })
why-large = más de { $megabytes } MB
why-line-long = la línea pasa de { $most } bytes
why-json-large = demasiado grande para .json: escribe un registro por línea en un archivo .jsonl
why-json = no es JSON ({ $words })
why-record = no es un registro con campos con nombre
why-field-missing = falta el campo «{ $field }»
why-field = el campo «{ $field }» no encaja ({ $words })
why-xml = no es XML ({ $words })
why-xml-empty = no es XML: no contiene ningún elemento
why-doctype = declara un DOCTYPE o entidades, y eso no lo acepto de desconocidos
why-no-records = ni una fuente ni artículos: ningún elemento se llama { $names }
why-no-feed = no es una fuente: ni RSS, ni Atom, ni JSON Feed
why-feed-broken = fuente demasiado dañada para leerla ({ $error })
why-feed-empty = fuente sin entradas
why-no-opml = no es una lista de fuentes: ningún outline tiene una dirección http(s) en xmlUrl
why-no-article = no encontré ningún artículo en la página
why-second-text = «{ $title }»: su identificador { $id } ya lo tiene otro texto, en { $first }; cambia uno
why-status = su servidor respondió { $status }
why-gone = su servidor dice que ya no existe (410)
why-robots = su sitio pide a los robots que no la lean (robots.txt)
why-redirects = más de { $most } redirecciones
why-not-public = la dirección no es pública
why-no-address = no es una dirección web: solo leo http:// y https://
why-password = no leo direcciones que llevan contraseña
why-address-long = la dirección pasa de { $most } caracteres
why-packed = comprimido como { $packing }, que no se pidió
why-no-connection = sin conexión
why-no-answer = sin respuesta a tiempo
why-slow = sin respuesta completa en { $seconds } s
why-broken-off = la conexión se cortó ({ $error })
why-no-folder = la carpeta { $folder } no existe
why-stopping = el programa se está deteniendo
why-stopped = el programa se detuvo a la mitad
why-drop = se irían { $removed } de { $before } artículos, más del { $share } %; si es lo que quieres: <code>/reload anyway</code>, o <code>newsbot reload --anyway</code>
why-smoke = fallaron las preguntas de prueba: de { $asked } artículos nuevos, { $found } se encontraron por su titular
why-nothing-left = su aviso o sus artículos ya no existen
why-dropped = descartado al restaurar una copia de seguridad
why-turn = espera su turno
why-not-invited = no está en NEWSBOT_ALLOWED_IDS
why-blocked = el bot está bloqueado aquí
why-deactivated = la cuenta se eliminó
why-kicked = el bot ya no está en el chat
why-no-chat = ese chat ya no existe
why-not-begun = la persona no ha iniciado el bot
why-no-rights = el bot no puede escribir ahí
why-flood = Telegram pide esperar
why-lost = sin conexión con Telegram ({ $words })
why-telegram = Telegram dice: { $words }
