# Todo lo que dice el bot. Los valores entre { } llegan escapados cuando el mensaje es HTML.

start =
    <b>Pregúntame qué ha pasado.</b> Busco en artículos de prensa y respondo con citas textuales: quién lo dijo, quién lo publicó y de dónde lo sacó ese medio.

    Envía una pregunta, un enlace o un párrafo cuyo origen quieras rastrear.
start-example-1 = huelga puerto
start-example-2 = ¿Quién informó de la inundación?
help =
    <b>Cómo preguntar</b>
    Envía unas palabras, por ejemplo <code>{ $example }</code>, y buscaré los artículos que mejor coincidan. También puedes usar:
    • <code>"palabras exactas"</code> · <code>-sin</code> · <code>esto OR aquello</code> · <code>inicio*</code>
    • <code>{ $source }</code> · <code>by:nombre</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · la semana pasada · desde octubre
    Pega un enlace o un párrafo para ver quién lo publicó y quién más lo cuenta. Si editas tu pregunta, la respuesta se actualiza. Responde /ask a un mensaje, o a una parte que cites, para ver quién lo dice.

    <b>Comandos</b>
    { $commands }

    En grupos, usa /ask, mencióname o respóndeme. En cualquier otro chat, escribe <code>{ $bot }</code> y tu pregunta.
help-operators = <b>Para operadores</b>
bot-description = Pregúntame qué ha pasado y te respondo con frases literales de artículos de prensa: quién las dijo, quién las publicó y de dónde las sacó ese medio. Con /subscribe sigues un tema y te aviso de cada noticia una sola vez.
bot-description-short = Noticias palabra por palabra: quién lo dice, quién lo publicó y de dónde lo sacó.
command-start = Qué puedo hacer
command-help = Cómo preguntar, y todos los comandos
command-ask = Hacer una pregunta (en grupos)
command-latest = Últimos artículos, sobre un tema si quieres
command-top = Principales noticias del día, la semana o el mes
top-title = <b>Principales noticias</b> · { $period }
top-title-topic = <b>Principales noticias</b> sobre «{ $topic }» · { $period }
top-nearest = No hay noticias de ese periodo. Estas son las más cercanas:
top-nothing-newer = No tengo nada más reciente que esto:
top-nothing-topic = No hay artículos sobre «{ $topic }».
top-hidden = Los /settings de este chat ocultan todos los artículos que podría mostrar aquí. Revisa los idiomas de los artículos y los medios ocultos.
top-period-24 = últimas 24 horas
top-period-168 = últimos 7 días
top-period-720 = últimos 30 días
top-period-all = desde siempre
arrivals = { $count ->
    [one] <b>1 artículo nuevo</b> desde entonces:
   *[other] <b>{ $count } artículos nuevos</b> desde entonces:
  }
arrivals-least = { $count ->
    [one] <b>Al menos 1 artículo nuevo</b> desde entonces:
   *[other] <b>Al menos { $count } artículos nuevos</b> desde entonces:
  }
arrivals-none = Nada nuevo desde entonces.
button-arrivals = ¿Qué hay de nuevo?
command-trends = Gráfico de cuánto se ha hablado de un tema
command-timeline = Cronología de una noticia
command-said = Lo que dice alguien
command-corrections = Lo que los medios corrigieron o retiraron
command-about = Qué contiene el archivo

ask-for-words = Dime qué busco: un nombre, un lugar o un hecho. Por ejemplo: { $example }
no-words = No encuentro ninguna palabra ahí. Envíame un nombre, un lugar o un hecho.
greeting-hello = ¡Hola! Pregúntame por un nombre, un lugar o un hecho, por ejemplo { $example }. Más información en /help.
greeting-thanks = ¡De nada! Pregúntame lo que quieras, por ejemplo { $example }. En /help verás qué más puedo hacer.
only-words = Solo puedo leer texto, no mensajes de voz, fotos ni vídeos. Escribe lo que quieres saber, por ejemplo { $example }, o pega un enlace o un párrafo.
guest-how = Responde a un mensaje y mencióname: te diré qué artículos tienen esas palabras y de dónde vienen. O escribe una pregunta después de mi nombre.
button-ask-bot = Preguntarme más
last-page = Es todo lo que tengo sobre esto. Toca un número de arriba para leer más de un artículo.
unknown-command = No conozco ese comando. La lista está en /help. Cualquier otra cosa que envíes la trato como una pregunta.
query-error = No puedo leer esa pregunta (carácter { $position }): { $problem }
too-fast = Son muchas solicitudes a la vez. Espera { $seconds ->
    [one] 1 segundo
   *[other] { $seconds } segundos
  } e inténtalo de nuevo.
