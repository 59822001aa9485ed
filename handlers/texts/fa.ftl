# همه متن‌های ربات. مقدارهای داخل { } در پیام‌های HTML از پیش گریز داده شده‌اند.

start =
    <b>از من بپرسید چه اتفاقی افتاده است.</b> در مقاله‌های خبری جست‌وجو می‌کنم و با نقل‌قول عین جمله‌ها پاسخ می‌دهم: چه کسی گفته، چه کسی منتشر کرده و آن رسانه از کجا گرفته است.

    یک سؤال، یک لینک یا پاراگرافی بفرستید که می‌خواهید منبعش را پیدا کنید.
start-example-1 = اعتصاب بندر
start-example-2 = چه کسی از سیل خبر داد؟
help =
    <b>چطور بپرسید</b>
    چند کلمه بفرستید، مثلاً <code>{ $example }</code>، تا مرتبط‌ترین مقاله‌ها را پیدا کنم. این‌ها را هم می‌توانید به کار ببرید:
    • <code>"عین عبارت"</code> · <code>-بدون</code> · <code>این OR آن</code> · <code>آغاز*</code>
    • <code>{ $source }</code> · <code>by:نام</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · هفته گذشته · از اکتبر
    یک لینک یا پاراگراف بفرستید تا ببینید چه کسی آن را منتشر کرده و چه رسانه‌های دیگری گزارش داده‌اند. اگر سؤالتان را ویرایش کنید، پاسخ هم به‌روز می‌شود. به هر پیام، یا به بخشی که نقل می‌کنید، با /ask پاسخ دهید تا ببینید چه کسی آن را گفته است.

    <b>دستورها</b>
    { $commands }

    در گروه‌ها از /ask استفاده کنید، از من نام ببرید یا به پیامم پاسخ دهید. در گفت‌وگوهای دیگر <code>{ $bot }</code> و سؤالتان را بنویسید.
help-operators = <b>برای گردانندگان</b>
bot-description = از من بپرسید چه اتفاقی افتاده است. با جمله‌هایی که کلمه‌به‌کلمه از خبرها نقل شده‌اند پاسخ می‌دهم: چه کسی گفته، چه کسی منتشر کرده و آن رسانه از کجا گرفته است. با /subscribe یک موضوع را دنبال کنید تا هر رویداد فقط یک بار به شما برسد.
bot-description-short = خبر، کلمه‌به‌کلمه: چه کسی گفته، چه کسی منتشر کرده و از کجا گرفته است.
command-start = چه کارهایی از من برمی‌آید
command-help = راهنمای پرسیدن و همه دستورها
command-ask = پرسیدن سؤال (در گروه‌ها)
command-latest = جدیدترین مقاله‌ها، در صورت تمایل درباره یک موضوع
command-top = مهم‌ترین خبرهای روز، هفته یا ماه
top-title = <b>مهم‌ترین خبرها</b> · { $period }
top-title-topic = <b>مهم‌ترین خبرها</b> درباره «{ $topic }» · { $period }
top-nearest = در زمانی که خواستید خبری نیست. نزدیک‌ترین خبرها:
top-nothing-newer = خبری تازه‌تر از این‌ها ندارم:
top-nothing-topic = مقاله‌ای درباره «{ $topic }» نیست.
top-hidden = تنظیمات این گفت‌وگو (/settings) همه مقاله‌هایی را که می‌توانستم اینجا نشان دهم پنهان کرده است. زبان مقاله‌ها و ناشران پنهان را بررسی کنید.
top-period-24 = ۲۴ ساعت گذشته
top-period-168 = ۷ روز گذشته
top-period-720 = ۳۰ روز گذشته
top-period-all = همه زمان‌ها
arrivals = از آن زمان <b>{ $count } مقاله جدید</b>:
arrivals-least = از آن زمان <b>دست‌کم { $count } مقاله جدید</b>:
arrivals-none = از آن زمان چیز تازه‌ای نیست.
button-arrivals = چه خبر تازه؟
command-trends = نمودار میزان پوشش یک موضوع
command-timeline = خط زمانی یک رویداد
command-said = گفته‌های یک نفر
command-corrections = آنچه رسانه‌ها تصحیح کرده یا پس گرفته‌اند
command-about = در آرشیو چه هست

ask-for-words = بگویید دنبال چه بگردم: نام یک شخص، یک مکان یا یک اتفاق. مثلاً: { $example }
no-words = در این پیام کلمه‌ای پیدا نکردم. نام یک شخص، یک مکان یا یک اتفاق را بفرستید.
greeting-hello = سلام! درباره یک شخص، مکان یا رویداد بپرسید، مثلاً { $example }. برای راهنمایی بیشتر: /help
greeting-thanks = خواهش می‌کنم! هر سؤال دیگری دارید بپرسید، مثلاً { $example }. کارهای دیگری که می‌توانم بکنم: /help
only-words = فقط متن را می‌توانم بخوانم، نه پیام صوتی، عکس یا ویدیو. بنویسید چه می‌خواهید بدانید، مثلاً { $example }، یا یک لینک یا پاراگراف بفرستید.
guest-how = به یک پیام پاسخ دهید و از من نام ببرید: می‌گویم این کلمه‌ها در کدام مقاله‌ها آمده و از کجاست. یا پس از نام من سؤالی بنویسید.
button-ask-bot = بیشتر از من بپرسید
last-page = همه آنچه در این باره دارم همین بود. برای خواندن بیشترِ یک مقاله، شماره‌ای را در بالا بزنید.
unknown-command = این دستور را نمی‌شناسم. فهرست دستورها در /help است. هر متن دیگری بفرستید، آن را سؤال حساب می‌کنم.
query-error = نمی‌توانم این سؤال را بخوانم (نویسه { $position }): { $problem }
too-fast = درخواست‌هایتان خیلی پشت سر هم بود. لطفاً { $seconds } ثانیه صبر کنید و دوباره امتحان کنید.
not-invited = این ربات خصوصی است. برای دسترسی، شناسه‌تان را برای گرداننده ربات بفرستید: { $id }
privacy =
    <b>چه چیزهایی را نگه می‌دارم</b>
    • <b>در این گفت‌وگو</b>: سؤال‌هایتان و پیام‌هایی که منبعشان را می‌پرسید، تا وقتی دکمه‌های زیر پاسخ‌هایم کار می‌کنند (۳۰ روز)؛ اینکه هر پیام پاسخ کدام پیام است؛ هشدارها و تنظیماتتان، تا وقتی حذفشان کنید؛ و اعلان‌هایی که هشدارهایتان فرستاده‌اند.
    • <b>درباره شما</b>: شناسه تلگرام و زبان برنامه‌تان. جز در پیام‌هایی که در حال پاسخ به آن‌ها هستم: نه نام، نه شماره تلفن، نه مخاطبان.
    • <b>در گروه‌ها</b>: همین‌ها برای گروه، و اینکه هر هشدار را چه کسی ذخیره کرده است.
    • <b>گزارش‌های منبع نادرست</b>: رویداد، آنچه به نظر شما نادرست است و شناسه تلگرامتان، تا وقتی یکی از گردانندگان بررسی‌اش کند.
    • <b>خوراک‌هایی که پیشنهاد می‌دهید</b>: نشانی خوراک و شناسه تلگرامتان، تا ۳۰ روز پس از تصمیم یکی از گردانندگان.
    • <b>پیام‌هایی که در حال پاسخ به آن‌ها هستم</b>: همان‌طور که تلگرام می‌فرستد، همراه با نامتان، تا وقتی پاسخ داده شوند، معمولاً یک ثانیه. پس از آن، تا دو روز، فقط شماره‌های گفت‌وگو، پیام و پاسخ و یک جمع کنترلی.
    • <b>نام بردن از من در گفت‌وگوهایی که عضوشان نیستم</b>: تلگرام فقط همان پیام و پیامی را که به آن پاسخ داده شده برایم می‌فرستد. پاسخم را همه گفت‌وگو می‌بینند؛ نه پیام‌ها را نگه می‌دارم و نه اینکه چه کسانی در گفت‌وگو هستند.
    • <b>سؤال‌های درون‌خطی</b> ذخیره نمی‌شوند. هیچ‌یک از نوشته‌هایتان در لاگ‌ها ثبت نمی‌شود. هیچ چیز به کسی داده نمی‌شود، جز تلگرام که پیام‌هایمان را می‌رساند.

    /export هشدارها و تنظیماتتان را در یک فایل برایتان می‌فرستد. /forget_me همه اطلاعات شما را فوراً حذف می‌کند، حتی از فایل پایگاه داده. حذف نسخه‌های پشتیبانی که گرداننده ربات گرفته، با خود اوست.
