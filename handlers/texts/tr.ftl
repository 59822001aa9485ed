# Botun kendi söylediği her söz. { } içindeki değerler, ileti HTML ise kaçışlanmış gelir.

start =
    <b>Ne olduğunu sorun.</b> Haberleri tarar, onların kendi cümleleriyle yanıt veririm: her biri sözcüğü sözcüğüne; kim söylemiş, kim yayımlamış, nereden almış.

    Bir soru, bir bağlantı ya da kaynağını merak ettiğiniz bir paragraf gönderin.
start-example-1 = zeytin hasadı
start-example-2 = Seli kim haber verdi?
help =
    <b>Nasıl sorulur</b>
    Sözcük gönderin, onları içeren haberleri sıralayayım. Ekleyebilecekleriniz:
    • <code>"tam sözler"</code> · <code>-olmasın</code> · <code>bu OR şu</code> · <code>sel*</code>
    • <code>source:reuters</code> · <code>by:ad</code> · <code>lang:ar</code>
    • <code>since:2026-10-01</code> · <code>after:</code> · <code>before:</code> · geçen hafta · Ekim 2026'dan beri
    Bir bağlantı ya da paragraf yapıştırın: kim söylüyor, başka kim yazmış görün. Sorunuzu düzenleyin, yanıt da değişir.

    <b>Komutlar</b>
    { $commands }

    Gruplarda: /ask yazın, benden söz edin ya da bana yanıt verin. Başka her sohbette: <code>{ $bot }</code> ve sözcükleriniz.
command-start = Bu bot ne yapar
command-help = Nasıl sorulur ve bütün komutlar
command-ask = Soru sor (gruplarda)
command-latest = En yeni haberler, konuya göre de
command-trends = Bir konu ne kadar yazılmış, resim olarak
command-timeline = Bir olayın seyri, resim olarak
command-about = Okuduklarım: haberler, tarihler, yayıncılar

ask-for-words = Aranacak sözcükler gönderin: bir ad, bir yer, ne olduğu. Örneğin: { $example }
no-words = Bunda bir sözcük bulamadım. Bir ad, bir yer ya da ne olduğunu yazın.
greeting-hello = Merhaba! Bana bir ad, bir yer ya da ne olduğunu yazın, örneğin { $example }; haberlerde ararım. Fazlası için: /help
greeting-thanks = Rica ederim! Sıradaki sorunuzu dilediğiniz zaman yazın, örneğin { $example }. Başka neler yapabildiğim: /help
only-words = Yalnızca yazı okuyabilirim. Bir soru, bağlantı ya da paragraf gönderin.
unknown-command = Bu komutu bilmiyorum. Yapabildiklerim /help içinde; başka her yazı bir sorudur.
query-error = Bu soruyu okuyamıyorum, { $position }. harfte: { $problem }
too-fast = Kısa sürede çok oldu. Lütfen { $seconds ->
    [one] { $seconds } saniye
   *[other] { $seconds } saniye
  } bekleyip yeniden sorun.
not-invited = Bu bot özel. Onu işleten kişi sizi içeri alabilir; ona vermeniz gereken numara { $id }.
privacy =
    <b>Neleri saklıyorum</b>
    • <b>Bu sohbette</b>: yanıtlarımın altındaki düğmeler çalıştıkça (30 gün) sorularınızı; hangi iletinin hangisini yanıtladığını; siz silene dek bildirimlerinizi ve ayarlarınızı; bildirimlerinizin gönderdiklerini.
    • <b>Sizinle ilgili</b>: Telegram numaranızı ve uygulamanızın dilini. Ad, telefon numarası, kişi listesi yok.
    • <b>Gruplarda</b> aynısı grup için saklanır, bir de orada kimin bildirim kurduğu.
    • <b>Yanlış kaynak uyarıları</b>: hangi olay, neyin yanlış olduğunu söylediğiniz ve Telegram numaranız, incelenene dek.
    • <b>Satır içi sorular</b> saklanmaz. Yazdığınız hiçbir şey günlüklerde durmaz; iletilerimizi taşıyan Telegram dışında kimseye bir şey verilmez.

    /export bildirimlerinizi ve ayarlarınızı dosya olarak verir. /forget_me sizinle ilgili her şeyi hemen siler, veritabanı dosyasında da. Botu işletenin aldığı kopyaları, örneğin yedekleri, silmek ona düşer.
