# هر آنچه خود ربات می‌گوید. مقدارهای میان { } در پیام‌های HTML آماده می‌رسند.

start =
    <b>بپرسید چه رخ داده است.</b> در مقاله‌های خبری می‌گردم و با جمله‌های خودشان، بی‌کم‌وکاست، پاسخ می‌دهم: چه کسی گفته، چه کسی منتشر کرده و از کجا آورده است.

    یک پرسش، پیوند یا بندی بفرستید که می‌خواهید سرچشمه‌اش را بدانید.
start-example-1 = Port Veyra
start-example-2 = چه کسی از سیل خبر داد؟
help =
    <b>چگونه بپرسید</b>
    واژه بفرستید تا مقاله‌هایی را که آن‌ها را دارند مرتب کنم. می‌توانید بیفزایید:
    • <code>"عین واژه‌ها"</code> · <code>-بدون</code> · <code>این OR آن</code> · <code>سیل*</code>
    • <code>source:reuters</code> · <code>by:نام</code> · <code>lang:ar</code>
    • <code>since:2026-10-01</code> · <code>after:</code> · <code>before:</code> · هفته گذشته · از اکتبر
    پیوند یا بندی بچسبانید تا ببینید چه کسی آن را می‌گوید و چه کسان دیگری نوشته‌اند. پرسش را ویرایش کنید، پاسخ هم عوض می‌شود.

    <b>دستورها</b>
    { $commands }

    در گروه‌ها: /ask، نام بردن از من یا پاسخ به من. در هر گفت‌وگوی دیگر: <code>{ $bot }</code> و واژه‌هایتان را بنویسید.
command-start = این ربات چه می‌کند
command-help = چگونه بپرسید، و همه دستورها
command-ask = پرسیدن (در گروه‌ها)
command-latest = تازه‌ترین مقاله‌ها، به تفکیک موضوع هم
command-trends = درباره چیزی چقدر نوشته‌اند، به تصویر
command-timeline = روند یک ماجرا، به تصویر
command-about = آنچه خوانده‌ام: مقاله‌ها، تاریخ‌ها، ناشران

ask-for-words = واژه‌هایی برای جست‌وجو بفرستید: نام، جا، یا آنچه رخ داده. برای نمونه: { $example }
no-words = واژه‌ای در آن نمی‌یابم. نام، جا یا آنچه رخ داده را بفرستید.
greeting-hello = سلام! نامی، جایی یا آنچه روی داده را بفرستید، مثلاً { $example }، تا در خبرها دنبالش بگردم. بیشتر در /help.
greeting-thanks = خواهش می‌کنم! پرسش بعدی را هر وقت خواستید بفرستید، مثلاً { $example }. کارهای دیگرم را /help می‌گوید.
only-words = تنها متن می‌خوانم. پرسش، پیوند یا یک بند بفرستید.
unknown-command = این دستور را نمی‌شناسم. /help توانایی‌هایم را نشان می‌دهد؛ هر متن دیگری پرسش است.
query-error = این پرسش را نمی‌توانم بخوانم، در نویسه { $position }: { $problem }
too-fast = این در زمانی کوتاه زیاد بود. لطفاً { $seconds ->
    [one] { $seconds } ثانیه
   *[other] { $seconds } ثانیه
  } صبر کنید و دوباره بپرسید.
not-invited = این ربات خصوصی است. گرداننده آن می‌تواند شما را راه دهد؛ شماره‌ای که باید به او بدهید { $id } است.
privacy =
    <b>آنچه نگه می‌دارم</b>
    • <b>در این گفت‌وگو</b>: پرسش‌هایتان تا وقتی دکمه‌های زیر پاسخ‌هایم کار می‌کنند (30 روز)؛ اینکه کدام پیام پاسخ کدام است؛ هشدارها و تنظیماتتان تا وقتی حذفشان کنید؛ و آنچه هشدارها برایتان فرستاده‌اند.
    • <b>درباره شما</b>: شماره تلگرامی شما و زبان برنامه‌تان. نه نام، نه شماره تلفن، نه مخاطبان.
    • <b>در گروه‌ها</b> همین درباره گروه نگه داشته می‌شود، و اینکه چه کسی آنجا هشداری ساخته است.
    • <b>گزارش‌های منبع نادرست</b>: کدام ماجرا، چه چیزی به نظرتان نادرست است و شماره تلگرامی شما، تا وقتی بررسی شود.
    • <b>پرسش‌های درون‌خطی</b> نگه داشته نمی‌شوند. هیچ نوشته شما در گزارش‌ها نمی‌آید و چیزی جز به تلگرام، که پیام‌هایمان را می‌برد، داده نمی‌شود.

    /export هشدارها و تنظیماتتان را در یک فایل می‌دهد. /forget_me همه چیز درباره شما را بی‌درنگ حذف می‌کند، در فایل پایگاه داده هم. رونوشت‌هایی که گرداننده ربات گرفته، مانند پشتیبان‌ها، به عهده خود اوست.
