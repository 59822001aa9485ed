# كل ما يقوله البوت نفسه. القيم بين { } تصل مهيأة حيث تكون الرسالة HTML.

start =
    <b>اسألني عمّا حدث.</b> أبحث في مقالات الأخبار وأجيب بجملها كما هي حرفيًا: من قالها، ومن نشرها، ومن أين أخذها.

    أرسل سؤالًا أو رابطًا أو فقرة تريد معرفة مصدرها.
start-example-1 = مياه سد الغار
start-example-2 = من نقل خبر الفيضان؟
help =
    <b>كيف تسأل</b>
    أرسل كلمات فأرتّب المقالات التي وردت فيها. ويمكنك أن تضيف:
    • <code>"كلمات بعينها"</code> · <code>-بدون</code> · <code>هذا OR ذاك</code> · <code>فيضان*</code>
    • <code>source:reuters</code> · <code>by:اسم</code> · <code>lang:ar</code>
    • <code>since:2026-10-01</code> · <code>after:</code> · <code>before:</code> · الأسبوع الماضي · منذ أكتوبر 2026
    ألصق رابطًا أو فقرة لترى من يقول ذلك ومن نقله أيضًا. عدّل سؤالك فيتغيّر الجواب معه.

    <b>الأوامر</b>
    { $commands }

    في المجموعات: /ask أو اذكرني أو ردّ عليّ. وفي أي محادثة أخرى: اكتب <code>{ $bot }</code> ثم كلماتك.
command-start = ماذا يفعل هذا البوت
command-help = كيف تسأل، وكل الأوامر
command-ask = اطرح سؤالًا (في المجموعات)
command-latest = أحدث المقالات، وحسب الموضوع أيضًا
command-trends = كم كُتب عن أمر ما، في صورة
command-timeline = مجرى قصة ما، في صورة
command-about = ما قرأته: مقالات وتواريخ وناشرون

ask-for-words = أرسل كلمات أبحث عنها: اسمًا أو مكانًا أو ما حدث. مثلًا: { $example }
no-words = لا أجد كلمة في هذا. أرسل اسمًا أو مكانًا أو ما حدث.
greeting-hello = أهلًا بك! أرسل إليّ اسمًا أو مكانًا أو ما حدث، مثل { $example }، وسأبحث عنه في الأخبار. والمزيد في /help.
greeting-thanks = على الرحب والسعة! أرسل سؤالك التالي متى شئت، مثل { $example }. وما أستطيعه غير ذلك تجده في /help.
only-words = لا أقرأ إلا النص. أرسل سؤالًا أو رابطًا أو فقرة.
unknown-command = لا أعرف هذا الأمر. يعرض /help ما أستطيعه؛ وكل نص آخر سؤال.
query-error = لا أستطيع قراءة هذا السؤال، عند الحرف { $position }: { $problem }
too-fast = هذا كثير في وقت قصير. انتظر من فضلك { $seconds ->
    [zero] لحظة
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
  }، ثم اسأل من جديد.
not-invited = هذا البوت خاص. يستطيع من يشغّله أن يسمح لك بالدخول؛ أعطه هذا الرقم: { $id }.
privacy =
    <b>ما أحتفظ به</b>
    • <b>في هذه المحادثة</b>: أسئلتك ما دامت الأزرار تحت أجوبتي تعمل (30 يومًا)، وأي رسالة تجيب عن أي رسالة، وتنبيهاتك وإعداداتك إلى أن تحذفها، وما أرسلته لك تنبيهاتك.
    • <b>عنك</b>: رقمك في تيليغرام ولغة تطبيقك. لا اسم ولا رقم هاتف ولا جهات اتصال.
    • <b>في المجموعات</b> يُحفظ الشيء نفسه عن المجموعة، ومن حفظ تنبيهًا فيها.
    • <b>بلاغات المصادر الخاطئة</b>: القصة وما تراه خطأ ورقمك في تيليغرام، إلى أن يُنظر فيها.
    • <b>الأسئلة المضمّنة</b> لا تُحفظ. لا يُكتب شيء مما تقوله في السجلات، ولا يُسلَّم شيء إلى أحد غير تيليغرام الذي ينقل رسائلنا.

    يعطيك /export تنبيهاتك وإعداداتك في ملف، ويحذف /forget_me كل ما يخصك فورًا، من ملف قاعدة البيانات أيضًا. أما النسخ التي أخذها من يشغّل البوت، كالنسخ الاحتياطية، فحذفها عليه.
expired = هذا أقدم من 30 يومًا ولم أعد أحتفظ به. اسأل من جديد من فضلك.
failed = حدث خطأ عندي وقد سُجّل. حاول مرة أخرى من فضلك.