expired = Bu 30 günden eski ve artık bende yok. Lütfen yeniden sorun.
failed = Bende bir şeyler ters gitti; not edildi. Lütfen yeniden deneyin.

problem-common = bu sözcükler çok yaygın: daha seyrek bir sözcük ekleyin.
problem-bracket-open = { $position }. sıradaki parantez kapanmıyor; sonda kapattım.
problem-bracket-closed = { $position }. sıradaki parantez bir şey kapatmıyor; dışarıda bıraktım.
problem-quote = { $position }. sıradaki tırnağın eşi yok; dışarıda bıraktım.
problem-or = OR iki yanında da sözcük ister.
problem-deep = burada iç içe çok fazla parantez var.
problem-empty = { $position }. sıradaki <code>{ $field }:</code> ardında aranacak bir şey yok; dışarıda bıraktım.
problem-date = { $position }. sıradaki <code>{ $field }:{ $value }</code> bildiğim bir tarih değil; dışarıda bıraktım. Şöyle yazın: <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> çok kısa: * öncesine en az { $letters } harf yazın.
problem-long = yalnızca ilk { $words } sözcük okundu.
article-gone = Bu haber artık burada değil. Lütfen yeniden sorun.
article-unquotable = Bu haberde alıntılanacak cümle kalmamış. Lütfen yeniden sorun.

not-understood = Anlaşılmadı: { $problem }
searched-instead = “{ $word }” yerine <b>{ $instead }</b> arandı.
credit = — { $label }
credit-via = { $speaker }, aktaran { $outlet }
cites = kaynak gösterdiği: { $outlets }
by = yazan: { $author }
undated = tarihsiz
about-date = tarih tahmini
story-size = { $outlets ->
    [one] { $outlets } yayın
   *[other] { $outlets } yayın
  }, { $origins ->
    [one] { $origins } bağımsız kaynak
   *[other] { $origins } bağımsız kaynak
  }
story-size-unknown = { $articles ->
    [one] kaynağı bilinmeyen 1 haber
   *[other] kaynağı bilinmeyen { $articles } haber
  }
source-unknown = yayıncı bilinmiyor
notice-samples = Örnek haberler; botu denemek için uyduruldu. Gerçek haberler gelince giderler.
notice-stale = Buradaki en yeni haber { $newest } tarihli: daha yeni gelişmeler olabilir.
notice-cut = Sorunuz uzundu; ilk { $length } harfini okudum.
notice-letters = Sözcükler yalnız kendi harfleriyle yazılmış haberleri bulur. Başka harflerle yazılmış olanlar da var: { $languages }. Onlarda aramak için kendi dillerinde sorun.

nothing = <b>Bir şey bulunamadı.</b>
nothing-unknown = Hiçbir haberde şunlar yok: { $words }.
quoted-word = “{ $word }”
nothing-period = { $count ->
    [one] { $count } haber seçilen sürenin dışında.
   *[other] { $count } haber seçilen sürenin dışında.
  }
nothing-filters = { $count ->
    [one] { $count } haberde bu sözcükler var, ama koyduğunuz koşullara uymuyor.
   *[other] { $count } haberde bu sözcükler var, ama hiçbiri koyduğunuz koşullara uymuyor.
  }
nothing-left-out = Bu sohbetin ayarlarının (/settings) dışarıda bıraktığı haberler: { $count }.
nothing-suggest = Bunlardan birini mi demek istediniz?
nothing-corpus = { $articles ->
    [0] Henüz hiç haber okumadım.
    [one] { $articles } haber okudum, tarihi { $newest }.
   *[other] { $articles } haber okudum, en yenisi { $newest } tarihli.
  }

pasted-found = <b>Bu, [1] içinde geçiyor</b>; altında başka kimlerin yazdığı ve en yakın olanlar var.
pasted-nearest = <b>Bu metin bende yok.</b> Ona en yakın haberler:
pasted-unknown-link = <b>Bu sayfa bende yok.</b> İçinden bir paragraf yapıştırın, başka kimin söylediğine bakayım.
pasted-nothing = <b>Bende buna benzer bir şey yok.</b>

