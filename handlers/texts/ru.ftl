# Всё, что бот говорит сам. Значения в { } приходят экранированными там, где сообщение — HTML.

start =
    <b>Спросите, что произошло.</b> Я ищу в новостных статьях и отвечаю их собственными предложениями: дословно, с указанием, кто это сказал, кто опубликовал и откуда взял.

    Просто пришлите вопрос, ссылку или абзац, происхождение которого хотите узнать.
start-example-1 = Port Veyra
start-example-2 = Кто сообщил о наводнении?
help =
    <b>Как спрашивать</b>
    Пришлите слова, и я подберу статьи, где они есть, лучшие первыми. Можно добавить:
    • <code>"точные слова"</code> · <code>-без</code> · <code>это OR то</code> · <code>наводн*</code>
    • <code>source:reuters</code> · <code>by:имя</code> · <code>lang:ar</code>
    • <code>since:2026-10-01</code> · <code>after:</code> · <code>before:</code> · на прошлой неделе · с октября
    Вставьте ссылку или абзац, чтобы узнать, кто это говорит и кто ещё об этом пишет. Измените вопрос — изменится и ответ.

    <b>Команды</b>
    { $commands }

    В группах: /ask, упомяните меня или ответьте мне. В любом другом чате: наберите <code>{ $bot }</code> и свои слова.
command-start = Что умеет этот бот
command-help = Как спрашивать, и все команды
command-ask = Задать вопрос (в группах)
command-latest = Самые новые статьи, можно по теме
command-trends = Как часто о чём-то писали, картинкой
command-timeline = Ход событий, картинкой
command-about = Что я прочёл: статьи, даты, издания

ask-for-words = Пришлите слова для поиска: имя, место, что случилось. Например: { $example }
no-words = Не вижу здесь ни слова. Пришлите имя, место или что случилось.
greeting-hello = Здравствуйте! Пришлите имя, место или что случилось, например { $example }, и я поищу это в новостях. Подробнее: /help
greeting-thanks = Пожалуйста! Присылайте следующий вопрос, когда захотите, например { $example }. Что ещё я умею: /help
only-words = Я умею читать только текст. Пришлите вопрос, ссылку или абзац.
unknown-command = Такой команды я не знаю. /help покажет, что я умею; любой другой текст — это вопрос.
query-error = Не могу прочесть этот вопрос, знак { $position }: { $problem }
too-fast = Слишком много за короткое время. Подождите { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
    [many] { $seconds } секунд
   *[other] { $seconds } секунды
  } и спросите ещё раз.
not-invited = Это закрытый бот. Впустить вас может тот, кто его ведёт; ему нужен номер { $id }.
privacy =
    <b>Что я храню</b>
    • <b>В этом чате</b>: ваши вопросы, пока работают кнопки под моими ответами (30 дней); какое сообщение на какое отвечает; ваши оповещения и настройки, пока вы их не удалите; что вам прислали оповещения.
    • <b>О вас</b>: ваш номер в Telegram и язык приложения. Ни имени, ни телефона, ни контактов.
    • <b>В группах</b> хранится то же о группе и кто завёл там оповещение.
    • <b>Жалобы на источники</b>: какой сюжет, что, по-вашему, неверно, и ваш номер в Telegram, пока жалобу не разберут.
    • <b>Инлайн-вопросы</b> не хранятся. Ничего из написанного вами нет в журналах, и ничего не передаётся никому, кроме Telegram, который доставляет наши сообщения.

    /export отдаёт оповещения и настройки файлом. /forget_me сразу удаляет всё о вас, и в файле базы данных тоже. Копии, которые сделал владелец бота, например резервные, удаляет он сам.
expired = Этому больше 30 дней, и я это уже не храню. Спросите ещё раз.
failed = У меня что-то пошло не так, я это записал. Попробуйте ещё раз.