problem-common = هذه الكلمات شائعة جدًا: أضف كلمة أندر.
problem-bracket-open = القوس في الموضع { $position } لم يُغلق؛ أغلقته في النهاية.
problem-bracket-closed = القوس في الموضع { $position } لا يغلق شيئًا؛ تجاهلته.
problem-quote = علامة التنصيص في الموضع { $position } بلا قرين؛ تجاهلتها.
problem-or = تحتاج OR إلى كلمة على كل جانب.
problem-deep = أقواس كثيرة متداخلة هنا.
problem-empty = لا شيء للبحث عنه بعد <code>{ $field }:</code> في الموضع { $position }؛ تجاهلته.
problem-date = <code>{ $field }:{ $value }</code> في الموضع { $position } ليس تاريخًا أعرفه؛ تجاهلته. اكتب <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> قصير جدًا: أقل عدد للحروف قبل * هو { $letters }.
problem-long = قُرئت أول الكلمات فقط، وعددها { $words }.
article-gone = لم يعد هذا المقال هنا. اسأل من جديد من فضلك.
article-unquotable = لم تعد في هذا المقال جمل تُقتبس. اسأل من جديد من فضلك.

not-understood = لم أفهم: { $problem }
searched-instead = بحثت عن <b>{ $instead }</b> بدلًا من «{ $word }».
credit = — { $label }
credit-via = { $speaker }، نقلًا عن { $outlet }
cites = يستند إلى { $outlets }
by = بقلم { $author }
undated = بلا تاريخ
about-date = تاريخ مستنتج
story-size = { $outlets ->
    [zero] لا وسائل إعلام
    [one] وسيلة إعلام واحدة
    [two] وسيلتا إعلام
    [few] { $outlets } وسائل إعلام
    [many] { $outlets } وسيلة إعلام
   *[other] { $outlets } وسيلة إعلام
  }، { $origins ->
    [zero] لا مصادر مستقلة
    [one] مصدر مستقل واحد
    [two] مصدران مستقلان
    [few] { $origins } مصادر مستقلة
    [many] { $origins } مصدرًا مستقلًا
   *[other] { $origins } مصدر مستقل
  }
story-size-unknown = { $articles ->
    [zero] لا مقالات
    [one] مقال واحد مجهول المصدر
    [two] مقالان مجهولا المصدر
    [few] { $articles } مقالات مجهولة المصدر
    [many] { $articles } مقالًا مجهول المصدر
   *[other] { $articles } مقال مجهول المصدر
  }
source-unknown = ناشر غير معروف
notice-samples = مقالات نموذجية مؤلَّفة لتجربة هذا البوت. تختفي حين تتوفر مقالات حقيقية.
notice-stale = أحدث مقال هنا من { $newest }: قد تكون هناك أخبار أحدث.
notice-cut = كان سؤالك طويلًا؛ قرأت أول حروفه، وعددها { $length }.
notice-letters = لا تجد الكلمات إلا ما كُتب بحروفها. وهنا أيضًا بحروف أخرى: { $languages }. للبحث فيها اسأل بلغتها.

nothing = <b>لم أجد شيئًا.</b>
nothing-unknown = لا يوجد مقال فيه { $words }.
quoted-word = «{ $word }»
nothing-period = { $count ->
    [zero] لا مقالات خارج المدة المختارة.
    [one] مقال واحد خارج المدة المختارة.
    [two] مقالان خارج المدة المختارة.
    [few] { $count } مقالات خارج المدة المختارة.
    [many] { $count } مقالًا خارج المدة المختارة.
   *[other] { $count } مقال خارج المدة المختارة.
  }
nothing-filters = { $count ->
    [zero] لا مقالات فيها هذه الكلمات.
    [one] مقال واحد فيه هذه الكلمات، لكنه خارج الشروط التي وضعتها.
    [two] مقالان فيهما هذه الكلمات، لكنهما خارج الشروط التي وضعتها.
    [few] { $count } مقالات فيها هذه الكلمات، لكنها خارج الشروط التي وضعتها.
    [many] { $count } مقالًا فيها هذه الكلمات، لكنها خارج الشروط التي وضعتها.
   *[other] { $count } مقال فيها هذه الكلمات، لكنها خارج الشروط التي وضعتها.
  }
nothing-left-out = مقالات تستبعدها إعدادات هذه المحادثة (/settings): { $count }.
nothing-suggest = هل تقصد إحدى هذه؟
nothing-corpus = { $articles ->
    [zero] لم أقرأ أي مقال بعد.
    [one] قرأت مقالًا واحدًا، من { $newest }.
    [two] قرأت مقالين، أحدثهما من { $newest }.
    [few] قرأت { $articles } مقالات، أحدثها من { $newest }.
    [many] قرأت { $articles } مقالًا، أحدثها من { $newest }.
   *[other] قرأت { $articles } مقال، أحدثها من { $newest }.
  }