privacy-judgements = <b>👍 و 👎</b>: گرداننده این ربات نظر شما را همراه با شناسه تلگرام، سؤال و مقاله‌ها و جمله‌های نمایش‌داده‌شده نگه می‌دارد تا پاسخ‌ها را بیازماید. /forget_me آن‌ها را هم حذف می‌کند.
judgement-kept = ممنون! نظر شما به آزمودن پاسخ‌ها کمک می‌کند. /privacy را ببینید
judgement-off = نظرها دیگر اینجا نگه داشته نمی‌شوند.
expired = این پیام بیش از ۳۰ روز پیش فرستاده شده و دکمه‌هایش دیگر کار نمی‌کنند. لطفاً دوباره بپرسید.
failed = مشکلی در کار من پیش آمد و خطا ثبت شد. لطفاً دوباره امتحان کنید.
search-unavailable = جست‌وجو در حال حاضر در دسترس نیست. لطفاً یک دقیقه دیگر دوباره امتحان کنید.

problem-common = این کلمه‌ها آن‌قدر رایج‌اند که نمی‌شود جست‌وجویشان کرد؛ کلمه مشخص‌تری اضافه کنید.
problem-bracket-open = پرانتز در جای { $position } بسته نشده؛ آن را در انتها بستم.
problem-bracket-closed = پرانتز بسته در جای { $position } جفت ندارد؛ نادیده‌اش گرفتم.
problem-quote = گیومه در جای { $position } جفت ندارد؛ نادیده‌اش گرفتم.
problem-or = دو طرف OR باید کلمه باشد.
problem-not = بعد از NOT باید کلمه‌ای بیاید.
problem-field = فیلد <code>{ $field }:</code> را در جای { $position } نمی‌شناسم؛ کلمه‌های بعد از آن را جست‌وجو کردم.
problem-deep = پرانتزهای تودرتو بیش از حد زیادند.
problem-empty = بعد از <code>{ $field }:</code> در جای { $position } چیزی نیست؛ نادیده‌اش گرفتم.
problem-date = <code>{ $field }:{ $value }</code> در جای { $position } تاریخی نیست که بشناسم؛ نادیده‌اش گرفتم. این‌طور بنویسید: <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> خیلی کوتاه است: قبل از * دست‌کم { $letters } حرف بنویسید.
problem-long = فقط { $words } کلمه اول را در نظر گرفتم.
article-gone = این مقاله دیگر در دسترس نیست. لطفاً دوباره بپرسید.
article-unquotable = این مقاله دیگر جمله‌ای برای نقل‌قول ندارد. لطفاً دوباره بپرسید.

not-understood = بخشی از سؤال را متوجه نشدم: { $problem }
searched-instead = نتایج <b>{ $instead }</b> به جای «{ $word }» نمایش داده می‌شود.
searched-also = این‌ها هم جست‌وجو شد: { $words }
credit = — { $label }
credit-via = { $speaker }، به نقل از { $outlet }
cites = به نقل از { $outlets }
by = نوشته { $author }
undated = بدون تاریخ
about-date = تاریخ تخمینی
story-size = { $outlets } رسانه، { $origins } منبع مستقل
story-size-unknown = { $articles } مقاله با منبع نامعلوم
other-outlets = +{ $outlets } رسانه، { $origins } منبع
source-unknown = ناشر نامعلوم
notice-samples = مقاله‌های نمونه ساختگی برای امتحان ربات.
notice-stale = جدیدترین مقاله اینجا مربوط به { $newest } است؛ شاید خبرهای تازه‌تر را نداشته باشم.
notice-unreachable = از { $since } به { $feeds } دسترسی ندارم؛ شاید خبرهای تازه را نداشته باشم.
notice-cut = سؤالتان خیلی طولانی بود؛ فقط { $length } نویسه اول را در نظر گرفتم.
notice-language = اینجا به این زبان مقاله‌ای نیست: { $absent }. { $count ->
    [1] به این زبان
   *[other] به این زبان‌ها
  } مقاله هست: { $languages }. برای جست‌وجو در آن‌ها، { $count ->
    [1] به همان زبان
   *[other] به یکی از این زبان‌ها
  } بپرسید.
notice-letters = جست‌وجو فقط مقاله‌هایی را پیدا می‌کند که با همان الفبا نوشته شده‌اند. { $count ->
    [1] به این زبان
   *[other] به این زبان‌ها
  } هم مقاله هست: { $languages }. برای جست‌وجو در آن‌ها، { $count ->
    [1] به همان زبان
   *[other] به یکی از این زبان‌ها
  } بپرسید.
