# Botun söylediği her şey. { } içindeki değerler, mesaj HTML ise kaçışlanmış gelir.

start =
    <b>Ne olduğunu bana sorun.</b> Haberlerde arar, kelimesi kelimesine alıntılanmış cümlelerle yanıt veririm: kim söylemiş, kim yayımlamış, o da nereden almış.

    Bir soru, bir bağlantı ya da kaynağını merak ettiğiniz bir paragraf gönderin.
start-example-1 = liman grevi
start-example-2 = Seli kim haber verdi?
help =
    <b>Nasıl sorulur</b>
    Birkaç kelime gönderin (örneğin <code>{ $example }</code>), en uygun haberleri bulayım. Şunları da kullanabilirsiniz:
    • <code>"tam ifade"</code> · <code>-hariç</code> · <code>bu OR şu</code> · <code>baş*</code>
    • <code>{ $source }</code> · <code>by:ad</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · geçen hafta · Ekim 2026’dan beri
    Bir bağlantı ya da paragraf yapıştırın; kimin yayımladığını ve başka kimlerin haber yaptığını görün. Sorunuzu düzenlerseniz yanıt da güncellenir. Bir mesajı ya da alıntıladığınız bir bölümünü /ask ile yanıtlayın; bunu kimin söylediğini görün.

    <b>Komutlar</b>
    { $commands }

    Gruplarda /ask yazın, benden bahsedin ya da mesajımı yanıtlayın. Diğer sohbetlerde <code>{ $bot }</code> ve sorunuzu yazın.
help-operators = <b>Yöneticiler için</b>
bot-description = Bana ne olduğunu sorun; haberlerden kelimesi kelimesine alıntılarla yanıtlayayım: kim söyledi, kim yayımladı ve o yayın nereden aldı. /subscribe ile bir konuyu takip edin, her olayı yalnızca bir kez öğrenin.
bot-description-short = Kelimesi kelimesine haber: kim söyledi, kim yayımladı, nereden aldı.
command-start = Neler yapabilirim
command-help = Nasıl sorulur ve tüm komutlar
command-ask = Soru sor (gruplarda)
command-latest = En yeni haberler, isterseniz bir konuda
command-top = Günün, haftanın ya da ayın öne çıkan haberleri
top-title = <b>Öne çıkanlar</b> · { $period }
top-title-topic = “{ $topic }” konusunda <b>öne çıkanlar</b> · { $period }
top-nearest = İstediğiniz zaman için haber yok. En yakın tarihli haberler:
top-nothing-newer = Bunlardan daha yeni haber yok:
top-nothing-topic = “{ $topic }” konusunda haber yok.
top-hidden = Bu sohbetin ayarları (/settings) burada gösterebileceğim bütün haberleri gizliyor. Haber dillerini ve gizli yayıncıları kontrol edin.
top-period-24 = son 24 saat
top-period-168 = son 7 gün
top-period-720 = son 30 gün
top-period-all = tüm zamanlar
arrivals = O zamandan beri <b>{ $count } yeni haber</b>:
arrivals-least = O zamandan beri <b>en az { $count } yeni haber</b>:
arrivals-none = O zamandan beri yeni bir şey yok.
button-arrivals = Yeni ne var?
command-trends = Bir konunun haberlerde ne kadar yer aldığının grafiği
command-timeline = Bir olayın zaman çizelgesi
command-said = Birinin söyledikleri
command-corrections = Kuruluşların düzelttiği veya geri çektiği haberler
command-about = Arşivde neler var

ask-for-words = Ne arayacağımı yazın: bir ad, bir yer ya da ne olduğu. Örneğin: { $example }
no-words = Bu mesajda hiç kelime bulamadım. Bir ad, bir yer ya da ne olduğunu yazın.
greeting-hello = Merhaba! Bana bir kişiyi, yeri ya da olayı sorun, örneğin { $example }. Daha fazlası için: /help
greeting-thanks = Rica ederim! Başka bir şey de sorabilirsiniz, örneğin { $example }. Başka neler yapabildiğim: /help
only-words = Yalnızca metin okuyabiliyorum; sesli mesaj, fotoğraf ya da video değil. Bilmek istediğinizi yazın, örneğin { $example }, ya da bir bağlantı veya paragraf yapıştırın.
guest-how = Bir mesajı yanıtlayıp benden bahsedin: hangi haberlerde bu sözlerin geçtiğini ve nereden geldiğini söyleyeyim. Ya da adımın ardından bir soru yazın.
button-ask-bot = Bana daha fazlasını sor
last-page = Bu konuda elimdekilerin hepsi bu. Bir haberi daha ayrıntılı okumak için yukarıdaki bir numaraya dokunun.
unknown-command = Bu komutu bilmiyorum. Komutların listesi: /help. Bunun dışında yazdığınız her şeyi soru sayarım.
query-error = Bu soruyu okuyamadım ({ $position }. karakter): { $problem }
too-fast = Çok kısa sürede çok fazla istek geldi. Lütfen { $seconds } saniye bekleyip tekrar deneyin.
not-invited = Bu bot özel. Erişim için botun yöneticisine ID’nizi gönderin: { $id }
privacy =
    <b>Neleri saklıyorum</b>
    • <b>Bu sohbette</b>: yanıtlarımın altındaki düğmeler çalıştığı sürece (30 gün) sorularınızı ve izini sürdüğünüz mesajları; hangi mesajın hangisine yanıt olduğunu; siz silene kadar uyarılarınızı ve ayarlarınızı; uyarılarınızın gönderdiği bildirimleri.
    • <b>Hakkınızda</b>: Telegram ID’nizi ve uygulamanızın dilini. Yanıtlamakta olduğum mesajlar dışında ad, telefon numarası ya da kişi listesi yok.
    • <b>Gruplarda</b>: aynılarını grup için, bir de her uyarıyı kimin kaydettiğini.
    • <b>Yanlış kaynak bildirimleri</b>: olayı, neyin yanlış olduğunu söylediğinizi ve Telegram ID’nizi, bir yönetici inceleyene kadar.
    • <b>Önerdiğiniz akışlar</b>: adresi ve Telegram ID’nizi, bir yönetici karar verdikten 30 gün sonrasına kadar.
    • <b>Yanıtlamakta olduğum mesajlar</b>: yanıtlanana kadar, çoğunlukla bir saniye, Telegram’ın gönderdiği haliyle ve adınızla birlikte. Sonra iki gün boyunca yalnızca numaralar (sohbetin, mesajın ve yanıtın) ile bir sağlama toplamı.
    • <b>Üyesi olmadığım sohbetlerde benden bahsetmeler</b>: Telegram bana yalnızca o mesajı ve yanıtladığı mesajı gönderir. Yanıtımı sohbetteki herkes görür; ikisini de, sohbette kimlerin olduğunu da saklamam.
    • <b>Satır içi sorular</b> saklanmaz. Yazdığınız hiçbir şey günlük kayıtlarına geçmez. Mesajlarımızı ileten Telegram dışında kimseyle hiçbir şey paylaşılmaz.

    /export uyarılarınızı ve ayarlarınızı dosya olarak gönderir. /forget_me hakkınızdaki her şeyi veritabanı dosyasından da olmak üzere hemen siler. Botun yöneticisinin aldığı yedekleri silmek ona aittir.