pasted-found = <b>هذا وارد في [1]</b>؛ وتحته من نقله أيضًا وما هو أقرب إليه.
pasted-nearest = <b>ليس لدي هذا النص.</b> هذه أقرب المقالات إليه:
pasted-unknown-link = <b>ليست لدي هذه الصفحة.</b> ألصق فقرة منها فأبحث عمّن يقول ذلك أيضًا.
pasted-nothing = <b>ليس لدي ما يشبه هذا النص.</b>

card-focused = مختار لسؤالك:
card-gist = باختصار:
card-empty = ليس في هذا المقال جمل تُقتبس.
context-place = الجملة { $number } من { $of } في الملخص، كما وردت في المقال:
similar = <b>ما يشبه</b> { $title }
similar-none = لا شيء آخر هنا يشبهه.
outlets = <b>من ينقل عمّن</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>ما أضافه كلٌّ منها</b>، الأحدث أولًا
story-repeats = ينقل عن { $outlet }
story-repeats-itself = يكرر نفسه
story-more = … و{ $count ->
    [zero] لا جمل جديدة أخرى
    [one] جملة جديدة أخرى
    [two] جملتان جديدتان أخريان
    [few] { $count } جمل جديدة أخرى
    [many] { $count } جملة جديدة أخرى
   *[other] { $count } جملة جديدة أخرى
  }

history-how = قل عن أي شيء: <code>{ $command } إضراب الميناء</code>. كل ما يقوله /help عن الأسئلة يصح هنا أيضًا.
history-nothing = <b>لا شيء للرسم.</b> لا يوجد مقال مؤرخ فيه كل هذه الكلمات.
pictures-missing = لا توجد صورة، لأن matplotlib غير مثبّت هنا.
trend-articles = { $articles ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $articles } مقالات
    [many] { $articles } مقالًا
   *[other] { $articles } مقال
  }
trend-day = يوميًا
trend-week = أسبوعيًا
trend-month = شهريًا
trend-peak-day = الأكثر في { $when }: { $count }
trend-peak-week = الأكثر في الأسبوع من { $when }: { $count }
trend-peak-month = الأكثر في شهر { $when }: { $count }
trend-others = { $count ->
    [zero] لا آخرون
    [one] ناشر آخر
    [two] ناشران آخران
    [few] { $count } ناشرين آخرين
    [many] { $count } ناشرًا آخر
   *[other] { $count } ناشر آخر
  }
trend-undated = { $count ->
    [zero] لا مقالات أخرى بلا تاريخ.
    [one] ومقال آخر بلا تاريخ.
    [two] ومقالان آخران بلا تاريخ.
    [few] و{ $count } مقالات أخرى بلا تاريخ.
    [many] و{ $count } مقالًا آخر بلا تاريخ.
   *[other] و{ $count } مقال آخر بلا تاريخ.
  }
timeline-stories = { $stories ->
    [zero] لا قصص
    [one] قصة واحدة
    [two] قصتان
    [few] { $stories } قصص
    [many] { $stories } قصة
   *[other] { $stories } قصة
  }
timeline-some = أقرب القصص: { $shown } من { $stories }
timeline-origins = { $origins ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $origins } مصادر
    [many] { $origins } مصدرًا
   *[other] { $origins } مصدر
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [zero] لا مقالات
        [one] مقال واحد
        [two] مقالان
        [few] { $articles } مقالات
        [many] { $articles } مقالًا
       *[other] { $articles } مقال
    }، أحدثها من { $newest }.
    الناشرون: { $publishers }

    تُرتَّب الأجوبة بطريقة BM25 وتقتبس المقالات كلمة بكلمة؛ لا شيء يُعاد صوغه أو يُولَّد.
about-samples = { $samples ->
    [zero] ليس منها نماذج.
    [one] منها نموذج واحد، أُلِّف لتجربة البوت.
    [two] منها نموذجان، أُلِّفا لتجربة البوت.
    [few] منها { $samples } نماذج، أُلِّفت لتجربة البوت.
    [many] منها { $samples } نموذجًا، أُلِّفت لتجربة البوت.
   *[other] منها { $samples } نموذج، أُلِّفت لتجربة البوت.
  }
about-empty = لم أقرأ أي مقال بعد.

button-previous = ◀
button-next = ▶
button-page = صفحة { $page } من { $pages }
button-relevance = الأقرب
button-newest = الأحدث
button-chosen = • { $label }
button-period-24 = 24 ساعة
button-period-168 = 7 أيام
button-period-720 = 30 يومًا
button-period-all = الكل
button-context = في سياقها
button-source = اقرأ في المصدر ↗
button-similar = ما يشبهه
button-outlets = وسائل أخرى
button-report-source = المصدر خطأ؟
button-back = ‹ رجوع
inline-none = لم أجد شيئًا. اسألني عن السبب في محادثة خاصة