not-invited = Este bot es privado. Para obtener acceso, envía tu id a su operador: { $id }
privacy =
    <b>Qué guardo</b>
    • <b>En este chat</b>: tus preguntas y los mensajes que rastrees, mientras funcionen los botones de mis respuestas (30 días); qué mensaje responde a cuál; tus alertas y ajustes, hasta que los elimines; las notificaciones que enviaron tus alertas.
    • <b>Sobre ti</b>: tu id de Telegram y el idioma de tu aplicación. Salvo en los mensajes que estoy respondiendo, ni nombre, ni número de teléfono, ni contactos.
    • <b>En grupos</b>: lo mismo del grupo, y quién guardó cada alerta.
    • <b>Avisos de fuentes erróneas</b>: la noticia, lo que consideras erróneo y tu id de Telegram, hasta que un operador lo revise.
    • <b>Feeds que sugieres</b>: la dirección y tu id de Telegram, hasta 30 días después de que un operador decida.
    • <b>Los mensajes que estoy respondiendo</b>: tal como los envía Telegram, con tu nombre, hasta responderlos, normalmente un segundo. Después, durante dos días, solo números (del chat, del mensaje y de la respuesta) y una suma de comprobación.
    • <b>Las menciones en chats en los que no estoy</b>: Telegram solo me envía ese mensaje y aquel al que responde. Todo el chat ve mi respuesta; no guardo los mensajes ni quién está en el chat.
    • <b>Las preguntas inline</b> no se guardan. Nada de lo que escribes aparece en los registros. No se comparte nada con nadie, salvo con Telegram, que entrega nuestros mensajes.

    /export te envía tus alertas y ajustes en un archivo. /forget_me elimina todo sobre ti de inmediato, también del archivo de la base de datos. Las copias de seguridad del operador del bot debe eliminarlas él.
privacy-judgements = <b>👍 y 👎</b>: el operador de este bot guarda tu valoración con tu id de Telegram, la pregunta y los artículos y frases mostrados, para probar las respuestas. /forget_me también los elimina.
judgement-kept = ¡Gracias! Tu valoración ayuda a probar las respuestas. Consulta /privacy
judgement-off = Aquí ya no se guardan valoraciones.
expired = Este mensaje tiene más de 30 días, así que sus botones ya no funcionan. Pregunta de nuevo.
failed = Algo ha fallado por mi parte y el error ha quedado registrado. Inténtalo de nuevo.
search-unavailable = La búsqueda no está disponible en este momento. Inténtalo de nuevo dentro de un minuto.

problem-common = estas palabras son demasiado comunes para buscarlas; añade una más específica.
problem-bracket-open = paréntesis sin cerrar en { $position }; lo cerré al final.
problem-bracket-closed = paréntesis de cierre sin pareja en { $position }; lo ignoré.
problem-quote = comilla sin pareja en { $position }; la ignoré.
problem-or = OR necesita una palabra a cada lado.
problem-not = NOT necesita una palabra detrás.
problem-field = no conozco el campo <code>{ $field }:</code> (posición { $position }); he buscado las palabras que lo siguen.
problem-deep = demasiados paréntesis anidados.
problem-empty = no hay nada tras <code>{ $field }:</code> en { $position }; lo ignoré.
problem-date = <code>{ $field }:{ $value }</code> en { $position } no es una fecha que reconozca, así que la ignoré. Escríbela así: <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> es demasiado corto: usa al menos { $letters } letras antes del *.
problem-long = solo usé las primeras { $words } palabras.
article-gone = Ese artículo ya no está disponible. Pregunta de nuevo.
article-unquotable = Ese artículo ya no tiene frases que citar. Pregunta de nuevo.

not-understood = No entendí una parte: { $problem }
searched-instead = Resultados de <b>{ $instead }</b> en lugar de «{ $word }».
searched-also = También se buscó: { $words }
credit = — { $label }
credit-via = { $speaker }, según { $outlet }
cites = cita a { $outlets }
by = por { $author }
undated = sin fecha
about-date = fecha estimada
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
other-outlets = +{ $outlets ->
    [one] 1 medio
   *[other] { $outlets } medios
  }, { $origins ->
    [one] 1 fuente
   *[other] { $origins } fuentes
  }
source-unknown = medio desconocido
notice-samples = Artículos de ejemplo, inventados.
notice-stale = El artículo más reciente es del { $newest }, así que pueden faltar noticias recientes.
notice-unreachable = No consigo acceder a { $feeds } desde el { $since }, así que pueden faltar noticias recientes.
notice-cut = Tu pregunta era demasiado larga, así que solo usé los primeros { $length } caracteres.
notice-language = Aquí no hay artículos en este idioma: { $absent }. Hay artículos en { $count ->
    [1] este idioma
   *[other] estos idiomas
  }: { $languages }. Para buscar en ellos, pregunta en { $count ->
    [1] ese idioma
   *[other] uno de esos idiomas
  }.
notice-letters = Una búsqueda solo encuentra artículos en el mismo alfabeto. También hay artículos en { $count ->
    [1] este idioma
   *[other] estos idiomas
  }: { $languages }. Para buscar en ellos, pregunta en { $count ->
    [1] ese idioma
   *[other] uno de esos idiomas
  }.
notice-more-languages = { $languages } y otros

nothing = <b>No se encontró nada.</b>
nothing-unknown = Ningún artículo menciona { $words }.
not-about = <b>Ningún artículo lo abarca todo.</b>
not-quoted = No se cita a nadie llamado «{ $speaker }» sobre eso.
not-credited = Ninguna de estas frases se atribuye a «{ $speaker }».
closest = Los más cercanos:
other-time = <b>No hay nada de esas fechas.</b> Lo más cercano:
less-close = { $count ->
    [one] 1 resultado menos relevante ▸
   *[other] { $count } resultados menos relevantes ▸
  }