card-focused = Sorunuz için seçilenler:
card-gist = Kısaca:
card-empty = Bu haberde alıntılanacak cümle yok.
context-place = Özetteki { $of } cümleden { $number }., haberde geçtiği gibi:
similar = <b>Benzerleri</b>: { $title }
similar-none = Burada buna benzer başka bir şey yok.
outlets = <b>Kim kimi yineliyor</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>Kim ne ekledi</b>, en yenisi başta
story-repeats = şunu yineliyor: { $outlet }
story-repeats-itself = kendini yineliyor
story-more = … ve { $count ->
    [one] { $count } yeni cümle daha
   *[other] { $count } yeni cümle daha
  }

history-how = Ne hakkında olduğunu yazın: <code>{ $command } liman grevi</code>. Sorular için /help ne diyorsa burada da geçerli.
history-nothing = <b>Çizilecek bir şey yok.</b> Tarihi olan hiçbir haberde bu sözcüklerin hepsi yok.
pictures-missing = Resim yok, çünkü burada matplotlib kurulu değil.
trend-articles = { $articles ->
    [one] { $articles } haber
   *[other] { $articles } haber
  }
trend-day = günlük
trend-week = haftalık
trend-month = aylık
trend-peak-day = En çok { $when } günü: { $count }
trend-peak-week = En çok { $when } haftasında: { $count }
trend-peak-month = En çok { $when } ayında: { $count }
trend-others = { $count ->
    [one] { $count } yayın daha
   *[other] { $count } yayın daha
  }
trend-undated = { $count ->
    [one] Tarihsiz { $count } haber daha var.
   *[other] Tarihsiz { $count } haber daha var.
  }
timeline-stories = { $stories ->
    [one] { $stories } olay
   *[other] { $stories } olay
  }
timeline-some = { $stories } olaydan en yakın { $shown } tanesi
timeline-origins = { $origins ->
    [one] { $origins } kaynak
   *[other] { $origins } kaynak
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] { $articles } haber
       *[other] { $articles } haber
    }, en yenisi { $newest } tarihli.
    Yayıncılar: { $publishers }

    Yanıtlar BM25 ile sıralanır ve haberleri sözcüğü sözcüğüne alıntılar; hiçbir şey yeniden yazılmaz ya da üretilmez.
about-samples = { $samples ->
    [one] Bunlardan { $samples } tanesi, botu denemek için uydurulmuş örnek.
   *[other] Bunlardan { $samples } tanesi, botu denemek için uydurulmuş örnek.
  }
about-empty = Henüz hiç haber okumadım.

button-previous = ◀
button-next = ▶
button-page = Sayfa { $page }/{ $pages }
button-relevance = İlgili
button-newest = En yeni
button-chosen = • { $label }
button-period-24 = 24 sa
button-period-168 = 7 gün
button-period-720 = 30 gün
button-period-all = Hepsi
button-context = Bağlamında
button-source = Kaynağında oku ↗
button-similar = Benzerleri
button-outlets = Diğer yayınlar
button-report-source = Kaynak yanlış mı?
button-back = ‹ Geri
inline-none = Bir şey bulunamadı. Nedenini bana özelden sorun

command-subscribe = Bazı sözcüklerle haber çıkınca bildir
command-subscriptions = Bildirimlerim
command-unsubscribe = Bir bildirimi sil
subscribe-how = Neyi izleyeceğimi yazın: <code>/subscribe liman grevi</code>. OR yazmazsanız her sözcük geçmeli; sorular için /help ne diyorsa burada da geçerli.
    Bir kanalınızda bildirmesi için özel sohbetimizde önce kanalın adını yazın: <code>/subscribe @channel liman grevi</code>
alert-admins-only = Bu grubun bildirimlerini yalnızca yöneticileri değiştirebilir.
alert-preview = <b>Yeni bildirim</b>: <code>{ $query }</code>
alert-found = Son 7 günde: { $articles ->
    [0] haber yok.
    [one] { $articles } haber.
   *[other] { $articles } haber, { $stories ->
        [one] { $stories } olay.
       *[other] { $stories } olay.
      }
  }
