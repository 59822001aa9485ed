# Усе, що каже бот. Значення в { } надходять уже екранованими там, де повідомлення — HTML.

start =
    <b>Запитайте, що сталося.</b> Я шукаю в новинних статтях і відповідаю реченнями, наведеними дослівно: хто їх сказав, хто опублікував і звідки їх узяло це видання.

    Надішліть запитання, посилання або абзац, джерело якого хочете знайти.
start-example-1 = страйк у порту
start-example-2 = Хто повідомив про повінь?
help =
    <b>Як питати</b>
    Надішліть кілька слів, наприклад <code>{ $example }</code>, і я знайду найвідповідніші статті. Можна також писати:
    • <code>"точні слова"</code> · <code>-без</code> · <code>це OR те</code> · <code>початок*</code>
    • <code>{ $source }</code> · <code>by:імʼя</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · минулого тижня · з жовтня
    Вставте посилання або абзац, щоб побачити, хто це опублікував і хто ще про це пише. Відредагуйте запитання — відповідь оновиться. Дайте відповідь /ask на будь-яке повідомлення чи процитовану частину, щоб дізнатися, хто це каже.

    <b>Команди</b>
    { $commands }

    У групах пишіть /ask, згадайте мене або відповідайте на мої повідомлення. У будь-якому іншому чаті наберіть <code>{ $bot }</code> і запитання.
help-operators = <b>Для операторів</b>
bot-description = Запитайте, що сталося, і я відповім реченнями з новинних статей, наведеними дослівно: хто їх сказав, хто опублікував і звідки їх узяло це видання. Стежте за темою через /subscribe і дізнавайтеся про кожну подію один раз.
bot-description-short = Новини дослівно: хто це каже, хто опублікував і звідки взяв.
command-start = Що я вмію
command-help = Як питати, і всі команди
command-ask = Поставити запитання (у групах)
command-latest = Останні статті, можна на тему
command-top = Головні новини дня, тижня чи місяця
top-title = <b>Головні новини</b> · { $period }
top-title-topic = <b>Головні новини</b> на тему «{ $topic }» · { $period }
top-nearest = За той час, про який ви питали, новин немає. Ось найближчі:
top-nothing-newer = Новішого в мене немає:
top-nothing-topic = Жодна стаття не стосується «{ $topic }».
top-hidden = Налаштування цього чату (/settings) приховують усі статті, які я міг би показати. Перевірте мови статей і приховані видання.
top-period-24 = останні 24 години
top-period-168 = останні 7 днів
top-period-720 = останні 30 днів
top-period-all = за весь час
arrivals = { $count ->
    [one] Відтоді <b>{ $count } нова стаття</b>:
    [few] Відтоді <b>{ $count } нові статті</b>:
    [many] Відтоді <b>{ $count } нових статей</b>:
   *[other] Відтоді <b>{ $count } нової статті</b>:
  }
arrivals-least = { $count ->
    [one] Відтоді <b>щонайменше { $count } нова стаття</b>:
    [few] Відтоді <b>щонайменше { $count } нові статті</b>:
    [many] Відтоді <b>щонайменше { $count } нових статей</b>:
   *[other] Відтоді <b>щонайменше { $count } нової статті</b>:
  }
arrivals-none = Відтоді нічого нового.
button-arrivals = Що нового?
command-trends = Графік: як часто писали на тему
command-timeline = Хронологія події
command-about = Що є в архіві

ask-for-words = Скажіть, що шукати: імʼя, місце або подію. Наприклад: { $example }
no-words = Тут немає слів. Надішліть імʼя, місце або подію.
greeting-hello = Вітаю! Запитайте про людину, місце чи подію, наприклад { $example }. Докладніше: /help.
greeting-thanks = Будь ласка! Питайте ще, наприклад { $example }. Що я ще вмію: /help.
only-words = Я читаю лише текст, а не голосові повідомлення, фото чи відео. Напишіть, що хочете дізнатися, наприклад { $example }, або вставте посилання чи абзац.
guest-how = Дайте відповідь на повідомлення і згадайте мене: я скажу, у яких статтях є ці слова і звідки вони. Або поставте запитання після мого імені.
button-ask-bot = Запитати мене ще
last-page = Це все, що я маю на цю тему. Торкніться номера вгорі, щоб прочитати більше зі статті.
unknown-command = Я не знаю такої команди. Список — у /help. Усе інше я вважаю запитанням.
query-error = Не можу прочитати запитання (символ { $position }): { $problem }
too-fast = Забагато запитів одразу. Зачекайте { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунди
    [many] { $seconds } секунд
   *[other] { $seconds } секунди
  } і спробуйте ще раз.
not-invited = Цей бот приватний. Щоб отримати доступ, надішліть його операторові свій id: { $id }
privacy =
    <b>Що я зберігаю</b>
    • <b>У цьому чаті</b>: ваші запитання і повідомлення, джерело яких ви шукаєте, доки працюють кнопки під відповідями (30 днів); яке повідомлення на яке відповідає; ваші сповіщення й налаштування, доки ви їх не видалите; повідомлення, які вони надіслали.
    • <b>Про вас</b>: ваш id у Telegram і мову застосунку. Крім повідомлень, на які я саме відповідаю, — ані імені, ані номера телефону, ані контактів.
    • <b>У групах</b>: те саме для групи, і хто зберіг кожне сповіщення.
    • <b>Скарги на хибні джерела</b>: подію, що, на вашу думку, не так, і ваш id у Telegram, доки оператор їх не розгляне.
    • <b>Стрічки, які ви пропонуєте</b>: адресу та ваш id у Telegram, доки не мине 30 днів після рішення оператора.
    • <b>Повідомлення, на які я відповідаю</b>: такими, як їх надсилає Telegram, з вашим імʼям, до відповіді, зазвичай менше секунди. Потім, два дні, лише числа (чату, повідомлення й відповіді) і контрольну суму.
    • <b>Згадки в чатах, де мене немає</b>: Telegram надсилає мені лише це повідомлення і те, на яке воно відповідає. Мою відповідь бачать усі в чаті; я не зберігаю ні повідомлень, ні відомостей про учасників.
    • <b>Вбудовані запити</b> не зберігаються. Нічого з написаного вами немає в журналах. Ніщо не передається нікому, крім Telegram, який доставляє повідомлення.

    /export надсилає вам сповіщення й налаштування у файлі. /forget_me негайно видаляє все про вас, зокрема й із файлу бази даних. Резервні копії, зроблені оператором бота, видаляє він сам.