privacy-judgements = <b>👍 ve 👎</b>: Bu botun yöneticisi, yanıtları sınamak için değerlendirmenizi Telegram ID’niz, soru ve gösterilen haberler ile cümlelerle birlikte saklar. /forget_me bunları da siler.
judgement-kept = Teşekkürler! Değerlendirmeniz yanıtları sınamaya yardım ediyor. Bkz. /privacy
judgement-off = Değerlendirmeler artık burada saklanmıyor.
expired = Bu mesaj 30 günden eski, bu yüzden düğmeleri artık çalışmıyor. Lütfen tekrar sorun.
failed = Bende bir hata oluştu ve kaydedildi. Lütfen tekrar deneyin.
search-unavailable = Arama şu anda kullanılamıyor. Lütfen bir dakika sonra tekrar deneyin.

problem-common = bu kelimeler aranamayacak kadar yaygın; daha belirleyici bir kelime ekleyin.
problem-bracket-open = { $position }. karakterdeki parantez kapatılmamış; en sonda kapattım.
problem-bracket-closed = { $position }. karakterdeki kapanan parantezin eşi yok; yok saydım.
problem-quote = { $position }. karakterdeki tırnağın eşi yok; yok saydım.
problem-or = OR’un iki yanında da kelime olmalı.
problem-not = NOT’tan sonra bir kelime olmalı.
problem-field = { $position }. karakterdeki <code>{ $field }:</code> alanını bilmiyorum; ardından gelen kelimeleri aradım.
problem-deep = iç içe çok fazla parantez var.
problem-empty = { $position }. karakterdeki <code>{ $field }:</code> sonrasında bir şey yok; yok saydım.
problem-date = { $position }. karakterdeki <code>{ $field }:{ $value }</code> tanıdığım bir tarih değil; yok saydım. Şöyle yazın: <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> çok kısa: * işaretinden önce en az { $letters } harf yazın.
problem-long = yalnızca ilk { $words } kelimeyi kullandım.
article-gone = Bu haber artık yok. Lütfen tekrar sorun.
article-unquotable = Bu haberde artık alıntılanacak cümle yok. Lütfen tekrar sorun.

not-understood = Sorunuzun bir kısmını anlamadım: { $problem }
searched-instead = “{ $word }” yerine <b>{ $instead }</b> için sonuçlar gösteriliyor.
searched-also = Ayrıca arananlar: { $words }
credit = — { $label }
credit-via = { $speaker }, aktaran: { $outlet }
cites = kaynak gösterdiği: { $outlets }
by = yazan: { $author }
undated = tarihsiz
about-date = tahminî tarih
story-size = { $outlets } haber kuruluşu, { $origins } bağımsız kaynak
story-size-unknown = kaynağı bilinmeyen { $articles } haber
other-outlets = +{ $outlets } haber kuruluşu, { $origins } kaynak
source-unknown = yayıncı bilinmiyor
notice-samples = Deneme için uydurulmuş örnek haberler.
notice-stale = Buradaki en yeni haber { $newest } tarihli; daha yeni gelişmeler bende olmayabilir.
notice-unreachable = { $since } tarihinden beri { $feeds } kaynağına ulaşamıyorum; son gelişmeler bende olmayabilir.
notice-cut = Sorunuz çok uzundu; yalnızca ilk { $length } karakterini kullandım.
notice-language = Burada bu dilde haber yok: { $absent }. { $count ->
    [1] Şu dilde
   *[other] Şu dillerde
  } haberler var: { $languages }. Onlarda aramak için { $count ->
    [1] o dilde
   *[other] bu dillerden birinde
  } sorun.
notice-letters = Arama yalnızca aynı alfabeyle yazılmış haberleri bulur. { $count ->
    [1] Şu dilde
   *[other] Şu dillerde
  } de haberler var: { $languages }. Onlarda aramak için { $count ->
    [1] o dilde
   *[other] bu dillerden birinde
  } sorun.
notice-more-languages = { $languages } ve diğerleri

