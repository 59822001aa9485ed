# Всё, что говорит бот. Значения в { } приходят экранированными, если сообщение — HTML.

start =
    <b>Спросите, что произошло.</b> Я ищу в новостных статьях и отвечаю дословными цитатами: кто это сказал, кто опубликовал и откуда это взяло издание.

    Пришлите вопрос, ссылку или абзац, происхождение которого хотите узнать.
start-example-1 = забастовка порт
start-example-2 = Кто сообщил о наводнении?
help =
    <b>Как спрашивать</b>
    Пришлите несколько слов, например <code>{ $example }</code>, и я найду самые подходящие статьи. Можно также использовать:
    • <code>"точные слова"</code> · <code>-без</code> · <code>это OR то</code> · <code>начало*</code>
    • <code>{ $source }</code> · <code>by:имя</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · на прошлой неделе · с октября
    Вставьте ссылку или абзац, чтобы узнать, кто это опубликовал и кто ещё об этом пишет. Если изменить вопрос, обновится и ответ. Ответьте командой /ask на любое сообщение или на цитату из него, чтобы узнать, кто это говорит.

    <b>Команды</b>
    { $commands }

    В группе используйте /ask, упомяните меня или ответьте на моё сообщение. В любом другом чате наберите <code>{ $bot }</code> и вопрос.
help-operators = <b>Для операторов</b>
bot-description = Спросите меня, что произошло, — я отвечу дословными цитатами из новостей: кто это сказал, кто опубликовал и откуда это взяло издание. По команде /subscribe можно следить за темой: о каждом сюжете я сообщу один раз.
bot-description-short = Новости дословно: кто сказал, кто опубликовал и откуда взял.
command-start = Что я умею
command-help = Как спрашивать, и все команды
command-ask = Задать вопрос (в группах)
command-latest = Последние статьи, можно по теме
command-top = Главные новости дня, недели или месяца
top-title = <b>Главное</b> · { $period }
top-title-topic = <b>Главное</b> по теме «{ $topic }» · { $period }
top-nearest = За указанное время новостей нет. Вот ближайшие по времени:
top-nothing-newer = Новее у меня ничего нет:
top-nothing-topic = Статей по теме «{ $topic }» нет.
top-hidden = Настройки этого чата (/settings) скрывают все статьи, которые я могу здесь показать. Проверьте языки статей и скрытые издания.
top-period-24 = за 24 часа
top-period-168 = за 7 дней
top-period-720 = за 30 дней
top-period-all = за всё время
arrivals = { $count ->
    [one] С тех пор <b>{ $count } новая статья</b>:
    [few] С тех пор <b>{ $count } новые статьи</b>:
    [many] С тех пор <b>{ $count } новых статей</b>:
   *[other] С тех пор <b>{ $count } новой статьи</b>:
  }
arrivals-least = { $count ->
    [one] С тех пор <b>не меньше { $count } новой статьи</b>:
    [few] С тех пор <b>не меньше { $count } новых статей</b>:
    [many] С тех пор <b>не меньше { $count } новых статей</b>:
   *[other] С тех пор <b>не меньше { $count } новой статьи</b>:
  }
arrivals-none = С тех пор ничего нового.
button-arrivals = Что нового?
command-trends = График: как часто писали о теме
command-timeline = Хронология сюжета
command-said = Что кто-то говорит
command-corrections = Что издания исправили или отозвали
command-about = Что есть в архиве

ask-for-words = Напишите, что искать: имя, место или событие. Например: { $example }
no-words = Не вижу здесь слов. Пришлите имя, место или событие.
greeting-hello = Здравствуйте! Спросите меня о человеке, месте или событии, например: { $example }. Подробнее: /help
greeting-thanks = Пожалуйста! Спрашивайте ещё, например: { $example }. Что ещё я умею: /help
only-words = Я понимаю только текст, а не голосовые сообщения, фото и видео. Напишите, что хотите узнать, например { $example }, или вставьте ссылку или абзац.
guest-how = Ответьте на сообщение и упомяните меня: я скажу, в каких статьях есть эти слова и откуда они взяты. Или задайте вопрос после моего имени.
button-ask-bot = Спросить меня ещё
last-page = Это всё, что у меня есть на эту тему. Нажмите номер выше, чтобы прочитать статью подробнее.
unknown-command = Я не знаю такой команды. Список команд: /help. Всё остальное я считаю вопросом.
query-error = Не могу разобрать вопрос (символ { $position }): { $problem }
too-fast = Слишком много запросов сразу. Подождите { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
    [many] { $seconds } секунд
   *[other] { $seconds } секунды
  } и попробуйте снова.