privacy-judgements = <b>👍 і 👎</b>: оператор цього бота зберігає вашу оцінку з вашим id у Telegram, запитанням, показаними статтями й реченнями, щоб перевіряти відповіді. /forget_me видаляє й це.
judgement-kept = Дякую! Ваша оцінка допомагає перевіряти відповіді. Див. /privacy
judgement-off = Оцінки тут більше не зберігаються.
expired = Цьому повідомленню понад 30 днів, тож його кнопки вже не працюють. Запитайте ще раз.
failed = У мене щось пішло не так; помилку записано. Спробуйте ще раз.
search-unavailable = Пошук зараз недоступний. Спробуйте ще раз за хвилину.

problem-common = ці слова надто поширені для пошуку; додайте точніше.
problem-bracket-open = незакрита дужка на місці { $position }; я закрив її в кінці.
problem-bracket-closed = зайва закрита дужка на місці { $position }; я її пропустив.
problem-quote = лапка без пари на місці { $position }; я її пропустив.
problem-or = OR потребує слова з кожного боку.
problem-not = NOT потребує слова після себе.
problem-field = я не знаю поля <code>{ $field }:</code> на місці { $position }; я шукав слова після нього.
problem-deep = забагато вкладених дужок.
problem-empty = нічого немає після <code>{ $field }:</code> на місці { $position }; я це пропустив.
problem-date = <code>{ $field }:{ $value }</code> на місці { $position } — не дата, яку я розпізнаю; я її пропустив. Пишіть так: <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> закоротке: напишіть щонайменше { $letters } літери перед *.
problem-long = я взяв лише перші { $words } слів.
article-gone = Цієї статті вже немає. Запитайте ще раз.
article-unquotable = У цій статті вже немає речень для цитування. Запитайте ще раз.

not-understood = Я не зрозумів частини: { $problem }
searched-instead = Результати для <b>{ $instead }</b> замість «{ $word }».
searched-also = Я шукав також: { $words }
credit = — { $label }
credit-via = { $speaker }, за даними { $outlet }
cites = посилається на { $outlets }
by = автор: { $author }
undated = без дати
about-date = дата приблизна
story-size = { $outlets ->
    [one] { $outlets } видання
    [few] { $outlets } видання
    [many] { $outlets } видань
   *[other] { $outlets } видання
  }, { $origins ->
    [one] { $origins } незалежне джерело
    [few] { $origins } незалежні джерела
    [many] { $origins } незалежних джерел
   *[other] { $origins } незалежного джерела
  }
story-size-unknown = { $articles ->
    [one] { $articles } стаття невідомого походження
    [few] { $articles } статті невідомого походження
    [many] { $articles } статей невідомого походження
   *[other] { $articles } статті невідомого походження
  }
other-outlets = +{ $outlets ->
    [one] { $outlets } видання
    [few] { $outlets } видання
    [many] { $outlets } видань
   *[other] { $outlets } видання
  }, { $origins ->
    [one] { $origins } джерело
    [few] { $origins } джерела
    [many] { $origins } джерел
   *[other] { $origins } джерела
  }
source-unknown = видання невідоме
notice-samples = Приклади статей, вигадані для знайомства з ботом.
notice-stale = Найновіша стаття тут — від { $newest }, тож мені може бракувати свіжих новин.
notice-unreachable = З { $since } немає звʼязку: { $feeds }. Мені може бракувати свіжих новин.
notice-cut = Запитання задовге: я взяв лише перші { $length } символів.
notice-language = Тут немає статей цією мовою: { $absent }. Є статті { $count ->
    [1] такою мовою
   *[other] такими мовами
  }: { $languages }; щоб шукати в них, питайте { $count ->
    [1] тією мовою
   *[other] однією з цих мов
  }.
notice-letters = Пошук знаходить лише статті, написані тією самою абеткою. Є також статті { $count ->
    [1] такою мовою
   *[other] такими мовами
  }: { $languages }; щоб шукати в них, питайте { $count ->
    [1] тією мовою
   *[other] однією з цих мов
  }.
notice-more-languages = { $languages } та інші

nothing = <b>Нічого не знайдено.</b>
nothing-unknown = Жодна стаття не згадує { $words }.
not-about = <b>Тут ніщо не охоплює всього цього.</b>
closest = Найближчі статті:
other-time = <b>За той час нічого немає.</b> Найближчі:
less-close = { $count ->
    [one] { $count } менш доречний результат ▸
    [few] { $count } менш доречні результати ▸
    [many] { $count } менш доречних результатів ▸
   *[other] { $count } менш доречного результату ▸
  }
below-cut = Менш доречні:
follow-up = Продовження до «{ $previous }»
quoted-word = «{ $word }»
nothing-period = { $count ->
    [one] { $count } стаття відповідає запиту поза вибраним часом.
    [few] { $count } статті відповідають запиту поза вибраним часом.
    [many] { $count } статей відповідають запиту поза вибраним часом.
   *[other] { $count } статті відповідають запиту поза вибраним часом.
  }
