# كل ما يقوله البوت. القيم بين { } تصل مهرَّبة في رسائل HTML.

start =
    <b>اسألني عمّا حدث.</b> أبحث في المقالات الإخبارية وأجيبك بجمل مقتبسة حرفيًا: من قالها، ومن نشرها، ومن أين أخذتها الوسيلة الناشرة.

    أرسل سؤالًا أو رابطًا أو فقرة تريد معرفة مصدرها.
start-example-1 = إضراب الميناء
start-example-2 = من نقل خبر الفيضان؟
help =
    <b>كيف تسأل</b>
    أرسل بضع كلمات، مثل <code>{ $example }</code>، وسأجد أقرب المقالات إليها. ويمكنك أيضًا استخدام:
    • <code>"عبارة بنصها"</code> · <code>-بدون</code> · <code>هذا OR ذاك</code> · <code>بداية*</code>
    • <code>{ $source }</code> · <code>by:اسم</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · الأسبوع الماضي · منذ أكتوبر 2026
    ألصق رابطًا أو فقرة لترى من نشرها ومن نقل الخبر أيضًا. وإذا عدّلت سؤالك تحدّث الجواب. ردّ بالأمر /ask على أي رسالة، أو على جزء تقتبسه منها، لترى من قال ذلك.

    <b>الأوامر</b>
    { $commands }

    في المجموعات، استخدم /ask أو اذكرني أو ردّ عليّ. وفي أي محادثة أخرى، اكتب <code>{ $bot }</code> ثم سؤالك.
help-operators = <b>للمشغّلين</b>
bot-description = اسألني عمّا حدث، فأجيبك بجمل مقتبسة حرفيًا من المقالات الإخبارية: من قالها، ومن نشرها، ومن أين أخذتها الوسيلة الناشرة. تابع موضوعًا بالأمر /subscribe ليصلك كل حدث مرة واحدة.
bot-description-short = الأخبار بنصّها: من قالها، ومن نشرها، ومن أين أخذها.
command-start = ما الذي أستطيع فعله
command-help = كيف تسأل، وكل الأوامر
command-ask = اطرح سؤالًا (في المجموعات)
command-latest = أحدث المقالات، عن موضوع معيّن إن شئت
command-top = أهم أخبار يوم أو أسبوع أو شهر
top-title = <b>أهم الأخبار</b> · { $period }
top-title-topic = <b>أهم الأخبار</b> عن «{ $topic }» · { $period }
top-nearest = لا أخبار في الفترة المطلوبة. هذه أقرب الأخبار إليها:
top-nothing-newer = ليس لديّ ما هو أحدث من هذا:
top-nothing-topic = لا مقال عن «{ $topic }».
top-hidden = إعدادات هذه المحادثة (/settings) تخفي كل المقالات التي يمكنني عرضها هنا. راجع لغات المقالات والناشرين المخفيين.
top-period-24 = آخر 24 ساعة
top-period-168 = آخر 7 أيام
top-period-720 = آخر 30 يومًا
top-period-all = كل الأوقات
arrivals = { $count ->
    [zero] <b>لا مقالات جديدة</b> منذ ذلك الحين:
    [one] <b>مقال جديد واحد</b> منذ ذلك الحين:
    [two] <b>مقالان جديدان</b> منذ ذلك الحين:
    [few] <b>{ $count } مقالات جديدة</b> منذ ذلك الحين:
    [many] <b>{ $count } مقالًا جديدًا</b> منذ ذلك الحين:
   *[other] <b>{ $count } مقال جديد</b> منذ ذلك الحين:
  }
arrivals-least = { $count ->
    [zero] <b>لا مقالات جديدة</b> منذ ذلك الحين:
    [one] <b>مقال جديد واحد على الأقل</b> منذ ذلك الحين:
    [two] <b>مقالان جديدان على الأقل</b> منذ ذلك الحين:
    [few] <b>{ $count } مقالات جديدة على الأقل</b> منذ ذلك الحين:
    [many] <b>{ $count } مقالًا جديدًا على الأقل</b> منذ ذلك الحين:
   *[other] <b>{ $count } مقال جديد على الأقل</b> منذ ذلك الحين:
  }
arrivals-none = لا جديد منذ ذلك الحين.
button-arrivals = ما الجديد؟
command-trends = رسم بياني لحجم تغطية موضوع
command-timeline = الخط الزمني لحدث
command-said = أقوال شخص ما
command-corrections = ما صحّحته وسائل الإعلام أو سحبته
command-about = ما في الأرشيف

ask-for-words = اكتب ما تبحث عنه: اسمًا أو مكانًا أو حدثًا. مثلًا: { $example }
no-words = لا أجد كلمات في رسالتك. أرسل اسمًا أو مكانًا أو حدثًا.
greeting-hello = أهلًا بك! اسألني عن شخص أو مكان أو حدث، مثل { $example }. وللمزيد: /help
greeting-thanks = على الرحب والسعة! اسألني عن أي شيء آخر، مثل { $example }. ولمعرفة ما أستطيع فعله أيضًا: /help
only-words = لا أقرأ إلا النصوص، لا الرسائل الصوتية ولا الصور ولا مقاطع الفيديو. اكتب ما تريد معرفته، مثلًا { $example }، أو ألصق رابطًا أو فقرة.
guest-how = ردّ على رسالة واذكر اسمي: أخبرك أي المقالات فيها هذه الكلمات ومن أين جاءت. أو اكتب سؤالًا بعد اسمي.
button-ask-bot = اسألني المزيد
last-page = هذا كل ما لديّ عن هذا الموضوع. اضغط رقمًا أعلاه لقراءة المزيد من مقال.
unknown-command = لا أعرف هذا الأمر. تجد قائمة الأوامر في /help. وأي نص آخر ترسله أعدّه سؤالًا.
query-error = لا أستطيع قراءة هذا السؤال (الحرف { $position }): { $problem }
too-fast = أرسلت طلبات كثيرة دفعة واحدة. انتظر { $seconds ->
    [zero] لحظة
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
  } من فضلك، ثم حاول مجددًا.