expired = این از 30 روز کهنه‌تر است و دیگر نگهش نمی‌دارم. لطفاً دوباره بپرسید.
failed = خطایی از سوی من رخ داد و ثبت شد. لطفاً دوباره تلاش کنید.

problem-common = این واژه‌ها بسیار رایج‌اند: واژه‌ای کمیاب‌تر بیفزایید.
problem-bracket-open = پرانتز در جای { $position } بسته نشده؛ در پایان بستمش.
problem-bracket-closed = پرانتز در جای { $position } چیزی را نمی‌بندد؛ کنار گذاشتمش.
problem-quote = گیومه در جای { $position } جفت ندارد؛ کنار گذاشتمش.
problem-or = OR در هر دو سو واژه می‌خواهد.
problem-deep = اینجا پرانتزهای تودرتو بیش از اندازه‌اند.
problem-empty = پس از <code>{ $field }:</code> در جای { $position } چیزی برای جست‌وجو نیست؛ کنار گذاشتمش.
problem-date = <code>{ $field }:{ $value }</code> در جای { $position } تاریخی نیست که بشناسم؛ کنار گذاشتمش. بنویسید <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> بسیار کوتاه است: پیش از * دست‌کم { $letters } حرف بنویسید.
problem-long = تنها { $words } واژه نخست خوانده شد.
article-gone = این مقاله دیگر اینجا نیست. لطفاً دوباره بپرسید.
article-unquotable = این مقاله دیگر جمله‌ای برای نقل ندارد. لطفاً دوباره بپرسید.

not-understood = فهمیده نشد: { $problem }
searched-instead = به جای «{ $word }» برای <b>{ $instead }</b> گشتم.
credit = — { $label }
credit-via = { $speaker }، به نقل از { $outlet }
cites = استناد به { $outlets }
by = نوشته { $author }
undated = بی‌تاریخ
about-date = تاریخ برآوردی
story-size = { $outlets ->
    [one] { $outlets } رسانه
   *[other] { $outlets } رسانه
  }، { $origins ->
    [one] { $origins } منبع مستقل
   *[other] { $origins } منبع مستقل
  }
story-size-unknown = { $articles ->
    [one] { $articles } مقاله با منبع نامعلوم
   *[other] { $articles } مقاله با منبع نامعلوم
  }
source-unknown = ناشر نامعلوم
notice-samples = مقاله‌های نمونه، ساختگی برای آزمودن این ربات. با آمدن مقاله‌های واقعی می‌روند.
notice-stale = تازه‌ترین مقاله اینجا از { $newest } است: شاید خبر تازه‌تری باشد.
notice-cut = پرسشتان بلند بود؛ { $length } نویسه نخست را خواندم.
notice-letters = واژه‌ها تنها مقاله‌هایی را می‌یابند که با همان الفبا نوشته شده‌اند. با الفبای دیگر هم اینجا هست: { $languages }. برای جست‌وجو در آن‌ها به زبان خودشان بپرسید.

nothing = <b>چیزی پیدا نشد.</b>
nothing-unknown = هیچ مقاله‌ای { $words } ندارد.
quoted-word = «{ $word }»
nothing-period = { $count ->
    [one] { $count } مقاله بیرون از بازه انتخاب‌شده است.
   *[other] { $count } مقاله بیرون از بازه انتخاب‌شده هستند.
  }
nothing-filters = { $count ->
    [one] { $count } مقاله این واژه‌ها را دارد، اما در محدوده‌ای که خواسته‌اید نیست.
   *[other] { $count } مقاله این واژه‌ها را دارند، اما هیچ‌کدام در محدوده‌ای که خواسته‌اید نیست.
  }
nothing-left-out = مقاله‌هایی که تنظیمات این گفت‌وگو (/settings) کنار می‌گذارد: { $count }.
nothing-suggest = یکی از این‌ها را می‌خواستید؟
nothing-corpus = { $articles ->
    [0] هنوز هیچ مقاله‌ای نخوانده‌ام.
    [one] { $articles } مقاله خوانده‌ام، از { $newest }.
   *[other] { $articles } مقاله خوانده‌ام، تازه‌ترینشان از { $newest }.
  }

pasted-found = <b>این در [1] آمده است</b>؛ زیر آن، چه کسان دیگری نوشته‌اند و چه چیز نزدیک‌تر است.
pasted-nearest = <b>این متن را ندارم.</b> این مقاله‌ها به آن نزدیک‌ترند:
pasted-unknown-link = <b>این صفحه را ندارم.</b> بندی از آن بچسبانید تا ببینم چه کسان دیگری آن را می‌گویند.
pasted-nothing = <b>چیزی مانند این متن ندارم.</b>