nothing-filters = { $count ->
    [one] { $count } стаття має ці слова, але не проходить ваших фільтрів.
    [few] { $count } статті мають ці слова, але не проходять ваших фільтрів.
    [many] { $count } статей мають ці слова, але не проходять ваших фільтрів.
   *[other] { $count } статті мають ці слова, але не проходять ваших фільтрів.
  }
nothing-left-out = Статті, приховані налаштуваннями цього чату (/settings): { $count }.
nothing-suggest = Можливо, ви мали на увазі:
nothing-corpus = { $articles ->
    [0] Статей ще немає.
    [one] Я шукав у { $articles } статті; найновіша — від { $newest }.
    [few] Я шукав у { $articles } статтях; найновіша — від { $newest }.
    [many] Я шукав у { $articles } статтях; найновіша — від { $newest }.
   *[other] Я шукав у { $articles } статтях; найновіша — від { $newest }.
  }

pasted-found = <b>Цей текст — з [1].</b> Нижче: хто ще про це пише, потім схожі статті.
pasted-nearest = <b>Такого тексту в мене немає.</b> Найсхожіші статті:
pasted-unknown-link = <b>Такої сторінки в мене немає.</b> Вставте абзац із неї, і я пошукаю, хто ще про це пише.
pasted-nothing = <b>У мене немає нічого схожого на цей текст.</b>
pasted-carried = <b>{ $count ->
    [one] { $count } стаття має ці слова:
    [few] { $count } статті мають ці слова, від найдавнішої:
    [many] { $count } статей мають ці слова, від найдавнішої:
   *[other] { $count } статті мають ці слова, від найдавнішої:
  }</b>
pasted-carried-in-part = <b>{ $count ->
    [one] { $count } стаття має частину цього:
    [few] { $count } статті мають принаймні частину цього:
    [many] { $count } статей мають принаймні частину цього:
   *[other] { $count } статті мають принаймні частину цього:
  }</b>
pasted-not-carried = <b>Жодна стаття не має цих слів.</b> Найсхожіші:

card-focused = Про ваше запитання:
card-gist = Стисло:
card-empty = У цій статті немає речень для цитування.
context-place = Речення { $number } з { $of } у стислому викладі, в його контексті:
similar = <b>Схожі на</b> { $title }
similar-none = Схожих статей немає.
outlets = <b>Хто про це писав і звідки взяв</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>Що додало кожне видання</b>, спершу найновіше
story-repeats = повторює { $outlet }
story-repeats-itself = повторює саме себе
story-more = … і ще { $count ->
    [one] { $count } нове речення
    [few] { $count } нові речення
    [many] { $count } нових речень
   *[other] { $count } нового речення
  }

history-how = Про що? Наприклад: <code>{ $command } { $example }</code>. Тут діють і правила пошуку з /help.
history-nothing = <b>Збігів немає.</b> Жодна стаття з датою не має всіх цих слів.
pictures-missing = Без графіка: на цьому сервері немає matplotlib.
trend-articles = { $articles ->
    [one] { $articles } стаття
    [few] { $articles } статті
    [many] { $articles } статей
   *[other] { $articles } статті
  }
trend-day = за днями
trend-week = за тижнями
trend-month = за місяцями
trend-peak-day = Найбільше: { $count }, { $when }
trend-peak-week = Найбільше: { $count }, тиждень від { $when }
trend-peak-month = Найбільше: { $count }, { $when }
trend-others = { $count ->
    [one] ще { $count }
    [few] ще { $count }
    [many] ще { $count }
   *[other] ще { $count }
  }
trend-undated = { $count ->
    [one] Ще { $count } стаття без дати.
    [few] Ще { $count } статті без дати.
    [many] Ще { $count } статей без дати.
   *[other] Ще { $count } статті без дати.
  }
timeline-stories = { $stories ->
    [one] { $stories } подія
    [few] { $stories } події
    [many] { $stories } подій
   *[other] { $stories } події
  }
timeline-some = найдоречніші: { $shown } із { $stories } подій
timeline-origins = { $origins ->
    [one] { $origins } джерело
    [few] { $origins } джерела
    [many] { $origins } джерел
   *[other] { $origins } джерела
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] { $articles } стаття
        [few] { $articles } статті
        [many] { $articles } статей
       *[other] { $articles } статті
    }; найновіша — від { $newest }.
    Видань: { $publishers }

    Відповіді впорядковано за BM25, статті наведено дослівно. Нічого не переписано й не згенеровано.
about-samples = { $samples ->
    [one] { $samples } з них — приклад, вигаданий для знайомства з ботом.
    [few] { $samples } з них — приклади, вигадані для знайомства з ботом.
    [many] { $samples } з них — приклади, вигадані для знайомства з ботом.
   *[other] { $samples } з них — приклади, вигадані для знайомства з ботом.
  }
about-empty = Статей ще немає.

button-previous = ◀
button-next = ▶
button-page = Сторінка { $page }/{ $pages }
button-more = Більше ▸
button-filter = Фільтр
button-options = Опції
button-exact = Шукати саме «{ $word }»
button-relevance = Доречність
button-newest = Найновіші
button-chosen = • { $label }
button-period-24 = 24 год
button-period-168 = 7 дн.
button-period-720 = 30 дн.
button-period-all = Усі
button-context = У контексті
button-source = Читати статтю ↗
button-similar = Схожі статті
button-outlets = Інші видання
button-report-source = Хибне джерело?
button-back = ‹ Назад
inline-none = Нічого не знайдено. Відкрийте чат зі мною, щоб дізнатися більше