not-invited = Это закрытый бот. Чтобы получить доступ, отправьте оператору бота свой ID: { $id }
privacy =
    <b>Что я храню</b>
    • <b>В этом чате</b>: ваши вопросы и сообщения, источник которых вы ищете, пока работают кнопки под моими ответами (30 дней); какое сообщение на какое отвечает; ваши оповещения и настройки, пока вы их не удалите; уведомления, которые прислали ваши оповещения.
    • <b>О вас</b>: ваш ID в Telegram и язык приложения. Кроме сообщений, на которые я сейчас отвечаю: ни имени, ни номера телефона, ни контактов.
    • <b>В группах</b>: то же самое о группе и кто сохранил каждое оповещение.
    • <b>Жалобы на неверные источники</b>: сюжет, что, по-вашему, неверно, и ваш ID в Telegram, пока жалобу не рассмотрит оператор.
    • <b>Ленты, которые вы предлагаете</b>: адрес и ваш ID в Telegram, пока не пройдёт 30 дней после решения оператора.
    • <b>Сообщения, на которые я отвечаю</b>: в том виде, в каком их присылает Telegram, с вашим именем, до ответа, обычно около секунды. Затем два дня — только номера (чата, сообщения и ответа) и контрольная сумма.
    • <b>Упоминания в чатах, где меня нет</b>: Telegram присылает мне только это сообщение и то, на которое оно отвечает. Мой ответ видят все в чате; я не храню ни этих сообщений, ни сведений об участниках.
    • <b>Инлайн-вопросы</b> не хранятся. Ничто из того, что вы пишете, не попадает в журналы. Данные не передаются никому, кроме Telegram, который доставляет сообщения.

    /export пришлёт ваши оповещения и настройки файлом. /forget_me сразу удалит всё о вас, в том числе из файла базы данных. Резервные копии, сделанные оператором бота, удаляет он сам.
privacy-judgements = <b>👍 и 👎</b>: оператор бота хранит вашу оценку вместе с ID в Telegram, вопросом и показанными статьями и предложениями, чтобы проверять ответы. /forget_me удаляет и это.
judgement-kept = Спасибо! Ваша оценка помогает проверять ответы. См. /privacy
judgement-off = Оценки здесь больше не сохраняются.
expired = Этому сообщению больше 30 дней, поэтому кнопки под ним не работают. Спросите ещё раз.
failed = У меня произошла ошибка, она записана в журнал. Попробуйте ещё раз.
search-unavailable = Поиск сейчас недоступен. Попробуйте ещё раз через минуту.

problem-common = эти слова слишком частые для поиска; добавьте более точное.
problem-bracket-open = незакрытая скобка в позиции { $position }; я закрыл её в конце.
problem-bracket-closed = лишняя закрывающая скобка в позиции { $position }; я её пропустил.
problem-quote = непарная кавычка в позиции { $position }; я её пропустил.
problem-or = с каждой стороны OR должно быть слово.
problem-not = после NOT должно быть слово.
problem-field = поля <code>{ $field }:</code> (позиция { $position }) нет, поэтому я искал слова после него.
problem-deep = слишком много вложенных скобок.
problem-empty = после <code>{ $field }:</code> в позиции { $position } ничего нет; я это пропустил.
problem-date = <code>{ $field }:{ $value }</code> в позиции { $position } не похоже на дату, поэтому я это пропустил. Пишите так: <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> слишком коротко: перед * должно быть не меньше { $letters } букв.
problem-long = вопрос слишком длинный, учтены только первые слова: { $words }.
article-gone = Эта статья больше недоступна. Спросите ещё раз.
article-unquotable = В этой статье больше нет предложений для цитирования. Спросите ещё раз.

not-understood = Часть вопроса я не понял: { $problem }
searched-instead = Показаны результаты для <b>{ $instead }</b> вместо «{ $word }».
searched-also = Поиск также по словам: { $words }
credit = — { $label }
credit-via = { $speaker }, по данным { $outlet }
cites = ссылается на { $outlets }
by = автор: { $author }
undated = без даты
about-date = дата приблизительная
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
other-outlets = +{ $outlets ->
    [one] { $outlets } издание
    [few] { $outlets } издания
    [many] { $outlets } изданий
   *[other] { $outlets } издания
  }, { $origins ->
    [one] { $origins } источник
    [few] { $origins } источника
    [many] { $origins } источников
   *[other] { $origins } источника
  }
source-unknown = издание неизвестно
notice-samples = Вымышленные статьи для пробы.
notice-stale = Самая новая статья здесь — от { $newest }, поэтому свежих новостей может не быть.
notice-unreachable = С { $since } нет связи: { $feeds }. Свежих новостей может не быть.
notice-cut = Вопрос слишком длинный, учтено только его начало (символов: { $length }).
notice-language = Здесь нет статей на этом языке: { $absent }. Есть статьи на { $count ->
    [1] другом языке
   *[other] других языках
  }: { $languages }. Чтобы искать в них, спросите на { $count ->
    [1] нём
   *[other] одном из этих языков
  }.
notice-letters = Поиск находит только статьи с тем же алфавитом. Есть статьи и на { $count ->
    [1] другом языке
   *[other] других языках
  }: { $languages }. Чтобы искать в них, спросите на { $count ->
    [1] нём
   *[other] одном из этих языков
  }.
notice-more-languages = { $languages } и другие

nothing = <b>Ничего не найдено.</b>
nothing-unknown = Ни в одной статье нет { $words }.
not-about = <b>Здесь нет статьи, которая охватывает всё это.</b>
not-quoted = По этой теме не цитируют никого по имени «{ $speaker }».
not-credited = Ни одно из этих предложений не приписывается «{ $speaker }».
closest = Самые близкие статьи:
other-time = <b>За это время ничего нет.</b> Ближайшее по времени:
less-close = { $count ->
    [one] { $count } менее подходящий результат ▸
    [few] { $count } менее подходящих результата ▸
    [many] { $count } менее подходящих результатов ▸
   *[other] { $count } менее подходящего результата ▸
  }
below-cut = Менее подходящие:
follow-up = Продолжение вопроса «{ $previous }»
quoted-word = «{ $word }»
nothing-period = { $count ->
    [one] { $count } статья подходит, но она вне выбранного периода.
    [few] { $count } статьи подходят, но они вне выбранного периода.
    [many] { $count } статей подходят, но они вне выбранного периода.
   *[other] { $count } статьи подходят, но они вне выбранного периода.
  }