problem-common = эти слова слишком частые: добавьте слово пореже.
problem-bracket-open = скобка на месте { $position } не закрыта; закрываю её в конце.
problem-bracket-closed = скобка на месте { $position } ничего не закрывает; пропускаю её.
problem-quote = у кавычки на месте { $position } нет пары; пропускаю её.
problem-or = OR нужно слово с обеих сторон.
problem-deep = здесь слишком много вложенных скобок.
problem-empty = после <code>{ $field }:</code> на месте { $position } нечего искать; пропускаю.
problem-date = <code>{ $field }:{ $value }</code> на месте { $position } — не знакомая мне дата; пропускаю. Пишите <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> слишком коротко: перед * нужно не меньше { $letters } букв.
problem-long = прочитано только первых слов: { $words }.
article-gone = Этой статьи здесь больше нет. Спросите ещё раз.
article-unquotable = В этой статье больше нет предложений для цитаты. Спросите ещё раз.

not-understood = Не понято: { $problem }
searched-instead = Искал <b>{ $instead }</b> вместо «{ $word }».
credit = — { $label }
credit-via = { $speaker }, по данным { $outlet }
cites = ссылается на { $outlets }
by = автор: { $author }
undated = без даты
about-date = дата определена по тексту
story-size = { $outlets ->
    [one] { $outlets } издание
    [few] { $outlets } издания
    [many] { $outlets } изданий
   *[other] { $outlets } издания
  }, { $origins ->
    [one] { $origins } независимый источник
    [few] { $origins } независимых источника
    [many] { $origins } независимых источников
   *[other] { $origins } независимого источника
  }
story-size-unknown = { $articles ->
    [one] { $articles } статья неизвестного происхождения
    [few] { $articles } статьи неизвестного происхождения
    [many] { $articles } статей неизвестного происхождения
   *[other] { $articles } статьи неизвестного происхождения
  }
source-unknown = издание неизвестно
notice-samples = Образцы статей, выдуманные для пробы этого бота. Они исчезнут, как только появятся настоящие.
notice-stale = Самая новая статья здесь — от { $newest }: могли появиться более поздние новости.
notice-cut = Вопрос был длинным; прочитано первых знаков: { $length }.
notice-letters = Слова находят только статьи, написанные теми же буквами. Другими буквами здесь есть: { $languages }. Чтобы искать и в них, спросите на их языке.

nothing = <b>Ничего не нашлось.</b>
nothing-unknown = Ни в одной статье нет { $words }.
not-about = <b>Здесь нет статьи, которая охватывает всё это.</b>
closest = Самые близкие статьи:
less-close = { $count ->
    [one] { $count } менее подходящий результат на следующих страницах ▸
    [few] { $count } менее подходящих результата на следующих страницах ▸
    [many] { $count } менее подходящих результатов на следующих страницах ▸
   *[other] { $count } менее подходящего результата на следующих страницах ▸
  }
follow-up = Продолжение вопроса «{ $previous }»
quoted-word = «{ $word }»
nothing-period = { $count ->
    [one] { $count } статья — вне выбранного периода.
    [few] { $count } статьи — вне выбранного периода.
    [many] { $count } статей — вне выбранного периода.
   *[other] { $count } статьи — вне выбранного периода.
  }
nothing-filters = { $count ->
    [one] { $count } статья содержит эти слова, но не подходит под ваши условия.
    [few] { $count } статьи содержат эти слова, но ни одна не подходит под ваши условия.
    [many] { $count } статей содержат эти слова, но ни одна не подходит под ваши условия.
   *[other] { $count } статьи содержат эти слова, но ни одна не подходит под ваши условия.
  }
nothing-left-out = Статьи, которые исключают настройки этого чата (/settings): { $count }.
nothing-suggest = Может быть, одно из этих слов?
nothing-corpus = { $articles ->
    [0] Я ещё не прочёл ни одной статьи.
    [one] Я прочёл { $articles } статью, самая новая — от { $newest }.
    [few] Я прочёл { $articles } статьи, самая новая — от { $newest }.
    [many] Я прочёл { $articles } статей, самая новая — от { $newest }.
   *[other] Я прочёл { $articles } статьи, самая новая — от { $newest }.
  }