below-cut = Menos relevantes:
follow-up = Sobre la pregunta anterior: «{ $previous }»
quoted-word = «{ $word }»
nothing-period = { $count ->
    [one] 1 artículo coincide, pero fuera del periodo elegido.
   *[other] { $count } artículos coinciden, pero fuera del periodo elegido.
  }
nothing-filters = { $count ->
    [one] 1 artículo tiene estas palabras, pero no cumple tus filtros.
   *[other] { $count } artículos tienen estas palabras, pero no cumplen tus filtros.
  }
nothing-left-out = Artículos ocultos por los /settings de este chat: { $count }.
nothing-suggest = Quizá quisiste decir:
nothing-corpus = { $articles ->
    [0] Todavía no hay artículos.
    [one] Busqué en 1 artículo, del { $newest }.
   *[other] Busqué en { $articles } artículos; el más reciente es del { $newest }.
  }

pasted-found = <b>Este texto es de [1].</b> Debajo: quién más lo cuenta y, después, artículos similares.
pasted-nearest = <b>No tengo ese texto.</b> Los artículos más similares:
pasted-unknown-link = <b>No tengo esa página.</b> Pega un párrafo de ella y buscaré quién más lo cuenta.
pasted-nothing = <b>No tengo nada similar a ese texto.</b>
pasted-carried = <b>{ $count ->
    [one] 1 artículo contiene estas palabras:
   *[other] { $count } artículos contienen estas palabras, del más antiguo al más reciente:
  }</b>
pasted-carried-in-part = <b>{ $count ->
    [one] 1 artículo contiene una parte de este texto:
   *[other] { $count } artículos contienen al menos una parte de este texto:
  }</b>
pasted-not-carried = <b>Ningún artículo contiene estas palabras.</b> Los más parecidos:

card-focused = Relacionado con tu pregunta:
card-gist = Resumen:
card-empty = Este artículo no tiene frases que citar.
correction-corrected = ✎ Corregido { $at }
correction-updated = ✎ Actualizado { $at }
correction-withdrawn = ✗ Retirado { $at }
pasted-withdrawn = Otros siguen informando de esta noticia:
withdrawn-alone = Nadie más informa aquí de esta noticia.
change-headline = Titular:
corrections-title = <b>Correcciones recientes</b>
corrections-title-topic = <b>Correcciones recientes: { $topic }</b>
corrections-none = Ningún medio del archivo ha corregido ni retirado artículos últimamente.
corrections-none-topic = No hay correcciones recientes en artículos sobre { $topic }.
context-place = Frase { $number } de { $of } del resumen, en su contexto original:
similar = <b>Similares a</b> { $title }
similar-none = No hay artículos similares.
speaker = <b>{ $speaker }</b>: últimas declaraciones
speaker-on = <b>{ $speaker }</b> sobre «{ $topic }»: últimas declaraciones
speaker-none = Aquí no se cita a nadie llamado «{ $speaker }».
speaker-none-on = Aquí no se cita a nadie llamado «{ $speaker }» sobre «{ $topic }».
speaker-range = { $first }–{ $last } de { $count }
outlets = <b>Quién lo contó y de dónde lo sacó</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
difference = ⚖ <b>Los medios difieren</b> · { $thing }: { $versions }
difference-later = <b>Cifras a lo largo del tiempo</b> · { $thing }: { $versions }
difference-denied = ⚖ <b>Afirmado y desmentido</b>: { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-thing = «{ $noun }»
difference-of = { $thing } ({ $noun })
differs-dead = muertos
differs-injured = heridos
differs-missing = desaparecidos
differs-arrested = detenidos
differs-evacuated = evacuados
differs-rescued = rescatados
differs-abducted = rehenes
differs-aboard = personas a bordo
differs-magnitude = magnitud
differs-homes = viviendas dañadas
differs-powerless = personas sin luz
differs-age = edad
differs-day = día
differs-date = fecha
differs-time = hora
differs-counted = una cifra
story-also = También en otros idiomas: { $languages }
sisters = <b>La misma noticia en otros idiomas</b>: { $title }
sisters-none = No hay artículos en otros idiomas sobre esta noticia.
story-added = <b>Qué aportó cada medio</b>, lo más reciente primero
story-repeats = repite a { $outlet }
story-repeats-itself = se repite
story-more = … y { $count ->
    [one] 1 frase nueva más
   *[other] { $count } frases nuevas más
  }

history-how = ¿Sobre qué? Por ejemplo: <code>{ $command } { $example }</code>. La sintaxis de búsqueda de /help también funciona aquí.
history-nothing = <b>Sin resultados.</b> Ningún artículo con fecha tiene todas estas palabras.
pictures-missing = No hay gráfico: matplotlib no está instalado en este servidor.
trend-articles = { $articles ->
    [one] 1 artículo
   *[other] { $articles } artículos
  }
trend-day = por día
trend-week = por semana
trend-month = por mes
trend-peak-day = Máximo: { $count } el { $when }
trend-peak-week = Máximo: { $count } en la semana del { $when }
trend-peak-month = Máximo: { $count } en { $when }
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
timeline-some = las { $shown } noticias más relevantes de { $stories }
timeline-origins = { $origins ->
    [one] 1 fuente
   *[other] { $origins } fuentes
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] 1 artículo
       *[other] { $articles } artículos
    }; el más reciente es del { $newest }.
    Medios: { $publishers }

    Las respuestas se ordenan con BM25 y citan los artículos palabra por palabra. Nada se reescribe ni se genera.
