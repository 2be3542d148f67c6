"""Grammar of headlines: what every headline must hold, over all sentences of the tables."""

from __future__ import annotations

import pytest
from event_tables import named, rows
from headline_grammar import faults

import timeline
from timeline.languages import get_language
from timeline.stages.events import find_events
from timeline.stages.state import get_entities, get_times

TABLES = ("events_tuned", "events_news_tuned", "events_heldout", "events_news_heldout")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_headlines_are_well_formed(lang, request):
    nlp = request.getfixturevalue(f"nlp_{lang}")
    language = get_language(lang)
    wrong, told = [], 0
    for row in (row for table in TABLES for row in rows(lang, table)):
        doc = nlp(row["text"])
        for event in find_events(doc, language, named(doc, row)):
            told += 1
            wrong += [(event.label, fault, row["text"]) for fault in faults(lang, event.label)]
    assert told > 500
    assert len(wrong) <= told * 0.005, wrong


@pytest.mark.parametrize(
    ("lang", "headline", "fault"),
    [
        ("fr", "Démission de le maire", "no contraction"),
        ("fr", "Le maire maire part", "a word twice"),
        ("fr", "Signature de accord", "no elision"),
        ("fr", "La grève « de la faim", "a quotation mark"),
        ("fr", "Le maire part pour", "a dangling word"),
        ("en", "Board fires the", "a dangling word"),
        ("en", "board fires chairman", "no capital"),
        ("fr", "La loi la pratique est votée", ""),
        ("fr", "Il vote le la loi", "two articles"),
        ("en", "Board fires an chairman", "a or an"),
        ("en", "Board will fired chairman", "a past behind a modal"),
    ],
)
def test_faults_are_seen(lang, headline, fault):
    assert faults(lang, headline) == [fault] * bool(fault)