pasted-found = <b>Это есть в [1]</b>; ниже — кто ещё об этом пишет и что ближе всего.
pasted-nearest = <b>Такого текста у меня нет.</b> Эти статьи ближе всего к нему:
pasted-unknown-link = <b>Такой страницы у меня нет.</b> Вставьте абзац из неё, и я поищу, кто ещё это говорит.
pasted-nothing = <b>Ничего похожего на этот текст у меня нет.</b>

card-focused = Выбрано под ваш вопрос:
card-gist = Коротко:
card-empty = В этой статье нет предложений для цитаты.
context-place = Предложение { $number } из { $of } в кратком изложении, как оно стоит в статье:
similar = <b>Похожее на</b> { $title }
similar-none = Больше ничего похожего здесь нет.
outlets = <b>Кто кого повторяет</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>Кто что добавил</b>, сначала новое
story-repeats = повторяет { $outlet }
story-repeats-itself = повторяет само себя
story-more = … и ещё { $count ->
    [one] { $count } новое предложение
    [few] { $count } новых предложения
    [many] { $count } новых предложений
   *[other] { $count } нового предложения
  }

history-how = Скажите, о чём: <code>{ $command } забастовка порт</code>. Всё, что /help говорит о вопросах, верно и здесь.
history-nothing = <b>Рисовать нечего.</b> Ни в одной статье с датой нет всех этих слов.
pictures-missing = Картинки нет: здесь не установлен matplotlib.
trend-articles = { $articles ->
    [one] { $articles } статья
    [few] { $articles } статьи
    [many] { $articles } статей
   *[other] { $articles } статьи
  }
trend-day = по дням
trend-week = по неделям
trend-month = по месяцам
trend-peak-day = Больше всего { $when }: { $count }
trend-peak-week = Больше всего на неделе с { $when }: { $count }
trend-peak-month = Больше всего за { $when }: { $count }
trend-others = { $count ->
    [one] ещё { $count }
    [few] ещё { $count }
    [many] ещё { $count }
   *[other] ещё { $count }
  }
trend-undated = { $count ->
    [one] Ещё { $count } статья без даты.
    [few] Ещё { $count } статьи без даты.
    [many] Ещё { $count } статей без даты.
   *[other] Ещё { $count } статьи без даты.
  }
timeline-stories = { $stories ->
    [one] { $stories } сюжет
    [few] { $stories } сюжета
    [many] { $stories } сюжетов
   *[other] { $stories } сюжета
  }
timeline-some = самые близкие сюжеты: { $shown } из { $stories }
timeline-origins = { $origins ->
    [one] { $origins } источник
    [few] { $origins } источника
    [many] { $origins } источников
   *[other] { $origins } источника
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] { $articles } статья
        [few] { $articles } статьи
        [many] { $articles } статей
       *[other] { $articles } статьи
    }, самая новая — от { $newest }.
    Издания: { $publishers }

    Ответы упорядочены по BM25 и цитируют статьи слово в слово; ничего не переписано и не сочинено.
about-samples = { $samples ->
    [one] Из них { $samples } — образец, выдуманный для пробы бота.
    [few] Из них { $samples } — образцы, выдуманные для пробы бота.
    [many] Из них { $samples } — образцы, выдуманные для пробы бота.
   *[other] Из них { $samples } — образцы, выдуманные для пробы бота.
  }
about-empty = Я ещё не прочёл ни одной статьи.

button-previous = ◀
button-next = ▶
button-page = Страница { $page }/{ $pages }
button-relevance = Подходящие
button-newest = Новые
button-chosen = • { $label }
button-period-24 = 24 ч
button-period-168 = 7 дн.
button-period-720 = 30 дн.
button-period-all = Все
button-context = В контексте
button-source = Читать в источнике ↗
button-similar = Похожее
button-outlets = Другие издания
button-report-source = Источник неверен?
button-back = ‹ Назад
inline-none = Ничего не нашлось. Почему — спросите в личном чате