nothing-filters = { $count ->
    [one] { $count } статья содержит эти слова, но не подходит под ваши фильтры.
    [few] { $count } статьи содержат эти слова, но не подходят под ваши фильтры.
    [many] { $count } статей содержат эти слова, но не подходят под ваши фильтры.
   *[other] { $count } статьи содержат эти слова, но не подходят под ваши фильтры.
  }
nothing-left-out = Статьи, скрытые настройками этого чата (/settings): { $count }.
nothing-suggest = Возможно, вы имели в виду:
nothing-corpus = { $articles ->
    [0] Статей пока нет.
    [one] Просмотрена { $articles } статья, от { $newest }.
    [few] Просмотрено { $articles } статьи; самая новая — от { $newest }.
    [many] Просмотрено { $articles } статей; самая новая — от { $newest }.
   *[other] Просмотрено { $articles } статьи; самая новая — от { $newest }.
  }

pasted-found = <b>Этот текст — из [1].</b> Ниже: кто ещё об этом пишет, затем похожие статьи.
pasted-nearest = <b>Такого текста у меня нет.</b> Самые похожие статьи:
pasted-unknown-link = <b>Такой страницы у меня нет.</b> Вставьте абзац из неё, и я поищу, кто ещё об этом пишет.
pasted-nothing = <b>Ничего похожего на этот текст у меня нет.</b>
pasted-carried = <b>{ $count ->
    [1] Эти слова есть здесь в одной статье:
    [one] Эти слова есть здесь в { $count } статье, сначала самая ранняя:
    [few] Эти слова есть здесь в { $count } статьях, сначала самая ранняя:
    [many] Эти слова есть здесь в { $count } статьях, сначала самая ранняя:
   *[other] Эти слова есть здесь в { $count } статьи, сначала самая ранняя:
  }</b>
pasted-carried-in-part = <b>{ $count ->
    [1] Часть этого текста есть здесь в одной статье:
    [one] Хотя бы часть этого текста есть здесь в { $count } статье:
    [few] Хотя бы часть этого текста есть здесь в { $count } статьях:
    [many] Хотя бы часть этого текста есть здесь в { $count } статьях:
   *[other] Хотя бы часть этого текста есть здесь в { $count } статьи:
  }</b>
pasted-not-carried = <b>Ни в одной статье здесь нет этих слов.</b> Самые похожие:

card-focused = По вашему вопросу:
card-gist = Краткое содержание:
card-empty = В этой статье нет предложений для цитирования.
correction-corrected = ✎ Исправлено { $at }
correction-updated = ✎ Обновлено { $at }
correction-withdrawn = ✗ Отозвано { $at }
pasted-withdrawn = Другие по-прежнему сообщают об этом:
withdrawn-alone = Больше никто здесь об этом не сообщает.
change-headline = Заголовок:
corrections-title = <b>Последние исправления</b>
corrections-title-topic = <b>Последние исправления: { $topic }</b>
corrections-none = В последнее время ни одно издание из архива не исправляло и не отзывало статей.
corrections-none-topic = В статьях по теме «{ $topic }» недавних исправлений нет.
context-place = Предложение { $number } из { $of } краткого содержания в исходном контексте:
similar = <b>Похожее на</b> { $title }
similar-none = Похожих статей нет.
speaker = <b>{ $speaker }</b>: последние высказывания
speaker-on = <b>{ $speaker }</b> о «{ $topic }»: последние высказывания
speaker-none = Здесь не цитируют никого по имени «{ $speaker }».
speaker-none-on = Здесь не цитируют никого по имени «{ $speaker }» о «{ $topic }».
speaker-range = { $first }–{ $last } из { $count }
outlets = <b>Кто и по каким источникам об этом написал</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
difference = ⚖ <b>Издания расходятся</b> · { $thing }: { $versions }
difference-later = <b>Как менялись данные</b> · { $thing }: { $versions }
difference-denied = ⚖ <b>Утверждается и отрицается</b>: { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-thing = «{ $noun }»
difference-of = { $thing } ({ $noun })
differs-dead = погибшие
differs-injured = пострадавшие
differs-missing = пропавшие
differs-arrested = задержанные
differs-evacuated = эвакуированные
differs-rescued = спасённые
differs-abducted = заложники
differs-aboard = люди на борту
differs-magnitude = магнитуда
differs-homes = повреждённые дома
differs-powerless = люди без электричества
differs-age = возраст
differs-day = день
differs-date = дата
differs-time = время
differs-counted = число
story-also = На других языках: { $languages }
sisters = <b>Тот же сюжет на других языках</b>: { $title }
sisters-none = На других языках статей по этому сюжету нет.
story-added = <b>Что добавило каждое издание</b>, сначала новое
story-repeats = повторяет { $outlet }
story-repeats-itself = повторяет себя
story-more = … и ещё { $count ->
    [one] { $count } новое предложение
    [few] { $count } новых предложения
    [many] { $count } новых предложений
   *[other] { $count } нового предложения
  }

history-how = О чём? Например: <code>{ $command } { $example }</code>. Синтаксис поиска из /help работает и здесь.
history-nothing = <b>Ничего не найдено.</b> Ни в одной статье с датой нет всех этих слов.
pictures-missing = Графика не будет: на этом сервере не установлен matplotlib.
trend-articles = { $articles ->
    [one] { $articles } статья
    [few] { $articles } статьи
    [many] { $articles } статей
   *[other] { $articles } статьи
  }
trend-day = по дням
trend-week = по неделям
trend-month = по месяцам
trend-peak-day = Максимум: { $count }, { $when }
trend-peak-week = Максимум: { $count }, неделя с { $when }
trend-peak-month = Максимум: { $count }, { $when }
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
timeline-some = самые подходящие сюжеты: { $shown } из { $stories }
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
    }; самая новая — от { $newest }.
    Издания: { $publishers }

    Ответы упорядочены по BM25 и дословно цитируют статьи. Ничего не переписывается и не генерируется.