notice-more-languages = { $languages } و زبان‌های دیگر

nothing = <b>چیزی پیدا نشد.</b>
nothing-unknown = در هیچ مقاله‌ای نیامده: { $words }.
not-about = <b>اینجا مقاله‌ای نیست که همه این‌ها را در بر بگیرد.</b>
not-quoted = در این باره از کسی به نام «{ $speaker }» نقل‌قولی نیست.
not-credited = هیچ‌یک از این جمله‌ها به «{ $speaker }» نسبت داده نشده است.
closest = نزدیک‌ترین مقاله‌ها:
other-time = <b>از آن زمان چیزی نیست.</b> نزدیک‌ترین‌ها:
less-close = { $count } نتیجه کم‌ربط‌تر ◂
below-cut = کم‌ربط‌ترها:
follow-up = در ادامه «{ $previous }»
quoted-word = «{ $word }»
nothing-period = { $count } مقاله مطابق خارج از بازه انتخاب‌شده پیدا شد.
nothing-filters = { $count } مقاله این کلمه‌ها را دارد، اما با فیلترهای شما مطابقت ندارد.
nothing-left-out = مقاله‌هایی که تنظیمات این گفت‌وگو (/settings) پنهان کرده: { $count }.
nothing-suggest = منظورتان این بود؟
nothing-corpus = { $articles ->
    [0] هنوز مقاله‌ای وجود ندارد.
    [1] در ۱ مقاله، مربوط به { $newest }، جست‌وجو کردم.
   *[other] در { $articles } مقاله جست‌وجو کردم؛ جدیدترین آن‌ها مربوط به { $newest } است.
  }

pasted-found = <b>این متن از [1] است.</b> در ادامه: چه رسانه‌های دیگری گزارشش کرده‌اند، و سپس مقاله‌های مشابه.
pasted-nearest = <b>این متن را ندارم.</b> مشابه‌ترین مقاله‌ها:
pasted-unknown-link = <b>این صفحه را ندارم.</b> پاراگرافی از آن را بفرستید تا ببینم چه رسانه‌های دیگری گزارشش کرده‌اند.
pasted-nothing = <b>چیزی شبیه این متن ندارم.</b>
pasted-carried = <b>این جمله‌ها در { $count } مقاله آمده‌اند، قدیمی‌ترین در ابتدا:</b>
pasted-carried-in-part = <b>دست‌کم بخشی از این متن در { $count } مقاله آمده است:</b>
pasted-not-carried = <b>هیچ مقاله‌ای این جمله‌ها را ندارد.</b> مشابه‌ترین‌ها:

card-focused = مرتبط با سؤال شما:
card-gist = خلاصه:
card-empty = این مقاله جمله‌ای برای نقل‌قول ندارد.
correction-corrected = ✎ تصحیح‌شده در { $at }
correction-updated = ✎ به‌روزشده در { $at }
correction-withdrawn = ✗ پس‌گرفته‌شده در { $at }
pasted-withdrawn = دیگران هنوز این خبر را گزارش می‌کنند:
withdrawn-alone = کس دیگری اینجا این خبر را گزارش نمی‌کند.
change-headline = تیتر:
corrections-title = <b>تازه‌ترین تصحیح‌ها</b>
corrections-title-topic = <b>تازه‌ترین تصحیح‌ها: { $topic }</b>
corrections-none = اخیراً هیچ رسانه‌ای در آرشیو مقاله‌ای را تصحیح نکرده یا پس نگرفته است.
corrections-none-topic = در مقاله‌های مربوط به { $topic } تصحیح تازه‌ای نیست.
context-place = جمله { $number } از { $of } جمله خلاصه، در متن اصلی:
similar = <b>مقاله‌های مشابه</b>: { $title }
similar-none = مقاله مشابهی پیدا نشد.
speaker = <b>{ $speaker }</b>: تازه‌ترین گفته‌ها
speaker-on = <b>{ $speaker }</b> درباره «{ $topic }»: تازه‌ترین گفته‌ها
speaker-none = اینجا از کسی به نام «{ $speaker }» نقل‌قولی نیست.
speaker-none-on = اینجا از کسی به نام «{ $speaker }» درباره «{ $topic }» نقل‌قولی نیست.
speaker-range = { $first }–{ $last } از { $count }
outlets = <b>چه کسی گزارش داده و از کجا گرفته</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
difference = ⚖ <b>اختلاف رسانه‌ها</b> · { $thing }: { $versions }
difference-later = <b>ارقام در گذر زمان</b> · { $thing }: { $versions }
difference-denied = ⚖ <b>گفته و تکذیب‌شده</b>: { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-thing = «{ $noun }»
difference-of = { $thing } ({ $noun })
differs-dead = کشته‌شدگان
differs-injured = زخمی‌ها
differs-missing = ناپدیدشدگان
differs-arrested = بازداشت‌شدگان
differs-evacuated = تخلیه‌شدگان
differs-rescued = نجات‌یافتگان
differs-abducted = گروگان‌ها
differs-aboard = سرنشینان
differs-magnitude = بزرگی زلزله
differs-homes = خانه‌های آسیب‌دیده
differs-powerless = افراد بدون برق
differs-age = سن
differs-day = روز
differs-date = تاریخ
differs-time = ساعت
differs-counted = یک رقم
story-also = به زبان‌های دیگر: { $languages }
sisters = <b>همین رویداد به زبان‌های دیگر</b>: { $title }
sisters-none = مقاله‌ای به زبان‌های دیگر درباره این رویداد نیست.
story-added = <b>هر رسانه چه اضافه کرده</b>، از جدید به قدیم
story-repeats = تکرار مطلب { $outlet }
story-repeats-itself = تکرار مطلب خودش
story-more = … و { $count } جمله جدید دیگر

history-how = درباره چه موضوعی؟ مثلاً: <code>{ $command } { $example }</code>. روش جست‌وجوی /help اینجا هم کار می‌کند.
history-nothing = <b>نتیجه‌ای پیدا نشد.</b> هیچ مقاله تاریخ‌داری همه این کلمه‌ها را ندارد.
pictures-missing = نمودار ندارم: matplotlib روی این سرور نصب نیست.
trend-articles = { $articles } مقاله
trend-day = در روز
trend-week = در هفته
trend-month = در ماه
trend-peak-day = اوج: { $count } مقاله در { $when }
trend-peak-week = اوج: { $count } مقاله در هفته { $when }
trend-peak-month = اوج: { $count } مقاله در { $when }
trend-others = { $count } ناشر دیگر
trend-undated = { $count } مقاله دیگر تاریخ ندارد.
timeline-stories = { $stories } رویداد
timeline-some = { $shown } رویداد مرتبط‌تر از { $stories } رویداد
timeline-origins = { $origins } منبع

about =
    <b>newsbot { $version }</b>
    { $articles } مقاله؛ جدیدترین آن‌ها مربوط به { $newest } است.
    ناشران: { $publishers }

    پاسخ‌ها با BM25 رتبه‌بندی می‌شوند و عین جمله‌های مقاله‌ها را نقل می‌کنند. هیچ چیز بازنویسی یا تولید نمی‌شود.
about-samples = { $samples } مورد از آن‌ها نمونه است و برای امتحان ربات ساخته شده.
about-empty = هنوز مقاله‌ای وجود ندارد.

button-previous = ◀
button-next = ▶
button-page = صفحه { $page } از { $pages }
button-more = بیشتر ◂
button-filter = فیلتر
button-options = گزینه‌ها
button-exact = جست‌وجوی خود «{ $word }»
button-relevance = مرتبط‌ترین
button-newest = جدیدترین
button-chosen = • { $label }
button-period-24 = ۲۴ ساعت
button-period-168 = ۷ روز
button-period-720 = ۳۰ روز
button-period-all = همه
button-context = در متن اصلی
button-source = خواندن مقاله ↗
button-similar = مقاله‌های مشابه
button-speaker = بیشتر از { $speaker }
button-changes = ✎ چه تغییر کرد
button-outlets = رسانه‌های دیگر
button-sisters = 🌐 زبان‌های دیگر
button-report-source = منبع نادرست است؟
button-back = ‹ بازگشت
inline-none = چیزی پیدا نشد. برای جزئیات به گفت‌وگوی من بیایید

command-follow = دنبال کردن یک رویداد
command-subscribe = ساخت هشدار برای مقاله‌های جدید
command-subscriptions = هشدارهای من
command-unsubscribe = حذف یک هشدار
subscribe-how = دنبال چه باشم؟ مثلاً: <code>/subscribe { $example }</code>. مقاله باید همه کلمه‌ها را داشته باشد، مگر اینکه OR بنویسید. روش جست‌وجوی /help اینجا هم کار می‌کند.
    برای ارسال به کانال خودتان، در گفت‌وگوی خصوصی‌مان اول نام کانال را بنویسید: <code>/subscribe @channel { $example }</code>
alert-admins-only = فقط مدیران این گروه می‌توانند هشدارهایش را تغییر دهند.
alert-preview = <b>هشدار جدید</b>: <code>{ $query }</code>
alert-found = موارد مطابق در ۷ روز گذشته: { $articles ->
    [0] هیچ.
    [1] ۱ مقاله.
   *[other] { $articles } مقاله، { $stories } رویداد.
  }
alert-rate-day = روزی حدود { $count } پیام دریافت می‌کنید.
alert-rate-week = هفته‌ای حدود { $count } پیام دریافت می‌کنید.
alert-ever = موارد قدیمی‌تر: { $count } مقاله.
alert-nothing = ⚠ تاکنون هیچ مقاله‌ای با این مطابقت نداشته است. با این حال می‌توانید ذخیره‌اش کنید.
alert-wide = ⚠ این خیلی گسترده است. کلمه‌ای اضافه کنید، عبارت‌ها را داخل "گیومه" بگذارید یا گزیده روزانه را انتخاب کنید.
alert-everything = تقریباً همه مقاله‌ها با این مطابقت دارند. کلمه‌ای اضافه کنید که حتماً باید بیاید.
alert-only-common = این کلمه‌ها آن‌قدر رایج‌اند که نمی‌شود جست‌وجویشان کرد و این هشدار هرگز موردی پیدا نمی‌کند. یک نام یا کلمه‌ای کم‌کاربردتر اضافه کنید.
alert-instead = ← <code>{ $query }</code> با { $count } مقاله مطابقت دارد.
alert-mistyped = ⚠ «{ $word }» در هیچ مقاله‌ای نیامده. منظورتان { $instead } بود؟
alert-common = ⚠ «{ $word }» در نیمی از مقاله‌ها آمده و جست‌وجو را چندان محدود نمی‌کند.
alert-fired = با { $fired } مقاله از { $shown } مقاله آن پاسخ مطابقت می‌داشت.
alert-not-fired = ⚠ با هیچ‌یک از مقاله‌های آن پاسخ مطابقت نمی‌داشت؛ ممکن است این رویداد را از دست بدهد.
button-also = همچنین: { $query }
button-wider = به‌جایش «{ $query }»
alert-saved = ✓ <b>ذخیره شد.</b> از این پس هر وقت مقاله جدیدی مطابقت داشت، همین‌جا پیام می‌دهم: برای هر رویداد یک بار.
alert-paused = متوقف شد.
alert-muted = بی‌صدا تا { $until }.
alert-deleted = حذف شد: <code>{ $query }</code>
alert-cancelled = لغو شد. چیزی ذخیره نشد.
alert-gone = این هشدار حذف شده است.
alert-too-many = حداکثر { $most } هشدار می‌توانید داشته باشید و به این سقف رسیده‌اید. اول یکی را حذف کنید: /subscriptions
alert-why = هشدار <code>{ $query }</code>، مطابقت در { $reasons }
alerts-none = هنوز هشداری در این گفت‌وگو نیست. /subscribe و چند کلمه بفرستید یا زیر یک پاسخ 🔔 را بزنید.
alerts-title = <b>هشدارهای این گفت‌وگو</b> ({ $count })
unsubscribe-how = کدام یکی؟ مثلاً: <code>/unsubscribe 2</code>
button-alert = 🔔 خبرم کن
button-save = ذخیره
button-cancel = لغو
button-pause = توقف
button-resume = ادامه
button-mute = ۲۴ ساعت بی‌صدا
alert-corrected = ✎ پس از اولین ارسال، تصحیح شده است.
alert-updated = ✎ پس از اولین ارسال، به‌روز شده است.
alert-withdrawn = <s>{ $title }</s>
    این مقاله پس گرفته شد. هشدار <code>{ $query }</code>
alert-withdrawn-other = این رویداد را اول با مقاله‌ای فرستادم که بعداً پس گرفته شد: { $title }
digest-title = <b>{ $count } رویداد برای هشدارهایتان</b>
digest-corrected = تصحیح‌شده
digest-updated = به‌روزشده

alert-entry = <b>هشدار</b> <code>{ $query }</code>
alert-reports-now = فوراً می‌فرستد.
alert-reports-hourly = سر هر ساعت یک گزیده می‌فرستد.
alert-reports-daily = هر روز ساعت { $time } یک گزیده می‌فرستد ({ $zone }).
alert-reports-weekly = هر هفته { $weekday } ساعت { $time } یک گزیده می‌فرستد ({ $zone }).
alert-reports-briefing = هر روز ساعت { $time } مهم‌ترین خبرها را می‌فرستد ({ $zone }).
briefing-name = مهم‌ترین خبرها
briefing-name-topic = مهم‌ترین خبرها: { $topic }
briefing-saved = ✓ <b>خلاصه روزانه شما تنظیم شد.</b>
briefing-ask = ساعت خلاصه روزانه را در پاسخ بفرستید، مثلاً <code>7:45</code>
button-briefing = ☀ هر روز ساعت { $time }
button-briefing-time = ساعت
button-briefing-stop = توقف خلاصه روزانه
alert-no-zone = هنوز منطقه زمانی شما را نمی‌دانم. در /settings تنظیمش کنید.
alert-elsewhere = در <b>{ $chat }</b> می‌فرستد.
alert-for-channel = برای کانال <b>{ $channel }</b>:
alert-share = هر کس این لینک را باز کند، می‌تواند همین هشدار را اضافه کند: { $link }
channel-not-yours = نمی‌توانم در { $channel } پیام بفرستم. من و شما هر دو باید مدیر آن کانال باشیم.
draft-ask = کلمه‌های جدید را به جای <code>{ $query }</code> در پاسخ به این پیام بفرستید
reword-ask = کلمه‌های جدید را برای <code>{ $query }</code> در پاسخ به این پیام بفرستید. رویدادهایی را که قبلاً دریافت کرده‌اید دوباره نمی‌فرستم؛ مقاله‌های جدید باید با کلمه‌های جدید مطابقت داشته باشند.
state-paused = متوقف
state-muted = بی‌صدا
mode-now = فوری
mode-hourly = ساعتی
mode-daily = روزانه
mode-weekly = هفتگی
mode-briefing = خلاصه روزانه
toast-paused = متوقف شد. از همین‌جا یا /subscriptions می‌توانید ادامه‌اش دهید.
toast-muted = ۲۴ ساعت بی‌صدا شد.
toast-daily = به گزیده روزانه منتقل شد.
button-follow = دنبال کردن
button-unfollow = لغو دنبال کردن
button-follow-again = دوباره دنبال کن
follow-saved = ✓ <b>این رویداد را دنبال می‌کنید.</b> هر وقت چیز تازه‌ای پیش آمد، همین‌جا پیام می‌دهم.
follow-no-story = <b>هنوز رویدادی در این باره اینجا نیست.</b> در عوض می‌توانم مقاله‌های جدید را زیر نظر بگیرم:
follow-press = شما به نام گروه می‌نویسید. برای دنبال کردن این رویداد، دکمه <b>دنبال کردن</b> را بزنید:
follow-entry = <b>دنبال می‌کنید:</b> { $query }
follow-name = رویداد: { $title }
follow-why = رویدادی که دنبال می‌کنید: { $title }
follow-ends = پس از { $days } روز بی‌خبری خودبه‌خود پایان می‌یابد.
follow-ended = <b>{ $days } روز است که خبر تازه‌ای نیست.</b> دیگر این رویداد را دنبال نمی‌کنم.
alert-reports-follow-now = هر بار پیام تازه‌ای می‌فرستد.
alert-reports-update = یک پیام را به‌روز نگه می‌دارد.
mode-follow-now = پیام‌های تازه
mode-update = یک پیام، به‌روزشونده
development-origin = منبع مستقل تازه: <b>{ $name }</b>
development-figures = ارقام تازه: <b>{ $name }</b>
development-correction = تصحیح از سوی { $source }: { $name }
development-withdrawal = پس‌گرفته از سوی { $source }: { $name }
development-speaker = نخستین گفته از <b>{ $name }</b>
publisher-muted = مقاله‌های { $publisher } از این پس پنهان می‌شوند. در /settings می‌توانید تغییرش دهید.
command-unsubscribe_all = حذف همه هشدارهای این گفت‌وگو
unsubscribe-all = { $count ->
    [1] تنها هشدار
   *[other] هر { $count } هشدار
  } این گفت‌وگو حذف شود؟ اول یک فایل پشتیبان برایتان می‌فرستم؛ با /import برمی‌گردد.
all-deleted = { $count } هشدار حذف شد.
nothing-deleted = چیزی حذف نشد.
command-export = خروجی هشدارها و تنظیمات در یک فایل
export-caption = { $count } هشدار و تنظیمات این گفت‌وگو. با /import بازیابی کنید.
command-import = وارد کردن هشدارها و تنظیمات از فایل
import-ask = فایلی را که از /export گرفته‌اید در پاسخ بفرستید (حداکثر ۱ مگابایت).
import-unfit = این فایل خروجی newsbot نیست: { $place } نامعتبر است.
import-done = { $saved } هشدار از { $all } هشدار و تنظیمات وارد شد. در /subscriptions ببینید.
command-privacy = چه اطلاعاتی از شما نگه می‌دارم و چطور حذفش کنید
command-forget_me = حذف همه اطلاعات من
forget-me = این کار همه اطلاعاتی را که از شما نگه می‌دارم حذف می‌کند: هشدارهایتان در همه گفت‌وگوها، اعلان‌هایی که فرستاده‌اند، تنظیماتتان و داده‌های دکمه‌های این گفت‌وگو. این کار برگشت‌پذیر نیست. اگر نسخه‌ای می‌خواهید، اول /export را بفرستید.
forgotten = انجام شد. هشدارهایتان ({ $alerts })، اعلان‌هایشان ({ $messages })، تنظیماتتان و همه اطلاعات دیگر شما را حذف کردم.
only-in-private = لطفاً این را در گفت‌وگوی خصوصی‌مان بفرستید.
command-status = اعلان‌های در صف این گفت‌وگو
status-alerts = { $count ->
    [0] اینجا هشداری نیست.
   *[other] اینجا { $count } هشدار هست.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } تا متوقف است.
  }