command-follow = Стежити за подією
command-subscribe = Створити сповіщення про нові статті
command-subscriptions = Мої сповіщення
command-unsubscribe = Видалити сповіщення
subscribe-how = За чим стежити? Наприклад: <code>/subscribe { $example }</code>. Стаття має містити всі слова, якщо не написати OR. Тут діють і правила пошуку з /help.
    Щоб публікувати у своєму каналі, напишіть спершу канал, у нашому приватному чаті: <code>/subscribe @channel { $example }</code>
alert-admins-only = Змінювати сповіщення групи можуть лише її адміністратори.
alert-preview = <b>Нове сповіщення</b>: <code>{ $query }</code>
alert-found = Збігів за останні 7 днів: { $articles ->
    [0] немає.
    [one] { $articles } стаття.
    [few] { $articles } статті, подій: { $stories }.
    [many] { $articles } статей, подій: { $stories }.
   *[other] { $articles } статті, подій: { $stories }.
  }
alert-rate-day = Повідомлень на день: приблизно { $count }.
alert-rate-week = Чекайте приблизно { $count ->
    [one] { $count } повідомлення
    [few] { $count } повідомлення
    [many] { $count } повідомлень
   *[other] { $count } повідомлення
  } на тиждень.
alert-ever = Збігів раніше: { $count ->
    [one] { $count } стаття.
    [few] { $count } статті.
    [many] { $count } статей.
   *[other] { $count } статті.
  }
alert-nothing = ⚠ Досі жодна стаття не відповідала. Можна зберегти й так.
alert-wide = ⚠ Це дуже широко. Додайте слово, візьміть вислови в "лапки" або виберіть щоденне зведення.
alert-everything = Цьому відповідає майже кожна стаття. Додайте обовʼязкове слово.
alert-only-common = Ці слова надто поширені для пошуку, тож сповіщення ніколи не спрацює. Додайте імʼя або рідше слово.
alert-instead = → <code>{ $query }</code> знаходить { $count ->
    [one] { $count } статтю.
    [few] { $count } статті.
    [many] { $count } статей.
   *[other] { $count } статті.
  }
alert-mistyped = ⚠ Жодна стаття не згадує «{ $word }». Можливо, { $instead }?
alert-common = ⚠ «{ $word }» є в половині статей, тож майже не звужує пошуку.
alert-fired = Воно знайшло б статей із тієї відповіді: { $fired } із { $shown }.
alert-not-fired = ⚠ Воно не знайшло б жодної статті тієї відповіді, тож може пропустити цю подію.
button-wider = Узяти «{ $query }»
alert-saved = ✓ <b>Збережено.</b> Я напишу сюди, коли нова стаття відповідатиме: один раз про кожну подію, відсьогодні.
alert-paused = Призупинено.
alert-muted = Без звуку до { $until }.
alert-deleted = Видалено <code>{ $query }</code>
alert-cancelled = Скасовано. Нічого не збережено.
alert-gone = Це сповіщення видалено.
alert-too-many = Ви досягли межі: { $most ->
    [one] { $most } сповіщення
    [few] { $most } сповіщення
    [many] { $most } сповіщень
   *[other] { $most } сповіщення
  }. Спершу видаліть якесь: /subscriptions
alert-why = Сповіщення <code>{ $query }</code>, збіг: { $reasons }
alerts-none = У цьому чаті ще немає сповіщень. Надішліть /subscribe і кілька слів або торкніться 🔔 під відповіддю.
alerts-title = <b>Сповіщення в цьому чаті</b> ({ $count })
unsubscribe-how = Яке? Наприклад: <code>/unsubscribe 2</code>
button-alert = 🔔 Сповіщення
button-save = Зберегти
button-cancel = Скасувати
button-pause = Призупинити
button-resume = Відновити
button-mute = Тиша 24 год
alert-corrected = ✎ Виправлено після мого першого повідомлення.
alert-withdrawn = <s>{ $title }</s>
    Цю статтю відкликано. Сповіщення <code>{ $query }</code>
alert-withdrawn-other = Спершу я надіслав цю подію зі статтею, яку потім відкликали: { $title }
digest-title = <b>Подій за вашими сповіщеннями: { $count }</b>
digest-corrected = виправлено

alert-entry = <b>Сповіщення</b> <code>{ $query }</code>
alert-reports-now = Надсилає одразу.
alert-reports-hourly = Надсилає зведення щогодини, о рівній годині.
alert-reports-daily = Надсилає щоденне зведення о { $time } ({ $zone }).
alert-reports-weekly = Надсилає щотижневе зведення: { $weekday }, о { $time } ({ $zone }).
alert-reports-briefing = Надсилає головні новини щодня о { $time } ({ $zone }).
briefing-name = Головні новини
briefing-name-topic = Головні новини: { $topic }
briefing-saved = ✓ <b>Щоденний огляд увімкнено.</b>
briefing-ask = Надішліть у відповідь час огляду, наприклад <code>7:45</code>
button-briefing = ☀ Щодня о { $time }
button-briefing-time = Час
button-briefing-stop = Вимкнути огляд
alert-no-zone = Я ще не знаю вашого часового поясу. Задайте його в /settings.
alert-elsewhere = Публікує в <b>{ $chat }</b>.
alert-for-channel = Для каналу <b>{ $channel }</b>:
alert-share = Хто відкриє це посилання, зможе додати таке саме сповіщення: { $link }
channel-not-yours = Я не можу публікувати в { $channel }. Адміністраторами каналу маємо бути і ви, і я.
draft-ask = Надішліть у відповідь нові слова замість <code>{ $query }</code>
reword-ask = Надішліть у відповідь нові слова для <code>{ $query }</code>. Подій, про які ви вже знаєте, я не надсилатиму знову; нові статті мають відповідати новим словам.
state-paused = призупинено
state-muted = без звуку
mode-now = Одразу
mode-hourly = Щогодини
mode-daily = Щодня
mode-weekly = Щотижня
mode-briefing = Щоденний огляд
toast-paused = Призупинено. Відновити можна тут або в /subscriptions.
toast-muted = Без звуку на 24 години.
toast-daily = Перенесено до щоденного зведення.
publisher-muted = Статті видання { $publisher } тепер приховано. Змінити: /settings.
command-unsubscribe_all = Видалити всі сповіщення цього чату
unsubscribe-all = { $count ->
    [one] Видалити єдине сповіщення цього чату?
    [few] Видалити всі { $count } сповіщення цього чату?
    [many] Видалити всі { $count } сповіщень цього чату?
   *[other] Видалити всі { $count } сповіщення цього чату?
  } Спершу я надішлю файл із копією; /import її відновлює.