command-subscribe = نبّهني حين يصدر خبر فيه كلمات معينة
command-subscriptions = تنبيهاتي
command-unsubscribe = احذف تنبيهًا
subscribe-how = اكتب ما أترقّبه: <code>/subscribe إضراب الميناء</code>. يجب أن ترد كل كلمة ما لم تكتب OR؛ وكل ما يقوله /help عن الأسئلة يصح هنا أيضًا.
    لينبّه في قناة لك، اذكر القناة أولًا في محادثتنا الخاصة: <code>/subscribe @channel إضراب الميناء</code>
alert-admins-only = مشرفو هذه المجموعة وحدهم يغيّرون تنبيهاتها.
alert-preview = <b>تنبيه جديد</b>: <code>{ $query }</code>
alert-found = في آخر 7 أيام: { $articles ->
    [zero] لا مقالات.
    [one] مقال واحد.
    [two] مقالان، والقصص: { $stories }.
    [few] { $articles } مقالات، والقصص: { $stories }.
    [many] { $articles } مقالًا، والقصص: { $stories }.
   *[other] { $articles } مقال، والقصص: { $stories }.
  }
alert-rate-day = توقّع رسائل في اليوم عددها نحو { $count }.
alert-rate-week = توقّع في الأسبوع نحو { $count ->
    [zero] صفر من الرسائل
    [one] رسالة واحدة
    [two] رسالتين
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
  }.
alert-ever = وقبل ذلك: { $count ->
    [zero] لا مقالات.
    [one] مقال واحد.
    [two] مقالان.
    [few] { $count } مقالات.
    [many] { $count } مقالًا.
   *[other] { $count } مقال.
  }
alert-nothing = ⚠ لم يطابق هذا أي مقال هنا قط. يمكنك حفظه مع ذلك.
alert-wide = ⚠ هذا واسع. أضف كلمة، أو ضع الكلمات المتجاورة بين "علامتي تنصيص"، أو اجعله موجزًا يوميًا.
alert-everything = يكاد كل مقال يطابق هذا. سمِّ كلمة لا بد أن ترد: <code>/subscribe إضراب -الميناء</code>
alert-only-common = هذه الكلمات أشيع من أن يُبحث عنها، فلن يخبرك تنبيه عليها بشيء أبدًا. سمِّ موضوعه: <code>/subscribe إضراب الميناء</code>
alert-instead = ← <code>{ $query }</code> طابقه حتى الآن { $count ->
    [zero] لا مقالات.
    [one] مقال واحد.
    [two] مقالان.
    [few] { $count } مقالات.
    [many] { $count } مقالًا.
   *[other] { $count } مقال.
  }
alert-mistyped = ⚠ لا يوجد مقال فيه «{ $word }». هل تقصد { $instead }؟
alert-common = ⚠ ترد «{ $word }» في نصف المقالات، فلا تضيّق كثيرًا.
alert-saved = ✓ <b>حُفظ.</b> أكتب هنا حين يطابق مقال جديد: رسالة واحدة لكل قصة، ولِما يُنشر من الآن فقط.
alert-paused = متوقف مؤقتًا.
alert-muted = صامت حتى { $until }.
alert-deleted = حُذف: <code>{ $query }</code>
alert-cancelled = لم يُحفظ شيء.
alert-gone = حُذف هذا التنبيه.
alert-too-many = بلغت أقصى عدد للتنبيهات، وهو { $most }. احذف واحدًا أولًا: /subscriptions
alert-why = تنبيه <code>{ $query }</code>: ورد فيه { $reasons }
alerts-none = لا تنبيهات هنا بعد. أرسل /subscribe وبعض الكلمات، أو اضغط «نبّهني» تحت جواب.
alerts-title = <b>تنبيهات هذه المحادثة</b> ({ $count })
unsubscribe-how = قل أيّها: <code>/unsubscribe 2</code>
button-alert = نبّهني
button-save = حفظ
button-cancel = إلغاء
button-pause = إيقاف مؤقت
button-resume = استئناف
button-mute = صمت 24 ساعة
alert-corrected = ✎ صُحّح منذ ورد هنا أول مرة.
alert-withdrawn = <s>{ $title }</s>
    سُحب هذا المقال. تنبيه <code>{ $query }</code>
alert-withdrawn-other = ورد هنا أولًا عن مقال سُحب لاحقًا: { $title }
digest-title = <b>قصص لتنبيهاتك: { $count }</b>
digest-corrected = مصحّح