status-nothing = چیزی در صف نیست.
status-waiting = { $count } اعلان تا { $until } در صف است.
status-held = { $count } اعلان تا { $until } در صف است (محدودیت سرعت تلگرام).
status-suspended = { $count } اعلان معلق است، چون نمی‌توانم اینجا پیام بفرستم: { $reason }
status-updates = برخی پیام‌ها از { $since } در انتظار پاسخ هستند.
command-outbox = اعلان‌های در صف همه گفت‌وگوها (گردانندگان)
operators-only = فقط گردانندگان ربات می‌توانند این کار را بکنند.
outbox = <b>صندوق خروجی</b>: { $waiting } در صف، { $postponed } به‌تعویق‌افتاده، { $suspended } معلق، { $failed } ناموفق، { $sent } ارسال‌شده.
outbox-oldest = قدیمی‌ترین مورد عقب‌افتاده: { $at }.
outbox-none-due = موعد چیزی نرسیده است.
outbox-rate = ارسال‌شده در یک ساعت گذشته: { $count }.
outbox-postponed = • { $count } × به‌تعویق‌افتاده: { $reason }
outbox-suspended = • { $count } × معلق: { $reason }
outbox-given-up = • { $count } × ناموفق: { $reason }
command-settings = منطقه زمانی، ساعت‌های سکوت، گزیده‌ها، زبان‌ها، ناشران
command-lang = زبان من در این گفت‌وگو
lang-title = <b>اینجا از چه زبانی استفاده کنم؟</b> این زبان برای دکمه‌ها، پیام‌ها و دستورهای من است. مقاله‌ها به زبان خودشان می‌مانند.
lang-unknown = «{ $word }» را بلد نیستم. یکی از این‌ها را انتخاب کنید:
lang-automatic = همان زبان تلگرام شما
lang-chosen = ✓ از این پس اینجا: <b>{ $name }</b>.
command-prefer = نمایش مقاله یک ناشر پیش از دیگران
command-mute = پنهان کردن یک ناشر
settings-title = <b>تنظیمات این گفت‌وگو</b>
settings-lent = ✓ <b>{ $channel }</b> از این پس از تنظیمات شما استفاده می‌کند:
settings-zone = منطقه زمانی: { $zone }
settings-no-zone = منطقه زمانی: تنظیم نشده (UTC به کار می‌رود)
settings-quiet = ساعت‌های سکوت: { $hours }
settings-digest = گزیده‌ها: ساعت { $time }؛ هفتگی: { $weekday }
settings-breaking = خبر فوری (سه منبع مستقل در یک ساعت) حتی در ساعت‌های سکوت: { $state }
settings-languages = زبان مقاله‌ها: { $languages }
settings-calendar = تاریخ‌ها: { $calendar }
calendar-solar = هجری خورشیدی
calendar-gregorian = میلادی
settings-publishers = ناشران: { $preferred } ترجیحی، { $muted } پنهان
setting-zone = منطقه زمانی
setting-quiet = ساعت‌های سکوت
setting-digest = گزیده‌ها
setting-breaking = خبر فوری روشن/خاموش
setting-languages = زبان‌ها
setting-calendar = تقویم
setting-publishers = ناشران
publishers =
    <b>ناشران</b>
    ترجیحی: { $preferred }
    پنهان: { $muted }

    <code>/prefer نام</code> در هر رویداد اول مقاله آن ناشر را نشان می‌دهد؛ <code>/mute نام</code> ناشر را پنهان می‌کند. برای برداشتن هر کدام از فهرست، دکمه‌اش را بزنید.