not-invited = هذا البوت خاص. لاستخدامه، أرسل معرّفك إلى مشغّله: { $id }
privacy =
    <b>ما أخزّنه</b>
    • <b>في هذه المحادثة</b>: أسئلتك والرسائل التي تتتبّعها، ما دامت الأزرار تحت أجوبتي تعمل (30 يومًا)؛ وأي رسالة تجيب عن أي رسالة؛ وتنبيهاتك وإعداداتك إلى أن تحذفها؛ والإشعارات التي أرسلتها تنبيهاتك.
    • <b>عنك</b>: معرّفك في تيليغرام ولغة تطبيقك. وفيما عدا الرسائل التي أجيب عنها الآن، لا اسم ولا رقم هاتف ولا جهات اتصال.
    • <b>في المجموعات</b>: الأمر نفسه للمجموعة، ومن حفظ كل تنبيه.
    • <b>بلاغات المصادر الخاطئة</b>: الحدث، وما تراه خطأً، ومعرّفك في تيليغرام، إلى أن يراجعها أحد المشغّلين.
    • <b>الخلاصات التي تقترحها</b>: العنوان ومعرّفك في تيليغرام، إلى أن يمرّ 30 يومًا على قرار أحد المشغّلين.
    • <b>الرسائل التي أجيب عنها</b>: كما يرسلها تيليغرام، ومعها اسمك، إلى أن أجيب عنها، عادةً خلال ثانية. وبعد ذلك، لمدة يومين، أرقام فقط (المحادثة والرسالة والجواب) وبصمة تحقق.
    • <b>ذكر اسمي في محادثات لست عضوًا فيها</b>: لا يرسل إليّ تيليغرام إلا تلك الرسالة والرسالة التي تردّ عليها. يرى جوابي كل من في المحادثة، ولا أحتفظ بالرسالتين ولا بمن في المحادثة.
    • <b>الأسئلة المضمّنة</b> لا تُخزَّن. ولا يظهر شيء مما تكتبه في السجلات. ولا نشارك شيئًا مع أحد سوى تيليغرام الذي ينقل رسائلنا.

    يرسل لك /export تنبيهاتك وإعداداتك في ملف. ويحذف /forget_me كل ما يخصك فورًا، حتى من ملف قاعدة البيانات. أما النسخ الاحتياطية التي أنشأها مشغّل البوت فحذفها يعود إليه.
privacy-judgements = <b>👍 و👎</b>: يحتفظ مشغّل هذا البوت بحكمك مع معرّفك في تيليغرام والسؤال وما عُرض من مقالات وجمل، لاختبار الأجوبة. /forget_me يحذفها أيضًا.
judgement-kept = شكرًا لك! حكمك يساعد على اختبار الأجوبة. انظر /privacy
judgement-off = لم تعد الأحكام تُحفظ هنا.
expired = مضى على هذه الرسالة أكثر من 30 يومًا، فلم تعد أزرارها تعمل. اسأل من جديد من فضلك.
failed = حدث خطأ عندي، وقد سُجّل. حاول مرة أخرى من فضلك.
search-unavailable = البحث غير متاح حاليًا. حاول مرة أخرى بعد دقيقة من فضلك.

problem-common = هذه الكلمات شائعة جدًا ولا يمكن البحث عنها؛ أضف كلمة أكثر تحديدًا.
problem-bracket-open = قوس غير مغلق عند { $position }؛ أغلقته في النهاية.
problem-bracket-closed = قوس إغلاق بلا مقابل عند { $position }؛ تجاهلته.
problem-quote = علامة اقتباس بلا مقابل عند { $position }؛ تجاهلتها.
problem-or = يجب أن تكون على كل جانب من OR كلمة.
problem-not = يجب أن تأتي كلمة بعد NOT.
problem-field = لا أعرف الحقل <code>{ $field }:</code> عند الموضع { $position }، فبحثت عن الكلمات التي تليه.
problem-deep = أقواس متداخلة أكثر من اللازم.
problem-empty = لا شيء بعد <code>{ $field }:</code> عند { $position }؛ تجاهلته.
problem-date = <code>{ $field }:{ $value }</code> عند { $position } ليس تاريخًا أعرفه، فتجاهلته. اكتبه هكذا: <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> قصير جدًا. الحد الأدنى لعدد الحروف قبل *: { $letters }.
problem-long = استخدمت الكلمات الأولى فقط، وعددها { $words }.
article-gone = لم يعد هذا المقال متاحًا. اسأل من جديد من فضلك.
article-unquotable = لم تعد في هذا المقال جمل يمكن اقتباسها. اسأل من جديد من فضلك.

not-understood = لم أفهم جزءًا من سؤالك: { $problem }
searched-instead = هذه نتائج <b>{ $instead }</b> بدلًا من «{ $word }».
searched-also = شمل البحث أيضًا: { $words }
credit = — { $label }
credit-via = { $speaker }، نقلًا عن { $outlet }
cites = يستند إلى { $outlets }
by = بقلم { $author }
undated = بلا تاريخ
about-date = تاريخ تقديري
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
other-outlets = { $outlets ->
    [zero] لا وسائل أخرى
    [one] ووسيلة إعلام أخرى
    [two] ووسيلتان أخريان
    [few] +{ $outlets } وسائل أخرى
    [many] +{ $outlets } وسيلة أخرى
   *[other] +{ $outlets } وسيلة أخرى
  }، { $origins ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $origins } مصادر
    [many] { $origins } مصدرًا
   *[other] { $origins } مصدر
  }
source-unknown = ناشر غير معروف
notice-samples = مقالات نموذجية مختلَقة لتجربة البوت.
notice-stale = أحدث مقال هنا بتاريخ { $newest }، فقد تفوتني أخبار أحدث.
notice-unreachable = تعذّر الوصول إلى { $feeds } منذ { $since }، فقد تفوتني أخبار حديثة.
notice-cut = سؤالك طويل جدًا، فاستخدمت أوله فقط. عدد الحروف المستخدمة: { $length }.
notice-language = لا توجد هنا مقالات بهذه اللغة: { $absent }. توجد مقالات { $count ->
    [1] بهذه اللغة
   *[other] بهذه اللغات
  }: { $languages }. للبحث فيها، اسأل { $count ->
    [1] بتلك اللغة
   *[other] بإحدى هذه اللغات
  }.
notice-letters = لا يجد البحث إلا المقالات المكتوبة بالأبجدية نفسها. توجد أيضًا مقالات { $count ->
    [1] بهذه اللغة
   *[other] بهذه اللغات
  }: { $languages }. للبحث فيها، اسأل { $count ->
    [1] بتلك اللغة
   *[other] بإحدى هذه اللغات
  }.
notice-more-languages = { $languages } وغيرها

nothing = <b>لا توجد نتائج.</b>
nothing-unknown = لا يذكر أي مقال { $words }.
not-about = <b>لا يوجد هنا ما يغطي كل ذلك.</b>
not-quoted = لا اقتباس في هذا الموضوع لأحد باسم «{ $speaker }».
not-credited = لا تُنسب أي من هذه الجمل إلى «{ $speaker }».
closest = أقرب المقالات:
other-time = <b>لا شيء من تلك الفترة.</b> الأقرب إليها:
less-close = { $count ->
    [zero] لا نتائج أقل صلة ◂
    [one] نتيجة واحدة أقل صلة ◂
    [two] نتيجتان أقل صلة ◂
    [few] { $count } نتائج أقل صلة ◂
    [many] { $count } نتيجة أقل صلة ◂
   *[other] { $count } نتيجة أقل صلة ◂
  }
