"""Names of languages that `lang:` understands besides codes."""

LANGUAGE_CODES = {
    "english": "en", "arabic": "ar", "turkish": "tr", "russian": "ru", "french": "fr", "german": "de",
    "spanish": "es", "persian": "fa", "farsi": "fa", "العربية": "ar", "türkçe": "tr", "ingilizce": "en",
    "arapça": "ar", "الإنجليزية": "en", "التركية": "tr", "italian": "it", "italiano": "it",
    "portuguese": "pt", "português": "pt", "ukrainian": "uk", "українська": "uk",
}  # fmt: skip