zone-ask = کجا هستید؟ نام شهر یا کشورتان را در پاسخ بفرستید یا با 📎 موقعیتتان را به اشتراک بگذارید.
zone-unknown = «{ $words }» را نمی‌شناسم. یک شهر بزرگ نزدیک یا یک منطقه زمانی مانند Europe/Istanbul را امتحان کنید.
zone-like = منظورتان { $names } بود؟
publisher-unknown = ناشری به نام «{ $words }» نمی‌شناسم.
quiet-ask = ساعت‌های سکوتتان را در پاسخ بفرستید، مثلاً <code>22:30-7</code>
quiet-off = هیچ
digest-ask = ساعت گزیده‌ها را در پاسخ بفرستید، مثلاً <code>7:45</code>
languages-all = همه زبان‌ها
on = روشن
off = خاموش
button-change = تغییر
button-delete = حذف
button-delete-all = حذف { $count } هشدار
button-undo = واگرد
button-mode = زمان‌بندی
button-differences-on = ⚖ اختلاف رسانه‌ها: نمایش ✓
button-differences-off = ⚖ اختلاف رسانه‌ها: پنهان
button-edit = ویرایش
button-share = اشتراک‌گذاری
button-cite = کپی با منبع
button-feed = به‌صورت خوراک
button-story-page = صفحه رویداد
button-list = همه هشدارها
button-other = موارد دیگر…
button-fewer = موارد مشابه کمتر
button-no-publisher = پنهان کردن { $publisher }
button-daily-instead = انتقال به گزیده روزانه
button-narrow = تغییر کلمه‌ها
button-forget = حذف همه اطلاعات من