below-cut = أقل صلة:
follow-up = متابعةً لـ«{ $previous }»
quoted-word = «{ $word }»
nothing-period = { $count ->
    [zero] لا مقالات مطابقة خارج الفترة المختارة.
    [one] يوجد مقال مطابق واحد خارج الفترة المختارة.
    [two] يوجد مقالان مطابقان خارج الفترة المختارة.
    [few] توجد { $count } مقالات مطابقة خارج الفترة المختارة.
    [many] يوجد { $count } مقالًا مطابقًا خارج الفترة المختارة.
   *[other] يوجد { $count } مقال مطابق خارج الفترة المختارة.
  }
nothing-filters = { $count ->
    [zero] لا مقالات فيها هذه الكلمات.
    [one] مقال واحد فيه هذه الكلمات، لكنه لا يطابق عوامل التصفية.
    [two] مقالان فيهما هذه الكلمات، لكنهما لا يطابقان عوامل التصفية.
    [few] { $count } مقالات فيها هذه الكلمات، لكنها لا تطابق عوامل التصفية.
    [many] { $count } مقالًا فيها هذه الكلمات، لكنها لا تطابق عوامل التصفية.
   *[other] { $count } مقال فيها هذه الكلمات، لكنها لا تطابق عوامل التصفية.
  }
nothing-left-out = مقالات أخفتها إعدادات هذه المحادثة (/settings): { $count }.
nothing-suggest = هل تقصد:
nothing-corpus = { $articles ->
    [zero] لا توجد مقالات بعد.
    [one] بحثت في مقال واحد، بتاريخ { $newest }.
    [two] بحثت في مقالين، أحدثهما بتاريخ { $newest }.
    [few] بحثت في { $articles } مقالات، أحدثها بتاريخ { $newest }.
    [many] بحثت في { $articles } مقالًا، أحدثها بتاريخ { $newest }.
   *[other] بحثت في { $articles } مقال، أحدثها بتاريخ { $newest }.
  }

pasted-found = <b>هذا النص من [1].</b> فيما يلي من نقل الخبر أيضًا، ثم مقالات مشابهة.
pasted-nearest = <b>ليس لدي هذا النص.</b> أقرب المقالات إليه:
pasted-unknown-link = <b>ليست لدي هذه الصفحة.</b> ألصق فقرة منها وسأبحث عمّن نقل الخبر أيضًا.
pasted-nothing = <b>ليس لدي ما يشبه هذا النص.</b>
pasted-carried = <b>{ $count ->
    [zero] لا مقالات هنا فيها هذه الكلمات:
    [one] مقال واحد هنا فيه هذه الكلمات:
    [two] مقالان هنا فيهما هذه الكلمات، الأقدم أولًا:
    [few] { $count } مقالات هنا فيها هذه الكلمات، الأقدم أولًا:
    [many] { $count } مقالًا هنا فيها هذه الكلمات، الأقدم أولًا:
   *[other] { $count } مقال هنا فيها هذه الكلمات، الأقدم أولًا:
  }</b>
pasted-carried-in-part = <b>{ $count ->
    [zero] لا مقالات هنا فيها جزء من هذا النص:
    [one] مقال واحد هنا فيه جزء من هذا النص:
    [two] مقالان هنا فيهما جزء من هذا النص على الأقل:
    [few] { $count } مقالات هنا فيها جزء من هذا النص على الأقل:
    [many] { $count } مقالًا هنا فيها جزء من هذا النص على الأقل:
   *[other] { $count } مقال هنا فيها جزء من هذا النص على الأقل:
  }</b>
pasted-not-carried = <b>لا يوجد هنا مقال فيه هذه الكلمات.</b> أقرب المقالات إليها:

card-focused = ما يخص سؤالك:
card-gist = الملخّص:
card-empty = ليس في هذا المقال جمل يمكن اقتباسها.
correction-corrected = ✎ صُحّح في { $at }
correction-updated = ✎ حُدّث في { $at }
correction-withdrawn = ✗ سُحب في { $at }
pasted-withdrawn = ما زالت وسائل أخرى تنقل هذا الخبر:
withdrawn-alone = لا ينقل أحد غيره هذا الخبر هنا.
change-headline = العنوان:
corrections-title = <b>أحدث التصحيحات</b>
corrections-title-topic = <b>أحدث التصحيحات: { $topic }</b>
corrections-none = لم تصحّح أي وسيلة إعلام في الأرشيف مقالًا ولم تسحبه مؤخرًا.
corrections-none-topic = لا تصحيحات حديثة في مقالات عن { $topic }.
context-place = الجملة { $number } من { $of } في الملخّص، في سياقها الأصلي:
similar = <b>مقالات مشابهة</b>: { $title }
similar-none = لا توجد مقالات مشابهة.
speaker = <b>{ $speaker }</b>: أحدث التصريحات
speaker-on = <b>{ $speaker }</b> عن «{ $topic }»: أحدث التصريحات
speaker-none = لا اقتباس هنا لأحد باسم «{ $speaker }».
speaker-none-on = لا اقتباس هنا لأحد باسم «{ $speaker }» عن «{ $topic }».
speaker-range = { $first }–{ $last } من { $count }
outlets = <b>من نقل الخبر، وعمّن</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
difference = ⚖ <b>وسائل الإعلام تختلف</b> · { $thing }: { $versions }
difference-later = <b>الأرقام بمرور الوقت</b> · { $thing }: { $versions }
difference-denied = ⚖ <b>تأكيد ونفي</b>: { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-thing = «{ $noun }»
difference-of = { $thing } ({ $noun })
differs-dead = القتلى
differs-injured = الجرحى
differs-missing = المفقودون
differs-arrested = الموقوفون
differs-evacuated = من جرى إجلاؤهم
differs-rescued = من جرى إنقاذهم
differs-abducted = الرهائن
differs-aboard = الركاب
differs-magnitude = قوة الزلزال
differs-homes = المنازل المتضررة
differs-powerless = من انقطعت عنهم الكهرباء
differs-age = العمر
differs-day = يوم الحدث
differs-date = التاريخ
differs-time = الساعة
differs-counted = رقم
story-also = أيضًا بلغات أخرى: { $languages }
sisters = <b>الحدث نفسه بلغات أخرى</b>: { $title }
sisters-none = لا توجد مقالات بلغات أخرى عن هذا الحدث.
story-added = <b>ما أضافته كل وسيلة</b>، الأحدث أولًا
story-repeats = يكرر ما نشره { $outlet }
story-repeats-itself = يكرر ما نشره سابقًا
story-more = … و{ $count ->
    [zero] لا جمل جديدة أخرى
    [one] جملة جديدة أخرى
    [two] جملتان جديدتان أخريان
    [few] { $count } جمل جديدة أخرى
    [many] { $count } جملة جديدة أخرى
   *[other] { $count } جملة جديدة أخرى
  }

history-how = عن أي موضوع؟ مثلًا: <code>{ $command } { $example }</code>. وتعمل هنا أيضًا صيغة البحث الموضّحة في /help.
history-nothing = <b>لا توجد نتائج.</b> لا يوجد مقال مؤرخ فيه كل هذه الكلمات.
pictures-missing = لا رسم بيانيًا: matplotlib غير مثبّت على هذا الخادم.
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
trend-peak-day = الذروة: { $count } في { $when }
trend-peak-week = الذروة: { $count } في أسبوع { $when }
trend-peak-month = الذروة: { $count } في { $when }
trend-others = { $count ->
    [zero] لا ناشرين آخرين
    [one] ناشر آخر
    [two] ناشران آخران
    [few] { $count } ناشرين آخرين
    [many] { $count } ناشرًا آخر
   *[other] { $count } ناشر آخر
  }
trend-undated = { $count ->
    [zero] لا مقالات أخرى بلا تاريخ.
    [one] يوجد مقال آخر بلا تاريخ.
    [two] يوجد مقالان آخران بلا تاريخ.
    [few] توجد { $count } مقالات أخرى بلا تاريخ.
    [many] يوجد { $count } مقالًا آخر بلا تاريخ.
   *[other] يوجد { $count } مقال آخر بلا تاريخ.
  }
timeline-stories = { $stories ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $stories } أحداث
    [many] { $stories } حدثًا
   *[other] { $stories } حدث
  }