alert-entry = <b>تنبيه</b> <code>{ $query }</code>
alert-reports-now = ينبّه فورًا.
alert-reports-hourly = ينبّه في موجز كل ساعة.
alert-reports-daily = ينبّه في موجز كل يوم في { $time } ({ $zone }).
alert-reports-weekly = ينبّه في موجز كل { $weekday } في { $time } ({ $zone }).
alert-no-zone = لا أعرف منطقتك الزمنية بعد: /settings
alert-elsewhere = ينبّه في <b>{ $chat }</b>.
alert-for-channel = للقناة <b>{ $channel }</b>:
alert-share = من يفتح هذا يحصل على التنبيه نفسه: { $link }
channel-not-yours = لا أستطيع الكتابة في { $channel }. يجب أن تكون قناة أنا وأنت من مشرفيها.
draft-ask = ردّ بالكلمات الجديدة بدل <code>{ $query }</code>
reword-ask = ردّ بالكلمات الجديدة لـ <code>{ $query }</code>. ما أُبلغ يبقى؛ ومن الآن أبحث عن الكلمات الجديدة.
state-paused = متوقف
state-muted = صامت
mode-now = فورًا
mode-hourly = كل ساعة
mode-daily = كل يوم
mode-weekly = كل أسبوع
told-paused = متوقف مؤقتًا. استأنفه هنا أو في /subscriptions.
told-muted = صامت 24 ساعة.
told-daily = من الآن في الموجز اليومي.
publisher-muted = لن يظهر { $publisher } من الآن. انظر /settings.
command-unsubscribe_all = احذف كل تنبيهات هذه المحادثة
unsubscribe-all = هل أحذف { $count ->
    [zero] التنبيهات (لا يوجد أي منها)
    [one] التنبيه الوحيد
    [two] التنبيهين
    [few] التنبيهات كلها وعددها { $count }
    [many] التنبيهات كلها وعددها { $count }
   *[other] التنبيهات كلها وعددها { $count }
  } في هذه المحادثة؟ أرسل لك ملفًا بها أولًا؛ ويعيدها /import.
all-deleted = حُذف من التنبيهات: { $count ->
    [zero] لا شيء.
    [one] واحد.
    [two] اثنان.
    [few] { $count }.
    [many] { $count }.
   *[other] { $count }.
  }
nothing-deleted = لم يُحذف شيء.
command-export = تنبيهاتي وإعداداتي في ملف
export-caption = { $count ->
    [zero] لا تنبيهات
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { $count } تنبيهات
    [many] { $count } تنبيهًا
   *[other] { $count } تنبيه
  } وإعدادات هذه المحادثة. يقرؤها /import من جديد.
command-import = تنبيهات وإعدادات من ملف
import-ask = ردّ بالملف الذي صنعه /export (لا يزيد على 1 ميغابايت).
import-unfit = ليس هذا ملفًا صدّرتُه: لا يصح { $place }.
import-done = قرأت من التنبيهات { $saved } من { $all }، ومعها الإعدادات. تعرضها /subscriptions.
command-privacy = ما أحتفظ به عنك وكيف تحذفه
command-forget_me = احذف كل ما يُحفظ عني
forget-me = هذا يحذف كل ما أحفظه عنك: تنبيهاتك في كل محادثة وما أرسلَته وإعداداتك وما تشير إليه أزرار هذه المحادثة. لا رجوع عنه. ابدأ بـ /export إن أردت نسخة.
forgotten = تم: حُذفت التنبيهات ({ $alerts }) والرسائل ({ $messages }) مع إعداداتك وكل ما عداها. لم أعد أعرف عنك شيئًا.
only-in-private = أرسل لي هذا في محادثتنا الخاصة من فضلك.
command-status = ما ينتظر لهذه المحادثة
status-alerts = { $count ->
    [zero] لا تنبيهات هنا.
    [one] تنبيه واحد هنا.
    [two] تنبيهان هنا.
    [few] { $count } تنبيهات هنا.
    [many] { $count } تنبيهًا هنا.
   *[other] { $count } تنبيه هنا.
  }{ $paused ->
    [0] {""}
   *[other] {" "}المتوقف منها: { $paused }.
  }