card-focused = انتخاب‌شده برای پرسش شما:
card-gist = خلاصه:
card-empty = این مقاله جمله‌ای برای نقل ندارد.
context-place = جمله { $number } از { $of } خلاصه، همان‌گونه که در مقاله آمده:
similar = <b>همانند</b> { $title }
similar-none = چیز دیگری مانند آن اینجا نیست.
outlets = <b>چه کسی از چه کسی نقل می‌کند</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>هر کدام چه افزوده</b>، تازه‌ترین نخست
story-repeats = بازگویی از { $outlet }
story-repeats-itself = تکرار سخن خود
story-more = … و { $count ->
    [one] { $count } جمله تازه دیگر
   *[other] { $count } جمله تازه دیگر
  }

history-how = بگویید درباره چه: <code>{ $command } اعتصاب بندر</code>. هر چه /help درباره پرسش‌ها می‌گوید اینجا هم درست است.
history-nothing = <b>چیزی برای کشیدن نیست.</b> هیچ مقاله تاریخ‌داری همه این واژه‌ها را ندارد.
pictures-missing = تصویری نیست، چون matplotlib اینجا نصب نشده است.
trend-articles = { $articles ->
    [one] { $articles } مقاله
   *[other] { $articles } مقاله
  }
trend-day = روزانه
trend-week = هفتگی
trend-month = ماهانه
trend-peak-day = بیشترین در { $when }: { $count }
trend-peak-week = بیشترین در هفته { $when }: { $count }
trend-peak-month = بیشترین در ماه { $when }: { $count }
trend-others = { $count ->
    [one] { $count } ناشر دیگر
   *[other] { $count } ناشر دیگر
  }
trend-undated = { $count ->
    [one] { $count } مقاله دیگر تاریخ ندارد.
   *[other] { $count } مقاله دیگر تاریخ ندارند.
  }
timeline-stories = { $stories ->
    [one] { $stories } ماجرا
   *[other] { $stories } ماجرا
  }
timeline-some = { $shown } ماجرای نزدیک‌تر از { $stories }
timeline-origins = { $origins ->
    [one] { $origins } منبع
   *[other] { $origins } منبع
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] { $articles } مقاله
       *[other] { $articles } مقاله
    }، تازه‌ترینشان از { $newest }.
    ناشران: { $publishers }

    پاسخ‌ها با BM25 مرتب می‌شوند و مقاله‌ها را واژه به واژه نقل می‌کنند؛ هیچ چیز بازنویسی یا ساخته نمی‌شود.
about-samples = { $samples ->
    [one] { $samples } تای آن‌ها نمونه است، ساختگی برای آزمودن ربات.
   *[other] { $samples } تای آن‌ها نمونه‌اند، ساختگی برای آزمودن ربات.
  }
about-empty = هنوز هیچ مقاله‌ای نخوانده‌ام.

button-previous = ◀
button-next = ▶
button-page = صفحه { $page } از { $pages }
button-relevance = مرتبط‌ترین
button-newest = تازه‌ترین
button-chosen = • { $label }
button-period-24 = 24 ساعت
button-period-168 = 7 روز
button-period-720 = 30 روز
button-period-all = همه
button-context = در متن
button-source = خواندن در منبع ↗
button-similar = همانندها
button-outlets = رسانه‌های دیگر
button-report-source = منبع نادرست است؟
button-back = ‹ بازگشت
inline-none = چیزی پیدا نشد. علت را در گفت‌وگوی خصوصی بپرسید

command-subscribe = هرگاه خبری با این واژه‌ها آمد، خبرم کن
command-subscriptions = هشدارهای من
command-unsubscribe = حذف یک هشدار
subscribe-how = بنویسید چشم‌به‌راه چه باشم: <code>/subscribe اعتصاب بندر</code>. همه واژه‌ها باید باشند، مگر OR بنویسید؛ هر چه /help درباره پرسش‌ها می‌گوید اینجا هم درست است.
    برای خبر دادن در کانال خودتان، در گفت‌وگوی خصوصی‌مان نخست نام کانال را بنویسید: <code>/subscribe @channel اعتصاب بندر</code>
alert-admins-only = تنها مدیران این گروه می‌توانند هشدارهایش را تغییر دهند.
alert-preview = <b>هشدار تازه</b>: <code>{ $query }</code>
alert-found = در 7 روز گذشته: { $articles ->
    [0] هیچ مقاله‌ای.
    [one] { $articles } مقاله.
   *[other] { $articles } مقاله، { $stories ->
        [one] { $stories } ماجرا.
       *[other] { $stories } ماجرا.
      }
  }