timeline-some = الأحداث الأكثر صلة: { $shown } من { $stories }
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
    }؛ الأحدث بتاريخ { $newest }.
    الناشرون: { $publishers }

    تُرتَّب الأجوبة بطريقة BM25 وتقتبس المقالات حرفيًا. لا يُعاد صوغ شيء ولا يُولَّد.
about-samples = { $samples ->
    [zero] ليس بينها مقالات نموذجية.
    [one] بينها مقال نموذجي واحد أُعدّ لتجربة البوت.
    [two] بينها مقالان نموذجيان أُعدّا لتجربة البوت.
    [few] بينها { $samples } مقالات نموذجية أُعدّت لتجربة البوت.
    [many] بينها { $samples } مقالًا نموذجيًا أُعدّت لتجربة البوت.
   *[other] بينها { $samples } مقال نموذجي أُعدّت لتجربة البوت.
  }
about-empty = لا توجد مقالات بعد.

button-previous = ◀
button-next = ▶
button-page = صفحة { $page } من { $pages }
button-more = المزيد ◂
button-filter = تصفية
button-options = خيارات
button-exact = ابحث عن «{ $word }» كما هي
button-relevance = الأكثر صلة
button-newest = الأحدث
button-chosen = • { $label }
button-period-24 = 24 ساعة
button-period-168 = 7 أيام
button-period-720 = 30 يومًا
button-period-all = الكل
button-context = في سياقها
button-source = قراءة المقال ↗
button-similar = مقالات مشابهة
button-speaker = المزيد من { $speaker }
button-changes = ✎ ما الذي تغيّر
button-outlets = وسائل أخرى
button-sisters = 🌐 لغات أخرى
button-report-source = مصدر خاطئ؟
button-back = ‹ رجوع
inline-none = لا توجد نتائج. افتح محادثة معي للتفاصيل

command-follow = تابع حدثًا
command-subscribe = أنشئ تنبيهًا للمقالات الجديدة
command-subscriptions = تنبيهاتي
command-unsubscribe = احذف تنبيهًا
subscribe-how = ما الذي أتابعه لك؟ مثلًا: <code>/subscribe { $example }</code>. يجب أن يحتوي المقال على كل الكلمات ما لم تكتب OR. وتعمل هنا أيضًا صيغة البحث الموضّحة في /help.
    للنشر في قناتك، اكتب اسم القناة أولًا في محادثتنا الخاصة: <code>/subscribe @channel { $example }</code>
alert-admins-only = لا يغيّر تنبيهات هذه المجموعة إلا مشرفوها.
alert-preview = <b>تنبيه جديد</b>: <code>{ $query }</code>
alert-found = المقالات المطابقة في آخر 7 أيام: { $articles ->
    [0] لا شيء.
    [1] مقال واحد.
   *[other] { $articles }، عن { $stories ->
        [zero] { $stories } حدث.
        [one] حدث واحد.
        [two] حدثين.
        [few] { $stories } أحداث.
        [many] { $stories } حدثًا.
       *[other] { $stories } حدث.
      }
  }
alert-rate-day = عدد الرسائل المتوقع في اليوم: { $count } تقريبًا.
alert-rate-week = توقّع نحو { $count ->
    [zero] { $count } رسالة
    [one] رسالة واحدة
    [two] رسالتين
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
  } في الأسبوع.
alert-ever = مطابقات أقدم: { $count ->
    [zero] لا مقالات.
    [one] مقال واحد.
    [two] مقالان.
    [few] { $count } مقالات.
    [many] { $count } مقالًا.
   *[other] { $count } مقال.
  }
alert-nothing = ⚠ لم يطابق هذا أي مقال حتى الآن. يمكنك حفظه مع ذلك.
alert-wide = ⚠ هذا واسع جدًا. أضف كلمة، أو ضع العبارات بين "علامتي اقتباس"، أو اختر موجزًا يوميًا.
alert-everything = يطابق هذا كل المقالات تقريبًا. أضف كلمة يجب أن تظهر.
alert-only-common = هذه الكلمات شائعة جدًا ولا يمكن البحث عنها، فلن يطابق هذا التنبيه شيئًا. أضف اسمًا أو كلمة أقل شيوعًا.
alert-instead = ← <code>{ $query }</code> يطابق: { $count ->
    [zero] لا مقالات.
    [one] مقال واحد.
    [two] مقالان.
    [few] { $count } مقالات.
    [many] { $count } مقالًا.
   *[other] { $count } مقال.
  }
alert-mistyped = ⚠ لا يذكر أي مقال «{ $word }». هل تقصد { $instead }؟
alert-common = ⚠ تظهر «{ $word }» في نصف المقالات، فلا تكاد تضيّق البحث.
alert-fired = كان سيطابق { $fired } من أصل { $shown } من مقالات ذلك الجواب.
alert-not-fired = ⚠ لم يكن ليطابق أيًّا من مقالات ذلك الجواب، فقد يفوته هذا الحدث.
button-also = أيضًا: { $query }
button-wider = استخدم «{ $query }» بدلًا منه
alert-saved = ✓ <b>حُفظ.</b> سأراسلك هنا عند مطابقة مقال جديد: مرة واحدة لكل حدث، ابتداءً من الآن.
alert-paused = متوقف مؤقتًا.
alert-muted = مكتوم حتى { $until }.
alert-deleted = حُذف: <code>{ $query }</code>
alert-cancelled = أُلغي. لم يُحفظ شيء.
alert-gone = حُذف هذا التنبيه.
alert-too-many = بلغت الحد الأقصى لعدد التنبيهات، وهو { $most }. احذف واحدًا أولًا: /subscriptions
alert-why = تنبيه <code>{ $query }</code>، المطابق: { $reasons }
alerts-none = لا تنبيهات في هذه المحادثة بعد. أرسل /subscribe مع بضع كلمات، أو اضغط 🔔 تحت جواب.
alerts-title = <b>تنبيهات هذه المحادثة</b> ({ $count })
unsubscribe-how = أي تنبيه؟ مثلًا: <code>/unsubscribe 2</code>
button-alert = 🔔 نبّهني
button-save = حفظ
button-cancel = إلغاء
button-pause = إيقاف مؤقت
button-resume = استئناف
button-mute = كتم 24 ساعة
alert-corrected = ✎ صُحّح بعد إرساله أول مرة.
alert-updated = ✎ حُدّث بعد إرساله أول مرة.
alert-withdrawn = <s>{ $title }</s>
    سُحب هذا المقال. تنبيه <code>{ $query }</code>