all-deleted = Видалено: { $count ->
    [one] { $count } сповіщення.
    [few] { $count } сповіщення.
    [many] { $count } сповіщень.
   *[other] { $count } сповіщення.
  }
nothing-deleted = Нічого не видалено.
command-export = Зберегти сповіщення й налаштування у файл
export-caption = { $count ->
    [one] { $count } сповіщення
    [few] { $count } сповіщення
    [many] { $count } сповіщень
   *[other] { $count } сповіщення
  } і налаштування цього чату. Відновити: /import.
command-import = Завантажити сповіщення й налаштування з файлу
import-ask = Надішліть у відповідь файл від /export (до 1 МБ).
import-unfit = Це не файл newsbot: { $place } не годиться.
import-done = Завантажено сповіщень: { $saved } з { $all }, і налаштування. Див. /subscriptions.
command-privacy = Що я зберігаю про вас і як це видалити
command-forget_me = Видалити все про мене
forget-me = Буде видалено все, що я зберігаю про вас: ваші сповіщення в усіх чатах, надіслані ними повідомлення, налаштування і дані кнопок цього чату. Скасувати це не можна. Якщо потрібна копія, спершу скористайтеся /export.
forgotten = Готово. Видалено ваші сповіщення ({ $alerts }), їхні повідомлення ({ $messages }), налаштування й усе інше про вас.
only-in-private = Надішліть це в нашому приватному чаті.
command-status = Повідомлення в черзі цього чату
status-alerts = { $count ->
    [0] Сповіщень тут немає.
    [one] Тут { $count } сповіщення.
    [few] Тут { $count } сповіщення.
    [many] Тут { $count } сповіщень.
   *[other] Тут { $count } сповіщення.
  }{ $paused ->
    [0] {""}
   *[other] {" "}Призупинено: { $paused }.
  }
status-nothing = У черзі нічого немає.
status-waiting = У черзі до { $until }: { $count }.
status-held = У черзі до { $until }: { $count } (обмеження Telegram).
status-suspended = Затримано: { $count }, бо я не можу писати сюди: { $reason }
status-updates = Деякі повідомлення до мене чекають на відповідь з { $since }.
command-outbox = Повідомлення в черзі всіх чатів (оператори)
operators-only = Це можуть робити лише оператори бота.
outbox = <b>Вихідні</b>: у черзі { $waiting }, відкладено { $postponed }, затримано { $suspended }, не вдалося { $failed }, надіслано { $sent }.
outbox-oldest = Найдавніше прострочене: { $at }.
outbox-none-due = Термінових немає.
outbox-rate = Надіслано за останню годину: { $count }.
outbox-postponed = • { $count } × відкладено: { $reason }
outbox-suspended = • { $count } × затримано: { $reason }
outbox-given-up = • { $count } × не вдалося: { $reason }
command-settings = Часовий пояс, тихі години, зведення, мови, видання
command-lang = Мова, якою я тут пишу
lang-title = <b>Якою мовою мені тут писати?</b> Це стосується моїх кнопок, повідомлень і команд. Статті лишаються своєю мовою.
lang-unknown = Я не знаю мови «{ $word }». Виберіть одну з цих:
lang-automatic = Як у вашому Telegram
lang-chosen = ✓ Тут я писатиму: <b>{ $name }</b>.
command-prefer = Показувати версію видання першою
command-mute = Приховати видання
settings-title = <b>Налаштування цього чату</b>
settings-lent = ✓ <b>{ $channel }</b> тепер має ваші налаштування:
settings-zone = Часовий пояс: { $zone }
settings-no-zone = Часовий пояс: не задано (діє UTC)
settings-quiet = Тихі години: { $hours }
settings-digest = Зведення: о { $time }; щотижневе: { $weekday }
settings-breaking = Термінові новини (три незалежні джерела за годину) навіть у тихі години: { $state }
settings-languages = Мови статей: { $languages }
settings-calendar = Дати: { $calendar }
calendar-solar = сонячний іранський календар
calendar-gregorian = григоріанський календар
settings-publishers = Видання: улюблених { $preferred }, прихованих { $muted }
setting-zone = Часовий пояс
setting-quiet = Тихі години
setting-digest = Зведення
setting-breaking = Термінові: так/ні
setting-languages = Мови
setting-calendar = Календар
setting-publishers = Видання
publishers =
    <b>Видання</b>
    Улюблені: { $preferred }
    Приховані: { $muted }

    <code>/prefer назва</code> показує версію видання першою; <code>/mute назва</code> приховує його. Торкніться кнопки, щоб вилучити видання зі списку.