command-subscribe = Сообщать, когда появятся новости с нужными словами
command-subscriptions = Мои оповещения
command-unsubscribe = Удалить оповещение
subscribe-how = Напишите, за чем следить: <code>/subscribe забастовка порт</code>. Нужны все слова, если не написать OR; всё, что /help говорит о вопросах, верно и здесь.
    Чтобы сообщать в ваш канал, сначала назовите канал, в нашем личном чате: <code>/subscribe @channel забастовка порт</code>
alert-admins-only = Менять оповещения этой группы могут только её админы.
alert-preview = <b>Новое оповещение</b>: <code>{ $query }</code>
alert-found = За последние 7 дней: { $articles ->
    [0] ни одной статьи.
    [one] { $articles } статья.
    [few] { $articles } статьи, сюжетов: { $stories }.
    [many] { $articles } статей, сюжетов: { $stories }.
   *[other] { $articles } статьи, сюжетов: { $stories }.
  }
alert-rate-day = Ждите сообщений в день: около { $count }.
alert-rate-week = Ждите примерно { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
    [many] { $count } сообщений
   *[other] { $count } сообщения
  } в неделю.
alert-ever = До этого: { $count ->
    [one] { $count } статья.
    [few] { $count } статьи.
    [many] { $count } статей.
   *[other] { $count } статьи.
  }
alert-nothing = ⚠ Под это здесь ещё не подходила ни одна статья. Сохранить всё равно можно.
alert-wide = ⚠ Это широко. Добавьте слово, возьмите слова, стоящие рядом, в "кавычки" или получайте сводку раз в день.
alert-everything = Под это подходит почти каждая статья. Назовите слово, которое должно быть: <code>/subscribe забастовка -порт</code>
alert-only-common = Эти слова слишком частые, по ним не ищут, и такое оповещение никогда не сработает. Назовите, о чём оно: <code>/subscribe забастовка порт</code>
alert-instead = → Под <code>{ $query }</code> { $count ->
    [one] подошла { $count } статья.
    [few] подошли { $count } статьи.
    [many] подошло { $count } статей.
   *[other] подошло { $count } статьи.
  }
alert-mistyped = ⚠ Ни в одной статье нет «{ $word }». Может быть, { $instead }?
alert-common = ⚠ «{ $word }» есть в половине статей, это почти не сужает.
alert-saved = ✓ <b>Сохранено.</b> Напишу сюда, когда новая статья подойдёт: одно сообщение на сюжет и только то, что выйдет с этого момента.
alert-paused = Приостановлено.
alert-muted = Без звука до { $until }.
alert-deleted = Удалено: <code>{ $query }</code>
alert-cancelled = Ничего не сохранено.
alert-gone = Это оповещение удалено.
alert-too-many = У вас оповещений: { $most }, больше нельзя. Сначала удалите одно: /subscriptions
alert-why = Оповещение <code>{ $query }</code>: есть { $reasons }
alerts-none = Здесь пока нет оповещений. Пришлите /subscribe и слова или нажмите «Следить» под ответом.
alerts-title = <b>Оповещения этого чата</b> ({ $count })
unsubscribe-how = Скажите, какое: <code>/unsubscribe 2</code>
button-alert = Следить
button-save = Сохранить
button-cancel = Отмена
button-pause = Приостановить
button-resume = Возобновить
button-mute = Тишина 24 ч
alert-corrected = ✎ Исправлено с тех пор, как появилось здесь.
alert-withdrawn = <s>{ $title }</s>
    Эта статья отозвана. Оповещение <code>{ $query }</code>
alert-withdrawn-other = Сначала об этом сообщила статья, которую отозвали: { $title }
digest-title = <b>Сюжеты по вашим оповещениям: { $count }</b>
digest-corrected = исправлено