alert-rate-day = روزانه حدود { $count } پیام خواهد آمد.
alert-rate-week = هفته‌ای حدود { $count ->
    [one] { $count } پیام
   *[other] { $count } پیام
  } خواهد آمد.
alert-ever = پیش از آن: { $count ->
    [one] { $count } مقاله.
   *[other] { $count } مقاله.
  }
alert-nothing = ⚠ تاکنون هیچ مقاله‌ای در اینجا با این مطابقت نداشته است. با این حال می‌توانید ذخیره‌اش کنید.
alert-wide = ⚠ این گسترده است. واژه‌ای بیفزایید، واژه‌های کنار هم را در "گیومه" بگذارید، یا روزی یک گزیده بخواهید.
alert-everything = تقریباً همه مقاله‌ها با این مطابقت دارند. واژه‌ای بگویید که حتماً باید باشد: <code>/subscribe اعتصاب -بندر</code>
alert-only-common = این واژه‌ها رایج‌تر از آن‌اند که جست‌وجو شوند و چنین هشداری هرگز چیزی خبر نمی‌دهد. موضوعش را بگویید: <code>/subscribe اعتصاب بندر</code>
alert-instead = ← با <code>{ $query }</code> تاکنون { $count ->
    [one] { $count } مقاله مطابقت داشته است.
   *[other] { $count } مقاله مطابقت داشته است.
  }
alert-mistyped = ⚠ هیچ مقاله‌ای «{ $word }» ندارد. { $instead } را می‌خواستید؟
alert-common = ⚠ «{ $word }» در نیمی از مقاله‌ها هست و جست‌وجو را چندان محدود نمی‌کند.
alert-saved = ✓ <b>ذخیره شد.</b> هرگاه مقاله تازه‌ای مطابقت داشته باشد اینجا می‌نویسم: برای هر ماجرا یک پیام، و تنها آنچه از این پس منتشر شود.
alert-paused = متوقف شده.
alert-muted = بی‌صدا تا { $until }.
alert-deleted = حذف شد: <code>{ $query }</code>
alert-cancelled = چیزی ذخیره نشد.
alert-gone = این هشدار حذف شده است.
alert-too-many = { $most } هشدار دارید و بیش از این ممکن نیست. نخست یکی را حذف کنید: /subscriptions
alert-why = هشدار <code>{ $query }</code>: دارای { $reasons }
alerts-none = هنوز هشداری اینجا نیست. /subscribe و چند واژه بفرستید، یا زیر پاسخی «خبرم کن» را بزنید.
alerts-title = <b>هشدارهای این گفت‌وگو</b> ({ $count })
unsubscribe-how = بگویید کدام: <code>/unsubscribe 2</code>
button-alert = خبرم کن
button-save = ذخیره
button-cancel = انصراف
button-pause = توقف
button-resume = ادامه
button-mute = 24 ساعت بی‌صدا
alert-corrected = ✎ پس از نخستین گزارش اینجا تصحیح شده است.
alert-withdrawn = <s>{ $title }</s>
    این مقاله پس گرفته شد. هشدار <code>{ $query }</code>
alert-withdrawn-other = نخست با مقاله‌ای گزارش شد که پس گرفته شد: { $title }
digest-title = <b>{ $count } ماجرا برای هشدارهایتان</b>
digest-corrected = تصحیح‌شده

alert-entry = <b>هشدار</b> <code>{ $query }</code>
alert-reports-now = بی‌درنگ خبر می‌دهد.
alert-reports-hourly = سر هر ساعت در یک گزیده خبر می‌دهد.
alert-reports-daily = هر روز ساعت { $time } در یک گزیده خبر می‌دهد ({ $zone }).
alert-reports-weekly = هر { $weekday } ساعت { $time } در یک گزیده خبر می‌دهد ({ $zone }).
alert-no-zone = هنوز منطقه زمانی شما را نمی‌دانم: /settings
alert-elsewhere = در <b>{ $chat }</b> خبر می‌دهد.
alert-for-channel = برای کانال <b>{ $channel }</b>:
alert-share = هر که این را باز کند همین هشدار را خواهد داشت: { $link }
channel-not-yours = در { $channel } نمی‌توانم بنویسم. باید کانالی باشد که من و شما هر دو مدیرش باشیم.
draft-ask = به جای <code>{ $query }</code> با واژه‌های تازه پاسخ دهید
reword-ask = با واژه‌های تازه برای <code>{ $query }</code> پاسخ دهید. آنچه گفته شده می‌ماند؛ از این پس دنبال واژه‌های تازه‌ام.
state-paused = متوقف
state-muted = بی‌صدا
mode-now = بی‌درنگ
mode-hourly = هر ساعت
mode-daily = هر روز
mode-weekly = هر هفته
told-paused = متوقف شد. اینجا یا در /subscriptions ادامه‌اش دهید.
told-muted = 24 ساعت بی‌صدا.
told-daily = از این پس در گزیده روزانه.
publisher-muted = { $publisher } از این پس نشان داده نمی‌شود. /settings را ببینید.
command-unsubscribe_all = حذف همه هشدارهای این گفت‌وگو
unsubscribe-all = { $count ->
    [one] تنها هشدار
   *[other] هر { $count } هشدار
  } این گفت‌وگو حذف شود؟ نخست فایلی از آن‌ها می‌فرستم؛ /import بازشان می‌گرداند.