about-samples = { $samples ->
    [one] Из них { $samples } — пример, придуманный для пробы бота.
    [few] Из них { $samples } — примеры, придуманные, чтобы вы могли опробовать бота.
    [many] Из них { $samples } — примеры, придуманные, чтобы вы могли опробовать бота.
   *[other] Из них { $samples } — примеры, придуманные, чтобы вы могли опробовать бота.
  }
about-empty = Статей пока нет.

button-previous = ◀
button-next = ▶
button-page = Страница { $page }/{ $pages }
button-more = Ещё ▸
button-filter = Фильтр
button-options = Параметры
button-exact = Искать именно «{ $word }»
button-relevance = По релевантности
button-newest = Сначала новые
button-chosen = • { $label }
button-period-24 = 24 ч
button-period-168 = 7 дн.
button-period-720 = 30 дн.
button-period-all = Все
button-context = В контексте
button-source = Читать статью ↗
button-similar = Похожие статьи
button-speaker = Ещё: { $speaker }
button-changes = ✎ Что изменилось
button-outlets = Другие издания
button-sisters = 🌐 Другие языки
button-report-source = Неверный источник?
button-back = ‹ Назад
inline-none = Ничего не найдено. Подробности — в чате со мной

command-follow = Следить за сюжетом
command-subscribe = Создать оповещение о новых статьях
command-subscriptions = Мои оповещения
command-unsubscribe = Удалить оповещение
subscribe-how = За чем следить? Например: <code>/subscribe { $example }</code>. В статье должны быть все слова, если не написать OR. Синтаксис поиска из /help работает и здесь.
    Чтобы публиковать в вашем канале, сначала укажите канал, в нашем личном чате: <code>/subscribe @channel { $example }</code>
alert-admins-only = Менять оповещения этой группы могут только её администраторы.
alert-preview = <b>Новое оповещение</b>: <code>{ $query }</code>
alert-found = Совпадения за последние 7 дней: { $articles ->
    [0] нет.
    [one] { $articles } статья.
    [few] { $articles } статьи, сюжетов: { $stories }.
    [many] { $articles } статей, сюжетов: { $stories }.
   *[other] { $articles } статьи, сюжетов: { $stories }.
  }
alert-rate-day = Ожидайте сообщений в день: около { $count }.
alert-rate-week = Ожидайте примерно { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
    [many] { $count } сообщений
   *[other] { $count } сообщения
  } в неделю.
alert-ever = Более ранние совпадения: { $count ->
    [one] { $count } статья.
    [few] { $count } статьи.
    [many] { $count } статей.
   *[other] { $count } статьи.
  }
alert-nothing = ⚠ Под это ещё не подходила ни одна статья. Сохранить всё равно можно.
alert-wide = ⚠ Запрос очень широкий. Добавьте слово, возьмите фразы в "кавычки" или выберите ежедневную сводку.
alert-everything = Под это подходит почти любая статья. Добавьте слово, которое обязательно должно встречаться.
alert-only-common = Эти слова слишком частые для поиска, такое оповещение никогда не сработает. Добавьте имя или более редкое слово.
alert-instead = → <code>{ $query }</code>: { $count ->
    [one] подходит { $count } статья.
    [few] подходят { $count } статьи.
    [many] подходят { $count } статей.
   *[other] подходят { $count } статьи.
  }
alert-mistyped = ⚠ Ни в одной статье нет «{ $word }». Возможно, вы имели в виду { $instead }?
alert-common = ⚠ «{ $word }» есть в половине всех статей и почти не сужает поиск.
alert-fired = Подошло бы статей из того ответа: { $fired } из { $shown }.
alert-not-fired = ⚠ Не подошла бы ни одна статья из того ответа, и этот сюжет может пройти мимо вас.
button-also = Ещё: { $query }
button-wider = Лучше «{ $query }»
alert-saved = ✓ <b>Сохранено.</b> С этого момента я буду писать сюда о новых подходящих статьях: один раз на сюжет.
alert-paused = Приостановлено.
alert-muted = Без звука до { $until }.
alert-deleted = Удалено: <code>{ $query }</code>
alert-cancelled = Отменено. Ничего не сохранено.
alert-gone = Это оповещение удалено.
alert-too-many = Достигнут предел: { $most ->
    [one] { $most } оповещение
    [few] { $most } оповещения
    [many] { $most } оповещений
   *[other] { $most } оповещения
  }. Сначала удалите одно: /subscriptions
alert-why = Оповещение <code>{ $query }</code>, найдено: { $reasons }
alerts-none = В этом чате пока нет оповещений. Отправьте /subscribe и несколько слов или нажмите 🔔 под ответом.
alerts-title = <b>Оповещения этого чата</b> ({ $count })
unsubscribe-how = Какое? Например: <code>/unsubscribe 2</code>
button-alert = 🔔 Оповещать
button-save = Сохранить
button-cancel = Отмена
button-pause = Приостановить
button-resume = Возобновить
button-mute = Без звука 24 ч
alert-corrected = ✎ Исправлено с тех пор, как я это прислал.
alert-updated = ✎ Обновлено с тех пор, как я это прислал.
alert-withdrawn = <s>{ $title }</s>
    Эта статья отозвана. Оповещение <code>{ $query }</code>
