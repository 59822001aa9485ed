"""Words too common to look up, per language. A question's stop words neither rank nor decide a match."""

from collections.abc import Iterable
from functools import cache

_WORDS = {
    "en": (
        "a about above after again against all am an and any are aren't as at be because been before being "
        "below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't "
        "down during each few for from further had hadn't has hasn't have haven't having he her here hers "
        "herself him himself his how i if in into is isn't it its itself just let's may me might more most "
        "must my myself nor not of off on once only or other our ours ourselves out over own same shall she "
        "should shouldn't so some such than that the their theirs them themselves then there these they "
        "this those through to too under until up upon very was wasn't we were weren't what when where "
        "which while who whom whose why will with won't would wouldn't you your yours yourself yourselves "
        "also it's he's she's that's i'm i've i'll we're they're"
    ),
    "ar": (
        "في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين اللذين اللواتي أن إن كان كانت كانوا يكون تكون "
        "قد لقد ما لا لم لن هو هي هم هن نحن أنا أنت كما أو ثم بل لكن حتى إذا إذ حيث بين بعد قبل عند عندما "
        "منذ كل بعض غير أي هناك هنا وهو وهي وفي ومن وعلى وإلى وأن وإن ولا ولم وكان وكانت وقد الى ان انه "
        "انها أنه أنها بأن لأن فإن به بها له لها لهم فيه فيها منه منها عليه عليها إليه إليها ليس ليست سوف "
        "خلال ضد دون حول لدى أمام ضمن"
    ),
    "tr": (
        "ve veya ya da de ile bir bu şu o için gibi kadar daha çok en ki mi mı mu mü ne ama ancak fakat hem "
        "her hiç ise olarak olan oldu olduğu olduğunu ben sen biz siz onlar onun onu ona bunu buna bunun "
        "şey diye göre sonra önce üzere var yok değil nasıl neden niçin nerede kim hangi bazı tüm bütün "
        "kendi yani çünkü eğer"
    ),
    "ru": (
        "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне "
        "было вот от меня еще ещё нет о из ему теперь когда даже ну ли если уже или ни быть был него до вас "
        "нибудь вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была "
        "сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой ним здесь "
        "этом один почти мой тем чтобы нее были куда при об это эта эти после над через эту который которая "
        "которые которого также"
    ),
    "fr": (
        "le la les un une des du de et en à au aux ce cet cette ces il elle ils elles on nous vous je tu me "
        "te se que qui quoi dont où ne pas plus par pour sur dans avec sans sous est sont était étaient été "
        "être a ont avait avaient avoir son sa ses leur leurs mon ma mes notre nos votre vos mais ou donc "
        "or ni car si comme y lui eux même aussi très tout tous toute toutes entre après avant depuis "
        "pendant chez vers"
    ),
    "de": (
        "der die das den dem des ein eine einer eines einem einen und oder aber in im an am auf aus bei "
        "beim mit nach von vom vor zu zum zur über unter für gegen ohne um durch ist sind war waren sein "
        "wird werden wurde wurden worden hat haben hatte hatten ich du er sie es wir ihr man sich nicht "
        "auch als wie wenn dass daß so nur noch schon mehr sehr was wer wo dieser diese dieses diesen "
        "diesem kein keine seine seiner ihre ihrer bis seit da dann denn doch hier dort kann können soll "
        "sollen"
    ),
    "es": (
        "el la los las un una unos unas de del al a en y e o u que qué quien quién cual con por para sin "
        "sobre entre hasta desde es son era eran fue fueron ser estar está están ha han había se su sus lo "
        "le les me mi te tu nos no ni sí si más muy ya como cómo pero este esta estos estas ese esa eso "
        "aquel también todo todos toda todas donde cuando porque tras durante contra ante"
    ),
    "fa": (
        "و در به از که این آن با را برای است شد شده بود بودند می های ها هم یک تا بر نیز او ما آنها خود اما "
        "یا اگر هر باید شود کرد کرده کند کنند دارد دارند داشت همه بین پس پیش بعد روی نه چه ای هستند گفت"
    ),
}
"""ISO 639-1 code -> stop words as they are written."""


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the stop words of a language as written, none for a language without a list."""
    return frozenset(_WORDS.get(language, "").split())


def spoken_in(words: Iterable[str]) -> tuple[str, ...]:
    """Return the languages most of whose stop words stand among some words; () when there is none of any."""
    said = {word.casefold() for word in words}
    counts = {language: len(said & stop_words(language)) for language in _WORDS}
    most = max(counts.values())
    return tuple(language for language, count in counts.items() if count == most) if most else ()