alert-withdrawn-other = أرسلت هذا الحدث أولًا مع مقال سُحب لاحقًا: { $title }
digest-title = <b>أحداث تطابق تنبيهاتك: { $count }</b>
digest-corrected = مصحّح
digest-updated = محدّث

alert-entry = <b>تنبيه</b> <code>{ $query }</code>
alert-reports-now = يرسل فورًا.
alert-reports-hourly = يرسل موجزًا على رأس كل ساعة.
alert-reports-daily = يرسل موجزًا يوميًا في { $time } ({ $zone }).
alert-reports-weekly = يرسل موجزًا أسبوعيًا كل { $weekday } في { $time } ({ $zone }).
alert-reports-briefing = يرسل أهم الأخبار كل يوم في { $time } ({ $zone }).
briefing-name = أهم الأخبار
briefing-name-topic = أهم الأخبار: { $topic }
briefing-saved = ✓ <b>تم ضبط موجزك اليومي.</b>
briefing-ask = ردّ بوقت موجزك اليومي، مثل <code>7:45</code>
button-briefing = ☀ كل يوم في { $time }
button-briefing-time = الوقت
button-briefing-stop = إيقاف الموجز
alert-no-zone = لا أعرف منطقتك الزمنية بعد. حدّدها في /settings.
alert-elsewhere = ينشر في <b>{ $chat }</b>.
alert-for-channel = للقناة <b>{ $channel }</b>:
alert-share = كل من يفتح هذا الرابط يمكنه إضافة التنبيه نفسه: { $link }
channel-not-yours = لا أستطيع النشر في { $channel }. يجب أن نكون أنا وأنت من مشرفي القناة.
draft-ask = ردّ على هذه الرسالة بكلمات جديدة بدلًا من <code>{ $query }</code>
reword-ask = ردّ على هذه الرسالة بكلمات جديدة للتنبيه <code>{ $query }</code>. لن أعيد إرسال أحداث وصلتك؛ وعلى المقالات الجديدة أن تطابق الكلمات الجديدة.
state-paused = متوقف مؤقتًا
state-muted = مكتوم
mode-now = فورًا
mode-hourly = كل ساعة
mode-daily = يوميًا
mode-weekly = أسبوعيًا
mode-briefing = موجز يومي
toast-paused = أُوقف مؤقتًا. استأنفه من هنا أو من /subscriptions.
toast-muted = كُتم 24 ساعة.
toast-daily = نُقل إلى الموجز اليومي.
button-follow = متابعة
button-unfollow = إلغاء المتابعة
button-follow-again = متابعة من جديد
follow-saved = ✓ <b>أنت تتابع هذا الحدث.</b> سأراسلك هنا عند حدوث أي جديد.
follow-no-story = <b>لا يوجد هنا بعد حدث عن ذلك.</b> يمكنني بدلًا من ذلك أن أترقّب المقالات الجديدة:
follow-press = أنت تكتب باسم المجموعة. لمتابعة هذا الحدث، اضغط على <b>متابعة</b>:
follow-entry = <b>متابعة:</b> { $query }
follow-name = حدث: { $title }
follow-why = حدث تتابعه: { $title }
follow-ends = تنتهي المتابعة تلقائيًا بعد { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
  } بلا جديد.
follow-ended = <b>لا جديد منذ { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
  }.</b> توقفت عن متابعة هذا الحدث.
alert-reports-follow-now = يرسل رسالة جديدة في كل مرة.
alert-reports-update = يحدّث رسالة واحدة باستمرار.
mode-follow-now = رسائل جديدة
mode-update = رسالة واحدة محدَّثة
development-origin = مصدر مستقل جديد: <b>{ $name }</b>
development-figures = أرقام جديدة: <b>{ $name }</b>
development-correction = صحّحه { $source }: { $name }
development-withdrawal = سحبه { $source }: { $name }
development-speaker = أول تصريح من <b>{ $name }</b>
publisher-muted = أُخفيت مقالات { $publisher }. يمكنك تغيير ذلك في /settings.
command-unsubscribe_all = احذف كل تنبيهات هذه المحادثة
unsubscribe-all = هل تريد حذف { $count ->
    [zero] كل التنبيهات
    [one] التنبيه الوحيد
    [two] التنبيهين
    [few] كل التنبيهات ({ $count })
    [many] كل التنبيهات ({ $count })
   *[other] كل التنبيهات ({ $count })
  } في هذه المحادثة؟ سأرسل لك ملف نسخة احتياطية أولًا، ويستعيده /import.
all-deleted = { $count ->
    [zero] لم يُحذف أي تنبيه.
    [one] حُذف تنبيه واحد.
    [two] حُذف تنبيهان.
    [few] حُذفت { $count } تنبيهات.
    [many] حُذف { $count } تنبيهًا.
   *[other] حُذف { $count } تنبيه.
  }
nothing-deleted = لم يُحذف شيء.
command-export = صدّر التنبيهات والإعدادات إلى ملف
export-caption = { $count ->
    [zero] لا تنبيهات
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { $count } تنبيهات
    [many] { $count } تنبيهًا
   *[other] { $count } تنبيه
  } وإعدادات هذه المحادثة. استعدها بالأمر /import.