status-nothing = لا شيء ينتظر.
status-waiting = ينتظر { $count } حتى { $until }.
status-held = ينتظر { $count } حتى { $until } بسبب حدّ من تيليغرام.
status-suspended = ينتظر { $count }؛ لا أستطيع الكتابة هنا: { $reason }
command-outbox = ما ينتظر لكل المحادثات (للمشغّلين)
operators-only = غير مسموح: هذا لمن يشغّل البوت فقط.
outbox = <b>الصادر</b>: ينتظر { $waiting }، مؤجّل { $postponed }، معلّق { $suspended }، متروك { $failed }، مرسَل { $sent }.
outbox-oldest = أقدم المستحق من { $at }.
outbox-none-due = لا شيء مستحق.
outbox-rate = أُرسل في الساعة الأخيرة: { $count }.
outbox-postponed = • مؤجّل { $count }: { $reason }
outbox-suspended = • معلّق { $count }: { $reason }
outbox-given-up = • متروك { $count }: { $reason }
command-settings = المنطقة الزمنية، ساعات الهدوء، الموجزات، اللغات، الناشرون
command-lang = اللغة التي أتكلمها هنا
lang-title = <b>بأي لغة أتكلم هنا؟</b> أزراري ورسائلي وأوامري؛ أما المقالات فتبقى بلغتها.
lang-unknown = لا أتكلم «{ $word }». هذه هي اللغات التي أعرفها:
lang-automatic = كما في تيليغرام عندك
command-prefer = اعرض رواية ناشر أولًا
command-mute = استبعد ناشرًا
settings-title = <b>إعدادات هذه المحادثة</b>
settings-lent = ✓ يعمل <b>{ $channel }</b> بإعداداتك من الآن:
settings-zone = المنطقة الزمنية: { $zone }
settings-no-zone = المنطقة الزمنية: لم تُحدَّد، فأعتمد UTC
settings-quiet = ساعات الهدوء: { $hours }
settings-digest = الموجزات: في { $time }؛ والأسبوعي يوم { $weekday }
settings-breaking = الأخبار العاجلة (ثلاثة مصادر مستقلة خلال ساعة) فورًا ولو في ساعات الهدوء: { $state }
settings-languages = لغات المقالات: { $languages }
settings-publishers = الناشرون: المفضّل { $preferred }، المستبعد { $muted }
setting-zone = المنطقة الزمنية
setting-quiet = ساعات الهدوء
setting-digest = الموجزات
setting-breaking = العاجل: تشغيل/إيقاف
setting-languages = اللغات
setting-publishers = الناشرون
publishers =
    <b>الناشرون</b>
    المفضّلون: { $preferred }
    المستبعدون: { $muted }

    <code>/prefer اسم</code> يعرض رواية ناشر أولًا، و<code>/mute اسم</code> يستبعده. زرّ يزيله من قائمته.
zone-ask = أين أنت؟ ردّ بمدينة أو بلد، أو أرسل موقعك عبر 📎.
zone-unknown = لا أعرف المكان «{ $words }». جرّب أقرب مدينة كبيرة، أو اسمًا مثل Europe/Istanbul.
zone-like = هل تقصد { $names }؟
quiet-ask = ردّ بساعات هدوئك، مثل <code>22:30-7</code>
quiet-off = لا توجد
digest-ask = ردّ بوقت الموجزات، مثل <code>7:45</code>
languages-all = كل اللغات
on = مفعّل
off = معطّل
button-change = تغيير
button-delete = حذف
button-delete-all = حذف { $count }
button-undo = تراجع
button-mode = متى
button-edit = تعديل
button-share = مشاركة
button-list = كل التنبيهات
button-other = غير ذلك…
button-fewer = أقل من هذا
button-no-publisher = ليس من { $publisher }
button-daily-instead = في موجز يومي
button-narrow = كلمات أخرى
button-forget = احذف كل شيء عني

feed-gone-note = أُوقف <b>{ $name }</b>: يقول خادمه إن المصدر زال نهائيًا. { $url }
command-feeds = مصادر الأخبار: حالها، إضافة، إيقاف، حذف (للمشغّلين)
feeds = <b>مصادر الأخبار</b>: { $count }
feeds-none = لا مصادر بعد. أرسل /feeds وبعده عنوانًا، فأنظر ما فيه.
feed-success = آخر نجاح { $at }
feed-never = لم ينجح بعد
feed-pace = { $items } في اليوم
feed-failures = إخفاقات متتالية: { $count }
feed-paused = متوقف مؤقتًا
feed-switched-off = أُوقف، يقول خادمه إنه زال
button-feed-add = أضف مصدرًا
button-feed-test = اختبار
button-feed-remove = إزالة
feed-ask = رُدّ بعنوان مصدر، أو بعنوان صفحة تذكر مصادرها.
feed-looking = أنظر في { $url } …
feed-trial = <b>{ $title }</b>. المواد: { $entries }، منها مقتطفات فقط: { $teasers }.
feed-trial-newest = أحدثها من { $at }.
feed-trial-bad = لا مصدر في { $url }: { $problem }.
feed-trial-named = تذكر الصفحة هذه المصادر؛ أرسل أحد هذه الأسطر:
feed-added = أُضيف. مقالاته الأولى لا تنبّه أحدًا، أما التالية فنعم.
feed-known = هذا المصدر موجود من قبل.
feed-remove-ask = أأزيل <b>{ $name }</b>؟ تبقى مقالاته.
feed-missing = لم يعد هذا المصدر هنا.