alert-rate-day = Günde yaklaşık { $count } ileti bekleyin.
alert-rate-week = Haftada yaklaşık { $count ->
    [one] { $count } ileti
   *[other] { $count } ileti
  } bekleyin.
alert-ever = Daha önce: { $count ->
    [one] { $count } haber.
   *[other] { $count } haber.
  }
alert-nothing = ⚠ Buradaki hiçbir haber buna uymadı. Yine de kaydedebilirsiniz.
alert-wide = ⚠ Bu geniş. Bir sözcük ekleyin, birlikte geçenleri "tırnak" içine alın ya da günlük derleme olarak isteyin.
alert-everything = Neredeyse her haber buna uyuyor. Mutlaka geçmesi gereken bir sözcük yazın: <code>/subscribe grev -liman</code>
alert-only-common = Bu sözcükler aranamayacak kadar yaygın, onlarla kurulan bir uyarı hiçbir zaman haber vermez. Konusunu yazın: <code>/subscribe liman grevi</code>
alert-instead = → <code>{ $query }</code> ile bugüne dek { $count ->
    [one] { $count } haber eşleşti.
   *[other] { $count } haber eşleşti.
  }
alert-mistyped = ⚠ Hiçbir haberde “{ $word }” yok. Şunu mu demek istediniz: { $instead }?
alert-common = ⚠ “{ $word }” haberlerin yarısında geçiyor, pek daraltmaz.
alert-saved = ✓ <b>Kaydedildi.</b> Yeni bir haberde geçince buraya yazarım: olay başına bir ileti, yalnızca bundan sonra yayımlananlar.
alert-paused = Duraklatıldı.
alert-muted = { $until } anına kadar sessiz.
alert-deleted = Silindi: <code>{ $query }</code>
alert-cancelled = Hiçbir şey kaydedilmedi.
alert-gone = Bu bildirim silinmiş.
alert-too-many = { $most } bildiriminiz var, en çoğu bu. Önce birini silin: /subscriptions
alert-why = Bildirim <code>{ $query }</code>: şunlar geçiyor: { $reasons }
alerts-none = Burada henüz bildirim yok. /subscribe ve birkaç sözcük gönderin ya da bir yanıtın altında “Bana bildir”e basın.
alerts-title = <b>Bu sohbetin bildirimleri</b> ({ $count })
unsubscribe-how = Hangisi olduğunu yazın: <code>/unsubscribe 2</code>
button-alert = Bana bildir
button-save = Kaydet
button-cancel = Vazgeç
button-pause = Duraklat
button-resume = Sürdür
button-mute = 24 saat sustur
alert-corrected = ✎ Burada ilk yazılandan sonra düzeltildi.
alert-withdrawn = <s>{ $title }</s>
    Bu haber geri çekildi. Bildirim <code>{ $query }</code>
alert-withdrawn-other = Burada ilk olarak, sonradan geri çekilen bir haberle duyuruldu: { $title }
digest-title = <b>Bildirimleriniz için { $count } olay</b>
digest-corrected = düzeltildi

alert-entry = <b>Bildirim</b> <code>{ $query }</code>
alert-reports-now = Hemen bildirir.
alert-reports-hourly = Her saat başı derleme olarak bildirir.
alert-reports-daily = Her gün { $time } saatinde derleme olarak bildirir ({ $zone }).
alert-reports-weekly = Her { $weekday } { $time } saatinde derleme olarak bildirir ({ $zone }).
alert-no-zone = Saat diliminizi henüz bilmiyorum: /settings
alert-elsewhere = <b>{ $chat }</b> içinde bildirir.
alert-for-channel = <b>{ $channel }</b> kanalı için:
alert-share = Bunu açan aynı bildirimi alabilir: { $link }
channel-not-yours = { $channel } kanalına yazamıyorum. Sizin de benim de yöneticisi olduğumuz bir kanal olmalı.
draft-ask = <code>{ $query }</code> yerine yeni sözcüklerle yanıt verin
reword-ask = <code>{ $query }</code> için yeni sözcüklerle yanıt verin. Bildirilenler kalır; bundan sonra yenilerini ararım.
state-paused = duraklatıldı
state-muted = sessiz
mode-now = Hemen
mode-hourly = Her saat
mode-daily = Her gün
mode-weekly = Her hafta
told-paused = Duraklatıldı. Buradan ya da /subscriptions ile sürdürün.
told-muted = 24 saat sessiz.
told-daily = Bundan sonra günlük derlemede.
publisher-muted = { $publisher } bundan sonra gösterilmez. Bakın: /settings.
command-unsubscribe_all = Bu sohbetin bütün bildirimlerini sil
unsubscribe-all = Bu sohbetin { $count ->
    [one] tek bildirimi
   *[other] { $count } bildirimi
  } silinsin mi? Önce size bir dosyasını gönderirim; /import geri getirir.