command-import = استورد التنبيهات والإعدادات من ملف
import-ask = ردّ على هذه الرسالة بملف من /export (بحد أقصى 1 ميغابايت).
import-unfit = ليس هذا ملفًا صدّره newsbot: { $place } غير صالح.
import-done = استوردت { $saved } من { $all } من التنبيهات، مع الإعدادات. اعرضها بالأمر /subscriptions.
command-privacy = ما أخزّنه عنك وكيف تحذفه
command-forget_me = احذف كل ما يخصني
forget-me = سيُحذف كل ما أخزّنه عنك: تنبيهاتك في كل المحادثات، والإشعارات التي أرسلتها، وإعداداتك، وبيانات الأزرار في هذه المحادثة. لا يمكن التراجع عن ذلك. إن أردت نسخة فاستخدم /export أولًا.
forgotten = تم. حذفت تنبيهاتك ({ $alerts }) وإشعاراتها ({ $messages }) وإعداداتك وكل ما عدا ذلك مما يخصك.
only-in-private = أرسل ذلك في محادثتنا الخاصة من فضلك.
command-status = الإشعارات المنتظرة لهذه المحادثة
status-alerts = { $count ->
    [zero] لا تنبيهات هنا.
    [one] هنا تنبيه واحد.
    [two] هنا تنبيهان.
    [few] هنا { $count } تنبيهات.
    [many] هنا { $count } تنبيهًا.
   *[other] هنا { $count } تنبيه.
  }{ $paused ->
    [0] {""}
   *[other] {" "}المتوقف منها مؤقتًا: { $paused }.
  }
status-nothing = لا شيء في الانتظار.
status-waiting = في الانتظار حتى { $until }: { $count }.
status-held = في الانتظار حتى { $until }: { $count } (بسبب حد معدل الإرسال في تيليغرام).
status-suspended = معلّق: { $count }، لأنني لا أستطيع النشر هنا: { $reason }
status-updates = بعض الرسائل المرسلة إليّ تنتظر الرد منذ { $since }.
command-outbox = الإشعارات المنتظرة لكل المحادثات (للمشغّلين)
operators-only = هذا متاح لمشغّلي البوت فقط.
outbox = <b>صندوق الصادر</b>: في الانتظار { $waiting }، مؤجّل { $postponed }، معلّق { $suspended }، فاشل { $failed }، مرسَل { $sent }.
outbox-oldest = أقدم إشعار متأخر: { $at }.
outbox-none-due = لا شيء مستحق الإرسال.
outbox-rate = أُرسل في الساعة الأخيرة: { $count }.
outbox-postponed = • مؤجّل × { $count }: { $reason }
outbox-suspended = • معلّق × { $count }: { $reason }
outbox-given-up = • فاشل × { $count }: { $reason }
command-settings = المنطقة الزمنية وساعات الهدوء والموجزات واللغات والناشرون
command-lang = اللغة التي أستخدمها هنا
lang-title = <b>أي لغة أستخدم هنا؟</b> تشمل أزراري ورسائلي وأوامري. أما المقالات فتبقى بلغتها.
lang-unknown = لا أتكلم «{ $word }». اختر إحدى هذه اللغات:
lang-automatic = لغة تطبيق تيليغرام لديك
lang-chosen = ✓ سأستخدم هنا: <b>{ $name }</b>.
command-prefer = اعرض مقال ناشر معيّن أولًا في كل حدث
command-mute = أخفِ ناشرًا
settings-title = <b>إعدادات هذه المحادثة</b>
settings-lent = ✓ تستخدم <b>{ $channel }</b> الآن إعداداتك:
settings-zone = المنطقة الزمنية: { $zone }
settings-no-zone = المنطقة الزمنية: غير محددة (أستخدم UTC)
settings-quiet = ساعات الهدوء: { $hours }
settings-digest = الموجزات: في { $time }؛ والأسبوعي يوم { $weekday }
settings-breaking = الأخبار العاجلة (ثلاثة مصادر مستقلة خلال ساعة) حتى في ساعات الهدوء: { $state }
settings-languages = لغات المقالات: { $languages }
settings-calendar = التواريخ: { $calendar }
calendar-solar = هجري شمسي
calendar-gregorian = ميلادي
settings-publishers = الناشرون: المفضّلون { $preferred }، المخفيون { $muted }
setting-zone = المنطقة الزمنية
setting-quiet = ساعات الهدوء
setting-digest = الموجزات
setting-breaking = تشغيل/إيقاف العاجل
setting-languages = اللغات
setting-calendar = التقويم
setting-publishers = الناشرون
publishers =
    <b>الناشرون</b>
    المفضّلون: { $preferred }
    المخفيون: { $muted }

    يعرض <code>/prefer اسم</code> مقال الناشر أولًا في كل حدث، ويخفيه <code>/mute اسم</code>. اضغط زرًا لإزالة ناشر من القائمة.
zone-ask = أين أنت؟ ردّ باسم مدينة أو بلد، أو شارك موقعك عبر 📎.
zone-unknown = لا أعرف «{ $words }». جرّب مدينة كبيرة قريبة، أو منطقة زمنية مثل Europe/Istanbul.
zone-like = هل تقصد { $names }؟
publisher-unknown = لا أعرف ناشرًا باسم «{ $words }».
quiet-ask = ردّ بساعات الهدوء التي تريدها، مثل <code>22:30-7</code>
quiet-off = لا توجد
digest-ask = ردّ بوقت الموجزات، مثل <code>7:45</code>
languages-all = كل اللغات
on = مفعّل
off = معطّل
button-change = تغيير
button-delete = حذف
button-delete-all = حذف { $count }
button-undo = تراجع
button-mode = الجدول
button-differences-on = ⚖ اختلاف الوسائل: ظاهر ✓
button-differences-off = ⚖ اختلاف الوسائل: مخفي
button-edit = تعديل
button-share = مشاركة
button-cite = نسخ مع المصدر
button-feed = كخلاصة
button-story-page = صفحة الحدث
button-list = كل التنبيهات
button-other = غير ذلك…
button-fewer = تقليل ما يشبه هذا
button-no-publisher = إخفاء { $publisher }
button-daily-instead = نقل إلى الموجز اليومي
button-narrow = تغيير الكلمات
button-forget = احذف كل ما يخصني

feed-gone-note = أُوقفت <b>{ $name }</b>: يقول خادمها إن الخلاصة لم تعد موجودة. { $url }
command-feeds = خلاصات الأخبار: حالة، إضافة، إيقاف، إزالة (للمشغّلين)
feeds = <b>خلاصات الأخبار</b>: { $count }
feeds-none = لا خلاصات بعد. أرسل /feeds مع عنوان وسأتحقق مما فيه.
feed-success = آخر جلب: { $at }
feed-never = لم تُجلب بعد
feed-pace = مقالات في اليوم: { $items }
feed-failures = { $count ->
    [zero] لا إخفاقات
    [one] إخفاق واحد
    [two] إخفاقان متتاليان
    [few] { $count } إخفاقات متتالية
    [many] { $count } إخفاقًا متتاليًا
   *[other] { $count } إخفاق متتالٍ
  }