report-ask = <b>ما الخطأ في المصادر؟</b> يرى من يشغّل البوت بلاغك ومعه رقمك في تيليغرام وينظر فيه.
button-report-outlet = الناشر خطأ
button-report-origin = المصدر الأصلي خطأ
button-report-event = هذه أحداث مختلفة
report-filed = شكرًا. سينظر فيه من يشغّل البوت.
report-changed = سبق أن أبلغت عن هذه القصة؛ صار بلاغك يقول هذا.
report-too-many = يكفي هذا اليوم: الحد الأقصى للبلاغات في اليوم { $most }. شكرًا.
command-reports = بلاغات عن مصادر خاطئة (للمشغّلين)
reports = <b>بلاغات عن مصادر خاطئة</b>: { $count ->
    [zero] لا قصص
    [one] قصة واحدة
    [two] قصتان
    [few] { $count } قصص
    [many] { $count } قصة
   *[other] { $count } قصة
  }. يعرض الرقم الكلمات التي عُرفت منها المصادر، وترفع ✓ القصة من القائمة.
reports-none = لا بلاغات مفتوحة عن مصادر خاطئة.
reports-note = بلاغات جديدة عن مصادر خاطئة: { $count }. يعرضها /reports.
report-gone = لم يعد هذا المقال هنا.
report-says-outlet = الناشر خطأ: { $count }
report-says-origin = المصدر الأصلي خطأ: { $count }
report-says-event = أحداث مختلفة: { $count }
report-by = أول بلاغ { $at }، من { $people }
report-receipts = <b>المصادر والكلمات التي عُرفت منها</b>
button-report-done = ✓ تم

command-reload = أعد قراءة المقالات كلها (للمشغّلين)
command-rejects = ما تعذّر إدخاله (للمشغّلين)
reload-begun = <b>إعادة القراءة</b>: أنظر في الملفات…
reload-progress = <b>إعادة القراءة</b>: { $stage ->
    [looking] أنظر في الملفات
    [reading] أقرأ، { $share } % من الملفات المتغيّرة
    [checking] أتحقق وأطرح أسئلة تجريبية
   *[switching] أبدّل
}{ $remaining ->
    [unknown] .
   *[other] ، بقي نحو { $remaining }.
}
    تُجاب الأسئلة مما كان قبل ذلك.
reload-counts = +{ $added } −{ $removed } ~{ $changed } تغيّر، { $unchanged } كما هو{ $duplicates ->
    [0] {""}
   *[other] ، { $duplicates } مكرر
}{ $expired ->
    [0] {""}
   *[other] ، { $expired } قديم جدًا
}
reload-rejected = رُفض { $count }: { $reason } ({ $where })
reload-more-reasons = … وأسباب أخرى عددها { $count }؛ كلها في الملف
reload-is-live = <b>أُعيدت القراءة</b> في { $seconds }.
reload-is-unchanged = <b>لم يتغيّر شيء</b>: المقالات كما في المجلد. استغرق { $seconds }.
reload-is-failed = <b>لم تُعَد القراءة</b>: { $reason }. المقالات كما كانت.
reload-is-undone = <b>تم التراجع</b>: المقالات كما كانت قبل هذه القراءة. إعادة التشغيل لا تعيدها؛ بل /reload.
reload-is-settled = <b>أُعيدت القراءة</b>؛ وجاءت بعدها أخرى.
reload-running = إعادة القراءة جارية منذ { $since }؛ ولم أبدأ ثانية.
reload-undoing = يجري التراجع عن قراءة؛ انتظر قليلًا من فضلك.
reload-done-with = لا يمكن التراجع عن هذه القراءة: تم ذلك من قبل، أو جاءت بعدها أخرى.
reload-is-staging = <b>إعادة القراءة</b> جارية.
reload-details = <b>ما غيّرته القراءة</b>
reload-details-part = { $kind ->
    [added] أُضيف
    [changed] تغيّر
   *[removed] أُزيل
}، { $count }:
and-more = … و{ $count } غيرها
rejects = <b>المرفوض</b>: { $count ->
    [zero] لا شيء في آخر قراءة.
    [one] تعذّر إدخال ملف أو سجل واحد.
    [two] تعذّر إدخال ملفين أو سجلين.
    [few] تعذّر إدخال { $count } ملفات أو سجلات.
    [many] تعذّر إدخال { $count } ملفًا أو سجلًا.
   *[other] تعذّر إدخال { $count } ملف أو سجل.
}
rejected = { $where }: { $reason }
rejects-caption = { $count ->
    [zero] لا مرفوضات
    [one] مرفوض واحد
    [two] مرفوضان
    [few] { $count } مرفوضات
    [many] { $count } مرفوضًا
   *[other] { $count } مرفوض
}: الملف، السطر، السبب
seconds = { $count } ث
minutes = { $minutes } د { $seconds } ث
button-details = التفاصيل
button-report = ‹ التقرير
command-stats = المقالات والفهرس والذاكرة وزمن الإجابة والصادر (للمشغّلين)
stats-corpus = <b>المقالات</b>: العدد { $articles }، منها أمثلة { $samples }؛ الأحدث: { $newest }
stats-reload = آخر إعادة قراءة: { $state ->
    [staging] جارية
    [undone] تم التراجع عنها
    [unchanged] لم يتغيّر شيء
    [failed] فشلت
   *[done] تمّت
  }؛ بدأت { $at }
