"""Who says what in further invented French and Spanish sentences."""

import pytest

from bot.corpus.analysis.sentences import split_sentences
from bot.summaries.attribution.finder import find_attributions

SENTENCES: dict[str, list[tuple[str, str | None]]] = {
    "fr": [
        ("« Les quais seront refaits », promet Lise Morand, adjointe au maire.", "Lise Morand"),
        ("Lise Morand promet que les quais seront refaits.", "Lise Morand"),
        ("Les quais seront refaits, promet Lise Morand.", "Lise Morand"),
        ("À en croire le syndicat, la grue était fissurée.", "le syndicat"),
        ("La grue était fissurée, assure un docker.", "un docker"),
        ("Selon Paul Vasseur, directeur du port, la grue sera remplacée.", "Paul Vasseur"),
        ("D'après les enquêteurs, la grue a cédé à l'aube.", "les enquêteurs"),
        ("« Personne ne nous a prévenus », regrette-t-elle.", "elle"),
        ("« Personne », répond le capitaine.", "le capitaine"),
        ("Le préfet a estimé que la situation était « sous contrôle ».", "Le préfet"),
        ("Le capitaine Rémi Costa dénonce une « mascarade ».", "Le capitaine Rémi Costa"),
        ("« La mer était calme », se souvient Rémi Costa, capitaine du ferry.", "Rémi Costa"),
        ("« La mer était calme, se souvient Rémi Costa. Puis le vent s'est levé. »", "Rémi Costa"),
        ("Dans un communiqué, la compagnie indique que le ferry repartira jeudi.", "la compagnie"),
        ("La compagnie a fait savoir que le ferry repartirait jeudi.", "La compagnie"),
        ("Le ferry repartira jeudi, a fait savoir la compagnie.", "la compagnie"),
        ("Les experts jugent que la coque est trop fine.", "Les experts"),
        ("Aux yeux des habitants, la coque est trop fine.", None),
        ("« On attend toujours », soupire une passagère.", "une passagère"),
        ("Le maire a confirmé mardi que l'école fermerait.", "Le maire"),
        ("Le ministre a reconnu que l'école était vétuste.", "Le ministre"),
        ("L'école est vétuste, reconnaît le ministre.", "le ministre"),
        ("L'avocat de la famille, Me Jean Rollin, a annoncé qu'il ferait appel.", "L'avocat de la famille"),
        ("« Nous ferons appel », a annoncé à la presse Me Jean Rollin.", "Me Jean Rollin"),
        ("Son avocat rappelle qu'il est innocent.", "Son avocat"),
        ("Le tribunal a condamné l'entreprise à verser mille euros.", None),
        ("L'entreprise a annoncé cent embauches.", None),
        ("Les habitants ont rejeté le projet.", None),
        ("Le rapport sera publié jeudi.", None),
        ("Il est dit que la mer rend toujours ce qu'elle prend.", None),
        ("Le film dit beaucoup de notre époque.", None),
        ("Cela dit, le port reste ouvert.", None),
        ("Autrement dit, rien ne change.", None),
        ("La loi, adoptée mardi, entre en vigueur lundi.", None),
        ("« La digue tiendra » est devenu le mot d'ordre des manifestants.", None),
        ("Le port a rouvert selon le calendrier prévu.", None),
        ("Les prix varient selon la saison.", None),
        ("On dit que le phare est hanté.", None),
        ("La mairie précise que le marché se tiendra sur la place.", "La mairie"),
        ("Le marché se tiendra sur la place, précise la mairie.", "la mairie"),
        ("Un témoin raconte avoir vu des flammes.", "Un témoin"),
    ],
    "es": [
        ("El viernes pasado un alto cargo aclaró que el plan sigue.", None),
        ("La venganza de Ramos frente a Costa: “No le soporto más”", None),
        ("Según Marta Prado: “El puente seguirá cerrado”.", "Marta Prado"),
        ("«Los muelles se renovarán», promete Marta Prado, concejala.", "Marta Prado"),
        ("Marta Prado promete que los muelles se renovarán.", "Marta Prado"),
        ("Los muelles se renovarán, según explicó Marta Prado.", "Marta Prado"),
        ("Según Pablo Ferrer, director del puerto, la grúa será sustituida.", "Pablo Ferrer"),
        ("Según los investigadores, la grúa cedió al amanecer.", "los investigadores"),
        ("“Nadie nos avisó”, lamentó la capitana.", "la capitana"),
        ("“Nadie nos avisó”, lamenta.", None),
        ("El prefecto consideró que la situación está “bajo control”.", "El prefecto"),
        ("El capitán Raúl Costa denunció que los chalecos estaban rotos.", "El capitán Raúl Costa"),
        ("“El mar estaba en calma”, recordó Raúl Costa, capitán del ferri.", "Raúl Costa"),
        ("—El mar estaba en calma —recordó Raúl Costa.", "Raúl Costa"),
        ("En un comunicado, la naviera indicó que el ferri saldrá el jueves.", "la naviera"),
        ("La naviera comunicó que el ferri saldrá el jueves.", "La naviera"),
        ("El ferri saldrá el jueves, comunicó la naviera.", "la naviera"),
        ("El ferri saldrá el jueves, según la naviera.", "la naviera"),
        ("A juicio de los expertos, el casco es demasiado fino.", "los expertos"),
        ("Los expertos creen que el casco es demasiado fino.", "Los expertos"),
        ("El alcalde confirmó el martes que la escuela cerrará.", "El alcalde"),
        ("El ministro admitió que la escuela está en ruinas.", "El ministro"),
        ("La escuela está en ruinas, admitió el ministro.", "el ministro"),
        ("El abogado de la familia, Juan Rey, anunció que recurrirá.", "El abogado de la familia"),
        ("“Recurriremos”, anunció a la prensa Juan Rey.", "Juan Rey"),
        ("Su abogado insiste en que es inocente.", "Su abogado"),
        ("La presidenta sostuvo que no habrá recortes.", "La presidenta"),
        ("“No habrá recortes”, sostuvo la presidenta ante el Parlamento.", "la presidenta"),
        ("Un vecino relató que vio llamas.", "Un vecino"),
        ("Una fuente policial detalló que hubo tres detenidos.", "Una fuente policial"),
        ("El portavoz del Gobierno, Luis Sanz, subrayó: “El plan sigue”.", "El portavoz del Gobierno"),
        ("El plan sigue, subrayó el portavoz del Gobierno, Luis Sanz.", "el portavoz del Gobierno"),
        ("El tribunal condenó a la empresa a pagar mil euros.", None),
        ("La empresa anunció cien contratos.", None),
        ("Los vecinos rechazaron el proyecto.", None),
        ("El informe se publicará el jueves.", None),
        ("Se dice que el faro está encantado.", None),
        ("Dicho esto, el puerto sigue abierto.", None),
        ("Los precios varían según la temporada.", None),
        ("Es decir, nada cambia.", None),
        ("La película dice mucho de nuestra época.", None),
        ("“El dique aguantará” fue el lema de la marcha.", None),
        ("La ley, aprobada el martes, entra en vigor el lunes.", None),
        ("El puerto reabrió según lo previsto.", None),
        ("La capitana también dijo a la prensa que el faro seguirá cerrado.", "La capitana"),
        ("El ayuntamiento aclaró que el mercado será en la plaza.", "El ayuntamiento"),
        ("El mercado será en la plaza, aclaró el ayuntamiento.", "el ayuntamiento"),
    ],
}
CASES = [(code, *case) for code, cases in SENTENCES.items() for case in cases]
_LEAST_FOUND = 0.8


def speaker_of(text: str, language: str) -> str | None:
    found = find_attributions(text, split_sentences(text, language), language)
    return text[found[0].source.start : found[0].source.end] if found else None


@pytest.mark.parametrize(("language", "text", "speaker"), CASES)
def test_nobody_but_the_speaker_is_credited(language: str, text: str, speaker: str | None) -> None:
    assert speaker_of(text, language) in (speaker, None)


@pytest.mark.parametrize("language", SENTENCES)
def test_most_speakers_are_found(language: str) -> None:
    named = [(text, speaker) for text, speaker in SENTENCES[language] if speaker]
    found = sum(speaker_of(text, language) == speaker for text, speaker in named)
    assert found >= _LEAST_FOUND * len(named)