feed-paused = متوقفة مؤقتًا
feed-switched-off = أُوقفت، لم تعد موجودة
button-feed-add = إضافة خلاصة
button-feed-test = اختبار
button-feed-remove = إزالة
feed-ask = ردّ بعنوان خلاصة، أو بعنوان صفحة فيها روابط خلاصاتها.
feed-looking = أتحقق من { $url }…
feed-trial = <b>{ $title }</b>. المواد: { $entries }، منها مقتطفات فقط: { $teasers }.
feed-trial-newest = الأحدث: { $at }.
feed-trial-bad = لا توجد خلاصة في { $url }: { $problem }.
feed-trial-named = في هذه الصفحة روابط هذه الخلاصات. أرسل أحد هذه الأسطر:
feed-added = أُضيفت. المقالات الموجودة فيها الآن لا تُطلق تنبيهات؛ أما الجديدة فتُطلقها.
feed-known = هذه الخلاصة مضافة من قبل.
feed-remove-ask = هل تريد إزالة <b>{ $name }</b>؟ ستبقى مقالاتها متاحة للبحث.
feed-missing = أُزيلت هذه الخلاصة من قبل.
report-ask = <b>ما الخطأ في مصادر هذا الحدث؟</b> سيرى مشغّلو البوت بلاغك ومعرّفك في تيليغرام.
button-report-outlet = الناشر خاطئ
button-report-origin = المصدر الأصلي خاطئ
button-report-event = هذه أحداث مختلفة
report-filed = شكرًا لك. سيراجعه مشغّلو البوت.
report-changed = سبق أن أبلغت عن هذا الحدث، فحدّثت بلاغك.
report-too-many = بلغت الحد الأقصى للبلاغات اليوم، وهو { $most }. شكرًا لك.
command-reports = بلاغات المصادر الخاطئة (للمشغّلين)
reports = <b>بلاغات المصادر الخاطئة</b>: { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
  }. اضغط رقمًا لعرض النص الذي استُخرجت منه المصادر، أو ✓ لإغلاق بلاغ.
reports-none = لا بلاغات مفتوحة.
reports-note = بلاغات جديدة عن مصادر خاطئة: { $count }. اعرضها بالأمر /reports.
report-gone = لم يعد هذا المقال متاحًا.
report-says-outlet = الناشر خاطئ: { $count }
report-says-origin = المصدر الأصلي خاطئ: { $count }
report-says-event = أحداث مختلفة: { $count }
report-by = أول بلاغ: { $at }، من { $people }
report-receipts = <b>المصادر، والنص الذي استُخرجت منه</b>
button-report-done = ✓ تم
command-suggest = اقترح خلاصة أخبار
command-suggestions = خلاصات يقترحها المستخدمون (للمشغّلين)
suggest-how = أي خلاصة تنقص هنا؟ أرسل عنوانها، أو عنوان صفحة فيها روابط خلاصاتها: <code>/suggest https://site.example/feed</code>. والقرار لمشغّلي البوت.
suggest-nobody = ليس لهذا البوت مشغّلون يمكنهم إضافة خلاصات.
suggest-queued = شكرًا لك! <b>{ $title }</b> تعمل. سألت مشغّلي البوت وسأخبرك بقرارهم.
suggest-waiting = سبق أن اقتُرحت هذه الخلاصة.
suggest-too-many = بلغت الحد الأقصى للاقتراحات حاليًا، وهو { $most }. شكرًا لك.
suggest-full = ينتظر المشغّلين الآن عدد كبير من الاقتراحات. حاول لاحقًا من فضلك.
suggest-approved = أُضيفت الخلاصة التي اقترحتها: <b>{ $title }</b>. ستجد مقالاتها هنا بعد دقائق.
suggest-declined = قرّر مشغّلو البوت عدم إضافة الخلاصة التي اقترحتها: <b>{ $title }</b>.
suggestions = <b>خلاصات مقترحة</b>: { $count }. ✓ تضيف الخلاصة، و✗ ترفضها.
suggestions-none = لا اقتراحات.
suggestion-note = <b>خلاصة مقترحة</b>
suggestion-by = اقترحها { $person }، { $at }
suggestion-approved = ✓ أُضيفت: <b>{ $title }</b>
suggestion-declined = ✗ رُفضت: <b>{ $title }</b>
suggestion-gone = لم يعد هذا الاقتراح موجودًا.
button-approve = ✓ إضافة
button-decline = ✗ رفض

command-reload = أعد تحميل الأرشيف (للمشغّلين)
command-rejects = ملفات وسجلات تعذّر استيرادها (للمشغّلين)
reload-begun = <b>إعادة التحميل</b>: أفحص الملفات…
reload-progress = <b>إعادة التحميل</b>: { $stage ->
    [looking] أفحص الملفات
    [reading] أقرأ الملفات المتغيّرة ({ $share }٪)
    [checking] أتحقق وأجري عمليات بحث تجريبية
   *[switching] أنتقل إلى الأرشيف الجديد
}{ $remaining ->
    [unknown] .
   *[other] ، بقي نحو { $remaining }.
}
    إلى أن تنتهي، تأتي الأجوبة من الأرشيف الحالي.
