"""Bytes to text: broken UTF-8, declared and undeclared encodings."""

import pytest

from bot.corpus.decoding import decode

PAGE = "<title>{0}</title><p>{0}</p>"
GERMAN = "Die Schleuse öffnet früh, für Kähne gelten größere Gebühren."
ARABIC = "فتحت السلطات بوابة القناة صباح الأحد أمام الصيادين"
RUSSIAN = "Утром открыли шлюз для рыбаков, сообщил смотритель канала."


def words(text: str) -> str:
    """Return a page with a text twice."""
    return PAGE.format(text)


@pytest.mark.parametrize("text", [GERMAN, ARABIC, RUSSIAN, "運河の水門が朝に開いた。"])
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"])
def test_cut_character_costs_only_itself(text: str, declared: str | None) -> None:
    cut = f"{text}é".encode()[:-1]
    assert decode(cut + b"</p>", declared) == f"{text}\ufffd</p>"


def test_cut_character_in_english_text_costs_only_itself() -> None:
    assert decode("The lock’s gate is open, says Zo".encode() + b"\xc3", "utf-8").startswith(
        "The lock’s gate"
    )


def test_windows_punctuation_in_utf8_is_read() -> None:
    assert decode("Zoë, Jürgen, Malú: ".encode() + b"\x93gate\x94 \x96 open", "utf-8").endswith(
        "“gate” – open"
    )


def test_emoji_written_as_surrogates_are_read() -> None:
    halves = "🦢".encode("utf-16-be")
    surrogates = b"".join(
        chr(int.from_bytes(halves[at : at + 2])).encode("utf-8", "surrogatepass") for at in (0, 2)
    )
    assert decode(b"Swans " + surrogates + " schön".encode()) == "Swans 🦢 schön"


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("gb2312", "gb18030", "運河水閘開放，鎔鐵廠復工"),
        ("GBK", "gb18030", "运河水闸开放"),
        ("shift_jis", "cp932", "①運河㈱の水門"),
        ("x-sjis", "cp932", "運河の水門が開いた"),
        ("ks_c_5601-1987", "cp949", "운하의 수문이 열렸다 똠방"),
        ("windows-874", "cp874", "ประตูน้ำเปิดแล้ว"),
        ("tis-620", "cp874", "“ประตูน้ำ”"),
        ("iso-8859-9", "cp1254", "Savağın kapağı “açıldı”"),
        ("big5", "big5hkscs", "運河水閘開放"),
        ("x-cp1251", "cp1251", RUSSIAN),
        ("x-mac-cyrillic", "mac_cyrillic", RUSSIAN),
        ("iso-2022-jp", "iso2022_jp", "運河の水門"),
        ("latin1", "cp1252", "Écluse ouverte — “enfin”, 5 €"),
    ],
)
def test_declared_names_mean_what_browsers_read(label: str, codec: str, text: str) -> None:
    assert decode(words(text).encode(codec), label) == words(text)


def test_broken_bytes_of_a_declared_encoding_cost_only_themselves() -> None:
    data = words("运河水闸开放，渔船通过，孩子们在岸边看。").encode("gb18030") + b"\xd4"
    assert decode(data, "gb2312") == words("运河水闸开放，渔船通过，孩子们在岸边看。") + "\ufffd"


@pytest.mark.parametrize(
    "text",
    [
        "Slúsan var opnuð í morgun, sagði vörðurinn. Það þýðir að bátar fá að sigla.",
        "L’écluse s’ouvre à l’aube, a déclaré le gardien.",
        "La compuerta se abrió al amanecer, según el guardián.",
        "Der Wärter öffnete die Schleuse.",
        "A eclusa abriu de manhã, segundo o guarda da estação.",
    ],
)
def test_latin1_is_read_as_declared_and_without_declaration(text: str) -> None:
    data = words(text).encode("cp1252")
    assert decode(data, "iso-8859-1") == decode(data, "utf-8") == decode(data) == words(text)


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", RUSSIAN),
        ("koi8_r", RUSSIAN),
        ("iso8859_5", RUSSIAN),
        ("cp1251", "Вранці відчинили шлюз для рибалок, повідомив сторож каналу."),
        ("cp1256", ARABIC),
        ("cp1256", "دروازه کانال صبح یکشنبه برای ماهیگیران باز شد".replace("ی", "ي")),
        ("cp1254", "Savağın kapağı sabah balıkçılara açıldı, bekçi söyledi."),
        ("cp1253", "Η πύλη του καναλιού άνοιξε το πρωί για τους ψαράδες."),
        ("cp1250", "Śluzę otwarto rano dla rybaków, powiedział dozorca."),
        ("gb18030", "运河水闸早晨向渔民开放，看守人说。"),
        ("cp932", "運河の水門が朝に開いた、と番人は話した。"),
    ],
)
@pytest.mark.parametrize("declared", [None, "iso-8859-1"])
def test_language_tells_the_encoding(codec: str, text: str, declared: str | None) -> None:
    """Servers declare Latin-1 by default, whatever they send."""
    assert decode(words(text).encode(codec), declared) == words(text)


def test_few_letters_beyond_ascii_are_western() -> None:
    assert decode(b"The caf\xe9 by the lock is open.") == "The café by the lock is open."
    assert decode(b"It\x92s open") == "It’s open"


def test_utf16_that_is_declared_but_not_used_is_ignored() -> None:
    assert decode(words(GERMAN).encode(), "utf-16") == words(GERMAN)
    assert decode(words(GERMAN).encode("cp1252"), "utf-16") == words(GERMAN)


def test_utf32_is_read_by_its_mark() -> None:
    assert decode(words(GERMAN).encode("utf-32")) == words(GERMAN)


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r", None])
def test_zero_byte_in_a_text_costs_only_itself(declared: str | None) -> None:
    data = words(RUSSIAN).encode(declared or "utf-8")
    for at in (0, 15, len(data)):
        assert decode(data[:at] + b"\x00" + data[at:], declared) == words(RUSSIAN)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_is_read_without_its_mark(codec: str) -> None:
    assert decode(words(RUSSIAN).encode(codec), "windows-1251") == words(RUSSIAN)