nothing = <b>Hiçbir şey bulunamadı.</b>
nothing-unknown = Hiçbir haberde geçmiyor: { $words }.
not-about = <b>Burada bunların hepsini kapsayan bir haber yok.</b>
not-quoted = Bu konuda “{ $speaker }” adlı birinin sözü yok.
not-credited = Bu cümlelerin hiçbiri “{ $speaker }” adına aktarılmıyor.
closest = En yakın haberler:
other-time = <b>O zamana ait bir haber yok.</b> En yakın tarihliler:
less-close = Daha az ilgili { $count } sonuç ▸
below-cut = Daha az ilgili:
follow-up = “{ $previous }” sorusunun devamı
quoted-word = “{ $word }”
nothing-period = Seçilen dönemin dışında eşleşen { $count } haber var.
nothing-filters = { $count } haberde bu kelimeler geçiyor ama filtrelerinize uymuyor.
nothing-left-out = Bu sohbetin ayarlarının (/settings) gizlediği haber sayısı: { $count }.
nothing-suggest = Bunu mu demek istediniz?
nothing-corpus = { $articles ->
    [0] Henüz hiç haber yok.
    [one] { $newest } tarihli 1 haberde aradım.
   *[other] { $articles } haberde aradım; en yenisi { $newest } tarihli.
  }

pasted-found = <b>Bu metin [1] numaralı haberden.</b> Aşağıda başka kimlerin haber yaptığı, ardından benzer haberler var.
pasted-nearest = <b>Bu metin bende yok.</b> En çok benzeyen haberler:
pasted-unknown-link = <b>Bu sayfa bende yok.</b> İçinden bir paragraf yapıştırın, başka kimlerin haber yaptığına bakayım.
pasted-nothing = <b>Bu metne benzeyen bir şey bende yok.</b>
pasted-carried = <b>Bu sözler buradaki { $count } haberde geçiyor, en eskisi başta:</b>
pasted-carried-in-part = <b>Bu metnin en azından bir bölümü buradaki { $count } haberde geçiyor:</b>
pasted-not-carried = <b>Bu sözler buradaki hiçbir haberde geçmiyor.</b> En çok benzeyenler:

card-focused = Sorunuzla ilgili:
card-gist = Özet:
card-empty = Bu haberde alıntılanacak cümle yok.
correction-corrected = ✎ Düzeltildi: { $at }
correction-updated = ✎ Güncellendi: { $at }
correction-withdrawn = ✗ Geri çekildi: { $at }
pasted-withdrawn = Başkaları bu haberi hâlâ veriyor:
withdrawn-alone = Burada bu haberi veren başka kimse yok.
change-headline = Başlık:
corrections-title = <b>Son düzeltmeler</b>
corrections-title-topic = <b>Son düzeltmeler: { $topic }</b>
corrections-none = Arşivdeki hiçbir kuruluş son zamanlarda bir haberi düzeltmedi veya geri çekmedi.
corrections-none-topic = { $topic } konulu haberlerde yakın zamanda düzeltme yok.
context-place = Özetteki { $of } cümleden { $number }., haberdeki yeriyle:
similar = <b>Benzer haberler</b>: { $title }
similar-none = Benzer haber yok.
speaker = <b>{ $speaker }</b>: son açıklamalar
speaker-on = <b>{ $speaker }</b>, “{ $topic }” hakkında: son açıklamalar
speaker-none = Burada “{ $speaker }” adlı birinin sözü yok.
speaker-none-on = Burada “{ $speaker }” adlı birinin “{ $topic }” hakkında sözü yok.
speaker-range = { $first }–{ $last } / { $count }
outlets = <b>Kim haber yaptı, nereden aldı</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
difference = ⚖ <b>Haber kuruluşları farklı yazıyor</b> · { $thing }: { $versions }
difference-later = <b>Zamanla değişen rakamlar</b> · { $thing }: { $versions }
difference-denied = ⚖ <b>Söylendi ve yalanlandı</b>: { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-thing = “{ $noun }”
difference-of = { $thing } ({ $noun })
differs-dead = ölü
differs-injured = yaralı
differs-missing = kayıp
differs-arrested = gözaltı
differs-evacuated = tahliye edilen
differs-rescued = kurtarılan
differs-abducted = rehine
differs-aboard = araçtaki kişi
differs-magnitude = büyüklük
differs-homes = hasarlı ev
differs-powerless = elektriksiz kalan
differs-age = yaş
differs-day = gün
differs-date = tarih
differs-time = saat
differs-counted = bir sayı
story-also = Diğer dillerde: { $languages }
sisters = <b>Aynı olay başka dillerde</b>: { $title }
sisters-none = Bu olay hakkında başka dillerde haber yok.
story-added = <b>Her kuruluşun eklediği</b>, en yenisi önce
story-repeats = { $outlet } haberini yineliyor
story-repeats-itself = kendi haberini yineliyor
story-more = … ve { $count } yeni cümle daha

history-how = Hangi konu? Örneğin: <code>{ $command } { $example }</code>. /help içindeki arama yazımı burada da geçerli.
history-nothing = <b>Sonuç yok.</b> Tarihi belli hiçbir haberde bu kelimelerin hepsi geçmiyor.
pictures-missing = Grafik yok: bu sunucuda matplotlib kurulu değil.
trend-articles = { $articles } haber
trend-day = günlük
trend-week = haftalık
trend-month = aylık
trend-peak-day = En çok { $when } günü: { $count }
trend-peak-week = En çok { $when } haftasında: { $count }
trend-peak-month = En çok { $when } ayında: { $count }
trend-others = { $count } yayıncı daha
trend-undated = Tarihsiz { $count } haber daha var.
timeline-stories = { $stories } olay
timeline-some = { $stories } olaydan en ilgili { $shown } tanesi
timeline-origins = { $origins } kaynak

about =
    <b>newsbot { $version }</b>
    { $articles } haber; en yenisi { $newest } tarihli.
    Yayıncılar: { $publishers }

    Yanıtlar BM25 ile sıralanır, haberlerden kelimesi kelimesine alıntı yapar. Hiçbir şey yeniden yazılmaz ya da üretilmez.
about-samples = Bunların { $samples } tanesi, botu denemeniz için hazırlanmış örnek haber.
about-empty = Henüz hiç haber yok.

button-previous = ◀
button-next = ▶
button-page = Sayfa { $page }/{ $pages }
button-more = Devamı ▸
button-filter = Filtre
button-options = Seçenekler
button-exact = “{ $word }” sözcüğünü aynen ara
button-relevance = En ilgili
button-newest = En yeni
button-chosen = • { $label }
button-period-24 = 24 sa
button-period-168 = 7 gün
button-period-720 = 30 gün
button-period-all = Tümü
button-context = Bağlamı
button-source = Haberi oku ↗
button-similar = Benzer haberler
button-speaker = { $speaker }: diğer sözleri
button-changes = ✎ Ne değişti
button-outlets = Diğer kuruluşlar
button-sisters = 🌐 Diğer diller
button-report-source = Kaynak yanlış mı?
button-back = ‹ Geri
inline-none = Sonuç yok. Ayrıntılar için benimle sohbet açın

command-follow = Bir olayı takip et
command-subscribe = Yeni haberler için uyarı oluştur
command-subscriptions = Uyarılarım
command-unsubscribe = Uyarı sil
subscribe-how = Neyi takip edeyim? Örneğin: <code>/subscribe { $example }</code>. OR yazmadığınız sürece haberde her kelime geçmelidir. /help içindeki arama yazımı burada da geçerli.
    Kanalınızda paylaşmam için özel sohbetimizde önce kanalı yazın: <code>/subscribe @channel { $example }</code>
alert-admins-only = Bu grubun uyarılarını yalnızca grup yöneticileri değiştirebilir.
alert-preview = <b>Yeni uyarı</b>: <code>{ $query }</code>
alert-found = Son 7 günde eşleşen: { $articles ->
    [0] yok.
    [one] 1 haber.
   *[other] { $articles } haber, { $stories } olay.
  }
alert-rate-day = Günde yaklaşık { $count } mesaj gelir.
alert-rate-week = Haftada yaklaşık { $count } mesaj gelir.
alert-ever = Daha önce eşleşen: { $count } haber.
alert-nothing = ⚠ Şimdiye kadar hiçbir haber bununla eşleşmedi. Yine de kaydedebilirsiniz.
alert-wide = ⚠ Bu çok geniş. Bir kelime ekleyin, ifadeleri "tırnak" içine alın ya da günlük bülteni seçin.
alert-everything = Bu neredeyse her haberle eşleşiyor. Mutlaka geçmesi gereken bir kelime ekleyin.
alert-only-common = Bu kelimeler aranamayacak kadar yaygın, bu uyarı hiçbir zaman eşleşmez. Bir ad ya da daha seyrek bir kelime ekleyin.
alert-instead = → <code>{ $query }</code> ile eşleşen: { $count } haber.
alert-mistyped = ⚠ Hiçbir haberde “{ $word }” geçmiyor. Bunu mu demek istediniz: { $instead }?
alert-common = ⚠ “{ $word }” tüm haberlerin yarısında geçiyor, aramayı pek daraltmaz.
alert-fired = O yanıttaki { $shown } haberden { $fired } tanesiyle eşleşirdi.
alert-not-fired = ⚠ O yanıttaki haberlerin hiçbiriyle eşleşmezdi; bu olayı kaçırabilir.
button-also = Ayrıca: { $query }
button-wider = Bunun yerine “{ $query }”
alert-saved = ✓ <b>Kaydedildi.</b> Bundan sonra yeni bir haber eşleşince buraya yazarım: her olay için bir kez.
alert-paused = Duraklatıldı.
alert-muted = Sessizde; bitiş: { $until }.
alert-deleted = Silindi: <code>{ $query }</code>
alert-cancelled = İptal edildi. Hiçbir şey kaydedilmedi.
alert-gone = Bu uyarı silinmiş.
alert-too-many = En fazla { $most } uyarınız olabilir ve bu sınıra ulaştınız. Önce birini silin: /subscriptions
alert-why = Uyarı <code>{ $query }</code>, eşleşen: { $reasons }
alerts-none = Bu sohbette henüz uyarı yok. /subscribe ile birkaç kelime gönderin ya da bir yanıtın altındaki 🔔 düğmesine dokunun.
alerts-title = <b>Bu sohbetteki uyarılar</b> ({ $count })
unsubscribe-how = Hangisi? Örneğin: <code>/unsubscribe 2</code>
button-alert = 🔔 Uyarı
button-save = Kaydet
button-cancel = İptal
button-pause = Duraklat
button-resume = Sürdür
button-mute = 24 saat sessize al
alert-corrected = ✎ İlk gönderdiğimden beri düzeltildi.
alert-updated = ✎ İlk gönderdiğimden beri güncellendi.
alert-withdrawn = <s>{ $title }</s>
    Bu haber geri çekildi. Uyarı <code>{ $query }</code>
alert-withdrawn-other = Bu olayı ilk olarak, sonradan geri çekilen bir haberle göndermiştim: { $title }
digest-title = <b>Uyarılarınızla eşleşen { $count } olay</b>
digest-corrected = düzeltildi
digest-updated = güncellendi

alert-entry = <b>Uyarı</b> <code>{ $query }</code>
alert-reports-now = Hemen gönderir.
alert-reports-hourly = Her saat başı bülten gönderir.
alert-reports-daily = Her gün { $time } saatinde bülten gönderir ({ $zone }).
alert-reports-weekly = Her hafta { $weekday }, { $time } saatinde bülten gönderir ({ $zone }).
alert-reports-briefing = Her gün { $time } saatinde öne çıkan haberleri gönderir ({ $zone }).
briefing-name = Öne çıkan haberler
briefing-name-topic = Öne çıkan haberler: { $topic }
briefing-saved = ✓ <b>Günlük özetiniz ayarlandı.</b>
briefing-ask = Günlük özetinizin saatini yanıt olarak yazın, örneğin <code>7:45</code>
button-briefing = ☀ Her gün saat { $time }
button-briefing-time = Saat
button-briefing-stop = Günlük özeti durdur
alert-no-zone = Saat diliminizi henüz bilmiyorum. Ayarlamak için: /settings
alert-elsewhere = <b>{ $chat }</b> sohbetine gönderir.
alert-for-channel = <b>{ $channel }</b> kanalı için:
alert-share = Bu bağlantıyı açan herkes aynı uyarıyı ekleyebilir: { $link }
channel-not-yours = { $channel } kanalına gönderemiyorum. İkimizin de o kanalda yönetici olması gerekir.
draft-ask = <code>{ $query }</code> yerine geçecek kelimelerle bu mesajı yanıtlayın
reword-ask = <code>{ $query }</code> için yeni kelimelerle bu mesajı yanıtlayın. Daha önce aldığınız olayları tekrar göndermem; yeni haberler yeni kelimelerle eşleşmelidir.
state-paused = duraklatıldı
state-muted = sessizde
mode-now = Hemen
mode-hourly = Saatlik
mode-daily = Günlük
mode-weekly = Haftalık
mode-briefing = Günlük özet
toast-paused = Duraklatıldı. Buradan ya da /subscriptions ile sürdürebilirsiniz.
toast-muted = 24 saat sessize alındı.
toast-daily = Günlük bültene taşındı.
button-follow = Takip et
button-unfollow = Takibi bırak
button-follow-again = Yeniden takip et
follow-saved = ✓ <b>Bu olayı takip ediyorsunuz.</b> Yeni bir gelişme olunca buraya yazacağım.
follow-no-story = <b>Burada henüz bununla ilgili bir olay yok.</b> Bunun yerine yeni haberleri izleyebilirim:
follow-press = Grup adına yazıyorsunuz. Bu olayı takip etmek için <b>Takip et</b> düğmesine dokunun:
follow-entry = <b>Takip ediliyor:</b> { $query }
follow-name = Olay: { $title }
follow-why = Takip ettiğiniz bir olay: { $title }
follow-ends = { $days ->
    [one] 1 gün
   *[other] { $days } gün
  } boyunca gelişme olmazsa kendiliğinden sona erer.
follow-ended = <b>{ $days ->
    [one] 1 gündür
   *[other] { $days } gündür
  } yeni bir şey yok.</b> Bu olayı artık takip etmiyorum.
alert-reports-follow-now = Her seferinde yeni bir mesaj gönderir.
alert-reports-update = Tek bir mesajı güncel tutar.
mode-follow-now = Yeni mesajlar
mode-update = Tek mesaj, güncellenir
development-origin = Yeni bağımsız kaynak: <b>{ $name }</b>
development-figures = Yeni rakamlar: <b>{ $name }</b>
development-correction = { $source } düzeltti: { $name }
development-withdrawal = { $source } geri çekti: { $name }
development-speaker = İlk açıklama: <b>{ $name }</b>
publisher-muted = { $publisher } haberleri artık gizli. Değiştirmek için: /settings
command-unsubscribe_all = Bu sohbetteki tüm uyarıları sil
unsubscribe-all = Bu sohbetteki { $count ->
    [one] tek uyarı
   *[other] { $count } uyarının tümü
  } silinsin mi? Önce size bir yedek dosyası gönderirim; /import ile geri yükleyebilirsiniz.
all-deleted = { $count } uyarı silindi.
nothing-deleted = Hiçbir şey silinmedi.
command-export = Uyarıları ve ayarları dosyaya aktar
export-caption = { $count } uyarı ve bu sohbetin ayarları. /import ile geri yükleyin.
command-import = Uyarıları ve ayarları dosyadan al
import-ask = /export ile aldığınız dosyayı yanıt olarak gönderin (en fazla 1 MB).
import-unfit = Bu, newsbot’tan alınmış bir dosya değil: { $place } geçersiz.
import-done = { $all } uyarıdan { $saved } tanesi ve ayarlar içe aktarıldı. Görmek için: /subscriptions
command-privacy = Hakkınızda ne sakladığım ve nasıl silineceği
command-forget_me = Hakkımdaki her şeyi sil
forget-me = Bu, hakkınızda sakladığım her şeyi siler: tüm sohbetlerdeki uyarılarınızı, gönderdikleri bildirimleri, ayarlarınızı ve bu sohbetteki düğmelerin verilerini. Geri alınamaz. Kopyasını isterseniz önce /export kullanın.
forgotten = Tamam. Uyarılarınızı ({ $alerts }), gönderdikleri bildirimleri ({ $messages }), ayarlarınızı ve hakkınızdaki diğer her şeyi sildim.
only-in-private = Lütfen bunu özel sohbetimizde gönderin.
command-status = Bu sohbet için sıradaki bildirimler
status-alerts = { $count ->
    [0] Burada uyarı yok.
   *[other] Burada { $count } uyarı var.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } tanesi duraklatıldı.
  }