feed-gone-note = <b>{ $name }</b> خاموش شد: سرورش می‌گوید این خوراک دیگر وجود ندارد. { $url }
command-feeds = خوراک‌های خبری: وضعیت، افزودن، توقف، حذف (گردانندگان)
feeds = <b>خوراک‌های خبری</b>: { $count }
feeds-none = هنوز خوراکی نیست. /feeds و یک نشانی بفرستید تا ببینم آنجا چه هست.
feed-success = آخرین دریافت: { $at }
feed-never = هنوز دریافت نشده
feed-pace = { $items } مقاله در روز
feed-failures = { $count } خطای پیاپی
feed-paused = متوقف
feed-switched-off = خاموش شد، دیگر وجود ندارد
button-feed-add = افزودن خوراک
button-feed-test = آزمایش
button-feed-remove = حذف
feed-ask = نشانی یک خوراک، یا صفحه‌ای را که به خوراک‌هایش لینک می‌دهد، در پاسخ بفرستید.
feed-looking = در حال بررسی { $url }…
feed-trial = <b>{ $title }</b>. مطالب: { $entries }، فقط چکیده: { $teasers }.
feed-trial-newest = جدیدترین: { $at }.
feed-trial-bad = در { $url } خوراکی نیست: { $problem }.
feed-trial-named = این صفحه به این خوراک‌ها لینک می‌دهد. یکی از این خط‌ها را بفرستید:
feed-added = اضافه شد. مقاله‌هایی که از قبل در خوراک هستند هشداری نمی‌فرستند؛ مقاله‌های جدید می‌فرستند.
feed-known = این خوراک قبلاً اضافه شده است.
feed-remove-ask = <b>{ $name }</b> حذف شود؟ مقاله‌هایش همچنان قابل جست‌وجو می‌مانند.
feed-missing = این خوراک قبلاً حذف شده است.
report-ask = <b>کجای منابع این رویداد نادرست است؟</b> گردانندگان ربات گزارش و شناسه تلگرام شما را می‌بینند.
button-report-outlet = ناشر نادرست است
button-report-origin = منبع اصلی نادرست است
button-report-event = این‌ها رویدادهای متفاوتی‌اند
report-filed = ممنون. گردانندگان ربات بررسی‌اش می‌کنند.
report-changed = این رویداد را قبلاً گزارش کرده بودید؛ گزارشتان را به‌روز کردم.
report-too-many = به سقف امروز ({ $most } گزارش) رسیده‌اید. ممنون.
command-reports = گزارش‌های منبع نادرست (گردانندگان)
reports = <b>گزارش‌های منبع نادرست</b>: { $count } رویداد. برای دیدن متنی که منابع از آن خوانده شده‌اند، شماره را بزنید؛ برای بستن گزارش، ✓ را بزنید.
reports-none = گزارش رسیدگی‌نشده‌ای وجود ندارد.
reports-note = گزارش‌های جدید منبع نادرست: { $count }. در /reports ببینید.
report-gone = این مقاله دیگر در دسترس نیست.
report-says-outlet = ناشر نادرست: { $count }
report-says-origin = منبع اصلی نادرست: { $count }
report-says-event = رویدادهای متفاوت: { $count }
report-by = اولین گزارش: { $at }، از { $people }
report-receipts = <b>منابع، و متنی که از آن خوانده شده‌اند</b>
button-report-done = ✓ انجام شد
command-suggest = پیشنهاد خوراک خبری
command-suggestions = خوراک‌های پیشنهادی کاربران (گردانندگان)
suggest-how = کدام خوراک کم است؟ نشانی آن، یا نشانی صفحه‌ای را که به خوراک‌هایش لینک می‌دهد، بفرستید: <code>/suggest https://site.example/feed</code>. تصمیم با گردانندگان ربات است.
suggest-nobody = این ربات گرداننده‌ای ندارد که بتواند خوراک اضافه کند.
suggest-queued = ممنون! <b>{ $title }</b> کار می‌کند. از گردانندگان ربات پرسیدم و تصمیمشان را به شما می‌گویم.
suggest-waiting = این خوراک قبلاً پیشنهاد شده است.
suggest-too-many = فعلاً به سقف { $most } پیشنهاد رسیده‌اید. ممنون.
suggest-full = همین حالا پیشنهادهای زیادی در انتظار گردانندگان است. لطفاً بعداً دوباره امتحان کنید.
suggest-approved = خوراکی که پیشنهاد دادید اضافه شد: <b>{ $title }</b>. تا چند دقیقه دیگر مقاله‌هایش را اینجا پیدا می‌کنید.
suggest-declined = گردانندگان ربات تصمیم گرفتند خوراک پیشنهادی شما را اضافه نکنند: <b>{ $title }</b>.
suggestions = <b>خوراک‌های پیشنهادی</b>: { $count }. ✓ خوراک را اضافه و ✗ آن را رد می‌کند.
suggestions-none = پیشنهادی نیست.
suggestion-note = <b>خوراک پیشنهادی</b>
suggestion-by = پیشنهاد { $person }، { $at }
suggestion-approved = ✓ اضافه شد: <b>{ $title }</b>
suggestion-declined = ✗ رد شد: <b>{ $title }</b>
suggestion-gone = این پیشنهاد دیگر وجود ندارد.
button-approve = ✓ افزودن
button-decline = ✗ رد کردن

command-reload = بارگذاری دوباره آرشیو (گردانندگان)
command-rejects = فایل‌ها و رکوردهایی که وارد نشدند (گردانندگان)
reload-begun = <b>بارگذاری دوباره</b>: در حال بررسی فایل‌ها…
reload-progress = <b>بارگذاری دوباره</b>: { $stage ->
    [looking] در حال بررسی فایل‌ها
    [reading] در حال خواندن فایل‌های تغییرکرده ({ $share }٪)
    [checking] در حال بررسی و جست‌وجوی آزمایشی
   *[switching] در حال جابه‌جایی
}{ $remaining ->
    [unknown] .
   *[other] ، حدود { $remaining } مانده.
}
    تا پایان کار، پاسخ‌ها از آرشیو فعلی می‌آیند.
reload-counts = +{ $added } −{ $removed } ~{ $changed } تغییرکرده، { $unchanged } بی‌تغییر{ $duplicates ->
    [0] {""}
   *[other] ، { $duplicates } تکراری
}{ $expired ->
    [0] {""}
   *[other] ، { $expired } خیلی قدیمی
}
reload-rejected = { $count } رد شد: { $reason } ({ $where })
reload-more-reasons = … و { $count } دلیل دیگر؛ همه در فایل پیوست آمده است
reload-is-live = <b>دوباره بارگذاری شد</b>، در { $seconds }.
reload-is-unchanged = <b>چیزی تغییر نکرد</b>: آرشیو از قبل با پوشه یکسان است. { $seconds } طول کشید.
reload-is-failed = <b>بارگذاری دوباره ناموفق بود</b>: { $reason }. آرشیو تغییری نکرد.
reload-is-undone = <b>واگردانی شد</b>: آرشیو به حالت پیش از این بارگذاری برگشت. راه‌اندازی دوباره ربات تغییرات را برنمی‌گرداند؛ /reload برمی‌گرداند.
reload-is-settled = <b>دوباره بارگذاری شد</b>. بارگذاری بعدی جای آن را گرفته است.
reload-running = یک بارگذاری در جریان است (شروع: { $since }).
reload-undoing = یک بارگذاری در حال واگردانی است. لطفاً کمی صبر کنید.
reload-done-with = این بارگذاری را نمی‌شود واگرداند: یا قبلاً واگردانی شده، یا بارگذاری بعدی جایش را گرفته است.
reload-is-staging = <b>بارگذاری دوباره</b> در جریان است.
reload-alerts-send = هشدارهای مقاله‌های تازه ({ $count }) در راه است.
reload-alerts-ask = { $share }٪ آرشیو تازه است و { $count } مقاله تازه با هشدارها مطابقت دارد. این هشدارها فرستاده شود؟
reload-alerts-quiet = برای مقاله‌های تازه ({ $count }) هشداری فرستاده نشد.
button-quietly = بی‌هشدار
button-send-alerts = ارسال هشدارها
reload-details = <b>تغییرات این بارگذاری</b>
reload-details-part = { $kind ->
    [added] اضافه‌شده
    [changed] تغییرکرده
   *[removed] حذف‌شده
}، { $count }:
and-more = … و { $count } مورد دیگر
rejects = <b>ردشده‌ها</b>: { $count ->
    [0] در آخرین ورود، هیچ.
   *[other] { $count } فایل یا رکورد وارد نشد.
}
rejected = { $where }: { $reason }
rejects-caption = { $count } مورد ردشده: فایل، خط، دلیل
seconds = { $count } ثانیه
minutes = { $minutes } دقیقه و { $seconds } ثانیه
button-details = جزئیات
button-report = ‹ گزارش
command-stats = آرشیو، نمایه، حافظه، زمان پاسخ، صندوق خروجی (گردانندگان)
stats-corpus = <b>آرشیو</b>: { $articles } مقاله، شامل { $samples } نمونه؛ جدیدترین: { $newest }
stats-reload = آخرین بارگذاری: { $state ->
    [staging] در جریان
    [undone] واگردانی شد
    [unchanged] چیزی تغییر نکرد
    [failed] ناموفق
   *[done] انجام شد
  }؛ شروع: { $at }