all-deleted = { $count ->
    [one] { $count } bildirim silindi.
   *[other] { $count } bildirim silindi.
  }
nothing-deleted = Hiçbir şey silinmedi.
command-export = Bildirimlerim ve ayarlarım, dosya olarak
export-caption = { $count ->
    [one] { $count } bildirim
   *[other] { $count } bildirim
  } ve bu sohbetin ayarları. /import geri okur.
command-import = Bildirimleri ve ayarları dosyadan al
import-ask = /export ile yapılmış dosyayla yanıt verin (en çok 1 MB).
import-unfit = Bu benim dışa aktarımım değil: { $place } uymuyor.
import-done = { $all } bildirimden { $saved } tanesi ve ayarlar okundu. Görmek için: /subscriptions
command-privacy = Hakkınızda ne sakladığım ve nasıl silineceği
command-forget_me = Hakkımda saklanan her şeyi sil
forget-me = Bu, hakkınızda sakladığım her şeyi siler: her sohbetteki bildirimlerinizi, gönderdiklerini, ayarlarınızı ve bu sohbetteki düğmelerin dayandığı kayıtları. Geri alınamaz. Kopya isterseniz önce /export.
forgotten = Tamam: { $alerts } bildirim ve { $messages } ileti, ayarlarınız ve kalan her şeyle birlikte silindi. Artık hakkınızda hiçbir şey bilmiyorum.
only-in-private = Bunu lütfen özel sohbetimizde gönderin.
command-status = Bu sohbet için bekleyenler
status-alerts = { $count ->
    [0] Burada bildirim yok.
    [one] Burada { $count } bildirim var.
   *[other] Burada { $count } bildirim var.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } tanesi duraklatıldı.
  }
status-nothing = Bekleyen yok.
status-waiting = { $until } anına kadar bekleyen: { $count }.
status-held = Telegram sınırı yüzünden { $until } anına kadar bekleyen: { $count }.
status-suspended = Bekleyen: { $count }; buraya yazamıyorum: { $reason }
command-outbox = Bütün sohbetler için bekleyenler (işletenler)
operators-only = İzin yok: bunu yalnızca bu botu işleten yapabilir.
outbox = <b>Giden kutusu</b>: { $waiting } bekliyor, { $postponed } ertelendi, { $suspended } askıda, { $failed } bırakıldı, { $sent } gönderildi.
outbox-oldest = Zamanı gelmiş en eskisi: { $at }.
outbox-none-due = Zamanı gelmiş olan yok.
outbox-rate = Son bir saatte gönderilen: { $count }.
outbox-postponed = • { $count } × ertelendi: { $reason }
outbox-suspended = • { $count } × askıda: { $reason }
outbox-given-up = • { $count } × bırakıldı: { $reason }
command-settings = Saat dilimi, sessiz saatler, derlemeler, diller, yayıncılar
command-lang = Burada konuştuğum dil
lang-title = <b>Burada hangi dili konuşayım?</b> Düğmelerim, iletilerim ve komutlarım; haberler kendi dilinde kalır.
lang-unknown = “{ $word }” dilini konuşmuyorum. Bildiğim diller şunlar:
lang-automatic = Telegram'ınızdaki gibi
command-prefer = Önce bir yayıncının anlatımını göster
command-mute = Bir yayıncıyı gösterme
settings-title = <b>Bu sohbetin ayarları</b>
settings-lent = ✓ <b>{ $channel }</b> bundan sonra sizin ayarlarınızı kullanır:
settings-zone = Saat dilimi: { $zone }
settings-no-zone = Saat dilimi: ayarlanmadı, UTC sayıyorum
settings-quiet = Sessiz saatler: { $hours }
settings-digest = Derlemeler: saat { $time }; haftalık olanı { $weekday } günü
settings-breaking = Son dakika (bir saatte üç bağımsız kaynak) hemen, sessiz saatte bile: { $state }
settings-languages = Haber dilleri: { $languages }
settings-publishers = Yayıncılar: { $preferred } öncelikli, { $muted } gösterilmeyen
setting-zone = Saat dilimi
setting-quiet = Sessiz saatler
setting-digest = Derlemeler
setting-breaking = Son dakika aç/kapat
setting-languages = Diller
setting-publishers = Yayıncılar
publishers =
    <b>Yayıncılar</b>
    Öncelikli: { $preferred }
    Gösterilmeyen: { $muted }

    <code>/prefer ad</code> bir yayıncının anlatımını önce gösterir, <code>/mute ad</code> hiç göstermez. Bir düğme yayıncıyı listesinden çıkarır.