# Sentence, word of the event, its headline.
SAID = [
    ("fr", "Aucune victime n'est à déplorer.", "déplorer", "Aucune victime n'est à déplorer"),
    (
        "fr",
        "« Nous croyons toujours à notre partenariat », a assuré Marc Danel, le PDG de Volta.",
        "assuré",
        "Marc Danel assure : nous croyons à notre partenariat",
    ),
    (
        "fr",
        "Ada Roy s'impose en remportant sa treizième victoire sur le circuit mondial.",
        "remportant",
        "Ada Roy remporte sa treizième victoire sur le circuit mondial",
    ),
    (
        "fr",
        "La disparition depuis le mois de décembre d'Ada Roy inquiète la ville.",
        "disparition",
        "Disparition d'Ada Roy",
    ),
    (
        "fr",
        "La proposition est en baisse, mais celle-ci délaisse le théâtre.",
        "délaisse",
        "Celle-ci délaisse le théâtre",
    ),
    (
        "fr",
        "Deux camions ont été écrasés quand une grue se trouvant à l'arrière a heurté le pont.",
        "heurté",
        "Une grue se trouvant à l'arrière a heurté le pont",
    ),
    (
        "fr",
        "Le sergent-chef Paul Danel, pompier de 34 ans, est décédé.",
        "décédé",
        "Le sergent-chef Paul Danel décède",
    ),
    (
        "fr",
        "Selon les deux bilans qui se succèdent, près d'une centaine de personnes ont été tuées.",
        "tuées",
        "Près d'une centaine de personnes ont été tuées",
    ),
    (
        "fr",
        "Jusqu'à 300 personnes ont manifesté à Lyon.",
        "manifesté",
        "Jusqu'à 300 personnes ont manifesté à Lyon",
    ),
    ("fr", "Le chalutier a été remis à flot lundi.", "remis", "Le chalutier est remis à flot"),
    (
        "fr",
        "La seconde manche a présenté un visage bien différent : alors que Brest ouvre le score, Nantes résiste.",
        "présenté",
        "La seconde manche présente un visage bien différent",
    ),
    (
        "fr",
        "Elle veut succéder à la Norvie, qui avait, en 2012, écrasé en finale la Suède 4 à 0.",
        "écrasé",
        "La Norvie écrase en finale la Suède 4 à 0",
    ),
    (
        "fr",
        "Un pompier est mort jeudi, après l'accident de leur camion survenu alors qu'ils allaient combattre un feu.",
        "mort",
        "Un pompier meurt après l'accident de leur camion",
    ),
    # Who is meant, in a headline that stands alone.
    (
        "fr",
        "Un porte-conteneurs géant bloque le canal. L'équipage a quitté le porte-conteneurs lundi.",
        "quitté",
        "L'équipage quitte le porte-conteneurs géant",
    ),
    (
        "fr",
        "Une attaque jihadiste a fait dix morts. Une attaque jihadiste de plus inquiète. Volta condamne l'attaque.",
        "condamne",
        "Volta condamne l'attaque jihadiste",
    ),
    (
        "fr",
        "Une attaque jihadiste a fait dix morts. Une attaque informatique inquiète le pays. Volta condamne l'attaque.",
        "condamne",
        "Volta condamne l'attaque",
    ),
    (
        "fr",
        "Volta va être cédée au groupe suisse Orbita, numéro un mondial de l'intérim. Ce dernier va fusionner "
        "Volta avec sa filiale.",
        "fusionner",
        "Le groupe suisse Orbita va fusionner Volta avec sa filiale",
    ),
    (
        "fr",
        "Le lieutenant-colonel Marc Danel, qui a dirigé les secours, a salué les pompiers.",
        "dirigé",
        "Le lieutenant-colonel Marc Danel dirige les secours",
    ),
    (
        "fr",
        "Ada Roy a déclaré au journal Le Monde : « Je suis heureuse de cette nomination ».",
        "déclaré",
        "Ada Roy déclare : je suis heureuse de cette nomination",
    ),
    (
        "fr",
        "« J'ai décidé de quitter Volta », a dit Ada Roy.",
        "quitter",
        "Ada Roy : j'ai décidé de quitter Volta",
    ),
    (
        "fr",
        "« Je me suis trompée de combat », a dit Ada Roy.",
        "trompée",
        "Ada Roy : je me suis trompée de combat",
    ),
    (
        "fr",
        "Luc Danel raconte pendant des années qu'il avait été déporté au camp de Linz.",
        "déporté",
        "Luc Danel est déporté au camp de Linz",
    ),
    (
        "fr",
        "Un incendie de forêt menace Lyon. L'incendie, qui a parcouru 250 hectares, a été maîtrisé.",
        "parcouru",
        "L'incendie de forêt parcourt 250 hectares",
    ),
    (
        "fr",
        "« Je n'ai jamais été prévenue du danger », a déclaré Ada Roy.",
        "déclaré",
        "Ada Roy déclare : je n'ai jamais été prévenue du danger",
    ),
    # Where it happens, of a verb behind which nothing is told.
    ("fr", "Au Japon, la maladie est réapparue en 2013.", "réapparue", "La maladie réapparaît au Japon"),
    ("fr", "Au Japon, la maladie a fait dix morts.", "fait", "La maladie fait dix morts"),
    ("fr", "Selon la France, un chalutier a coulé.", "coulé", "Un chalutier coule"),
    (
        "fr",
        "Jusqu'à ce jour, pas moins de six jeunes Sevranais ont déjà perdu la vie en Syrie.",
        "perdu",
        "Six jeunes Sevranais perdent la vie en Syrie",
    ),
    # What a verb governs stays, or its clause goes.
    (
        "fr",
        "La panne serait due à un choc qui empêche les trains et les cars de la ligne de rouler vite et de repartir.",
        "due",
        "La panne serait due à un choc",
    ),
    (
        "fr",
        "Le courant devait être rétabli en totalité au cours de la nuit.",
        "rétabli",
        "Le courant devait être rétabli en totalité",
    ),
    ("fr", "La grève a duré près de 40 jours.", "duré", "La grève dure près de 40 jours"),
    (
        "fr",
        "Ada Roy a signé un contrat de trois ans avec Volta.",
        "signé",
        "Ada Roy signe un contrat de trois ans avec Volta",
    ),
    ("fr", "Ada Roy a signé lundi un contrat avec Volta.", "signé", "Ada Roy signe un contrat avec Volta"),
    (
        "fr",
        "L'Allemagne, l'Espagne, l'Italie et la Belgique ont signé l'accord.",
        "signé",
        "L'Allemagne, l'Espagne, l'Italie et la Belgique signent l'accord",
    ),
    (
        "fr",
        "Les lettres peuvent être considérées comme ayant un but caché.",
        "considérées",
        "Les lettres peuvent être considérées comme ayant un but caché",
    ),
    (
        "fr",
        "Le texte vise à abroger et remplacer la loi sur la presse.",
        "abroger",
        "Le texte vise à abroger et remplacer la loi sur la presse",
    ),
    (
        "fr",
        "Les essais du laboratoire de la faculté des sciences et des arts devraient permettre de nommer un virus.",
        "nommer",
        "Les essais du laboratoire de la faculté devraient permettre de nommer un virus",
    ),
    (
        "fr",
        "Deux bateaux qui naviguaient en mer du Nord ont été interceptés par la marine de la Norvie.",
        "interceptés",
        "Deux bateaux qui naviguaient en mer du Nord sont interceptés par la marine de la Norvie",
    ),
    (
        "fr",
        "L'étude montre une hausse sensible par rapport à celle du 26 mai dernier.",
        "montre",
        "L'étude montre une hausse sensible",
    ),
    (
        "fr",
        "Ada Roy signe un contrat qui lui permet de rester à Lyon.",
        "rester",
        "Un contrat permet à Ada Roy de rester à Lyon",
    ),
    (
        "en",
        "Orbita bought a plant in Stirling, Scotland, on Monday.",
        "bought",
        "Orbita buys plant in Stirling, Scotland",
    ),
    ("fr", "Ada Roy s'est installée à Lyon.", "installée", "Ada Roy s'installe à Lyon"),
    # Whose it is, by « dont »; whom a participle agrees with; who stands before an aside.
    (
        "fr",
        "La firme, dont le cours baisse depuis mars, a supprimé 300 postes.",
        "baisse",
        "Le cours de la firme baisse",
    ),
    ("fr", "La disparition du billet de 500 euros actée", "actée", "La disparition du billet de 500 euros est actée"),
    (
        "fr",
        "Selon les médias, l'homme, après s'être retranché dans le théâtre, a été tué par la police.",
        "tué",
        "L'homme est tué par la police, selon les médias",
    ),
    (
        "fr",
        "Ada Roy parlait dans le cadre du débat sur le budget, qui doit avoir lieu à Lyon.",
        "avoir",
        "Le débat sur le budget doit avoir lieu à Lyon",
    ),
    # Number, by the article and by everybody of the subject; an ordinal in one word.
    ("fr", "Trois cas de grippe ont été recensé depuis mardi.", "recensé", "Trois cas de grippe sont recensés"),
    (
        "fr",
        "La Savoie et l'Isère seront placées en vigilance orange.",
        "placées",
        "La Savoie et l'Isère seront placées en vigilance orange",
    ),
    ("fr", "Ada Roy a remporté sa 13 e victoire à Lyon.", "remporté", "Ada Roy remporte sa 13e victoire à Lyon"),
    # A measure before a cut « après » goes; what only says which is meant is told by the clause around.
    (
        "fr",
        "Le groupe a revendiqué l'attaque de mardi environ une heure après.",
        "revendiqué",
        "Le groupe revendique l'attaque",
    ),
    (
        "fr",
        "Certaines sources citées par Volta parlent d'une attaque.",
        "citées",
        "Certaines sources citées par Volta parlent d'une attaque",
    ),
    ("fr", "Un homme tué par la police était recherché.", "tué", "Un homme est tué par la police"),
    # Of two that are cut, the one whose end is whole: « de la vie publique », not « de la vie ».
    (
        "fr",
        "Les principaux candidats à la mairie de Lyon se prononcent pour la transparence de la vie publique.",
        "prononcent",
        "Les principaux candidats se prononcent pour la transparence de la vie publique",
    ),
    # Somebody, not what befell them; the article of « la plupart »; « pas » has its « ne », and quotation marks fall.
    ("fr", "Le bilan est lourd : un mort et une blessée grave.", "mort", "Un mort et une blessée grave"),
    ("fr", "Le maire a annoncé la mort d'Ada Roy.", "mort", "Mort d'Ada Roy"),
    (
        "fr",
        "Ada Roy, pas encore remise d'une blessure, va manquer la finale.",
        "remise",
        "Ada Roy n'est pas remise d'une blessure",
    ),
    ("fr", "Le conducteur a lui été placé en garde à vue.", "placé", "Le conducteur est placé en garde à vue"),
    (
        "fr",
        "Le maire a reconnu qu'« il y a dans cette loi des choses que nous n'aimons pas ».",
        "reconnu",
        "Le maire reconnaît qu'il y a dans cette loi des choses que nous n'aimons pas",
    ),
    (
        "fr",
        "L'attaque est survenue plus au nord, où avait été bloqué pendant plusieurs heures le convoi.",
        "bloqué",
        "Le convoi est bloqué",
    ),
    ("fr", "Première nouvelle, contrairement à ce qui est écrit, personne n'est mort.", "mort", "Personne ne meurt"),
    # Whose description it is; a clause of one of them is an aside.
    (
        "fr",
        "Les chercheurs confient l'étude à Ada Roy, spécialiste du Trias, qui identifie une espèce nouvelle.",
        "identifie",
        "Ada Roy identifie une espèce nouvelle",
    ),
    (
        "fr",
        "Deux hommes dont l'un portait une barbe font irruption dans l'église.",
        "font",
        "Deux hommes font irruption dans l'église",
    ),
    (
        "fr",
        "Deux hommes qui portaient une barbe font irruption dans l'église.",
        "font",
        "Deux hommes qui portaient une barbe font irruption dans l'église",
    ),
    # A noun by what it hangs on, where that says how it stands.
    ("fr", "Une tentative d'assassinat du maire a échoué.", "assassinat", "Tentative d'assassinat du maire"),
    ("fr", "La police a confirmé l'assassinat du maire.", "assassinat", "Assassinat du maire"),
    ("fr", "L'homme est accusé d'homicide involontaire.", "homicide", "L'homme est accusé d'homicide involontaire"),
    (
        "fr",
        "La région, dévastée par les séismes d'août, a du mal à s'en remettre.",
        "séismes",
        "La région est dévastée par les séismes",
    ),
    ("fr", "Trois ans après le référendum sur l'euro, le pays vote.", "référendum", "Référendum sur l'euro"),
    ("en", "The union hopes to win its first seats in Lyon.", "win", "Union hopes to win its first seats in Lyon"),
    # A bare description is told in full where the text told it in one way only.
    (
        "fr",
        "Le parlement a voté la loi sur la presse. La loi a été publiée mardi.",
        "publiée",
        "La loi sur la presse est publiée",
    ),
    (
        "fr",
        "Le parlement a voté la loi sur la presse et la loi sur la chasse. La loi a été publiée mardi.",
        "publiée",
        "La loi est publiée",
    ),
    ("fr", "La ministre a présenté une nouvelle loi. La loi a été publiée mardi.", "publiée", "La loi est publiée"),
    (
        "fr",
        "Anna Berg a quitté Volta. La fondatrice de la société lyonnaise a été décorée lundi.",
        "décorée",
        "Anna Berg est décorée",
    ),
    (
        "fr",
        "L'économiste Luc Roux y entrera aussi, tandis qu'Adam D'Angelo, le fondateur de Volta, garde son siège.",
        "entrera",
        "L'économiste Luc Roux entrera",
    ),
    ("en", "The A4 aircraft landed in Lyon. The aircraft was repaired on Monday.", "repaired", "A4 aircraft repaired"),
    # A pronoun, by the noun that it takes up.
    (
        "fr",
        "Le vaccin de Volta a été testé en Suède. Il est autorisé depuis lundi dans quatre pays.",
        "autorisé",
        "Le vaccin de Volta est autorisé dans quatre pays",
    ),
    ("fr", "L'accident a blessé un cycliste après qu'il est tombé de son vélo.", "tombé", "Il tombe de son vélo"),
    ("en", "The board told Ada Roy that it no longer trusted her.", "trusted", "Board does not trust Ada Roy"),
    ("en", "Volta is going to sell the plant.", "sell", "Volta to sell the plant"),
    ("en", "The minister is going to the fair.", "going", "Minister goes to the fair"),
    ("en", "iVolta was unveiled in Lyon.", "unveiled", "iVolta unveiled in Lyon"),
    ("fr", "Ni Ada Roy ni Luc Blin n'ont été réélus.", "réélus", "Ni Ada Roy ni Luc Blin ne sont réélus"),
    ("fr", "Le maire a salué Luc Blin et Ada Roy lundi.", "salué", "Le maire salue Luc Blin et Ada Roy"),
    (
        "fr",
        "Les rebelles ont attaqué la ville mardi. Peu de temps après, ils ont également annoncé avoir repris Azaz.",
        "repris",
        "Les rebelles annoncent avoir repris Azaz",
    ),
    (
        "fr",
        "Les secours ont cherché les skieurs. La neige gênait les secours. Elle a fondu.",
        "fondu",
        "La neige fond",
    ),
    # A description, by the name of whom it describes, an object's too.
    (
        "en",
        "Morocco rejoined the Delta Union on Monday. The kingdom had left the organisation.",
        "left",
        "Morocco leaves Delta Union",
    ),
    (
        "fr",
        "La France a battu la Roumanie vendredi. Elle prend la tête du groupe A.",
        "prend",
        "La France prend la tête du groupe A",
    ),
    ("fr", "Le pape Paul a parlé mardi. Le pape Paul a prié.", "prié", "Le pape Paul prie"),
    # What stays is read in one go: nothing falls out of the middle but asides, dates and adverbs.
    (
        "fr",
        "Ada Roy a eu le bras cassé lors d'un choc avec le gardien après seulement quelques minutes de jeu.",
        "eu",
        "Ada Roy a le bras cassé lors d'un choc avec le gardien",
    ),
    (
        "fr",
        "La course a été gagnée par Ada Roy, qui, à 40 ans, rivalise encore avec les meilleures.",
        "gagnée",
        "La course est gagnée par Ada Roy",
    ),
    (
        "fr",
        "L'attaque remet aussi en cause l'action de l'armée.",
        "remet",
        "L'attaque remet en cause l'action de l'armée",
    ),
    (
        "fr",
        "Un attentat a tué trente personnes dont deux soldats turcs.",
        "tué",
        "Un attentat tue trente personnes dont deux soldats turcs",
    ),
    ("fr", "L'assaut est donné par la police aux alentours de minuit.", "assaut", "L'assaut est donné par la police"),
    (
        "en",
        "Shares of Volta rose five dollars yesterday in regular trading.",
        "rose",
        "Shares of Volta rise five dollars in regular trading",
    ),
    (
        "en",
        "A second plane is travelling to Spain on Monday, but without passengers.",
        "travelling",
        "Second plane travels to Spain but without passengers",
    ),
    (
        "en",
        "She made an appearance in March and June to unveil the museum.",
        "made",
        "She makes appearance to unveil the museum",
    ),
    # What it is for stays, where no comma parts it.
    (
        "fr",
        "Le village a ouvert un centre pour soigner les blessés.",
        "ouvert",
        "Le village ouvre un centre pour soigner les blessés",
    ),
    # Everybody of a subject.
    (
        "fr",
        "Un travailleur du secteur de la santé et un patient ont été tués le 14 mars.",
        "tués",
        "Un travailleur du secteur de la santé et un patient sont tués",
    ),
    ("fr", "Les champions de Volta avaient eux aussi été battus.", "battus", "Les champions de Volta sont battus"),
    (
        "en",
        "The museum bought a jet of Orbita, whose double-decker A3 first flew in April 2005.",
        "flew",
        "Orbita's double-decker A3 flies",
    ),
    # An imperfect of what happened once, and what was said then, are told as now.
    ("fr", "Le ministre affirmait mardi que la dette baisse.", "affirmait", "Le ministre affirme que la dette baisse"),
    ("fr", "Le ministre aimait les chevaux.", "aimait", "Le ministre aimait les chevaux"),
    ("fr", "Volta a annoncé qu'elle quitterait la ville.", "annoncé", "Volta annonce qu'elle quittera la ville"),
    (
        "fr",
        "Volta a annoncé qu'elle viendrait si elle pouvait.",
        "annoncé",
        "Volta annonce qu'elle viendrait si elle pouvait",
    ),
    (
        "en",
        "Volta announced that it would cancel the project.",
        "announced",
        "Volta announces it will cancel the project",
    ),
    ("en", "The company is expected to cut 300 jobs.", "cut", "Company expected to cut 300 jobs"),
    (
        "fr",
        "Une journaliste de Volta a pu voter deux fois à Paris.",
        "voter",
        "Une journaliste de Volta a pu voter deux fois à Paris",
    ),
    (
        "fr",
        "Elle a pris part à la course de Lyon, qu'Ada Roy remporte avec son équipe.",
        "remporte",
        "Ada Roy remporte la course de Lyon avec son équipe",
    ),
    (
        "en",
        "Passengers will want to fly from smaller airports.",
        "fly",
        "Passengers will want to fly from smaller airports",
    ),
    ("en", "The mayor can't close the bridge.", "close", "Mayor cannot close bridge"),
    ("en", "The concert planned for Friday has been postponed to May.", "concert", "Concert postponed"),
]


@pytest.mark.parametrize(("lang", "text", "word", "headline"), SAID)
def test_headlines_say_what_the_sentence_says(lang, text, word, headline, request):
    doc = request.getfixturevalue(f"nlp_{lang}")(text)
    language = get_language(lang)
    told = {event.trigger.text: event.label for event in find_events(doc, language, get_entities(doc), get_times(doc))}
    assert told[word] == headline


def test_a_headline_in_title_case_is_read_where_the_text_below_lacks_its_verb():
    story = timeline.extract("Volta Motors Fires CEO Eva Pike\n\nThe board of Volta Motors met on Monday.", lang="en")
    assert {entity.name for entity in story.entities} == {"Volta Motors", "Eva Pike"}
    assert "Volta Motors fires CEO Eva Pike" in {event.label for event in story}