alert-withdrawn-other = Сначала я прислал этот сюжет со статьёй, которую потом отозвали: { $title }
digest-title = <b>Сюжеты по вашим оповещениям: { $count }</b>
digest-corrected = исправлено
digest-updated = обновлено

alert-entry = <b>Оповещение</b> <code>{ $query }</code>
alert-reports-now = Приходит сразу.
alert-reports-hourly = Приходит сводкой каждый час, ровно в начале часа.
alert-reports-daily = Приходит ежедневной сводкой в { $time } ({ $zone }).
alert-reports-weekly = Приходит еженедельной сводкой ({ $weekday }) в { $time } ({ $zone }).
alert-reports-briefing = Каждый день в { $time } присылает главные новости ({ $zone }).
briefing-name = Главные новости
briefing-name-topic = Главные новости: { $topic }
briefing-saved = ✓ <b>Ежедневный обзор настроен.</b>
briefing-ask = Ответьте, в какое время присылать обзор, например <code>7:45</code>
button-briefing = ☀ Каждый день в { $time }
button-briefing-time = Время
button-briefing-stop = Отключить обзор
alert-no-zone = Я ещё не знаю ваш часовой пояс. Укажите его в /settings.
alert-elsewhere = Публикуется в <b>{ $chat }</b>.
alert-for-channel = Для канала <b>{ $channel }</b>:
alert-share = Любой, кто откроет эту ссылку, сможет добавить такое же оповещение: { $link }
channel-not-yours = Я не могу публиковать в { $channel }. И вы, и я должны быть администраторами этого канала.
draft-ask = Ответьте новыми словами, чтобы заменить <code>{ $query }</code>
reword-ask = Ответьте новыми словами для <code>{ $query }</code>. Уже полученные сюжеты повторно не пришлю; новые статьи должны подходить под новые слова.
state-paused = приостановлено
state-muted = без звука
mode-now = Сразу
mode-hourly = Каждый час
mode-daily = Каждый день
mode-weekly = Каждую неделю
mode-briefing = Ежедневный обзор
toast-paused = Приостановлено. Возобновить можно здесь или в /subscriptions.
toast-muted = Без звука на 24 часа.
toast-daily = Перенесено в ежедневную сводку.
button-follow = Следить
button-unfollow = Не следить
button-follow-again = Следить снова
follow-saved = ✓ <b>Вы следите за этим сюжетом.</b> Напишу сюда, когда появится что-то новое.
follow-no-story = <b>Такого сюжета здесь пока нет.</b> Зато я могу следить за новыми статьями:
follow-press = Вы пишете от имени группы. Чтобы следить за этим сюжетом, нажмите <b>Следить</b>:
follow-entry = <b>Вы следите:</b> { $query }
follow-name = Сюжет: { $title }
follow-why = Сюжет, за которым вы следите: { $title }
follow-ends = Прекратится само через { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
  } без новостей.
follow-ended = <b>Ничего нового уже { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
  }.</b> Я больше не слежу за этим сюжетом.
alert-reports-follow-now = Каждый раз присылает новое сообщение.
alert-reports-update = Обновляет одно сообщение.
mode-follow-now = Новые сообщения
mode-update = Одно, с обновлениями
development-origin = Новый независимый источник: <b>{ $name }</b>
development-figures = Новые цифры: <b>{ $name }</b>
development-correction = Исправлено, { $source }: { $name }
development-withdrawal = Отозвано, { $source }: { $name }
development-speaker = Первое высказывание: <b>{ $name }</b>
publisher-muted = Статьи издания { $publisher } теперь скрыты. Изменить: /settings.
command-unsubscribe_all = Удалить все оповещения в этом чате
unsubscribe-all = Удалить { $count ->
    [one] { $count } оповещение
    [few] { $count } оповещения
    [many] { $count } оповещений
   *[other] { $count } оповещения
  } в этом чате? Сначала пришлю файл с резервной копией; восстановить можно через /import.
all-deleted = Удалено: { $count ->
    [one] { $count } оповещение.
    [few] { $count } оповещения.
    [many] { $count } оповещений.
   *[other] { $count } оповещения.
  }
nothing-deleted = Ничего не удалено.
command-export = Экспортировать оповещения и настройки в файл
export-caption = { $count ->
    [one] { $count } оповещение
    [few] { $count } оповещения
    [many] { $count } оповещений
   *[other] { $count } оповещения
  } и настройки этого чата. Восстановить: /import.