status-nothing = Sırada bekleyen yok.
status-waiting = Sırada bekleyen: { $count }; gönderim zamanı: { $until }.
status-held = Sırada bekleyen: { $count }; gönderim zamanı: { $until } (Telegram’ın hız sınırı).
status-suspended = Askıda: { $count }; buraya gönderemiyorum: { $reason }
status-updates = Bazı mesajlar { $since } tarihinden beri yanıt bekliyor.
command-outbox = Tüm sohbetler için sıradaki bildirimler (bot yöneticileri)
operators-only = Bunu yalnızca botun yöneticileri yapabilir.
outbox = <b>Giden kutusu</b>: { $waiting } sırada, { $postponed } ertelendi, { $suspended } askıda, { $failed } başarısız, { $sent } gönderildi.
outbox-oldest = Zamanı geçmiş en eski bildirim: { $at }.
outbox-none-due = Zamanı gelmiş bildirim yok.
outbox-rate = Son bir saatte gönderilen: { $count }.
outbox-postponed = • { $count } × ertelendi: { $reason }
outbox-suspended = • { $count } × askıda: { $reason }
outbox-given-up = • { $count } × başarısız: { $reason }
command-settings = Saat dilimi, sessiz saatler, bültenler, diller, yayıncılar
command-lang = Burada kullandığım dil
lang-title = <b>Burada hangi dili kullanayım?</b> Düğmelerim, mesajlarım ve komutlarım değişir. Haberler kendi dilinde kalır.
lang-unknown = “{ $word }” dilini bilmiyorum. Şunlardan birini seçin:
lang-automatic = Telegram uygulamanızla aynı
lang-chosen = ✓ Burada artık <b>{ $name }</b> kullanıyorum.
command-prefer = Bir olayda önce şu yayıncının haberini göster
command-mute = Bir yayıncıyı gizle
settings-title = <b>Bu sohbetin ayarları</b>
settings-lent = ✓ <b>{ $channel }</b> artık sizin ayarlarınızı kullanıyor:
settings-zone = Saat dilimi: { $zone }
settings-no-zone = Saat dilimi: ayarlanmadı (UTC kullanılıyor)
settings-quiet = Sessiz saatler: { $hours }
settings-digest = Bültenler: saat { $time }; haftalık: { $weekday }
settings-breaking = Sessiz saatlerde de son dakika haberleri (bir saat içinde üç bağımsız kaynak): { $state }
settings-languages = Haber dilleri: { $languages }
settings-calendar = Tarihler: { $calendar }
calendar-solar = Hicri şemsi
calendar-gregorian = Miladi
settings-publishers = Yayıncılar: { $preferred } öncelikli, { $muted } gizli
setting-zone = Saat dilimi
setting-quiet = Sessiz saatler
setting-digest = Bültenler
setting-breaking = Son dakika aç/kapat
setting-languages = Diller
setting-calendar = Takvim
setting-publishers = Yayıncılar
publishers =
    <b>Yayıncılar</b>
    Öncelikli: { $preferred }
    Gizli: { $muted }

    <code>/prefer ad</code> bir olayda önce o yayıncının haberini gösterir; <code>/mute ad</code> yayıncıyı gizler. Listeden çıkarmak için düğmesine dokunun.