zone-ask = Neredesiniz? Bir kent ya da ülke adıyla yanıt verin veya 📎 ile konumunuzu gönderin.
zone-unknown = “{ $words }” diye bir yer bilmiyorum. En yakın büyük kenti ya da Europe/Istanbul gibi bir adı deneyin.
zone-like = Şunu mu demek istediniz: { $names }?
quiet-ask = Sessiz saatlerinizle yanıt verin, örneğin <code>22:30-7</code>
quiet-off = yok
digest-ask = Derleme saatiyle yanıt verin, örneğin <code>7:45</code>
languages-all = bütün diller
on = açık
off = kapalı
button-change = Değiştir
button-delete = Sil
button-delete-all = { $count } tanesini sil
button-undo = Geri al
button-mode = Ne zaman
button-edit = Düzenle
button-share = Paylaş
button-list = Bütün bildirimler
button-other = Başka…
button-fewer = Bunun gibileri azalt
button-no-publisher = { $publisher } olmasın
button-daily-instead = Günlük derlemede
button-narrow = Başka sözcükler
button-forget = Hakkımdaki her şeyi sil

feed-gone-note = <b>{ $name }</b> kapatıldı: sunucusu bu kaynağın artık olmadığını söylüyor. { $url }
command-feeds = Haber kaynakları: durum, ekle, duraklat, kaldır (işletenler)
feeds = <b>Haber kaynakları</b>: { $count }
feeds-none = Henüz kaynak yok. /feeds ve bir adres gönderin, orada ne olduğuna bakayım.
feed-success = son başarı { $at }
feed-never = henüz başarı yok
feed-pace = günde { $items }
feed-failures = art arda hata: { $count }
feed-paused = duraklatıldı
feed-switched-off = kapatıldı, sunucusu artık olmadığını söylüyor
button-feed-add = Kaynak ekle
button-feed-test = Test et
button-feed-remove = Kaldır
feed-ask = Bir kaynağın ya da kaynaklarını belirten bir sayfanın adresiyle yanıtlayın.
feed-looking = { $url } adresine bakıyorum…
feed-trial = <b>{ $title }</b>. Girdi: { $entries }, bunlardan yalnız özet: { $teasers }.
feed-trial-newest = En yenisi { $at } tarihli.
feed-trial-bad = { $url } adresinde kaynak yok: { $problem }.
feed-trial-named = Sayfada şu kaynaklar belirtilmiş; bu satırlardan birini gönderin:
feed-added = Eklendi. İlk haberleri kimseye bildirilmez, sonrakiler bildirilir.
feed-known = Bu kaynak zaten var.
feed-remove-ask = <b>{ $name }</b> kaldırılsın mı? Haberleri kalır.
feed-missing = Bu kaynak artık burada değil.

report-ask = <b>Kaynaklarda yanlış olan ne?</b> Botu yöneten, uyarınızı Telegram numaranızla birlikte görür ve inceler.
button-report-outlet = Yayın yanlış
button-report-origin = Asıl kaynak yanlış
button-report-event = Bunlar ayrı olaylar
report-filed = Teşekkürler. Botu yöneten inceleyecek.
report-changed = Bu olayı daha önce bildirmiştiniz; uyarınız artık bunu söylüyor.
report-too-many = Bugünlük bu kadar: günde en çok { $most } uyarı. Teşekkürler.
command-reports = Yanlış kaynak uyarıları (işletenler)
reports = <b>Yanlış kaynak uyarıları</b>: { $count ->
    [one] { $count } olay
   *[other] { $count } olay
  }. Bir sayı, kaynakların okunduğu sözleri gösterir; ✓ olayı listeden çıkarır.