command-import = Импортировать оповещения и настройки из файла
import-ask = Ответьте файлом из /export (до 1 МБ).
import-unfit = Это не экспорт newsbot: ошибка в { $place }.
import-done = Импортировано оповещений: { $saved } из { $all }, и настройки. Посмотреть: /subscriptions.
command-privacy = Что я о вас храню и как это удалить
command-forget_me = Удалить всё обо мне
forget-me = Это удалит всё, что я о вас храню: ваши оповещения во всех чатах, присланные ими уведомления, ваши настройки и данные кнопок в этом чате. Отменить это нельзя. Если нужна копия, сначала отправьте /export.
forgotten = Готово. Удалены ваши оповещения ({ $alerts }), их уведомления ({ $messages }), ваши настройки и всё остальное о вас.
only-in-private = Отправьте это в нашем личном чате.
command-status = Уведомления в очереди для этого чата
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
status-nothing = Очередь пуста.
status-waiting = В очереди до { $until }: { $count }.
status-held = В очереди до { $until } (лимит Telegram): { $count }.
status-suspended = Задержано: { $count }, потому что я не могу писать сюда: { $reason }
status-updates = Некоторые сообщения боту ждут ответа с { $since }.
command-outbox = Уведомления в очереди для всех чатов (для операторов)
operators-only = Это могут делать только операторы бота.
outbox = <b>Исходящие</b>: в очереди { $waiting }, отложено { $postponed }, приостановлено { $suspended }, не доставлено { $failed }, отправлено { $sent }.
outbox-oldest = Самое просроченное: { $at }.
outbox-none-due = К отправке ничего нет.
outbox-rate = Отправлено за последний час: { $count }.
outbox-postponed = • отложено { $count }: { $reason }
outbox-suspended = • приостановлено { $count }: { $reason }
outbox-given-up = • не доставлено { $count }: { $reason }
command-settings = Часовой пояс, тихие часы, сводки, языки, издания
command-lang = Язык, на котором я здесь общаюсь
lang-title = <b>На каком языке мне здесь общаться?</b> Это касается кнопок, сообщений и команд. Статьи остаются на своём языке.
lang-unknown = Я не знаю языка «{ $word }». Выберите один из этих:
lang-automatic = Как в приложении Telegram
lang-chosen = ✓ Здесь теперь: <b>{ $name }</b>.
command-prefer = Показывать версию издания первой
command-mute = Скрыть издание
settings-title = <b>Настройки этого чата</b>
settings-lent = ✓ <b>{ $channel }</b> теперь использует ваши настройки:
settings-zone = Часовой пояс: { $zone }
settings-no-zone = Часовой пояс: не задан (используется UTC)
settings-quiet = Тихие часы: { $hours }
settings-digest = Сводки: в { $time }; еженедельная — { $weekday }
settings-breaking = Срочные новости (три независимых источника за час) даже в тихие часы: { $state }
settings-languages = Языки статей: { $languages }
settings-calendar = Календарь: { $calendar }
calendar-solar = солнечная хиджра
calendar-gregorian = григорианский
settings-publishers = Издания: предпочтительных { $preferred }, скрытых { $muted }
setting-zone = Часовой пояс
setting-quiet = Тихие часы
setting-digest = Сводки
setting-breaking = Срочные: вкл/выкл
setting-languages = Языки
setting-calendar = Календарь
setting-publishers = Издания
publishers =
    <b>Издания</b>
    Предпочтительные: { $preferred }
    Скрытые: { $muted }

    <code>/prefer имя</code> показывает версию издания первой; <code>/mute имя</code> скрывает издание. Нажмите кнопку, чтобы убрать издание из списка.
zone-ask = Где вы находитесь? Ответьте названием города или страны или поделитесь геопозицией через 📎.
zone-unknown = Я не знаю «{ $words }». Попробуйте большой город поблизости или часовой пояс, например Europe/Istanbul.
zone-like = Возможно, вы имели в виду { $names }?
publisher-unknown = Я не знаю издания «{ $words }».
quiet-ask = Ответьте, когда у вас тихие часы, например <code>22:30-7</code>
quiet-off = нет
digest-ask = Ответьте, в какое время присылать сводки, например <code>7:45</code>
languages-all = все языки
on = вкл.
off = выкл.
button-change = Изменить
button-delete = Удалить
button-delete-all = Удалить { $count }
button-undo = Отменить
button-mode = Расписание
button-differences-on = ⚖ Расхождения: да ✓
button-differences-off = ⚖ Расхождения: нет
button-edit = Изменить
button-share = Поделиться
button-cite = Скопировать цитату
button-feed = Как лента
button-story-page = Страница сюжета
button-list = Все оповещения
button-other = Другое…
button-fewer = Показывать меньше такого
button-no-publisher = Скрыть { $publisher }
button-daily-instead = Лучше ежедневной сводкой
button-narrow = Изменить слова
button-forget = Удалить всё обо мне

feed-gone-note = Лента <b>{ $name }</b> отключена: сервер сообщает, что её больше нет. { $url }
command-feeds = Ленты новостей: состояние, добавить, приостановить, убрать (для операторов)
feeds = <b>Ленты новостей</b>: { $count }
feeds-none = Лент пока нет. Отправьте /feeds и адрес, и я проверю, что там.
feed-success = последняя загрузка { $at }
feed-never = ещё не загружалась
feed-pace = статей в день: { $items }
feed-failures = { $count ->
    [1] 1 сбой
    [one] { $count } сбой подряд
    [few] { $count } сбоя подряд
    [many] { $count } сбоев подряд
   *[other] { $count } сбоя подряд
  }