zone-ask = Neredesiniz? Bir şehir ya da ülke adıyla yanıt verin veya 📎 ile konumunuzu paylaşın.
zone-unknown = “{ $words }” diye bir yer bilmiyorum. Yakındaki büyük bir şehri ya da Europe/Istanbul gibi bir saat dilimini deneyin.
zone-like = Bunu mu demek istediniz: { $names }?
publisher-unknown = “{ $words }” adında bir yayıncı bilmiyorum.
quiet-ask = Sessiz saatlerinizi yanıt olarak yazın, örneğin <code>22:30-7</code>
quiet-off = yok
digest-ask = Bültenlerin saatini yanıt olarak yazın, örneğin <code>7:45</code>
languages-all = tüm diller
on = açık
off = kapalı
button-change = Değiştir
button-delete = Sil
button-delete-all = { $count } uyarıyı sil
button-undo = Geri al
button-mode = Zamanlama
button-differences-on = ⚖ Farklılıklar: açık ✓
button-differences-off = ⚖ Farklılıklar: kapalı
button-edit = Düzenle
button-share = Paylaş
button-cite = Alıntıyı kopyala
button-feed = Akış olarak
button-story-page = Olay sayfası
button-list = Tüm uyarılar
button-other = Diğer…
button-fewer = Bunun gibilerini azalt
button-no-publisher = Gizle: { $publisher }
button-daily-instead = Günlük bültene al
button-narrow = Kelimeleri değiştir
button-forget = Hakkımdaki her şeyi sil