about-samples = { $samples ->
    [one] 1 de ellos es un ejemplo, inventado para probar el bot.
   *[other] { $samples } de ellos son ejemplos, inventados para probar el bot.
  }
about-empty = Todavía no hay artículos.

button-previous = ◀
button-next = ▶
button-page = Página { $page }/{ $pages }
button-more = Más ▸
button-filter = Filtrar
button-options = Opciones
button-exact = Buscar «{ $word }» tal cual
button-relevance = Relevancia
button-newest = Recientes
button-chosen = • { $label }
button-period-24 = 24 h
button-period-168 = 7 d
button-period-720 = 30 d
button-period-all = Todo
button-context = En contexto
button-source = Leer artículo ↗
button-similar = Artículos similares
button-speaker = Más de { $speaker }
button-changes = ✎ Qué cambió
button-outlets = Otros medios
button-sisters = 🌐 Otros idiomas
button-report-source = ¿Fuente errónea?
button-back = ‹ Atrás
inline-none = No se encontró nada. Abre un chat conmigo para ver más

command-follow = Seguir una noticia
command-subscribe = Crear una alerta de artículos nuevos
command-subscriptions = Mis alertas
command-unsubscribe = Eliminar una alerta
subscribe-how = ¿Qué debo vigilar? Por ejemplo: <code>/subscribe { $example }</code>. Un artículo debe contener todas las palabras, salvo que escribas OR. La sintaxis de búsqueda de /help también funciona aquí.
    Para publicar en tu canal, pon primero el canal, en nuestro chat privado: <code>/subscribe @channel { $example }</code>