reports-none = Açık yanlış kaynak uyarısı yok.
reports-note = Yeni yanlış kaynak uyarısı: { $count }. /reports gösterir.
report-gone = Bu haber artık burada değil.
report-says-outlet = yayın yanlış: { $count }
report-says-origin = asıl kaynak yanlış: { $count }
report-says-event = ayrı olaylar: { $count }
report-by = İlk bildirim { $at }, bildiren: { $people }
report-receipts = <b>Kaynaklar ve okundukları sözler</b>
button-report-done = ✓ Tamam

command-reload = Arşivi yeniden oku (işletenler)
command-rejects = Alınamayanlar (işletenler)
reload-begun = <b>Yeniden okuma</b>: dosyalara bakıyorum…
reload-progress = <b>Yeniden okuma</b>: { $stage ->
    [looking] dosyalara bakıyorum
    [reading] okuyorum, değişen dosyaların yüzde { $share } kadarı
    [checking] denetliyor ve deneme soruları soruyorum
   *[switching] geçiş yapıyorum
}{ $remaining ->
    [unknown] .
   *[other] , yaklaşık { $remaining } kaldı.
}
    Sorular şimdilik eski arşivden yanıtlanıyor.
reload-counts = +{ $added } −{ $removed } ~{ $changed } değişti, { $unchanged } aynı{ $duplicates ->
    [0] {""}
   *[other] , { $duplicates } yinelenen
}{ $expired ->
    [0] {""}
   *[other] , { $expired } çok eski
}
reload-rejected = { $count } alınmadı: { $reason } ({ $where })
reload-more-reasons = … ve { $count } neden daha; hepsi dosyada
reload-is-live = <b>Yeniden okundu</b>, { $seconds } sürdü.
reload-is-unchanged = <b>Değişen yok</b>: arşiv klasörle aynı. { $seconds } sürdü.
reload-is-failed = <b>Yeniden okunmadı</b>: { $reason }. Arşiv eskisi gibi.
reload-is-undone = <b>Geri alındı</b>: arşiv bu okumadan önceki gibi. Yeniden başlatmak onu getirmez; /reload getirir.
reload-is-settled = <b>Yeniden okundu</b>; ardından bir okuma daha oldu.
reload-running = { $since } saatinden beri yeniden okuma sürüyor; ikincisini başlatmadım.
reload-undoing = Bir okuma geri alınıyor; lütfen biraz bekleyin.
reload-done-with = Bu okuma geri alınamaz: zaten geri alınmış ya da ardından başkası olmuş.
reload-is-staging = <b>Yeniden okuma</b> sürüyor.
reload-details = <b>Okumayla değişenler</b>
reload-details-part = { $kind ->
    [added] Eklenen
    [changed] Değişen
   *[removed] Çıkarılan
}, { $count }:
and-more = … ve { $count } tane daha
rejects = <b>Alınmayanlar</b>: { $count ->
    [0] son okumada yok.
    [one] { $count } dosya ya da kayıt alınamadı.
   *[other] { $count } dosya ya da kayıt alınamadı.
}
rejected = { $where }: { $reason }
rejects-caption = { $count ->
    [one] { $count } alınmayan
   *[other] { $count } alınmayan
}: dosya, satır, neden
seconds = { $count } sn
minutes = { $minutes } dk { $seconds } sn
button-details = Ayrıntılar
button-report = ‹ Rapor
command-stats = Arşiv, dizin, bellek, yanıt süreleri, giden kutusu (işletenler)
stats-corpus = <b>Arşiv</b>: haber: { $articles }, bunlardan örnek: { $samples }; en yenisi: { $newest }
stats-reload = Son yeniden okuma: { $state ->
    [staging] sürüyor
    [undone] geri alındı
    [unchanged] değişen yok
    [failed] başarısız
   *[done] tamamlandı
  }; başlangıcı { $at }