feed-gone-note = <b>{ $name }</b> kapatıldı: sunucusu bu akışın artık olmadığını söylüyor. { $url }
command-feeds = Haber akışları: durum, ekle, duraklat, kaldır (bot yöneticileri)
feeds = <b>Haber akışları</b>: { $count }
feeds-none = Henüz akış yok. /feeds ile bir adres gönderin, orada ne olduğuna bakayım.
feed-success = son alım: { $at }
feed-never = hiç alınmadı
feed-pace = günde { $items } haber
feed-failures = art arda { $count } hata
feed-paused = duraklatıldı
feed-switched-off = kapatıldı, artık yok
button-feed-add = Akış ekle
button-feed-test = Test et
button-feed-remove = Kaldır
feed-ask = Bir akışın ya da akışlarına bağlantı veren bir sayfanın adresiyle yanıt verin.
feed-looking = { $url } kontrol ediliyor…
feed-trial = <b>{ $title }</b>. Girdi: { $entries }, yalnızca özet: { $teasers }.
feed-trial-newest = En yenisi: { $at }.
feed-trial-bad = { $url } adresinde akış yok: { $problem }.
feed-trial-named = Bu sayfa şu akışlara bağlantı veriyor. Bu satırlardan birini gönderin:
feed-added = Eklendi. Akışta zaten olan haberler uyarı göndermez; yenileri gönderir.
feed-known = Bu akış zaten ekli.
feed-remove-ask = <b>{ $name }</b> kaldırılsın mı? Haberleri aranabilir kalır.
feed-missing = Bu akış zaten kaldırılmış.
report-ask = <b>Bu olayın kaynaklarında yanlış olan ne?</b> Botun yöneticileri bildiriminizi ve Telegram ID’nizi görür.
button-report-outlet = Yayıncı yanlış
button-report-origin = Asıl kaynak yanlış
button-report-event = Bunlar farklı olaylar
report-filed = Teşekkürler. Botun yöneticileri inceleyecek.
report-changed = Bu olayı daha önce bildirmiştiniz; bildiriminizi güncelledim.
report-too-many = Bugünkü { $most } bildirim sınırına ulaştınız. Teşekkürler.
command-reports = Yanlış kaynak bildirimleri (bot yöneticileri)
reports = <b>Yanlış kaynak bildirimleri</b>: { $count } olay. Kaynakların okunduğu metni görmek için bir numaraya, bildirimi kapatmak için ✓ işaretine dokunun.
reports-none = Açık bildirim yok.
reports-note = Yeni yanlış kaynak bildirimi: { $count }. Görmek için: /reports
report-gone = Bu haber artık yok.
report-says-outlet = yayıncı yanlış: { $count }
report-says-origin = asıl kaynak yanlış: { $count }
report-says-event = farklı olaylar: { $count }
report-by = İlk bildirim: { $at }, bildiren: { $people }
report-receipts = <b>Kaynaklar ve okundukları metin</b>
button-report-done = ✓ Tamam
command-suggest = Haber akışı öner
command-suggestions = Kullanıcıların önerdiği akışlar (bot yöneticileri)
suggest-how = Hangi akış eksik? Adresini ya da akışlarına bağlantı veren bir sayfanın adresini gönderin: <code>/suggest https://site.example/feed</code>. Kararı botun yöneticileri verir.
suggest-nobody = Bu botun akış ekleyebilecek bir yöneticisi yok.
suggest-queued = Teşekkürler! <b>{ $title }</b> çalışıyor. Botun yöneticilerine sordum; kararlarını size bildireceğim.
suggest-waiting = Bu akış daha önce önerilmiş.
suggest-too-many = Şimdilik { $most } öneri sınırına ulaştınız. Teşekkürler.
suggest-full = Şu anda yöneticileri bekleyen çok fazla öneri var. Lütfen daha sonra yeniden deneyin.
suggest-approved = Önerdiğiniz akış eklendi: <b>{ $title }</b>. Haberlerini birkaç dakika içinde burada bulursunuz.
suggest-declined = Botun yöneticileri, önerdiğiniz akışı eklememeye karar verdi: <b>{ $title }</b>.
suggestions = <b>Önerilen akışlar</b>: { $count }. ✓ akışı ekler, ✗ reddeder.
suggestions-none = Öneri yok.
suggestion-note = <b>Önerilen akış</b>
suggestion-by = Öneren: { $person }, { $at }
suggestion-approved = ✓ Eklendi: <b>{ $title }</b>
suggestion-declined = ✗ Reddedildi: <b>{ $title }</b>
suggestion-gone = Bu öneri artık yok.
button-approve = ✓ Ekle
button-decline = ✗ Reddet

command-reload = Arşivi yeniden yükle (bot yöneticileri)
command-rejects = İçe aktarılamayan dosya ve kayıtlar (bot yöneticileri)
reload-begun = <b>Yeniden yükleme</b>: dosyalar taranıyor…
reload-progress = <b>Yeniden yükleme</b>: { $stage ->
    [looking] dosyalar taranıyor
    [reading] değişen dosyalar okunuyor (%{ $share })
    [checking] kontrol ediliyor, deneme aramaları yapılıyor
   *[switching] yeni arşive geçiliyor
}{ $remaining ->
    [unknown] .
   *[other] , yaklaşık { $remaining } kaldı.
}
    Bitene kadar yanıtlar şimdiki arşivden gelir.
reload-counts = +{ $added } −{ $removed } ~{ $changed } değişti, { $unchanged } aynı{ $duplicates ->
    [0] {""}
   *[other] , { $duplicates } yinelenen
}{ $expired ->
    [0] {""}
   *[other] , { $expired } çok eski
}
reload-rejected = { $count } reddedildi: { $reason } ({ $where })
reload-more-reasons = … ve { $count } neden daha; hepsi ekteki dosyada
reload-is-live = <b>Yeniden yüklendi</b>, süre: { $seconds }.
reload-is-unchanged = <b>Değişiklik yok</b>: arşiv zaten klasörle aynı. Süre: { $seconds }.
reload-is-failed = <b>Yeniden yükleme başarısız</b>: { $reason }. Arşiv değişmedi.
reload-is-undone = <b>Geri alındı</b>: arşiv bu yüklemeden önceki hâlinde. Botu yeniden başlatmak değişiklikleri geri getirmez; /reload getirir.
reload-is-settled = <b>Yeniden yüklendi</b>. Yerini daha sonraki bir yükleme aldı.
reload-running = Zaten bir yeniden yükleme sürüyor (başlangıç: { $since }).
reload-undoing = Bir yükleme geri alınıyor. Lütfen biraz bekleyin.
reload-done-with = Bu yükleme geri alınamaz: zaten geri alınmış ya da yerini sonraki bir yükleme almış.
reload-is-staging = <b>Yeniden yükleme</b> sürüyor.
reload-alerts-send = { $count } yeni haberle ilgili uyarılar yolda.
reload-alerts-ask = Arşivin %{ $share } kadarı yeni ve { $count } yeni haber uyarılarla eşleşiyor. Uyarılar gönderilsin mi?
reload-alerts-quiet = { $count } yeni haber için uyarı gönderilmedi.
button-quietly = Uyarısız
button-send-alerts = Uyarıları gönder
reload-details = <b>Bu yüklemedeki değişiklikler</b>
reload-details-part = { $kind ->
    [added] Eklenen
    [changed] Değişen
   *[removed] Kaldırılan
}, { $count }:
and-more = … ve { $count } tane daha
rejects = <b>Reddedilenler</b>: { $count ->
    [0] son içe aktarmada yok.
   *[other] { $count } dosya ya da kayıt içe aktarılamadı.
}
rejected = { $where }: { $reason }
rejects-caption = { $count } reddedilen: dosya, satır, neden
seconds = { $count } sn
minutes = { $minutes } dk { $seconds } sn
button-details = Ayrıntılar
button-report = ‹ Rapor
command-stats = Arşiv, dizin, bellek, yanıt süresi, giden kutusu (bot yöneticileri)
stats-corpus = <b>Arşiv</b>: { $samples } örnek dahil { $articles } haber; en yenisi: { $newest }
stats-reload = Son yeniden yükleme: { $state ->
    [staging] sürüyor
    [undone] geri alındı
    [unchanged] değişiklik yok
    [failed] başarısız
   *[done] tamamlandı
  }; başlangıç: { $at }