stats-index = <b>الفهرس</b>: المقالات { $articles }، الكلمات { $terms }، الأجزاء { $segments }، على القرص { $disk } م.ب؛ عند التغيير { $number }، المتأخر { $behind }
stats-memory = <b>الذاكرة</b>: { $memory } م.ب
stats-latency = <b>الإجابات</b>، آخر { $count }: النصف خلال { $median } م.ث، و95٪ خلال { $p95 } م.ث، و99٪ خلال { $p99 } م.ث
stats-no-latency = <b>الإجابات</b>: لا شيء منذ البدء

# Why something went wrong: told after a colon, so without a capital or a full stop.
why-said = { $words }
why-bug = خلل في newsbot نفسه ({ $error })
why-no-words = ليس فيه كلام
why-unreadable = تتعذّر قراءته ({ $words })
why-file-name = اسم الملف ليس بترميز UTF-8 سليم؛ غيّره
why-format = لا أقرأ الصيغة { $suffix }؛ أقرأ { $known }، وكلًّا منها أيضًا بصيغة { $packed }
why-gzip = ضغط الملف تالف ({ $words })
why-large = أكبر من { $megabytes } م.ب
why-line-long = السطر أطول من { $most } بايت
why-json-large = أكبر من أن يكون .json: اكتب سجلًا في كل سطر من ملف .jsonl
why-json = ليس JSON ({ $words })
why-record = ليس سجلًا بحقول مسمّاة
why-field-missing = الحقل «{ $field }» ناقص
why-field = الحقل «{ $field }» غير مناسب ({ $words })
why-xml = ليس XML ({ $words })
why-xml-empty = ليس XML: لا عنصر فيه
why-doctype = يعلن DOCTYPE أو كيانات، وهذا ما لا أقبله من الغرباء
why-no-records = لا مصدر فيه ولا مقالات: لا عنصر اسمه { $names }
why-no-feed = ليس مصدرًا: لا RSS ولا Atom ولا JSON Feed
why-feed-broken = مصدر تالف لا يُقرأ ({ $error })
why-feed-empty = مصدر بلا مواد
why-no-opml = ليست قائمة مصادر: لا outline فيها عنوان http(s) في xmlUrl
why-no-article = لم أجد مقالًا في الصفحة
why-second-text = «{ $title }»: معرّفه { $id } أُعطي من قبل لنص آخر في { $first }؛ غيّر أحدهما
why-status = أجاب خادمه بـ { $status }
why-gone = يقول خادمه إنه زال نهائيًا (410)
why-robots = يطلب موقعه من الروبوتات ألا تقرأه (robots.txt)
why-redirects = أكثر من { $most } إحالات
why-not-public = العنوان ليس عامًّا
why-no-address = ليس عنوان ويب: لا أقرأ إلا http:// وhttps://
why-password = لا أقرأ عنوانًا فيه كلمة مرور
why-address-long = العنوان أطول من { $most } حرف
why-packed = مضغوط بصيغة { $packing } التي لم تُطلب
why-no-connection = لا اتصال
why-no-answer = لا جواب في الوقت المتاح
why-slow = لم يكتمل الجواب خلال { $seconds } ث
why-broken-off = انقطع الاتصال ({ $error })
why-no-folder = المجلد { $folder } غير موجود
why-stopping = البرنامج يتوقف
why-stopped = توقف البرنامج في أثنائها
why-drop = ستُحذف { $removed } من أصل { $before } من المقالات، أي أكثر من { $share }٪؛ إن كان هذا هو المراد: <code>/reload anyway</code> أو <code>newsbot reload --anyway</code>
why-smoke = فشلت أسئلة التجربة: عُثر بالعناوين على { $found } من { $asked } من المقالات الجديدة
why-nothing-left = زال تنبيهها أو زالت مقالاتها
why-dropped = أُسقطت عند استعادة نسخة احتياطية
why-turn = ينتظر دوره
why-not-invited = ليس ضمن NEWSBOT_ALLOWED_IDS
why-blocked = حُظر البوت هنا
why-deactivated = حُذف الحساب
why-kicked = لم يعد البوت في المحادثة
why-no-chat = لم تعد هذه المحادثة موجودة
why-not-begun = لم يبدأ صاحب الحساب البوت
why-no-rights = لا يُسمح للبوت بالكتابة هناك
why-flood = يطلب تيليغرام الانتظار
why-lost = لا اتصال بتيليغرام ({ $words })
why-telegram = يقول تيليغرام: { $words }