stats-index = <b>Dizin</b>: haber: { $articles }, sözcük: { $terms }, bölüm: { $segments }, diskte { $disk } MB; değişiklik { $number }, geride: { $behind }
stats-memory = <b>Bellek</b>: { $memory } MB
stats-latency = <b>Yanıtlar</b>, son { $count }: yarısı { $median } ms, %95’i { $p95 } ms, %99’u { $p99 } ms içinde
stats-no-latency = <b>Yanıtlar</b>: başlangıçtan beri hiç yok

# Why something went wrong: told after a colon, so without a capital or a full stop.
why-said = { $words }
why-bug = newsbot’un kendi hatası ({ $error })
why-no-words = içinde sözcük yok
why-unreadable = okunamıyor ({ $words })
why-file-name = dosyanın adı geçerli UTF-8 değil; adını değiştirin
why-format = { $suffix } biçimini okumuyorum; okuduklarım: { $known }, her biri { $packed } olarak da olur
why-gzip = sıkıştırması bozuk ({ $words })
why-large = { $megabytes } MB’den büyük
why-line-long = satır { $most } bayttan uzun
why-json-large = .json için çok büyük: bir .jsonl dosyasında her satıra bir kayıt yazın
why-json = JSON değil ({ $words })
why-record = adlı alanları olan bir kayıt değil
why-field-missing = “{ $field }” alanı yok
why-field = “{ $field }” alanı uymuyor ({ $words })
why-xml = XML değil ({ $words })
why-xml-empty = XML değil: içinde öğe yok
why-doctype = DOCTYPE ya da varlık bildiriyor; bunları yabancılardan almıyorum
why-no-records = ne kaynak ne de haber: { $names } adlı öğe yok
why-no-feed = kaynak değil: ne RSS ne Atom ne de JSON Feed
why-feed-broken = kaynak okunamayacak kadar bozuk ({ $error })
why-feed-empty = girdisi olmayan bir kaynak
why-no-opml = kaynak listesi değil: hiçbir outline’ın xmlUrl’inde http(s) adresi yok
why-no-article = sayfada haber bulunamadı
why-second-text = “{ $title }”: { $id } kimliği daha önce { $first } içinde başka bir metne verilmiş; birini değiştirin
why-status = sunucusu { $status } yanıtı verdi
why-gone = sunucusu artık olmadığını söylüyor (410)
why-robots = sitesi robotların onu okumamasını istiyor (robots.txt)
why-redirects = { $most } yönlendirmeden fazla
why-not-public = adres herkese açık değil
why-no-address = web adresi değil: yalnız http:// ve https:// okurum
why-password = içinde parola olan adresler okunmaz
why-address-long = adres { $most } karakterden uzun
why-packed = istenmediği hâlde { $packing } olarak sıkıştırılmış
why-no-connection = bağlantı yok
why-no-answer = zamanında yanıt yok
why-slow = yanıt { $seconds } sn içinde tamamlanmadı
why-broken-off = bağlantı koptu ({ $error })
why-no-folder = { $folder } klasörü yok
why-stopping = program durduruluyor
why-stopped = program tam ortasında durduruldu
why-drop = { $before } haberden { $removed } tanesi gidecekti, %{ $share } sınırının üstünde; doğrusu buysa: <code>/reload anyway</code> ya da <code>newsbot reload --anyway</code>
why-smoke = deneme soruları tutmadı: { $asked } yeni haberden { $found } tanesi başlığıyla bulundu
why-nothing-left = bildirimi ya da haberleri artık yok
why-dropped = bir yedek geri yüklenirken bırakıldı
why-turn = sırasını bekliyor
why-not-invited = NEWSBOT_ALLOWED_IDS içinde değil
why-blocked = bot burada engellendi
why-deactivated = hesap silinmiş
why-kicked = bot artık sohbette değil
why-no-chat = böyle bir sohbet artık yok
why-not-begun = kişi botu başlatmamış
why-no-rights = botun orada yazma izni yok
why-flood = Telegram beklenmesini istiyor
why-lost = Telegram’a bağlantı yok ({ $words })
why-telegram = Telegram diyor ki: { $words }