alert-admins-only = Solo los administradores de este grupo pueden cambiar sus alertas.
alert-preview = <b>Nueva alerta</b>: <code>{ $query }</code>
alert-found = Coincidencias en los últimos 7 días: { $articles ->
    [0] ninguna.
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
alert-ever = Coincidencias anteriores: { $count ->
    [one] 1 artículo.
   *[other] { $count } artículos.
  }
alert-nothing = ⚠ Ningún artículo ha coincidido nunca. Puedes guardarla igualmente.
alert-wide = ⚠ Es muy amplia. Añade una palabra, pon las expresiones entre "comillas" o elige un resumen diario.
alert-everything = Coincide con casi todos los artículos. Añade una palabra que deba aparecer.
alert-only-common = Estas palabras son demasiado comunes para buscarlas, así que esta alerta nunca encontraría nada. Añade un nombre o una palabra menos frecuente.
alert-instead = → <code>{ $query }</code> coincide con { $count ->
    [one] 1 artículo.
   *[other] { $count } artículos.
  }
alert-mistyped = ⚠ Ningún artículo menciona «{ $word }». ¿Querías decir { $instead }?
alert-common = ⚠ «{ $word }» aparece en la mitad de los artículos, así que apenas acota la búsqueda.
alert-fired = Habría coincidido con { $fired } de los { $shown } artículos de esa respuesta.
alert-not-fired = ⚠ No habría coincidido con ningún artículo de esa respuesta: podrías perderte esta noticia.
button-also = También: { $query }
button-wider = Usar «{ $query }»
alert-saved = ✓ <b>Guardada.</b> Desde ahora te escribiré aquí cuando coincida un artículo nuevo: una vez por noticia.
alert-paused = En pausa.
alert-muted = Silenciada hasta { $until }.
alert-deleted = Eliminada: <code>{ $query }</code>
alert-cancelled = Cancelado. No se guardó nada.
alert-gone = Esa alerta se eliminó.
alert-too-many = Has alcanzado el límite de { $most ->
    [one] 1 alerta
   *[other] { $most } alertas
  }. Elimina una primero: /subscriptions
alert-why = Alerta <code>{ $query }</code>, coincide con { $reasons }
alerts-none = Todavía no hay alertas en este chat. Envía /subscribe y unas palabras, o toca 🔔 bajo una respuesta.
alerts-title = <b>Alertas de este chat</b> ({ $count })
unsubscribe-how = ¿Cuál? Por ejemplo: <code>/unsubscribe 2</code>
button-alert = 🔔 Alerta
button-save = Guardar
button-cancel = Cancelar
button-pause = Pausar
button-resume = Reanudar
button-mute = Silenciar 24 h
alert-corrected = ✎ Corregido desde que lo envié por primera vez.
alert-updated = ✎ Actualizado desde que lo envié por primera vez.
alert-withdrawn = <s>{ $title }</s>
    Este artículo fue retirado. Alerta <code>{ $query }</code>
alert-withdrawn-other = Al principio te envié esta noticia con un artículo que después fue retirado: { $title }
digest-title = <b>{ $count } noticias para tus alertas</b>
digest-corrected = corregido
digest-updated = actualizado

alert-entry = <b>Alerta</b> <code>{ $query }</code>
alert-reports-now = Envía al momento.
alert-reports-hourly = Envía un resumen cada hora, en punto.
alert-reports-daily = Envía un resumen diario ({ $time }, { $zone }).
alert-reports-weekly = Envía un resumen semanal ({ $weekday }, { $time }, { $zone }).
alert-reports-briefing = Envía cada día las principales noticias ({ $time }, { $zone }).
briefing-name = Principales noticias
briefing-name-topic = Principales noticias: { $topic }
briefing-saved = ✓ <b>Tu resumen diario está programado.</b>
briefing-ask = Responde con la hora de tu resumen diario, por ejemplo <code>7:45</code>
button-briefing = ☀ Cada día, { $time }
button-briefing-time = Hora
button-briefing-stop = Dejar de recibirlo
alert-no-zone = Aún no sé cuál es tu zona horaria. Indícala en /settings.
alert-elsewhere = Publica en <b>{ $chat }</b>.
alert-for-channel = Para el canal <b>{ $channel }</b>:
alert-share = Cualquiera que abra este enlace puede añadir la misma alerta: { $link }
channel-not-yours = No puedo publicar en { $channel }. Tú y yo debemos ser administradores de ese canal.
draft-ask = Responde con las palabras nuevas que sustituirán a <code>{ $query }</code>
reword-ask = Responde con las palabras nuevas para <code>{ $query }</code>. No volveré a enviar noticias que ya recibiste; los artículos nuevos deberán coincidir con las palabras nuevas.
state-paused = en pausa
state-muted = silenciada
mode-now = Al momento
mode-hourly = Cada hora
mode-daily = Cada día
mode-weekly = Cada semana
mode-briefing = Resumen diario
toast-paused = En pausa. Reanúdala aquí o en /subscriptions.
toast-muted = Silenciada durante 24 horas.
toast-daily = Pasada al resumen diario.
button-follow = Seguir
button-unfollow = Dejar de seguir
button-follow-again = Seguir de nuevo
follow-saved = ✓ <b>Sigues esta noticia.</b> Te escribiré aquí cuando haya novedades.
follow-no-story = <b>Aquí todavía no hay ninguna noticia sobre eso.</b> Puedo avisarte de artículos nuevos:
follow-press = Escribes en nombre del grupo. Para seguir esta noticia, pulsa <b>Seguir</b>:
follow-entry = <b>Siguiendo</b> { $query }
follow-name = Noticia: { $title }
follow-why = Una noticia que sigues: { $title }
follow-ends = El seguimiento termina solo tras { $days ->
    [one] 1 día
   *[other] { $days } días
  } sin novedades.
follow-ended = <b>Sin novedades desde hace { $days ->
    [one] 1 día
   *[other] { $days } días
  }.</b> He dejado de seguir esta noticia.
alert-reports-follow-now = Envía un mensaje nuevo cada vez.
alert-reports-update = Mantiene actualizado un solo mensaje.
mode-follow-now = Mensajes nuevos
mode-update = Uno solo, actualizado
development-origin = Nueva fuente independiente: <b>{ $name }</b>
development-figures = Nuevas cifras: <b>{ $name }</b>
development-correction = Corregido por { $source }: { $name }
development-withdrawal = Retirado por { $source }: { $name }
development-speaker = Primera declaración de <b>{ $name }</b>
publisher-muted = Los artículos de { $publisher } quedan ocultos. Puedes cambiarlo en /settings.
command-unsubscribe_all = Eliminar todas las alertas de este chat
unsubscribe-all = ¿Eliminar { $count ->
    [one] la única alerta
   *[other] las { $count } alertas
  } de este chat? Antes te enviaré una copia de seguridad; /import las restaura.
all-deleted = { $count ->
    [one] 1 alerta eliminada.
   *[other] { $count } alertas eliminadas.
  }
nothing-deleted = No se eliminó nada.
command-export = Exportar alertas y ajustes a un archivo
export-caption = { $count ->
    [one] 1 alerta
   *[other] { $count } alertas
  } y los ajustes de este chat. Restáuralos con /import.
command-import = Importar alertas y ajustes de un archivo
import-ask = Responde con un archivo de /export (hasta 1 MB).
import-unfit = Esto no es una exportación de newsbot: { $place } no es válido.
import-done = Alertas importadas: { $saved } de { $all }, y los ajustes. Míralas en /subscriptions.
command-privacy = Qué guardo sobre ti y cómo eliminarlo
command-forget_me = Eliminar todo sobre mí
forget-me = Esto elimina todo lo que guardo sobre ti: tus alertas en todos los chats, las notificaciones que enviaron, tus ajustes y los datos de los botones de este chat. No se puede deshacer. Usa antes /export si quieres una copia.
forgotten = Listo. He eliminado tus alertas ({ $alerts }), sus notificaciones ({ $messages }), tus ajustes y todo lo demás sobre ti.
only-in-private = Envíalo en nuestro chat privado.
command-status = Notificaciones en cola para este chat
status-alerts = { $count ->
    [0] No hay alertas aquí.
    [one] 1 alerta aquí.
   *[other] { $count } alertas aquí.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } en pausa.
  }