feed-paused = приостановлена
feed-switched-off = отключена, больше не существует
button-feed-add = Добавить ленту
button-feed-test = Проверить
button-feed-remove = Убрать
feed-ask = Ответьте адресом ленты или страницы со ссылками на её ленты.
feed-looking = Проверяю { $url }…
feed-trial = <b>{ $title }</b>. Записей: { $entries }, из них только анонсы: { $teasers }.
feed-trial-newest = Самая новая: { $at }.
feed-trial-bad = По адресу { $url } ленты нет: { $problem }.
feed-trial-named = На этой странице есть ссылки на ленты. Отправьте одну из строк:
feed-added = Добавлена. Статьи, которые уже есть в ленте, не вызывают оповещений; новые — вызывают.
feed-known = Эта лента уже добавлена.
feed-remove-ask = Убрать <b>{ $name }</b>? Её статьи останутся в поиске.
feed-missing = Эта лента уже убрана.
report-ask = <b>Что не так с источниками этого сюжета?</b> Операторы бота увидят вашу жалобу и ваш ID в Telegram.
button-report-outlet = Издание указано неверно
button-report-origin = Первоисточник неверен
button-report-event = Это разные события
report-filed = Спасибо. Операторы бота её рассмотрят.
report-changed = Вы уже жаловались на этот сюжет, поэтому я обновил вашу жалобу.
report-too-many = Достигнут предел на сегодня, жалоб: { $most }. Спасибо.
command-reports = Жалобы на неверные источники (для операторов)
reports = <b>Жалобы на неверные источники</b>: { $count ->
    [one] { $count } сюжет
    [few] { $count } сюжета
    [many] { $count } сюжетов
   *[other] { $count } сюжета
  }. Нажмите номер, чтобы увидеть текст, по которому определены источники, или ✓, чтобы закрыть жалобу.
reports-none = Открытых жалоб нет.
reports-note = Новые жалобы на неверные источники: { $count }. См. /reports.
report-gone = Эта статья больше недоступна.
report-says-outlet = неверное издание: { $count }
report-says-origin = неверный первоисточник: { $count }
report-says-event = разные события: { $count }
report-by = Первая жалоба { $at }, от { $people }
report-receipts = <b>Источники и текст, по которому они определены</b>
button-report-done = ✓ Готово
command-suggest = Предложить ленту новостей
command-suggestions = Ленты, которые предлагают пользователи (для операторов)
suggest-how = Какой ленты не хватает? Пришлите её адрес или адрес страницы со ссылками на её ленты: <code>/suggest https://site.example/feed</code>. Решают операторы бота.
suggest-nobody = У этого бота нет операторов, которые могли бы добавить ленту.
suggest-queued = Спасибо! <b>{ $title }</b> работает. Я передал её операторам бота и сообщу, что они решат.
suggest-waiting = Эту ленту уже предлагали.
suggest-too-many = Пока достигнут предел предложений: { $most }. Спасибо.
suggest-full = Сейчас рассмотрения ждёт слишком много предложений. Попробуйте позже.
suggest-approved = Предложенная вами лента добавлена: <b>{ $title }</b>. Через несколько минут её статьи появятся здесь.
suggest-declined = Операторы бота решили не добавлять предложенную вами ленту: <b>{ $title }</b>.
suggestions = <b>Предложенные ленты</b>: { $count }. ✓ добавляет ленту, ✗ отклоняет.
suggestions-none = Предложений нет.
suggestion-note = <b>Предложенная лента</b>
suggestion-by = Предложил { $person }, { $at }
suggestion-approved = ✓ Добавлена: <b>{ $title }</b>
suggestion-declined = ✗ Отклонена: <b>{ $title }</b>
suggestion-gone = Этого предложения больше нет.
button-approve = ✓ Добавить
button-decline = ✗ Отклонить

command-reload = Перезагрузить корпус (для операторов)
command-rejects = Файлы и записи, которые не удалось импортировать (для операторов)
reload-begun = <b>Перезагрузка</b>: просматриваю файлы…
reload-progress = <b>Перезагрузка</b>: { $stage ->
    [looking] просматриваю файлы
    [reading] читаю изменённые файлы ({ $share } %)
    [checking] проверяю и выполняю пробные поиски
   *[switching] переключаюсь
}{ $remaining ->
    [unknown] .
   *[other] , осталось около { $remaining }.
}
    До её завершения ответы даются по текущему корпусу.