reload-counts = +{ $added } −{ $removed } ~{ $changed } تغيّر، { $unchanged } بلا تغيير{ $duplicates ->
    [0] {""}
   *[other] ، { $duplicates } مكرر
}{ $expired ->
    [0] {""}
   *[other] ، { $expired } قديم جدًا
}
reload-rejected = رُفض { $count }: { $reason } ({ $where })
reload-more-reasons = … وأسباب أخرى عددها { $count }؛ تجدها كلها في الملف المرفق
reload-is-live = <b>أُعيد التحميل</b> في { $seconds }.
reload-is-unchanged = <b>لم يتغيّر شيء</b>: الأرشيف مطابق للمجلد أصلًا. استغرق ذلك { $seconds }.
reload-is-failed = <b>فشلت إعادة التحميل</b>: { $reason }. لم يتغيّر الأرشيف.
reload-is-undone = <b>تم التراجع</b>: عاد الأرشيف إلى ما كان عليه قبل إعادة التحميل هذه. إعادة تشغيل البوت لا تستعيد التغييرات، أما /reload فيستعيدها.
reload-is-settled = <b>أُعيد التحميل</b>. وحلّت محله إعادة تحميل لاحقة.
reload-running = إعادة التحميل جارية بالفعل (بدأت { $since }).
reload-undoing = يجري التراجع عن إعادة تحميل. انتظر لحظة من فضلك.
reload-done-with = لا يمكن التراجع عن إعادة التحميل هذه: تم التراجع عنها من قبل، أو حلّت محلها أخرى لاحقة.
reload-is-staging = <b>إعادة التحميل</b> جارية.
reload-alerts-send = تنبيهات المقالات الجديدة ({ $count }) في طريقها.
reload-alerts-ask = { $share }٪ من الأرشيف جديد، وعدد المقالات الجديدة المطابقة للتنبيهات { $count }. هل أرسل هذه التنبيهات؟
reload-alerts-quiet = لم تُرسل تنبيهات عن المقالات الجديدة ({ $count }).
button-quietly = بلا تنبيهات
button-send-alerts = إرسال التنبيهات
reload-details = <b>تغييرات إعادة التحميل هذه</b>
reload-details-part = { $kind ->
    [added] أُضيف
    [changed] تغيّر
   *[removed] أُزيل
}، { $count }:
and-more = … و{ $count } غيرها
rejects = <b>المرفوض</b>: { $count ->
    [zero] لا شيء في آخر استيراد.
    [one] تعذّر استيراد ملف أو سجل واحد.
    [two] تعذّر استيراد ملفين أو سجلين.
    [few] تعذّر استيراد { $count } ملفات أو سجلات.
    [many] تعذّر استيراد { $count } ملفًا أو سجلًا.
   *[other] تعذّر استيراد { $count } ملف أو سجل.
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
command-stats = الأرشيف والفهرس والذاكرة وزمن الاستجابة وصندوق الصادر (للمشغّلين)
stats-corpus = <b>الأرشيف</b>: عدد المقالات { $articles }، منها نموذجية { $samples }؛ الأحدث: { $newest }
stats-reload = آخر إعادة تحميل: { $state ->
    [staging] جارية
    [undone] تم التراجع عنها
    [unchanged] لم يتغيّر شيء
    [failed] فشلت
   *[done] تمّت
  }؛ بدأت { $at }
stats-index = <b>الفهرس</b>: المقالات { $articles }، المصطلحات { $terms }، الأجزاء { $segments }، على القرص { $disk } م.ب؛ التغيير { $number }، التأخر { $behind }
stats-memory = <b>الذاكرة</b>: { $memory } م.ب
stats-latency = <b>زمن الاستجابة</b> لآخر الأجوبة ({ $count }): الوسيط { $median } م.ث، p95 { $p95 } م.ث، p99 { $p99 } م.ث
stats-no-latency = <b>زمن الاستجابة</b>: لا أجوبة منذ بدء التشغيل

# أسباب الأخطاء. تأتي بعد نقطتين رأسيتين، فلا تنتهي بنقطة.
why-said = { $words }
why-bug = خطأ في newsbot نفسه ({ $error })
why-no-words = لا كلمات فيه
why-unreadable = تتعذّر قراءته ({ $words })
why-file-name = اسم الملف ليس UTF-8 صالحًا؛ غيّره
why-format = صيغة غير مدعومة { $suffix }؛ الصيغ المدعومة: { $known }، وكل منها بصيغة { $packed } أيضًا
why-gzip = البيانات المضغوطة تالفة ({ $words })
why-large = أكبر من { $megabytes } م.ب
why-line-long = السطر أطول من الحد الأقصى (عدد البايتات: { $most })
why-json-large = أكبر من أن يكون .json؛ استخدم ملف .jsonl في كل سطر منه سجل واحد
why-json = ليس JSON صالحًا ({ $words })
why-record = ليس سجلًا بحقول مسمّاة
why-field-missing = الحقل «{ $field }» مفقود
why-field = الحقل «{ $field }» غير صالح ({ $words })
why-xml = ليس XML صالحًا ({ $words })
why-xml-empty = ليس XML صالحًا: لا عنصر جذر فيه
why-doctype = فيه تعريف DOCTYPE أو كيانات، وهي غير مسموحة لأسباب أمنية
why-no-records = ليس خلاصة ولا مقالات: لا عنصر باسم { $names }
why-no-feed = ليس خلاصة (RSS أو Atom أو JSON Feed)
why-feed-broken = الخلاصة تالفة إلى حد تتعذّر معه قراءتها ({ $error })
why-feed-empty = الخلاصة بلا مواد
why-feed-cut = الخلاصة أكبر من { $megabytes } م.ب: قُرئت بدايتها فقط
why-feed-long = عدد مواد الخلاصة { $all }: قُرئ منها الأحدث فقط، وعدده { $read }
why-no-opml = ليس قائمة خلاصات OPML: لا outline فيه عنوان http(s) في xmlUrl
why-no-article = لا مقال في الصفحة
why-second-text = «{ $title }»: المعرّف { $id } مستخدم لنص مختلف في { $first }؛ غيّر أحدهما
why-status = أجاب الخادم بالرمز { $status }
why-gone = يقول الخادم إنه لم يعد موجودًا (410)
why-robots = لا يسمح به ملف robots.txt في الموقع
why-redirects = عمليات إعادة توجيه كثيرة (الحد الأقصى: { $most })
why-not-public = العنوان ليس عامًا
why-no-address = ليس عنوان ويب (http:// أو https://)
why-password = لا تُجلب العناوين التي تحتوي على كلمة مرور
why-address-long = العنوان أطول من الحد الأقصى (عدد الحروف: { $most })
why-packed = ترميز غير متوقع { $packing }
why-no-connection = لا اتصال
why-no-answer = لا استجابة في الوقت المحدد
why-slow = لم تكتمل الاستجابة خلال { $seconds } ث
why-broken-off = انقطع الاتصال ({ $error })
why-no-folder = المجلد { $folder } غير موجود
why-stopping = البوت قيد الإيقاف
why-stopped = أُوقف البوت قبل أن تنتهي العملية
why-drop = ستُزال { $removed } من { $before } من المقالات، أي أكثر من { $share }٪. إن كان هذا مقصودًا: <code>/reload anyway</code> أو <code>newsbot reload --anyway</code>
why-smoke = فشلت عمليات البحث التجريبية: لم يُعثر بالعناوين إلا على { $found } من { $asked } من المقالات الجديدة
why-nothing-left = حُذف التنبيه أو حُذفت مقالاته
why-dropped = أُسقط عند استعادة نسخة احتياطية
why-turn = ينتظر دوره
why-not-invited = غير مدرج في NEWSBOT_ALLOWED_IDS
why-blocked = حُظر البوت هنا
why-deactivated = حُذف الحساب
why-kicked = لم يعد البوت في المحادثة
why-no-chat = لم تعد المحادثة موجودة
why-not-begun = لم يبدأ المستخدم البوت
why-no-rights = لا يُسمح للبوت بالنشر هناك
why-flood = حد معدل الإرسال في تيليغرام
why-lost = لا اتصال بتيليغرام ({ $words })
why-telegram = رد تيليغرام: { $words }

page-story = الحدث ومصادره
page-original = قراءة المقال
page-verbatim = كل جملة مقتبسة حرفيًا من أحد المقالات، دون إعادة صياغة أو توليد.
page-where = من أخذ الخبر عمّن
page-graph = الملوّن: مصدر الرواية. المتصل به: وسائل الإعلام التي نقلتها.
page-nameless = لا يذكر مصدرًا
page-timeline = ما أضافته كل وسيلة إعلام
page-differ = أين تختلف وسائل الإعلام
page-later = تغيّر الأرقام مع الوقت
page-corrected = التصحيحات
page-languages = بلغات أخرى
page-share = مشاركة عبر تيليغرام
page-gone = هذا الحدث ليس في الأرشيف، أو لم يعد فيه.