zone-ask = Де ви? Надішліть у відповідь місто або країну чи поділіться місцем через 📎.
zone-unknown = Я не знаю «{ $words }». Спробуйте велике місто поблизу або пояс на зразок Europe/Istanbul.
zone-like = Можливо, { $names }?
publisher-unknown = Я не знаю видання «{ $words }».
quiet-ask = Надішліть у відповідь тихі години, наприклад <code>22:30-7</code>
quiet-off = немає
digest-ask = Надішліть у відповідь час зведень, наприклад <code>7:45</code>
languages-all = усі мови
on = так
off = ні
button-change = Змінити
button-delete = Видалити
button-delete-all = Видалити { $count }
button-undo = Повернути
button-mode = Розклад
button-edit = Редагувати
button-share = Поділитися
button-cite = Скопіювати цитату
button-feed = Як стрічка
button-story-page = Сторінка події
button-list = Усі сповіщення
button-other = Інше…
button-fewer = Менше такого
button-no-publisher = Приховати { $publisher }
button-daily-instead = Краще щоденне зведення
button-narrow = Змінити слова
button-forget = Видалити все про мене

feed-gone-note = <b>{ $name }</b> вимкнено: сервер каже, що стрічки більше немає. { $url }
command-feeds = Стрічки новин: стан, додати, призупинити, вилучити (оператори)
feeds = <b>Стрічки новин</b>: { $count }
feeds-none = Стрічок ще немає. Надішліть /feeds з адресою, і я подивлюся, що там.
feed-success = отримано { $at }
feed-never = ще не отримано
feed-pace = статей на день: { $items }
feed-failures = { $count ->
    [one] { $count } збій
    [few] { $count } збої поспіль
    [many] { $count } збоїв поспіль
   *[other] { $count } збою поспіль
  }
feed-paused = призупинено
feed-switched-off = вимкнено, більше не існує
button-feed-add = Додати стрічку
button-feed-test = Перевірити
button-feed-remove = Вилучити
feed-ask = Надішліть у відповідь адресу стрічки або сторінки, що посилається на свої стрічки.
feed-looking = Перевіряю { $url }…
feed-trial = <b>{ $title }</b>. Записів: { $entries }, лише анонсів: { $teasers }.
feed-trial-newest = Найновіший: { $at }.
feed-trial-bad = Стрічки за { $url } немає: { $problem }.
feed-trial-named = Ця сторінка посилається на такі стрічки. Надішліть один із рядків:
feed-added = Додано. Статті, що вже є в стрічці, сповіщень не викликають; нові викликають.
feed-known = Цю стрічку вже додано.
feed-remove-ask = Вилучити <b>{ $name }</b>? Її статті лишаться в пошуку.
feed-missing = Цю стрічку вже вилучено.
report-ask = <b>Що не так із джерелами цієї події?</b> Оператори бота побачать вашу скаргу і ваш id у Telegram.
button-report-outlet = Хибне видання
button-report-origin = Хибне першоджерело
button-report-event = Це різні події
report-filed = Дякую. Оператори бота розглянуть це.
report-changed = Ви вже скаржилися на цю подію, тож я оновив вашу скаргу.
report-too-many = Ви досягли денної межі скарг: { $most }. Дякую.
command-reports = Скарги на хибні джерела (оператори)
reports = <b>Скарги на хибні джерела</b>: { $count ->
    [one] { $count } подія
    [few] { $count } події
    [many] { $count } подій
   *[other] { $count } події
  }. Торкніться номера, щоб побачити текст, з якого прочитано джерела, або ✓, щоб закрити скаргу.
reports-none = Відкритих скарг немає.
reports-note = Нових скарг на хибні джерела: { $count }. Див. /reports.
report-gone = Цієї статті вже немає.
report-says-outlet = хибне видання: { $count }
report-says-origin = хибне першоджерело: { $count }
report-says-event = різні події: { $count }
report-by = Перша скарга: { $at }, від { $people }
report-receipts = <b>Джерела і текст, з якого їх прочитано</b>
button-report-done = ✓ Готово
command-suggest = Запропонувати стрічку новин
command-suggestions = Стрічки, які пропонують користувачі (оператори)
suggest-how = Якої стрічки бракує? Надішліть її адресу або адресу сторінки, що посилається на свої стрічки: <code>/suggest https://site.example/feed</code>. Вирішують оператори бота.
suggest-nobody = Цей бот не має операторів, які могли б додати стрічку.
suggest-queued = Дякую! <b>{ $title }</b> працює. Я передав її операторам бота й повідомлю, що вони вирішать.
suggest-waiting = Цю стрічку вже пропонували.
suggest-too-many = Поки що ви досягли межі пропозицій: { $most }. Дякую.
suggest-full = Зараз на розгляд чекає забагато пропозицій. Спробуйте пізніше.
suggest-approved = Стрічку, яку ви запропонували, додано: <b>{ $title }</b>. За кілька хвилин її статті будуть тут.
suggest-declined = Оператори бота вирішили не додавати стрічку, яку ви запропонували: <b>{ $title }</b>.
suggestions = <b>Запропоновані стрічки</b>: { $count }. ✓ додає стрічку, ✗ відхиляє.
suggestions-none = Пропозицій немає.
suggestion-note = <b>Запропонована стрічка</b>
suggestion-by = Пропонує { $person }, { $at }
suggestion-approved = ✓ Додано: <b>{ $title }</b>
suggestion-declined = ✗ Відхилено: <b>{ $title }</b>
suggestion-gone = Цієї пропозиції більше немає.
button-approve = ✓ Додати
button-decline = ✗ Відхилити

command-reload = Перезавантажити архів (оператори)
command-rejects = Файли й записи, які не вдалося завантажити (оператори)
reload-begun = <b>Перезавантаження</b>: шукаю файли…
reload-progress = <b>Перезавантаження</b>: { $stage ->
    [looking] шукаю файли
    [reading] читаю змінені файли ({ $share }%)
    [checking] перевіряю і роблю пробний пошук
   *[switching] перемикаю
}{ $remaining ->
    [unknown] .
   *[other] , лишилося приблизно { $remaining }.
}
    До кінця відповіді надходять із поточного архіву.