stats-index = <b>نمایه</b>: { $articles } مقاله، { $terms } واژه، { $segments } بخش، { $disk } مگابایت روی دیسک؛ تغییر { $number }، عقب‌ماندگی { $behind }
stats-memory = <b>حافظه</b>: { $memory } مگابایت
stats-latency = <b>زمان پاسخ</b> در { $count } پاسخ آخر: میانه { $median } م‌ث، p95 { $p95 } م‌ث، p99 { $p99 } م‌ث
stats-no-latency = <b>زمان پاسخ</b>: از زمان شروع، پاسخی نبوده است

# دلیل خطاها. پس از دونقطه می‌آیند و نقطه پایانی ندارند.
why-said = { $words }
why-bug = خطایی در خود newsbot ({ $error })
why-no-words = کلمه‌ای در آن نیست
why-unreadable = خوانده نمی‌شود ({ $words })
why-file-name = نام فایل UTF-8 معتبر نیست؛ نامش را عوض کنید
why-format = قالب { $suffix } پشتیبانی نمی‌شود؛ قالب‌های پشتیبانی‌شده: { $known }، هر یک به شکل { $packed } هم
why-gzip = داده فشرده خراب است ({ $words })
why-large = بزرگ‌تر از { $megabytes } مگابایت
why-line-long = خط از { $most } بایت بلندتر است
why-json-large = برای .json خیلی بزرگ است؛ از فایل .jsonl با یک رکورد در هر خط استفاده کنید
why-json = JSON معتبر نیست ({ $words })
why-record = رکوردی با فیلدهای نام‌دار نیست
why-field-missing = فیلد «{ $field }» وجود ندارد
why-field = فیلد «{ $field }» نامعتبر است ({ $words })
why-xml = XML معتبر نیست ({ $words })
why-xml-empty = XML معتبر نیست: عنصر ریشه ندارد
why-doctype = در آن DOCTYPE یا entity تعریف شده که به دلایل امنیتی مجاز نیست
why-no-records = نه خوراک است و نه مقاله دارد: عنصری به نام { $names } نیست
why-no-feed = خوراک نیست (RSS، Atom یا JSON Feed)
why-feed-broken = خوراک آن‌قدر خراب است که خوانده نمی‌شود ({ $error })
why-feed-empty = خوراک مطلبی ندارد
why-feed-cut = خوراک بزرگ‌تر از { $megabytes } مگابایت است: فقط ابتدای آن خوانده شد
why-feed-long = خوراک { $all } مطلب دارد: فقط { $read } مطلب تازه‌تر خوانده شد
why-no-opml = فهرست خوراک OPML نیست: هیچ outline نشانی http(s) در xmlUrl ندارد
why-no-article = در صفحه مقاله‌ای پیدا نشد
why-second-text = «{ $title }»: شناسه { $id } قبلاً برای متن دیگری در { $first } به کار رفته؛ یکی را عوض کنید
why-status = سرور پاسخ داد: { $status }
why-gone = سرور می‌گوید دیگر وجود ندارد (۴۱۰)
why-robots = فایل robots.txt سایت اجازه نمی‌دهد
why-redirects = بیش از { $most } تغییر مسیر
why-not-public = نشانی عمومی نیست
why-no-address = نشانی وب نیست (http:// یا https://)
why-password = نشانی‌های دارای گذرواژه دریافت نمی‌شوند
why-address-long = نشانی از { $most } نویسه بلندتر است
why-packed = کدگذاری غیرمنتظره { $packing }
why-no-connection = اتصال برقرار نشد
why-no-answer = پاسخی به‌موقع نرسید
why-slow = پاسخ کامل در { $seconds } ثانیه نرسید
why-broken-off = اتصال قطع شد ({ $error })
why-no-folder = پوشه { $folder } وجود ندارد
why-stopping = ربات در حال خاموش شدن است
why-stopped = ربات پیش از پایان کار متوقف شد
why-drop = { $removed } مقاله از { $before } مقاله حذف می‌شد، یعنی بیش از { $share }٪. اگر همین را می‌خواهید: <code>/reload anyway</code> یا <code>newsbot reload --anyway</code>
why-smoke = جست‌وجوهای آزمایشی ناموفق بود: از { $asked } مقاله جدید فقط { $found } مقاله با تیترش پیدا شد
why-nothing-left = هشدار یا مقاله‌هایش حذف شده‌اند
why-dropped = هنگام بازیابی نسخه پشتیبان کنار گذاشته شد
why-turn = در انتظار نوبت
why-not-invited = در فهرست NEWSBOT_ALLOWED_IDS نیست
why-blocked = ربات اینجا مسدود شده است
why-deactivated = حساب حذف شده است
why-kicked = ربات دیگر در این گفت‌وگو نیست
why-no-chat = این گفت‌وگو دیگر وجود ندارد
why-not-begun = کاربر ربات را شروع نکرده است
why-no-rights = ربات اجازه ارسال در آنجا را ندارد
why-flood = محدودیت سرعت تلگرام
why-lost = اتصال به تلگرام برقرار نیست ({ $words })
why-telegram = پاسخ تلگرام: { $words }

page-story = رویداد و منابع آن
page-original = خواندن مقاله
page-verbatim = هر جمله عیناً از یک مقاله نقل شده است. چیزی بازنویسی یا تولید نشده است.
page-where = چه کسی از که گرفته است
page-graph = رنگی: منشأ روایت. متصل به آن: رسانه‌هایی که آن را منتشر کرده‌اند.
page-nameless = بدون ذکر منبع
page-timeline = آنچه هر رسانه افزوده است
page-differ = اختلاف رسانه‌ها
page-later = ارقام در گذر زمان
page-corrected = تصحیح‌ها
page-languages = به زبان‌های دیگر
page-share = اشتراک‌گذاری در تلگرام
page-gone = این رویداد در آرشیو نیست یا دیگر نیست.