all-deleted = { $count ->
    [one] { $count } هشدار حذف شد.
   *[other] { $count } هشدار حذف شدند.
  }
nothing-deleted = چیزی حذف نشد.
command-export = هشدارها و تنظیمات من در یک فایل
export-caption = { $count ->
    [one] { $count } هشدار
   *[other] { $count } هشدار
  } و تنظیمات این گفت‌وگو. /import دوباره می‌خواندشان.
command-import = هشدارها و تنظیمات از فایل
import-ask = با فایلی که /export ساخته پاسخ دهید (حداکثر 1 مگابایت).
import-unfit = این خروجی من نیست: { $place } درست نیست.
import-done = { $saved } هشدار از { $all } و تنظیمات خوانده شد. /subscriptions نشانشان می‌دهد.
command-privacy = آنچه درباره شما نگه می‌دارم و چگونه حذفش کنید
command-forget_me = حذف هر چه درباره من نگه داشته شده
forget-me = این هر چه درباره شما نگه می‌دارم حذف می‌کند: هشدارهایتان در هر گفت‌وگو، آنچه فرستاده‌اند، تنظیماتتان و آنچه دکمه‌های این گفت‌وگو به آن برمی‌گردند. بازگشتی ندارد. اگر رونوشت می‌خواهید نخست /export.
forgotten = انجام شد: { $alerts } هشدار و { $messages } پیام، همراه تنظیمات و هر چیز دیگر، حذف شدند. دیگر هیچ چیز درباره شما نمی‌دانم.
only-in-private = لطفاً این را در گفت‌وگوی خصوصی‌مان بفرستید.
command-status = آنچه برای این گفت‌وگو در انتظار است
status-alerts = { $count ->
    [0] هشداری اینجا نیست.
    [one] { $count } هشدار اینجاست.
   *[other] { $count } هشدار اینجاست.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } تا متوقف.
  }
status-nothing = چیزی در انتظار نیست.
status-waiting = { $count } در انتظار تا { $until }.
status-held = { $count } در انتظار تا { $until }، به سبب محدودیت تلگرام.
status-suspended = { $count } در انتظار؛ اینجا نمی‌توانم بنویسم: { $reason }
command-outbox = آنچه برای همه گفت‌وگوها در انتظار است (گردانندگان)
operators-only = مجاز نیست: تنها گرداننده این ربات می‌تواند.
outbox = <b>صندوق ارسال</b>: { $waiting } در انتظار، { $postponed } به تعویق افتاده، { $suspended } معلق، { $failed } رها شده، { $sent } فرستاده.
outbox-oldest = کهنه‌ترین سررسید از { $at } است.
outbox-none-due = سررسیدی نیست.
outbox-rate = فرستاده در ساعت گذشته: { $count }.
outbox-postponed = • { $count } × به تعویق افتاده: { $reason }
outbox-suspended = • { $count } × معلق: { $reason }
outbox-given-up = • { $count } × رها شده: { $reason }
command-settings = منطقه زمانی، ساعت‌های سکوت، گزیده‌ها، زبان‌ها، ناشران
command-lang = زبانی که اینجا سخن می‌گویم
lang-title = <b>اینجا به چه زبانی سخن بگویم؟</b> دکمه‌ها، پیام‌ها و دستورهای من؛ مقاله‌ها به زبان خود می‌مانند.
lang-unknown = به «{ $word }» سخن نمی‌گویم. زبان‌هایی که می‌دانم این‌هاست:
lang-automatic = مانند تلگرام شما
command-prefer = نخست روایت یک ناشر را نشان بده
command-mute = کنار گذاشتن یک ناشر
settings-title = <b>تنظیمات این گفت‌وگو</b>
settings-lent = ✓ <b>{ $channel }</b> از این پس از تنظیمات شما پیروی می‌کند:
settings-zone = منطقه زمانی: { $zone }
settings-no-zone = منطقه زمانی: تعیین نشده، پس UTC را می‌گیرم
settings-quiet = ساعت‌های سکوت: { $hours }
settings-digest = گزیده‌ها: ساعت { $time }؛ هفتگی در { $weekday }
settings-breaking = خبر فوری (سه منبع مستقل در یک ساعت) بی‌درنگ، حتی در سکوت: { $state }
settings-languages = مقاله‌ها به: { $languages }
settings-publishers = ناشران: { $preferred } برتر، { $muted } کنارگذاشته
setting-zone = منطقه زمانی
setting-quiet = ساعت‌های سکوت
setting-digest = گزیده‌ها
setting-breaking = خبر فوری روشن/خاموش
setting-languages = زبان‌ها
setting-publishers = ناشران
publishers =
    <b>ناشران</b>
    برتر: { $preferred }
    کنارگذاشته: { $muted }

    <code>/prefer نام</code> نخست روایت یک ناشر را نشان می‌دهد، <code>/mute نام</code> کنارش می‌گذارد. دکمه‌ای او را از فهرستش برمی‌دارد.