reload-counts = +{ $added } −{ $removed } ~{ $changed } изменено, без изменений: { $unchanged }{ $duplicates ->
    [0] {""}
   *[other] , повторов: { $duplicates }
}{ $expired ->
    [0] {""}
   *[other] , слишком старых: { $expired }
}
reload-rejected = Отклонено { $count }: { $reason } ({ $where })
reload-more-reasons = … и других причин: { $count }; полный список — в приложенном файле
reload-is-live = <b>Перезагружено</b> за { $seconds }.
reload-is-unchanged = <b>Без изменений</b>: корпус уже соответствует папке. Заняло { $seconds }.
reload-is-failed = <b>Перезагрузка не удалась</b>: { $reason }. Корпус не изменился.
reload-is-undone = <b>Отменено</b>: корпус снова такой, как до этой перезагрузки. Перезапуск не вернёт изменения, /reload вернёт.
reload-is-settled = <b>Перезагружено</b>. Более поздняя перезагрузка уже заменила эту.
reload-running = Перезагрузка уже идёт (начата в { $since }).
reload-undoing = Перезагрузка отменяется. Подождите немного.
reload-done-with = Эту перезагрузку нельзя отменить: она уже отменена или её заменила более поздняя.
reload-is-staging = <b>Перезагрузка</b> идёт.
reload-alerts-send = Оповещения о новых статьях ({ $count }) уже отправляются.
reload-alerts-ask = Новых статей в корпусе { $share } %, под оповещения подходят { $count }. Отправить эти оповещения?
reload-alerts-quiet = Оповещения о новых статьях ({ $count }) не отправлены.
button-quietly = Без оповещений
button-send-alerts = Отправить оповещения
reload-details = <b>Изменения этой перезагрузки</b>
reload-details-part = { $kind ->
    [added] Добавлено
    [changed] Изменено
   *[removed] Удалено
}, { $count }:
and-more = … и ещё { $count }
rejects = <b>Отклонённое</b>: { $count ->
    [0] при последнем импорте ничего.
    [one] не удалось импортировать { $count } файл или запись.
    [few] не удалось импортировать { $count } файла или записи.
    [many] не удалось импортировать { $count } файлов или записей.
   *[other] не удалось импортировать { $count } файла или записи.
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
command-stats = Корпус, индекс, память, время ответа, исходящие (для операторов)
stats-corpus = <b>Корпус</b>: статей: { $articles }, из них примеров: { $samples }; самая новая: { $newest }
stats-reload = Последняя перезагрузка: { $state ->
    [staging] идёт
    [undone] отменена
    [unchanged] без изменений
    [failed] не удалась
   *[done] выполнена
  }; начата { $at }
stats-index = <b>Индекс</b>: статей: { $articles }, термов: { $terms }, сегментов: { $segments }, { $disk } МБ на диске; изменение { $number }, отставание { $behind }
stats-memory = <b>Память</b>: { $memory } МБ
stats-latency = <b>Время ответа</b>, последние ответы ({ $count }): медиана { $median } мс, p95 { $p95 } мс, p99 { $p99 } мс
stats-no-latency = <b>Время ответа</b>: с момента запуска ответов не было

# Why something went wrong. These follow a colon: no capital letter, no full stop.
why-said = { $words }
why-bug = ошибка в самом newsbot ({ $error })
why-no-words = не содержит слов
why-unreadable = не удаётся прочитать ({ $words })
why-file-name = имя файла не в UTF-8; переименуйте файл
why-format = формат { $suffix } не поддерживается; поддерживаются { $known }, каждый также в виде { $packed }
why-gzip = сжатые данные повреждены ({ $words })
why-large = больше { $megabytes } МБ
why-line-long = строка длиннее { $most } байт
why-json-large = слишком большой для .json; используйте файл .jsonl, по одной записи в строке
why-json = некорректный JSON ({ $words })
why-record = это не запись с именованными полями
why-field-missing = нет поля «{ $field }»
why-field = неверное поле «{ $field }» ({ $words })
why-xml = некорректный XML ({ $words })
why-xml-empty = некорректный XML: нет корневого элемента
why-doctype = объявлены DOCTYPE или сущности, что запрещено из соображений безопасности
why-no-records = ни лента, ни статьи: нет элементов с именем { $names }
why-no-feed = это не лента (RSS, Atom или JSON Feed)
why-feed-broken = лента слишком повреждена, прочитать не удалось ({ $error })
why-feed-empty = в ленте нет записей
why-feed-cut = лента больше { $megabytes } МБ: прочитано только начало
why-feed-long = в ленте записей: { $all }; прочитаны только самые новые, их { $read }
why-no-opml = это не список лент OPML: ни у одного outline нет адреса http(s) в xmlUrl
why-no-article = статья на странице не найдена
why-second-text = «{ $title }»: ID { $id } уже занят другим текстом в { $first }; измените один из них
why-status = сервер ответил { $status }
why-gone = сервер сообщает, что этого больше нет (410)
why-robots = запрещено в robots.txt сайта
why-redirects = больше { $most } перенаправлений
why-not-public = адрес не общедоступный
why-no-address = это не веб-адрес (http:// или https://)
why-password = адреса с паролем не загружаются
why-address-long = адрес длиннее { $most } символов
why-packed = неожиданный вид сжатия { $packing }
why-no-connection = нет соединения
why-no-answer = нет ответа за отведённое время
why-slow = нет полного ответа за { $seconds } с
why-broken-off = соединение прервано ({ $error })
why-no-folder = папка { $folder } не существует
why-stopping = бот завершает работу
why-stopped = бот остановлен до завершения
why-drop = будет удалено статей: { $removed } из { $before }, больше { $share } %. Если так и задумано: <code>/reload anyway</code> или <code>newsbot reload --anyway</code>
why-smoke = пробные поиски не прошли: по заголовкам найдено новых статей: { $found } из { $asked }
why-nothing-left = оповещение или его статьи удалены
why-dropped = отброшено при восстановлении из резервной копии
why-turn = ожидает своей очереди
why-not-invited = нет в списке NEWSBOT_ALLOWED_IDS
why-blocked = бот здесь заблокирован
why-deactivated = аккаунт удалён
why-kicked = бота больше нет в чате
why-no-chat = чат больше не существует
why-not-begun = пользователь ещё не запустил бота
why-no-rights = у бота нет права писать туда
why-flood = ограничение Telegram на частоту сообщений
why-lost = нет связи с Telegram ({ $words })
why-telegram = Telegram говорит: { $words }

page-story = Сюжет и источники
page-original = Читать статью
page-verbatim = Каждое предложение приведено дословно из статьи. Ничего не пересказано и не сгенерировано.
page-where = Кто у кого взял
page-graph = Закрашено: источник сообщения. Соединено с ним: издания, которые его передали.
page-nameless = источник не назван
page-timeline = Что добавило каждое издание
page-differ = В чём издания расходятся
page-later = Как менялись цифры
page-corrected = Исправления
page-languages = На других языках
page-share = Поделиться в Telegram
page-gone = Этого сюжета в архиве нет или больше нет.