reload-counts = +{ $added } −{ $removed } ~{ $changed } змінено, без змін { $unchanged }{ $duplicates ->
    [0] {""}
   *[other] , дублікатів { $duplicates }
}{ $expired ->
    [0] {""}
   *[other] , застарілих { $expired }
}
reload-rejected = Відхилено { $count }: { $reason } ({ $where })
reload-more-reasons = … і ще причин: { $count }; усі перелічено в доданому файлі
reload-is-live = <b>Перезавантажено</b> за { $seconds }.
reload-is-unchanged = <b>Нічого не змінилося</b>: архів уже відповідає теці. Тривало { $seconds }.
reload-is-failed = <b>Перезавантаження не вдалося</b>: { $reason }. Архів не змінився.
reload-is-undone = <b>Скасовано</b>: архів такий, як до цього перезавантаження. Перезапуск змін не поверне; /reload поверне.
reload-is-settled = <b>Перезавантажено</b>. Його замінило пізніше перезавантаження.
reload-running = Перезавантаження вже триває (почалося { $since }).
reload-undoing = Перезавантаження саме скасовується. Зачекайте хвилинку.
reload-done-with = Це перезавантаження не скасувати: його вже скасовано або замінено пізнішим.
reload-is-staging = <b>Перезавантаження</b> триває.
reload-alerts-send = Сповіщення про нові статті ({ $count }) уже в дорозі.
reload-alerts-ask = Нового в архіві { $share }%. Нових статей, що відповідають сповіщенням: { $count }. Надіслати їх?
reload-alerts-quiet = Про нові статті ({ $count }) сповіщень не надіслано.
button-quietly = Без сповіщень
button-send-alerts = Надіслати
reload-details = <b>Зміни цього перезавантаження</b>
reload-details-part = { $kind ->
    [added] Додано
    [changed] Змінено
   *[removed] Вилучено
}, { $count }:
and-more = … і ще { $count }
rejects = <b>Відхилено</b>: { $count ->
    [0] нічого під час останнього завантаження.
    [one] не вдалося завантажити { $count } файл або запис.
    [few] не вдалося завантажити { $count } файли або записи.
    [many] не вдалося завантажити { $count } файлів або записів.
   *[other] не вдалося завантажити { $count } файлу або запису.
}
rejected = { $where }: { $reason }
rejects-caption = Відхилено { $count ->
    [one] { $count } запис
    [few] { $count } записи
    [many] { $count } записів
   *[other] { $count } запису
}: файл, рядок, причина
seconds = { $count } с
minutes = { $minutes } хв { $seconds } с
button-details = Докладно
button-report = ‹ Звіт
command-stats = Архів, індекс, памʼять, час, вихідні (оператори)
stats-corpus = <b>Архів</b>: статей { $articles }, з них прикладів { $samples }; найновіша: { $newest }
stats-reload = Останнє перезавантаження: { $state ->
    [staging] триває
    [undone] скасовано
    [unchanged] без змін
    [failed] не вдалося
   *[done] готово
  }; почалося { $at }
stats-index = <b>Індекс</b>: статей { $articles }, термінів { $terms }, сегментів { $segments }, { $disk } МБ на диску; зміна { $number }, відставання { $behind }
stats-memory = <b>Памʼять</b>: { $memory } МБ
stats-latency = <b>Час відповіді</b>, останні відповіді ({ $count }): медіана { $median } мс, p95 { $p95 } мс, p99 { $p99 } мс
stats-no-latency = <b>Час відповіді</b>: від запуску ще не було відповідей