alert-entry = <b>Оповещение</b> <code>{ $query }</code>
alert-reports-now = Сообщает сразу.
alert-reports-hourly = Сообщает сводкой каждый час.
alert-reports-daily = Сообщает сводкой каждый день в { $time } ({ $zone }).
alert-reports-weekly = Сообщает сводкой раз в неделю ({ $weekday }) в { $time } ({ $zone }).
alert-no-zone = Я ещё не знаю вашего часового пояса: /settings
alert-elsewhere = Сообщает в <b>{ $chat }</b>.
alert-for-channel = Для канала <b>{ $channel }</b>:
alert-share = Кто это откроет, получит такое же оповещение: { $link }
channel-not-yours = Не могу писать в { $channel }. Это должен быть канал, где мы с вами оба админы.
draft-ask = Ответьте новыми словами вместо <code>{ $query }</code>
reword-ask = Ответьте новыми словами для <code>{ $query }</code>. Уже сообщённое остаётся; теперь я ищу новые слова.
state-paused = приостановлено
state-muted = без звука
mode-now = Сразу
mode-hourly = Каждый час
mode-daily = Каждый день
mode-weekly = Раз в неделю
toast-paused = Приостановлено. Возобновить можно здесь или в /subscriptions.
toast-muted = Тишина на 24 часа.
toast-daily = Теперь в ежедневной сводке.
publisher-muted = { $publisher } больше не показываю. См. /settings.
command-unsubscribe_all = Удалить все оповещения этого чата
unsubscribe-all = Удалить { $count ->
    [one] { $count } оповещение
    [few] { $count } оповещения
    [many] { $count } оповещений
   *[other] { $count } оповещения
  } этого чата? Сначала пришлю файл с ними; /import вернёт их.
all-deleted = Удалено: { $count ->
    [one] { $count } оповещение.
    [few] { $count } оповещения.
    [many] { $count } оповещений.
   *[other] { $count } оповещения.
  }
nothing-deleted = Ничего не удалено.
command-export = Мои оповещения и настройки файлом
export-caption = { $count ->
    [one] { $count } оповещение
    [few] { $count } оповещения
    [many] { $count } оповещений
   *[other] { $count } оповещения
  } и настройки этого чата. /import прочтёт их снова.
command-import = Оповещения и настройки из файла
import-ask = Ответьте файлом, который сделал /export (не больше 1 МБ).
import-unfit = Это не мой экспорт: не подходит { $place }.
import-done = Прочитано оповещений: { $saved } из { $all }, и настройки. Показать: /subscriptions
command-privacy = Что я о вас храню и как это удалить
command-forget_me = Удалить всё, что обо мне хранится
forget-me = Это удалит всё, что я о вас храню: ваши оповещения во всех чатах, что они прислали, настройки и то, к чему ведут кнопки в этом чате. Вернуть нельзя. Если нужна копия — сначала /export.
forgotten = Готово: удалено оповещений: { $alerts }, сообщений: { $messages }, а с ними настройки и всё остальное. Я о вас больше ничего не знаю.
only-in-private = Пришлите мне это в нашем личном чате.
command-status = Что ждёт отправки в этот чат
status-alerts = { $count ->
    [0] Здесь нет оповещений.
    [one] Здесь { $count } оповещение.
    [few] Здесь { $count } оповещения.
    [many] Здесь { $count } оповещений.
   *[other] Здесь { $count } оповещения.
  }{ $paused ->
    [0] {""}
   *[other] {" "}Приостановлено: { $paused }.
  }