status-nothing = No hay nada en cola.
status-waiting = { $count } en cola hasta { $until }.
status-held = { $count } en cola hasta { $until } (límite de envío de Telegram).
status-suspended = { $count } en espera porque no puedo publicar aquí: { $reason }
status-updates = Algunos mensajes que me enviaron esperan respuesta desde { $since }.
command-outbox = Notificaciones en cola para todos los chats (operadores)
operators-only = Solo los operadores del bot pueden hacer eso.
outbox = <b>Bandeja de salida</b>: en cola { $waiting }, aplazadas { $postponed }, suspendidas { $suspended }, fallidas { $failed }, enviadas { $sent }.
outbox-oldest = La más atrasada: { $at }.
outbox-none-due = No hay nada pendiente.
outbox-rate = Enviadas en la última hora: { $count }.
outbox-postponed = • { $count } × aplazada: { $reason }
outbox-suspended = • { $count } × suspendida: { $reason }
outbox-given-up = • { $count } × fallida: { $reason }
command-settings = Zona horaria, horas de silencio, resúmenes, idiomas, medios
command-lang = Idioma que uso aquí
lang-title = <b>¿Qué idioma debo usar aquí?</b> Se aplica a mis botones, mensajes y comandos. Los artículos siguen en su propio idioma.
lang-unknown = No hablo «{ $word }». Elige uno de estos idiomas:
lang-automatic = El mismo que tu aplicación de Telegram
lang-chosen = ✓ Aquí usaré: <b>{ $name }</b>.
command-prefer = Mostrar primero la versión de un medio
command-mute = Ocultar un medio
settings-title = <b>Ajustes de este chat</b>
settings-lent = ✓ <b>{ $channel }</b> usa ahora tus ajustes:
settings-zone = Zona horaria: { $zone }
settings-no-zone = Zona horaria: sin definir (se usa UTC)
settings-quiet = Horas de silencio: { $hours }
settings-digest = Resúmenes: { $time }; el semanal, el { $weekday }
settings-breaking = Última hora (tres fuentes independientes en una hora), incluso en horas de silencio: { $state }
settings-languages = Idiomas de los artículos: { $languages }
settings-calendar = Fechas: { $calendar }
calendar-solar = hégira solar
calendar-gregorian = gregoriano
settings-publishers = Medios preferidos: { $preferred }; ocultos: { $muted }
setting-zone = Zona horaria
setting-quiet = Horas de silencio
setting-digest = Resúmenes
setting-breaking = Última hora sí/no
setting-languages = Idiomas
setting-calendar = Calendario
setting-publishers = Medios
publishers =
    <b>Medios</b>
    Preferidos: { $preferred }
    Ocultos: { $muted }

    <code>/prefer nombre</code> muestra primero la versión de un medio; <code>/mute nombre</code> lo oculta. Toca un botón para quitar un medio de la lista.
zone-ask = ¿Dónde estás? Responde con una ciudad o un país, o comparte tu ubicación con 📎.
zone-unknown = No conozco «{ $words }». Prueba con una ciudad grande cercana o con una zona horaria como Europe/Istanbul.
zone-like = ¿Querías decir { $names }?
publisher-unknown = No conozco ningún medio llamado «{ $words }».
quiet-ask = Responde con tus horas de silencio, por ejemplo <code>22:30-7</code>
quiet-off = ninguna
digest-ask = Responde con la hora de los resúmenes, por ejemplo <code>7:45</code>
languages-all = todos los idiomas
on = sí
off = no
button-change = Cambiar
button-delete = Eliminar
button-delete-all = Eliminar { $count }
button-undo = Deshacer
button-mode = Frecuencia
button-differences-on = ⚖ Diferencias: sí ✓
button-differences-off = ⚖ Diferencias: no
button-edit = Editar
button-share = Compartir
button-cite = Copiar cita
button-feed = Como feed
button-story-page = Página de la noticia
button-list = Todas las alertas
button-other = Otro…
button-fewer = Mostrar menos como este
button-no-publisher = Ocultar { $publisher }
button-daily-instead = Mejor un resumen diario
button-narrow = Cambiar palabras
button-forget = Eliminar todo sobre mí

feed-gone-note = <b>{ $name }</b> se ha desactivado: su servidor dice que el feed ya no existe. { $url }
command-feeds = Feeds de noticias: estado, añadir, pausar, quitar (operadores)
feeds = <b>Feeds de noticias</b>: { $count }
feeds-none = Todavía no hay feeds. Envía /feeds con una dirección y miraré qué hay allí.
feed-success = última consulta { $at }
feed-never = nunca consultado
feed-pace = { $items } artículos al día
feed-failures = { $count ->
    [one] 1 fallo
   *[other] { $count } fallos seguidos
  }
feed-paused = en pausa
feed-switched-off = desactivado, ya no existe
button-feed-add = Añadir feed
button-feed-test = Probar
button-feed-remove = Quitar
feed-ask = Responde con la dirección de un feed o de una página que enlace a sus feeds.
feed-looking = Comprobando { $url }…
feed-trial = <b>{ $title }</b>. Entradas: { $entries }, solo avances: { $teasers }.
feed-trial-newest = La más reciente: { $at }.
feed-trial-bad = No hay ningún feed en { $url }: { $problem }.
feed-trial-named = Esta página enlaza a estos feeds. Envía una de estas líneas:
feed-added = Añadido. Los artículos que ya están en el feed no activan alertas; los nuevos, sí.
feed-known = Ese feed ya está añadido.
feed-remove-ask = ¿Quitar <b>{ $name }</b>? Sus artículos seguirán en las búsquedas.
feed-missing = Ese feed ya se ha quitado.
report-ask = <b>¿Qué está mal en las fuentes de esta noticia?</b> Los operadores del bot verán tu aviso y tu id de Telegram.
button-report-outlet = Medio erróneo
button-report-origin = Fuente original errónea
button-report-event = Son noticias distintas
report-filed = Gracias. Los operadores del bot lo revisarán.
report-changed = Ya habías avisado sobre esta noticia, así que actualicé tu aviso.
report-too-many = Has alcanzado el límite de hoy: { $most } avisos. Gracias.
command-reports = Avisos de fuentes erróneas (operadores)
reports = <b>Avisos de fuentes erróneas</b>: { $count ->
    [one] 1 noticia
   *[other] { $count } noticias
  }. Toca un número para ver el texto del que se extrajeron las fuentes, o ✓ para cerrar un aviso.