stats-index = <b>Dizin</b>: { $articles } haber, { $terms } terim, { $segments } segment, diskte { $disk } MB; değişiklik { $number }, gecikme { $behind }
stats-memory = <b>Bellek</b>: { $memory } MB
stats-latency = <b>Yanıt süresi</b>, son { $count } yanıt: medyan { $median } ms, p95 { $p95 } ms, p99 { $p99 } ms
stats-no-latency = <b>Yanıt süresi</b>: başlangıçtan beri yanıt yok

# Neyin neden olmadığı. İki noktadan sonra gelir: küçük harfle başlar, nokta almaz.
why-said = { $words }
why-bug = newsbot’ta bir hata ({ $error })
why-no-words = içinde kelime yok
why-unreadable = okunamıyor ({ $words })
why-file-name = dosya adı geçerli UTF-8 değil; yeniden adlandırın
why-format = desteklenmeyen biçim: { $suffix }; desteklenenler: { $known }, her biri { $packed } olarak da olabilir
why-gzip = sıkıştırılmış veri bozuk ({ $words })
why-large = { $megabytes } MB’den büyük
why-line-long = satır { $most } bayttan uzun
why-json-large = .json için çok büyük; her satırında bir kayıt olan bir .jsonl dosyası kullanın
why-json = geçerli JSON değil ({ $words })
why-record = adlandırılmış alanları olan bir kayıt değil
why-field-missing = “{ $field }” alanı eksik
why-field = “{ $field }” alanı geçersiz ({ $words })
why-xml = geçerli XML değil ({ $words })
why-xml-empty = geçerli XML değil: kök öğe yok
why-doctype = DOCTYPE ya da varlık tanımlıyor; güvenlik nedeniyle bunlara izin verilmiyor
why-no-records = ne akış ne haber: { $names } adlı öğe yok
why-no-feed = akış değil (RSS, Atom ya da JSON Feed)
why-feed-broken = akış okunamayacak kadar bozuk ({ $error })
why-feed-empty = akışta girdi yok
why-feed-cut = akış { $megabytes } MB’den büyük: yalnızca başı okundu
why-feed-long = akışta { $all } girdi var: yalnızca en yeni { $read } tanesi okundu
why-no-opml = OPML akış listesi değil: hiçbir outline’ın xmlUrl alanında http(s) adresi yok
why-no-article = sayfada haber bulunamadı
why-second-text = “{ $title }”: { $id } kimliği { $first } içinde başka bir metinde kullanılmış; birini değiştirin
why-status = sunucu { $status } yanıtı verdi
why-gone = sunucu artık olmadığını söylüyor (410)
why-robots = sitenin robots.txt dosyası izin vermiyor
why-redirects = { $most } yönlendirmeden fazla
why-not-public = adres herkese açık değil
why-no-address = web adresi değil (http:// ya da https://)
why-password = parola içeren adresler alınmaz
why-address-long = adres { $most } karakterden uzun
why-packed = beklenmeyen kodlama: { $packing }
why-no-connection = bağlantı yok
why-no-answer = zamanında yanıt gelmedi
why-slow = { $seconds } sn içinde tam yanıt gelmedi
why-broken-off = bağlantı koptu ({ $error })
why-no-folder = { $folder } klasörü yok
why-stopping = bot kapatılıyor
why-stopped = bot, iş bitmeden durduruldu
why-drop = { $before } haberden { $removed } tanesi kaldırılacaktı; bu, %{ $share } sınırından fazla. İstediğiniz buysa: <code>/reload anyway</code> ya da <code>newsbot reload --anyway</code>
why-smoke = deneme aramaları başarısız: { $asked } yeni haberden yalnızca { $found } tanesi başlığıyla bulundu
why-nothing-left = uyarısı ya da haberleri silinmiş
why-dropped = bir yedek geri yüklenirken çıkarıldı
why-turn = sırasını bekliyor
why-not-invited = NEWSBOT_ALLOWED_IDS listesinde değil
why-blocked = bot burada engellenmiş
why-deactivated = hesap silinmiş
why-kicked = bot artık sohbette değil
why-no-chat = sohbet artık yok
why-not-begun = kullanıcı botu başlatmamış
why-no-rights = botun orada gönderme izni yok
why-flood = Telegram’ın hız sınırı
why-lost = Telegram’a bağlanılamıyor ({ $words })
why-telegram = Telegram yanıtı: { $words }

page-story = Olay ve kaynakları
page-original = Haberi oku
page-verbatim = Her cümle bir haberden kelimesi kelimesine alıntıdır. Hiçbir şey yeniden yazılmaz ya da üretilmez.
page-where = Kim kimden aldı
page-graph = Renkli: anlatımın kaynağı. Bağlı: onu yayımlayan kuruluşlar.
page-nameless = kaynak belirtmiyor
page-timeline = Her kuruluşun ekledikleri
page-differ = Kuruluşların ayrıldığı yerler
page-later = Zamanla değişen rakamlar
page-corrected = Düzeltmeler
page-languages = Diğer dillerde
page-share = Telegram’da paylaş
page-gone = Bu olay arşivde yok ya da artık yok.