status-nothing = Ничего не ждёт.
status-waiting = Ждут до { $until }: { $count }.
status-held = Ждут до { $until } из-за ограничения Telegram: { $count }.
status-suspended = Ждут: { $count }; писать сюда не могу: { $reason }
command-outbox = Что ждёт отправки во все чаты (для владельцев)
operators-only = Нельзя: это может только владелец бота.
outbox = <b>Исходящие</b>: ждут { $waiting }, отложены { $postponed }, приостановлены { $suspended }, не доставлены { $failed }, отправлены { $sent }.
outbox-oldest = Самое старое к отправке — от { $at }.
outbox-none-due = К отправке нет ничего.
outbox-rate = Отправлено за последний час: { $count }.
outbox-postponed = • отложено { $count }: { $reason }
outbox-suspended = • приостановлено { $count }: { $reason }
outbox-given-up = • не доставлено { $count }: { $reason }
command-settings = Часовой пояс, тихие часы, сводки, языки, издания
command-lang = На каком языке я говорю здесь
lang-title = <b>На каком языке говорить здесь?</b> Кнопки, сообщения и команды; статьи остаются на своём.
lang-unknown = На языке «{ $word }» я не говорю. Вот языки, которые я знаю:
lang-automatic = Как в вашем Telegram
command-prefer = Сначала показывать версию издания
command-mute = Не показывать издание
settings-title = <b>Настройки этого чата</b>
settings-lent = ✓ <b>{ $channel }</b> теперь работает по вашим настройкам:
settings-zone = Часовой пояс: { $zone }
settings-no-zone = Часовой пояс: не задан, считаю по UTC
settings-quiet = Тихие часы: { $hours }
settings-digest = Сводки: в { $time }; недельная — { $weekday }
settings-breaking = Срочное (три независимых источника за час) сразу, даже в тихие часы: { $state }
settings-languages = Статьи на языках: { $languages }
settings-publishers = Издания: предпочтительных { $preferred }, скрытых { $muted }
setting-zone = Часовой пояс
setting-quiet = Тихие часы
setting-digest = Сводки
setting-breaking = Срочное вкл/выкл
setting-languages = Языки
setting-publishers = Издания
publishers =
    <b>Издания</b>
    Предпочтительные: { $preferred }
    Скрытые: { $muted }

    <code>/prefer имя</code> показывает версию издания первой, <code>/mute имя</code> скрывает его. Кнопка убирает издание из списка.
zone-ask = Где вы? Ответьте городом или страной или пришлите геопозицию через 📎.
zone-unknown = Не знаю места «{ $words }». Попробуйте ближайший большой город или имя вроде Europe/Istanbul.
zone-like = Может быть, { $names }?
quiet-ask = Ответьте тихими часами, например <code>22:30-7</code>
quiet-off = нет
digest-ask = Ответьте временем для сводок, например <code>7:45</code>
languages-all = все языки
on = вкл.
off = выкл.
button-change = Изменить
button-delete = Удалить
button-delete-all = Удалить { $count }
button-undo = Вернуть
button-mode = Когда
button-edit = Изменить
button-share = Поделиться
button-list = Все оповещения
button-other = Другое…
button-fewer = Меньше такого
button-no-publisher = Без { $publisher }
button-daily-instead = В ежедневной сводке
button-narrow = Другие слова
button-forget = Удалить всё обо мне

feed-gone-note = <b>{ $name }</b> отключена: сервер говорит, что ленты больше нет. { $url }
command-feeds = Ленты новостей: состояние, добавить, приостановить, убрать (для владельцев)
feeds = <b>Ленты новостей</b>: { $count }
feeds-none = Лент пока нет. Отправьте /feeds и адрес, и я посмотрю, что там.
feed-success = последний успех { $at }
feed-never = успеха ещё не было
feed-pace = { $items } в день
feed-failures = неудач подряд: { $count }
feed-paused = приостановлена
feed-switched-off = отключена, сервер говорит, что её больше нет
button-feed-add = Добавить ленту
button-feed-test = Проверить
button-feed-remove = Убрать
feed-ask = Ответьте адресом ленты или страницы, на которой указаны её ленты.
feed-looking = Смотрю { $url } …
feed-trial = <b>{ $title }</b>. Записей: { $entries }, из них только анонсы: { $teasers }.
feed-trial-newest = Самая новая от { $at }.
feed-trial-bad = По адресу { $url } ленты нет: { $problem }.
feed-trial-named = На странице указаны эти ленты; отправьте одну из строк:
feed-added = Добавлена. О первых статьях оповещений не будет, о следующих будут.
feed-known = Эта лента уже есть.
feed-remove-ask = Убрать <b>{ $name }</b>? Статьи останутся.
feed-missing = Этой ленты здесь больше нет.