reports-none = No hay avisos abiertos.
reports-note = Nuevos avisos de fuentes erróneas: { $count }. Consulta /reports.
report-gone = Ese artículo ya no está disponible.
report-says-outlet = medio erróneo: { $count }
report-says-origin = fuente original errónea: { $count }
report-says-event = noticias distintas: { $count }
report-by = Primer aviso { $at }, de { $people }
report-receipts = <b>Las fuentes y el texto del que se extrajeron</b>
button-report-done = ✓ Hecho
command-suggest = Sugerir un feed de noticias
command-suggestions = Feeds que sugieren los usuarios (operadores)
suggest-how = ¿Qué feed falta? Envía su dirección o la de una página que enlace a sus feeds: <code>/suggest https://site.example/feed</code>. Deciden los operadores del bot.
suggest-nobody = Este bot no tiene operadores que puedan añadir feeds.
suggest-queued = ¡Gracias! <b>{ $title }</b> funciona. He preguntado a los operadores del bot y te diré qué deciden.
suggest-waiting = Ese feed ya se ha sugerido.
suggest-too-many = Has alcanzado por ahora el límite de sugerencias: { $most }. Gracias.
suggest-full = Ahora mismo hay demasiadas sugerencias pendientes. Inténtalo más tarde.
suggest-approved = Se ha añadido el feed que sugeriste: <b>{ $title }</b>. En unos minutos encontrarás aquí sus artículos.
suggest-declined = Los operadores del bot han decidido no añadir el feed que sugeriste: <b>{ $title }</b>.
suggestions = <b>Feeds sugeridos</b>: { $count }. ✓ añade un feed, ✗ lo rechaza.
suggestions-none = No hay sugerencias.
suggestion-note = <b>Feed sugerido</b>
suggestion-by = Sugerido { $at } por { $person }
suggestion-approved = ✓ Añadido: <b>{ $title }</b>
suggestion-declined = ✗ Rechazado: <b>{ $title }</b>
suggestion-gone = Esa sugerencia ya no existe.
button-approve = ✓ Añadir
button-decline = ✗ Rechazar

command-reload = Recargar el corpus (operadores)
command-rejects = Archivos y registros que no se pudieron importar (operadores)
reload-begun = <b>Recarga</b>: examinando archivos…
reload-progress = <b>Recarga</b>: { $stage ->
    [looking] examinando archivos
    [reading] leyendo los archivos modificados ({ $share } %)
    [checking] comprobando y haciendo búsquedas de prueba
   *[switching] cambiando
}{ $remaining ->
    [unknown] .
   *[other] , quedan unos { $remaining }.
}
    Mientras tanto, las respuestas salen del corpus actual.