zone-ask = کجا هستید؟ با نام شهر یا کشور پاسخ دهید، یا با 📎 جای خود را بفرستید.
zone-unknown = جایی به نام «{ $words }» نمی‌شناسم. نزدیک‌ترین شهر بزرگ یا نامی مانند Europe/Istanbul را بیازمایید.
zone-like = { $names } را می‌خواستید؟
quiet-ask = با ساعت‌های سکوت پاسخ دهید، مانند <code>22:30-7</code>
quiet-off = هیچ
digest-ask = با زمان گزیده‌ها پاسخ دهید، مانند <code>7:45</code>
languages-all = همه زبان‌ها
on = روشن
off = خاموش
button-change = تغییر
button-delete = حذف
button-delete-all = حذف { $count }
button-undo = بازگرداندن
button-mode = چه زمانی
button-edit = ویرایش
button-share = هم‌رسانی
button-list = همه هشدارها
button-other = دیگر…
button-fewer = کمتر از این
button-no-publisher = نه از { $publisher }
button-daily-instead = در گزیده روزانه
button-narrow = واژه‌های دیگر
button-forget = حذف هر چه درباره من است

feed-gone-note = <b>{ $name }</b> خاموش شد: سرورش می‌گوید این خوراک برای همیشه رفته است. { $url }
command-feeds = خوراک‌های خبر: وضعیت، افزودن، توقف، حذف (گردانندگان)
feeds = <b>خوراک‌های خبر</b>: { $count }
feeds-none = هنوز خوراکی نیست. /feeds و یک نشانی بفرستید تا ببینم آنجا چیست.
feed-success = آخرین موفقیت { $at }
feed-never = هنوز موفق نشده
feed-pace = { $items } در روز
feed-failures = شکست‌های پیاپی: { $count }
feed-paused = متوقف
feed-switched-off = خاموش شد، سرورش می‌گوید دیگر نیست
button-feed-add = افزودن خوراک
button-feed-test = آزمایش
button-feed-remove = حذف
feed-ask = با نشانی یک خوراک، یا صفحه‌ای که خوراک‌هایش را نام می‌برد، پاسخ دهید.
feed-looking = { $url } را می‌بینم…
feed-trial = <b>{ $title }</b>. نوشته‌ها: { $entries }، از آن میان فقط چکیده: { $teasers }.
feed-trial-newest = تازه‌ترین از { $at }.
feed-trial-bad = در { $url } خوراکی نیست: { $problem }.
feed-trial-named = صفحه این خوراک‌ها را نام می‌برد؛ یکی از این سطرها را بفرستید:
feed-added = افزوده شد. مقاله‌های نخستش به کسی خبر داده نمی‌شود، بعدی‌ها چرا.
feed-known = این خوراک از پیش هست.
feed-remove-ask = <b>{ $name }</b> حذف شود؟ مقاله‌هایش می‌مانند.
feed-missing = این خوراک دیگر اینجا نیست.

report-ask = <b>کجای منبع‌ها نادرست است؟</b> گرداننده ربات گزارش شما را با شماره تلگرامی‌تان می‌بیند و بررسی می‌کند.
button-report-outlet = ناشر نادرست است
button-report-origin = منبع اصلی نادرست است
button-report-event = اینها رویدادهای جداگانه‌اند
report-filed = سپاس. گرداننده ربات بررسی می‌کند.
report-changed = پیش‌تر این ماجرا را گزارش کرده بودید؛ گزارش شما اکنون این را می‌گوید.
report-too-many = برای امروز بس است: بیشترین شمار گزارش در روز { $most } است. سپاس.
command-reports = گزارش‌های منبع نادرست (گردانندگان)
reports = <b>گزارش‌های منبع نادرست</b>: { $count ->
    [one] { $count } ماجرا
   *[other] { $count } ماجرا
  }. شماره، واژه‌هایی را نشان می‌دهد که منبع‌ها از آنها خوانده شده‌اند؛ ✓ ماجرا را از فهرست برمی‌دارد.