# Чому щось не вдалося. Стоїть після двокрапки: без великої літери, без крапки.
why-said = { $words }
why-bug = помилка в самому newsbot ({ $error })
why-no-words = немає слів
why-unreadable = не читається ({ $words })
why-file-name = назва файлу — не правильний UTF-8; перейменуйте його
why-format = формат { $suffix } не підтримується; підтримуються: { $known }, кожен також як { $packed }
why-gzip = стиснені дані пошкоджено ({ $words })
why-large = понад { $megabytes } МБ
why-line-long = рядок довший за { $most } байтів
why-json-large = завеликий для .json; візьміть файл .jsonl з одним записом на рядок
why-json = хибний JSON ({ $words })
why-record = не запис з іменованими полями
why-field-missing = бракує поля «{ $field }»
why-field = поле «{ $field }» хибне ({ $words })
why-xml = хибний XML ({ $words })
why-xml-empty = хибний XML: немає кореневого елемента
why-doctype = оголошує DOCTYPE або сутності, що заборонено з міркувань безпеки
why-no-records = ані стрічка, ані статті: немає елемента { $names }
why-no-feed = не стрічка (RSS, Atom чи JSON Feed)
why-feed-broken = стрічку надто пошкоджено, щоб читати ({ $error })
why-feed-empty = у стрічці немає записів
why-feed-cut = стрічка понад { $megabytes } МБ: прочитано лише початок
why-feed-long = записів у стрічці: { $all }; прочитано лише найновіші, їх { $read }
why-no-opml = не список стрічок OPML: жоден outline не має адреси http(s) в xmlUrl
why-no-article = на сторінці немає статті
why-second-text = «{ $title }»: id { $id } уже має інший текст у { $first }; змініть один із них
why-status = сервер відповів { $status }
why-gone = сервер каже, що цього більше немає (410)
why-robots = robots.txt сайту не дозволяє
why-redirects = понад { $most } переспрямувань
why-not-public = адреса не публічна
why-no-address = не веб-адреса (http:// або https://)
why-password = адреси з паролем не читаються
why-address-long = адреса довша за { $most } символів
why-packed = неочікуване кодування { $packing }
why-no-connection = немає зʼєднання
why-no-answer = немає вчасної відповіді
why-slow = немає повної відповіді за { $seconds } с
why-broken-off = зʼєднання обірвалося ({ $error })
why-no-folder = теки { $folder } не існує
why-stopping = бот вимикається
why-stopped = бота зупинено до завершення
why-drop = було б вилучено статей: { $removed } із { $before }, понад { $share }%. Якщо так і треба: <code>/reload anyway</code> або <code>newsbot reload --anyway</code>
why-smoke = пробний пошук не вдався: за заголовками знайдено лише { $found } із { $asked } нових статей
why-nothing-left = його сповіщення або статті видалено
why-dropped = відкинуто під час відновлення копії
why-turn = чекає своєї черги
why-not-invited = немає в NEWSBOT_ALLOWED_IDS
why-blocked = бота тут заблоковано
why-deactivated = обліковий запис видалено
why-kicked = бота в чаті вже немає
why-no-chat = чату вже не існує
why-not-begun = користувач не запустив бота
why-no-rights = ботові не дозволено там писати
why-flood = обмежено Telegram
why-lost = немає зʼєднання з Telegram ({ $words })
why-telegram = Telegram каже: { $words }

difference = ⚖ <b>Видання розходяться</b>, { $thing }: { $versions }
difference-later = <b>Числа з часом</b>, { $thing }: { $versions }
difference-denied = ⚖ <b>Стверджується і заперечується</b>: { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-of = { $thing } ({ $noun })
differs-dead = загиблі
differs-injured = поранені
differs-missing = зниклі безвісти
differs-arrested = затримані
differs-evacuated = евакуйовані
differs-rescued = врятовані
differs-abducted = заручники
differs-aboard = люди на борту
differs-magnitude = магнітуда
differs-homes = пошкоджені будинки
differs-powerless = люди без світла
differs-age = вік
differs-day = день
differs-date = дата
differs-time = час
differs-counted = число

command-said = Що каже людина
not-quoted = Нікого на імʼя «{ $speaker }» про це не цитують.
not-credited = Жодне з цих речень не приписується «{ $speaker }».
speaker = <b>{ $speaker }</b>: останні висловлювання
speaker-on = <b>{ $speaker }</b> про «{ $topic }»: останні висловлювання
speaker-none = Нікого на імʼя «{ $speaker }» тут не цитують.
speaker-none-on = Нікого на імʼя «{ $speaker }» тут не цитують про «{ $topic }».
speaker-range = { $first }–{ $last } з { $count }
button-speaker = Ще від { $speaker }
button-follow = Стежити
button-unfollow = Не стежити
button-follow-again = Стежити знову
follow-saved = ✓ <b>Ви стежите за цією подією.</b> Я напишу сюди, коли буде щось нове.
follow-no-story = <b>Такої події тут поки немає.</b> Натомість я можу стежити за новими статтями:
follow-press = Ви пишете від імені групи. Щоб стежити за цією подією, натисніть <b>Стежити</b>:
follow-entry = <b>Стеження</b>: { $query }
follow-name = Подія: { $title }
follow-why = Подія, за якою ви стежите: { $title }
follow-ends = Завершиться саме, якщо новин не буде { $days ->
    [one] { $days } день
    [few] { $days } дні
    [many] { $days } днів
   *[other] { $days } дня
  }.
follow-ended = <b>Нічого нового вже { $days ->
    [one] { $days } день
    [few] { $days } дні
    [many] { $days } днів
   *[other] { $days } дня
  }.</b> Я більше не стежу за цією подією.
alert-reports-follow-now = Щоразу надсилає нове повідомлення.
alert-reports-update = Оновлює одне повідомлення.
mode-follow-now = Нові повідомлення
mode-update = Одне, з оновленнями
development-origin = Нове незалежне джерело: <b>{ $name }</b>
development-figures = Нові числа: <b>{ $name }</b>
development-correction = { $source } виправляє: { $name }
development-withdrawal = { $source } відкликає: { $name }
development-speaker = Перше висловлювання: <b>{ $name }</b>

command-corrections = Що видання виправили або відкликали
correction-corrected = ✎ Виправлено { $at }
correction-updated = ✎ Оновлено { $at }
correction-withdrawn = ✗ Відкликано { $at }
pasted-withdrawn = Інші й далі про це повідомляють:
withdrawn-alone = Більше ніхто тут про це не повідомляє.
change-headline = Заголовок:
corrections-title = <b>Останні виправлення</b>
corrections-title-topic = <b>Останні виправлення: { $topic }</b>
corrections-none = Останнім часом жодне видання з архіву не виправляло й не відкликало статей.
corrections-none-topic = Останнім часом статей про { $topic } не виправляли.
button-changes = ✎ Що змінилося
alert-updated = ✎ Оновлено після мого першого повідомлення.
digest-updated = оновлено

difference-thing = «{ $noun }»
story-also = Також такими мовами: { $languages }
sisters = <b>Ця сама подія іншими мовами</b>: { $title }
sisters-none = Статей іншими мовами про цю подію немає.
button-sisters = 🌐 Інші мови
button-also = Також: { $query }
button-differences-on = ⚖ Розбіжності: так ✓
button-differences-off = ⚖ Розбіжності: ні

page-story = Подія і джерела
page-original = Читати статтю
page-verbatim = Кожне речення наведено дослівно зі статті. Нічого не переказано й не згенеровано.
page-where = Хто в кого взяв
page-graph = Зафарбовано: джерело повідомлення. Зʼєднано з ним: видання, що його передали.
page-nameless = джерело не назване
page-timeline = Що додало кожне видання
page-differ = У чому видання розходяться
page-later = Як змінювалися цифри
page-corrected = Виправлення
page-languages = Іншими мовами
page-share = Поділитися в Telegram
page-gone = Цієї події в архіві немає або вже немає.