reload-counts = +{ $added } −{ $removed } ~{ $changed } (modificados), sin cambios: { $unchanged }{ $duplicates ->
    [0] {""}
   *[other] , duplicados: { $duplicates }
}{ $expired ->
    [0] {""}
   *[other] , demasiado antiguos: { $expired }
}
reload-rejected = Rechazados: { $count }. { $reason } ({ $where })
reload-more-reasons = … y { $count } más; el archivo adjunto contiene todos los motivos
reload-is-live = <b>Recargado</b> en { $seconds }.
reload-is-unchanged = <b>Sin cambios</b>: el corpus ya coincide con la carpeta. Tardó { $seconds }.
reload-is-failed = <b>La recarga falló</b>: { $reason }. El corpus no ha cambiado.
reload-is-undone = <b>Deshecha</b>: el corpus vuelve a estar como antes de esta recarga. Un reinicio no recupera los cambios; /reload, sí.
reload-is-settled = <b>Recargado</b>. Una recarga posterior lo ha sustituido.
reload-running = Ya hay una recarga en marcha (iniciada: { $since }).
reload-undoing = Se está deshaciendo una recarga. Espera un momento.
reload-done-with = Esa recarga no se puede deshacer: ya se deshizo, o una posterior la ha sustituido.
reload-is-staging = <b>Recarga</b> en marcha.
reload-alerts-send = Las alertas sobre los artículos nuevos ({ $count }) están en camino.
reload-alerts-ask = El { $share } % del corpus es nuevo. Artículos nuevos que coinciden con alertas: { $count }. ¿Enviarlas?
reload-alerts-quiet = No se enviaron alertas sobre los artículos nuevos ({ $count }).
button-quietly = Sin alertas
button-send-alerts = Enviar alertas
reload-details = <b>Cambios de esta recarga</b>
reload-details-part = { $kind ->
    [added] Añadidos
    [changed] Modificados
   *[removed] Eliminados
}, { $count }:
and-more = … y { $count } más
rejects = <b>Rechazos</b>: { $count ->
    [0] ninguno en la última importación.
    [one] { $count } archivo o registro no se pudo importar.
   *[other] { $count } archivos y registros no se pudieron importar.
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
command-stats = Corpus, índice, memoria, tiempos de respuesta, bandeja de salida (operadores)
stats-corpus = <b>Corpus</b>: artículos { $articles }, de ejemplo { $samples }; el más reciente: { $newest }
stats-reload = Última recarga: { $state ->
    [staging] en marcha
    [undone] deshecha
    [unchanged] sin cambios
    [failed] fallida
   *[done] hecha
  }; iniciada { $at }
stats-index = <b>Índice</b>: { $articles } artículos, { $terms } términos, { $segments } segmentos, { $disk } MB en disco; cambio { $number }, retraso { $behind }
stats-memory = <b>Memoria</b>: { $memory } MB
stats-latency = <b>Tiempo de respuesta</b> de las últimas { $count } respuestas: mediana { $median } ms, p95 { $p95 } ms, p99 { $p99 } ms
stats-no-latency = <b>Tiempo de respuesta</b>: ninguna respuesta desde el inicio

# Why something went wrong. These follow a colon: no capital letter, no full stop.
why-said = { $words }
why-bug = un error en el propio newsbot ({ $error })
why-no-words = no contiene palabras
why-unreadable = no se puede leer ({ $words })
why-file-name = el nombre del archivo no es UTF-8 válido; cámbialo
why-format = formato { $suffix } no compatible; compatibles: { $known }, cada uno también como { $packed }
why-gzip = los datos comprimidos están dañados ({ $words })
why-large = más de { $megabytes } MB
why-line-long = la línea supera los { $most } bytes
why-json-large = demasiado grande para .json; usa un archivo .jsonl con un registro por línea
why-json = JSON no válido ({ $words })
why-record = no es un registro con campos con nombre
why-field-missing = falta el campo «{ $field }»
why-field = el campo «{ $field }» no es válido ({ $words })
why-xml = XML no válido ({ $words })
why-xml-empty = XML no válido: no hay elemento raíz
why-doctype = declara un DOCTYPE o entidades, que no se permiten por seguridad
why-no-records = ni un feed ni artículos: ningún elemento se llama { $names }
why-no-feed = no es un feed (RSS, Atom o JSON Feed)
why-feed-broken = el feed está demasiado dañado para leerlo ({ $error })
why-feed-empty = el feed no tiene entradas
why-feed-cut = el feed supera los { $megabytes } MB: solo se leyó el principio
why-feed-long = el feed tiene { $all } entradas: solo se leyeron las { $read } más recientes
why-no-opml = no es una lista de feeds OPML: ningún outline tiene una dirección http(s) en xmlUrl
why-no-article = no se encontró ningún artículo en la página
why-second-text = «{ $title }»: el id { $id } ya lo usa otro texto en { $first }; cambia uno de los dos
why-status = el servidor respondió { $status }
why-gone = el servidor dice que ya no existe (410)
why-robots = el robots.txt del sitio no lo permite
why-redirects = más de { $most } redirecciones
why-not-public = la dirección no es pública
why-no-address = no es una dirección web (http:// o https://)
why-password = no se consultan direcciones que contienen una contraseña
why-address-long = la dirección supera los { $most } caracteres
why-packed = codificación inesperada { $packing }
why-no-connection = sin conexión
why-no-answer = sin respuesta a tiempo
why-slow = sin respuesta completa en { $seconds } s
why-broken-off = se perdió la conexión ({ $error })
why-no-folder = la carpeta { $folder } no existe
why-stopping = el bot se está cerrando
why-stopped = el bot se detuvo antes de terminar
why-drop = se eliminarían { $removed } de { $before } artículos, más del { $share } %. Si es lo que quieres: <code>/reload anyway</code>, o <code>newsbot reload --anyway</code>
why-smoke = fallaron las búsquedas de prueba: solo { $found } de { $asked } artículos nuevos se encontraron por su titular
why-nothing-left = su alerta o sus artículos se eliminaron
why-dropped = descartada al restaurar una copia de seguridad
why-turn = en espera de su turno
why-not-invited = no figura en NEWSBOT_ALLOWED_IDS
why-blocked = el bot fue bloqueado aquí
why-deactivated = la cuenta se eliminó
why-kicked = el bot ya no está en el chat
why-no-chat = el chat ya no existe
why-not-begun = el usuario no ha iniciado el bot
why-no-rights = el bot no tiene permiso para publicar ahí
why-flood = limitado por Telegram (demasiados mensajes)
why-lost = sin conexión con Telegram ({ $words })
why-telegram = Telegram dice: { $words }

page-story = La noticia y sus fuentes
page-original = Leer el artículo
page-verbatim = Cada frase está tomada palabra por palabra de un artículo. Nada se reescribe ni se genera.
page-where = Quién lo sabe por quién
page-graph = En color: el origen de un relato. Unidos a él: los medios que lo publican.
page-nameless = no cita fuente
page-timeline = Qué añadió cada medio
page-differ = En qué difieren los medios
page-later = Las cifras con el tiempo
page-corrected = Correcciones
page-languages = En otros idiomas
page-share = Compartir en Telegram
page-gone = Esta noticia no está (o ya no está) en el archivo.