reports-none = هیچ گزارش بازی از منبع نادرست نیست.
reports-note = گزارش‌های تازه از منبع نادرست: { $count }. /reports نشانشان می‌دهد.
report-gone = این مقاله دیگر اینجا نیست.
report-says-outlet = ناشر نادرست: { $count }
report-says-origin = منبع اصلی نادرست: { $count }
report-says-event = رویدادهای جداگانه: { $count }
report-by = نخستین گزارش { $at }، از { $people }
report-receipts = <b>منبع‌ها و واژه‌هایی که از آنها خوانده شده‌اند</b>
button-report-done = ✓ انجام شد

command-reload = خواندن دوباره همه مقاله‌ها (گردانندگان)
command-rejects = آنچه پذیرفته نشد (گردانندگان)
reload-begun = <b>بازخوانی</b>: فایل‌ها را می‌بینم…
reload-progress = <b>بازخوانی</b>: { $stage ->
    [looking] فایل‌ها را می‌بینم
    [reading] می‌خوانم، { $share } % فایل‌های تغییرکرده
    [checking] بررسی می‌کنم و پرسش آزمایشی می‌پرسم
   *[switching] جابه‌جا می‌کنم
}{ $remaining ->
    [unknown] .
   *[other] ، نزدیک { $remaining } مانده.
}
    پرسش‌ها از مجموعه پیشین پاسخ می‌گیرند.
reload-counts = +{ $added } −{ $removed } ~{ $changed } تغییر کرد، { $unchanged } بی‌تغییر{ $duplicates ->
    [0] {""}
   *[other] ، { $duplicates } تکراری
}{ $expired ->
    [0] {""}
   *[other] ، { $expired } بسیار کهنه
}
reload-rejected = { $count } رد شد: { $reason } ({ $where })
reload-more-reasons = … و { $count } دلیل دیگر؛ همه در فایل هست
reload-is-live = <b>بازخوانی شد</b> در { $seconds }.
reload-is-unchanged = <b>چیزی تغییر نکرده</b>: مجموعه همانند پوشه است. { $seconds } طول کشید.
reload-is-failed = <b>بازخوانی نشد</b>: { $reason }. مجموعه مانند پیش است.
reload-is-undone = <b>بازگردانده شد</b>: مجموعه مانند پیش از این بازخوانی است. راه‌اندازی دوباره آن را برنمی‌گرداند؛ /reload برمی‌گرداند.
reload-is-settled = <b>بازخوانی شد</b>؛ پس از آن بازخوانی دیگری آمد.
reload-running = بازخوانی از { $since } در جریان است؛ دومی را آغاز نکردم.
reload-undoing = بازخوانی‌ای در حال بازگردانی است؛ لطفاً کمی درنگ کنید.
reload-done-with = این بازخوانی برگشت‌پذیر نیست: یا بازگردانده شده، یا پس از آن دیگری آمده.
reload-is-staging = <b>بازخوانی</b> در جریان است.
reload-details = <b>آنچه بازخوانی تغییر داد</b>
reload-details-part = { $kind ->
    [added] افزوده
    [changed] تغییرکرده
   *[removed] برداشته
}، { $count }:
and-more = … و { $count } تای دیگر
rejects = <b>ردشده‌ها</b>: { $count ->
    [0] در خواندن پیشین هیچ.
    [one] { $count } فایل یا رکورد پذیرفته نشد.
   *[other] { $count } فایل یا رکورد پذیرفته نشدند.
}
rejected = { $where }: { $reason }
rejects-caption = { $count ->
    [one] { $count } ردشده
   *[other] { $count } ردشده
}: فایل، سطر، دلیل
seconds = { $count } ث
minutes = { $minutes } د { $seconds } ث
button-details = جزئیات
button-report = ‹ گزارش
command-stats = مقاله‌ها، نمایه، حافظه، زمان پاسخ، صندوق ارسال (گردانندگان)
stats-corpus = <b>مقاله‌ها</b>: شمار { $articles }، نمونه‌ها { $samples }؛ تازه‌ترین: { $newest }
stats-reload = آخرین بازخوانی: { $state ->
    [staging] در جریان
    [undone] بازگردانده شد
    [unchanged] چیزی تغییر نکرد
    [failed] ناکام
   *[done] انجام شد
  }؛ آغاز { $at }