report-ask = <b>Что не так с источниками?</b> Владелец бота увидит вашу жалобу вместе с вашим номером в Telegram и разберётся.
button-report-outlet = Издание указано неверно
button-report-origin = Первоисточник указан неверно
button-report-event = Это разные события
report-filed = Спасибо. Владелец бота посмотрит.
report-changed = Вы уже жаловались на этот сюжет; теперь в жалобе сказано это.
report-too-many = На сегодня хватит: не больше { $most } жалоб в день. Спасибо.
command-reports = Жалобы на неверные источники (для владельцев)
reports = <b>Жалобы на неверные источники</b>: { $count ->
    [one] { $count } сюжет
    [few] { $count } сюжета
    [many] { $count } сюжетов
   *[other] { $count } сюжета
  }. Номер покажет слова, по которым определены источники; ✓ уберёт сюжет из списка.
reports-none = Открытых жалоб на источники нет.
reports-note = Новых жалоб на неверные источники: { $count }. Их покажет /reports.
report-gone = Этой статьи здесь больше нет.
report-says-outlet = неверное издание: { $count }
report-says-origin = неверный первоисточник: { $count }
report-says-event = разные события: { $count }
report-by = Первая жалоба { $at }, от { $people }
report-receipts = <b>Источники и слова, по которым они определены</b>
button-report-done = ✓ Готово

command-reload = Перечитать весь архив (для владельцев)
command-rejects = Что не удалось принять (для владельцев)
reload-begun = <b>Перезагрузка</b>: смотрю файлы…
reload-progress = <b>Перезагрузка</b>: { $stage ->
    [looking] смотрю файлы
    [reading] читаю, { $share } % изменившихся файлов
    [checking] проверяю и задаю пробные вопросы
   *[switching] переключаюсь
}{ $remaining ->
    [unknown] .
   *[other] , осталось около { $remaining }.
}
    На вопросы отвечаю по прежнему архиву.
reload-counts = +{ $added } −{ $removed } ~{ $changed } изменено, { $unchanged } без изменений{ $duplicates ->
    [0] {""}
   *[other] , { $duplicates } повторов
}{ $expired ->
    [0] {""}
   *[other] , { $expired } слишком старых
}
reload-rejected = Отклонено { $count }: { $reason } ({ $where })
reload-more-reasons = … и других причин: { $count }; все они в файле
reload-is-live = <b>Перезагружено</b> за { $seconds }.
reload-is-unchanged = <b>Ничего не изменилось</b>: архив такой же, как папка. Заняло { $seconds }.
reload-is-failed = <b>Не перезагружено</b>: { $reason }. Архив прежний.
reload-is-undone = <b>Отменено</b>: архив такой, как до этой перезагрузки. Перезапуск её не вернёт, вернёт /reload.
reload-is-settled = <b>Перезагружено</b>; после неё была другая.
reload-running = Перезагрузка уже идёт с { $since }; второй раз не начинаю.
reload-undoing = Перезагрузка сейчас отменяется; подождите немного.
reload-done-with = Эту перезагрузку не отменить: она уже отменена или за ней была другая.
reload-is-staging = <b>Перезагрузка</b> идёт.
reload-details = <b>Что изменила перезагрузка</b>
reload-details-part = { $kind ->
    [added] Добавлено
    [changed] Изменено
   *[removed] Убрано
}, { $count }:
and-more = … и ещё { $count }
rejects = <b>Отклонённое</b>: { $count ->
    [0] при последнем чтении ничего.
    [one] не удалось принять { $count } файл или запись.
    [few] не удалось принять { $count } файла или записи.
    [many] не удалось принять { $count } файлов или записей.
   *[other] не удалось принять { $count } файла или записи.
}
rejected = { $where }: { $reason }
rejects-caption = { $count ->
    [one] { $count } отказ
    [few] { $count } отказа
    [many] { $count } отказов
   *[other] { $count } отказа
}: файл, строка, причина
seconds = { $count } с
minutes = { $minutes } мин { $seconds } с
button-details = Подробности
button-report = ‹ Отчёт
command-stats = Архив, индекс, память, время ответов, исходящие (для владельцев)
stats-corpus = <b>Архив</b>: статей: { $articles }, из них образцов: { $samples }; новейшая: { $newest }
stats-reload = Последняя перезагрузка: { $state ->
    [staging] идёт
    [undone] отменена
    [unchanged] ничего не изменилось
    [failed] не удалась
   *[done] выполнена
  }; начата { $at }