stats-index = <b>نمایه</b>: مقاله‌ها { $articles }، واژه‌ها { $terms }، بخش‌ها { $segments }، روی دیسک { $disk } مگابایت؛ در تغییر { $number }، عقب‌ماندگی { $behind }
stats-memory = <b>حافظه</b>: { $memory } مگابایت
stats-latency = <b>پاسخ‌ها</b>، { $count } تای آخر: نیمی در { $median } م‌ث، 95٪ در { $p95 } م‌ث، 99٪ در { $p99 } م‌ث
stats-no-latency = <b>پاسخ‌ها</b>: از آغاز هنوز هیچ

# Why something went wrong: told after a colon, so without a capital or a full stop.
why-said = { $words }
why-bug = خطایی در خود newsbot ({ $error })
why-no-words = واژه‌ای در آن نیست
why-unreadable = خوانده نمی‌شود ({ $words })
why-file-name = نام فایل UTF-8 درستی نیست؛ نامش را عوض کنید
why-format = قالب { $suffix } را نمی‌خوانم؛ { $known } را می‌خوانم، هر یک را به شکل { $packed } هم
why-gzip = فشرده‌سازی‌اش خراب است ({ $words })
why-large = بزرگ‌تر از { $megabytes } مگابایت
why-line-long = سطر از { $most } بایت بلندتر است
why-json-large = برای .json بسیار بزرگ است: در یک فایل .jsonl هر رکورد را در یک سطر بنویسید
why-json = JSON نیست ({ $words })
why-record = رکوردی با فیلدهای نام‌دار نیست
why-field-missing = فیلد «{ $field }» نیست
why-field = فیلد «{ $field }» جور نیست ({ $words })
why-xml = XML نیست ({ $words })
why-xml-empty = XML نیست: عنصری در آن نیست
why-doctype = در آن DOCTYPE یا موجودیت تعریف شده، و این را از ناشناس نمی‌پذیرم
why-no-records = نه خوراک است و نه مقاله: عنصری به نام { $names } نیست
why-no-feed = خوراک نیست: نه RSS، نه Atom و نه JSON Feed
why-feed-broken = خوراک خراب است و خوانده نمی‌شود ({ $error })
why-feed-empty = خوراکی بی‌نوشته
why-no-opml = فهرست خوراک‌ها نیست: هیچ outline نشانی http(s) در xmlUrl ندارد
why-no-article = در صفحه مقاله‌ای پیدا نشد
why-second-text = «{ $title }»: شناسه { $id } پیش‌تر به متن دیگری در { $first } داده شده؛ یکی را عوض کنید
why-status = سرورش پاسخ داد { $status }
why-gone = سرورش می‌گوید برای همیشه رفته است (410)
why-robots = سایتش از ربات‌ها می‌خواهد آن را نخوانند (robots.txt)
why-redirects = بیش از { $most } تغییر مسیر
why-not-public = نشانی همگانی نیست
why-no-address = نشانی وب نیست: تنها http:// و https:// را می‌خوانم
why-password = نشانی‌ای را که گذرواژه دارد نمی‌خوانم
why-address-long = نشانی از { $most } نویسه بلندتر است
why-packed = به شکل { $packing } فشرده شده که خواسته نشده بود
why-no-connection = اتصال برقرار نشد
why-no-answer = پاسخی به‌موقع نیامد
why-slow = پاسخ در { $seconds } ثانیه کامل نشد
why-broken-off = اتصال قطع شد ({ $error })
why-no-folder = پوشه { $folder } نیست
why-stopping = برنامه در حال توقف است
why-stopped = برنامه در میانه کار متوقف شد
why-drop = { $removed } مقاله از { $before } می‌رفت، بیش از { $share }٪؛ اگر درست است: <code>/reload anyway</code> یا <code>newsbot reload --anyway</code>
why-smoke = پرسش‌های آزمایشی ناکام ماند: از { $asked } مقاله تازه، { $found } با تیترش پیدا شد
why-nothing-left = هشدار یا مقاله‌هایش دیگر نیست
why-dropped = هنگام بازگرداندن نسخه پشتیبان کنار گذاشته شد
why-turn = در انتظار نوبت
why-not-invited = در NEWSBOT_ALLOWED_IDS نیست
why-blocked = ربات اینجا مسدود شده
why-deactivated = حساب حذف شده
why-kicked = ربات دیگر در این گفت‌وگو نیست
why-no-chat = چنین گفت‌وگویی دیگر نیست
why-not-begun = این شخص ربات را آغاز نکرده
why-no-rights = ربات اجازه نوشتن در آنجا ندارد
why-flood = تلگرام می‌خواهد صبر کنیم
why-lost = ارتباطی با تلگرام نیست ({ $words })
why-telegram = تلگرام می‌گوید: { $words }