stats-index = <b>Индекс</b>: статей: { $articles }, слов: { $terms }, частей: { $segments }, { $disk } МБ на диске; на изменении { $number }, отставание: { $behind }
stats-memory = <b>Память</b>: { $memory } МБ
stats-latency = <b>Ответы</b>, последние { $count }: половина за { $median } мс, 95 % за { $p95 } мс, 99 % за { $p99 } мс
stats-no-latency = <b>Ответы</b>: с начала работы ни одного

# Why something went wrong: told after a colon, so without a capital or a full stop.
why-said = { $words }
why-bug = ошибка в самом newsbot ({ $error })
why-no-words = в нём нет слов
why-unreadable = не читается ({ $words })
why-file-name = имя файла записано не в UTF-8; переименуйте файл
why-format = формат { $suffix } не читаю; читаю { $known }, каждый и в виде { $packed }
why-gzip = архив gzip повреждён ({ $words })
why-large = больше { $megabytes } МБ
why-line-long = строка длиннее { $most } байт
why-json-large = слишком велик для .json: запишите по одной записи в строке файла .jsonl
why-json = это не JSON ({ $words })
why-record = это не запись с именованными полями
why-field-missing = нет поля «{ $field }»
why-field = поле «{ $field }» не подходит ({ $words })
why-xml = это не XML ({ $words })
why-xml-empty = это не XML: нет ни одного элемента
why-doctype = в нём объявлены DOCTYPE или сущности, а от посторонних я их не принимаю
why-no-records = ни лента, ни статьи: нет элементов с именами { $names }
why-no-feed = это не лента: ни RSS, ни Atom, ни JSON Feed
why-feed-broken = лента повреждена и не читается ({ $error })
why-feed-empty = лента без записей
why-no-opml = это не список лент: ни у одного outline нет адреса http(s) в xmlUrl
why-no-article = на странице не нашлось статьи
why-second-text = «{ $title }»: идентификатор { $id } уже есть у другого текста, в { $first }; измените один из них
why-status = сервер ответил { $status }
why-gone = сервер говорит, что её больше нет (410)
why-robots = сайт просит роботов её не читать (robots.txt)
why-redirects = больше { $most } перенаправлений
why-not-public = адрес не общедоступный
why-no-address = это не веб-адрес: читаю только http:// и https://
why-password = адреса с паролем не читаю
why-address-long = адрес длиннее { $most } знаков
why-packed = сжато как { $packing }, хотя об этом не просили
why-no-connection = нет соединения
why-no-answer = нет ответа в срок
why-slow = ответ не пришёл целиком за { $seconds } с
why-broken-off = соединение оборвалось ({ $error })
why-no-folder = папки { $folder } нет
why-stopping = программа останавливается
why-stopped = программа остановилась посреди работы
why-drop = ушло бы статей: { $removed } из { $before }, больше { $share } %; если так и надо: <code>/reload anyway</code> или <code>newsbot reload --anyway</code>
why-smoke = пробные вопросы не прошли: из новых статей ({ $asked }) по заголовкам нашлись { $found }
why-nothing-left = оповещения или его статей больше нет
why-dropped = отброшено при восстановлении из резервной копии
why-turn = ждёт своей очереди
why-not-invited = его нет в NEWSBOT_ALLOWED_IDS
why-blocked = бота здесь заблокировали
why-deactivated = аккаунт удалён
why-kicked = бота больше нет в чате
why-no-chat = такого чата больше нет
why-not-begun = человек ещё не запускал бота
why-no-rights = боту нельзя там писать
why-flood = Telegram просит подождать
why-lost = нет связи с Telegram ({ $words })
why-telegram = Telegram говорит: { $words }
