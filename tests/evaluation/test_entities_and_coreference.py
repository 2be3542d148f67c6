"""Entity scores, coreference scores, and the readers of brat and CoNLL."""

import pytest

from timeline.errors import FormatError
from timeline.evaluation import AnnotatedDocument, EntitySpan
from timeline.evaluation.brat import read_brat
from timeline.evaluation.conll import read_conll
from timeline.evaluation.disagreements import chain_disagreements
from timeline.evaluation.phrases import noun_phrases
from timeline.evaluation.scores.coreference import b_cubed, ceaf_e, muc, score_coreference
from timeline.evaluation.scores.entities import score_entities
from timeline.model import Entity, Mention

# Key {a b c} {d e f g} against responses, from Pradhan et al. 2014 (the first) and worked out by hand (the others):
# recall and precision of MUC, B³ and CEAFe.
KEY = [set("abc"), set("defg")]
COREFERENCE = [
    ("ab cd fghi", (2 / 5, 2 / 5), (5 / 12, 1 / 2), (1.3 / 2, 1.3 / 3)),
    ("abc defg", (1, 1), (1, 1), (1, 1)),
    ("abcdefg", (1, 5 / 6), (1, 25 / 49), (8 / 11 / 2, 8 / 11)),
    ("abc", (2 / 5, 1), (3 / 7, 1), (1 / 2, 1)),
    ("xy", (0, 0), (0, 0), (0, 0)),
    ("", (0, 0), (0, 0), (0, 0)),
]


@pytest.mark.parametrize(("response", "muc_", "b_cubed_", "ceaf_e_"), COREFERENCE)
def test_coreference_scores(response, muc_, b_cubed_, ceaf_e_):
    chains = [set(chain) for chain in response.split()]
    for score, expected in ((muc, muc_), (b_cubed, b_cubed_), (ceaf_e, ceaf_e_)):
        result = score(KEY, chains)
        assert (result.recall, result.precision) == pytest.approx(expected)


def test_ceaf_aligns_chains_best_and_not_first():
    key, response = [set("abcd"), set("ef")], [set("abef"), set("cd")]
    assert ceaf_e(key, response).correct == pytest.approx(4 / 6 + 4 / 6)


def chained(*chains, words=()):
    return AnnotatedDocument(id="a", text="x" * 50, chains=tuple(map(frozenset, chains)), words=words)


def test_singletons_are_left_out_unless_wanted():
    gold, system = chained({(0, 1), (2, 3)}, {(4, 5)}), chained({(0, 1), (2, 3)}, {(6, 7)})
    assert score_coreference([gold], [system]).conll == 1
    assert score_coreference([gold], [system], singletons=True).conll < 1


def test_chain_errors():
    gold = chained({(0, 1), (2, 3)}, {(4, 5), (6, 7)}, {(10, 11), (12, 13)})
    system = chained({(0, 1), (2, 3)}, {(4, 5), (8, 9)})
    found = [(item.kind, item.start) for item in chain_disagreements([gold], [system])]
    assert found == [
        ("gold chain differs", 4),
        ("gold chain missing on the other side", 10),
        ("our chain differs", 4),
    ]


# -- readers ----------------------------------------------------------------------------------------------------------

CONLL = """#begin document (news/7); part 000
1\tMme\tmadame\tNOUN\t_\t_\t4\tnsubj\t_\t_\t_\t0\t*\t(3
2\tBerg\tBerg\tPROPN\t_\t_\t1\tflat:name\t_\t_\t_\t0\t*\t3)
3\ts'\tse\tPRON\t_\t_\t4\texpl\t_\t_\t_\t0\t*\t_
4\téloigne\téloigner\tVERB\t_\t_\t0\troot\t_\t_\t_\t0\t*\t_
5-6\tdu\t_\t_\t_\t_\t_\t_\t_\t_\t_\t0\t*\t_
5\tde\tde\tADP\t_\t_\t7\tcase\t_\t_\t_\t0\t*\t_
6\tle\tle\tDET\t_\t_\t7\tdet\t_\t_\t_\t0\t*\t(4
7\tGabon\tGabon\tPROPN\t_\t_\t4\tobl\t_\t_\t_\t0\t*\t4)
8\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_\t_\t0\t*\t_

1\tElle\til\tPRON\t_\t_\t2\tnsubj\t_\t_\t_\t1\t*\t(3)
2\tquitte\tquitter\tVERB\t_\t_\t0\troot\t_\t_\t_\t1\t*\t_
3\tle\tle\tDET\t_\t_\t4\tdet\t_\t_\t_\t1\t*\t(4|(5
4\tGabon\tGabon\tPROPN\t_\t_\t2\tobj\t_\t_\t_\t1\t*\t5)|4)
5\tet\tet\tCCONJ\t_\t_\t7\tcc\t_\t_\t_\t1\t*\t_
6\tla\tle\tDET\t_\t_\t7\tdet\t_\t_\t_\t1\t*\t(6
7\tville\tville\tNOUN\t_\t_\t4\tconj\t_\t_\t_\t1\t*\t6)

#end document
"""


def test_conll_text_and_chains(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text(CONLL, encoding="utf8")
    (document,) = read_conll(path)
    assert document.id == "news/7"
    assert document.text == "Mme Berg s'éloigne du Gabon.\nElle quitte le Gabon et la ville"
    named = [sorted(document.text[start:end] for start, end in chain) for chain in document.chains]
    assert named == [["Elle", "Mme Berg"], ["Gabon", "le Gabon"], ["le Gabon"]]
    assert len(read_conll(path, named=False)[0].chains) == 4


def test_mentions_of_one_head_are_the_same_by_head(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text(CONLL, encoding="utf8")
    (document,) = read_conll(path)
    start = document.text.rindex("Gabon")
    system = AnnotatedDocument(
        id=document.id,
        text=document.text,
        chains=(frozenset({(22, 27), (start, start + 5)}), frozenset({(0, 8), (29, 33)})),
    )
    assert score_coreference([document], [system]).conll < 1
    assert score_coreference([document], [system], by_head=True).conll == pytest.approx(1)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("4)\n8", "_\n8", "a mention of chain 4 in news/7 is not closed"),
        ("\t(3)", "\t3)", "a.conll:12: a mention of chain 3 is closed but was not opened"),
        ("\t(3)", "\t(3?)|", "no coreference annotation"),
        ("#begin", "#started", "a.conll:2: a token before"),
        ("#end document", "", "no '#end document'"),
    ],
)
def test_bad_conll_is_told_with_its_line(tmp_path, old, new, message):
    path = tmp_path / "a.conll"
    path.write_text(CONLL.replace(old, new, 1), encoding="utf8")
    with pytest.raises(FormatError) as caught:
        read_conll(path)
    assert message in str(caught.value)


def write_brat(folder, text, annotations):
    (folder / "a.txt").write_text(text, encoding="utf8")
    path = folder / "a.ann"
    path.write_text("\n".join(annotations) + "\n", encoding="utf8")
    return path


def test_brat(tmp_path):
    path = write_brat(
        tmp_path,
        "Anna Berg, patronne des Forges de Lille, en mai à Lille.",
        [
            "T1\tpers.ind 0 9\tAnna Berg",
            "T2\tfunc.ind 11 39\tpatronne des Forges de Lille",
            "T3\tloc.adm.town 34 39\tLille",
            "T4\torg.ent 24 39\tForges de Lille",
            "T5\ttime.date.rel 41 55\ten mai à Lille",
            "T6\tloc.adm.town 50 55\tLille",
            "A1\tsure T1",
        ],
    )
    assert [(entity.text, entity.type) for entity in read_brat(path).entities] == [
        ("Anna Berg", "PERSON"),
        ("Forges de Lille", "ORGANISATION"),
        ("Lille", "PLACE"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [("T1\tpers 0 4\tBerg", "a.ann:1: 'Berg' does not stand"), ("T1 pers 0 4 Anna", "a.ann:1: not a brat")],
)
def test_bad_brat_is_told_with_its_line(tmp_path, line, message):
    with pytest.raises(FormatError) as caught:
        read_brat(write_brat(tmp_path, "Anna Berg", [line]))
    assert message in str(caught.value)


def test_brat_without_its_text(tmp_path):
    path = write_brat(tmp_path, "Anna Berg", [])
    path.with_suffix(".txt").unlink()
    with pytest.raises(FormatError, match=r"a\.txt is not beside it"):
        read_brat(path)


def test_entity_scores():
    def entity(start, end, kind="PERSON"):
        return EntitySpan(start=start, end=end, text="", type=kind)

    gold = [entity(0, 5), entity(10, 15, "PLACE"), entity(20, 25), entity(30, 35, "ORGANISATION")]
    system = [entity(0, 5), entity(10, 15), entity(20, 28), entity(40, 45, "ORGANISATION")]
    scores = score_entities(
        [AnnotatedDocument(id="a", text="", entities=tuple(gold))],
        [AnnotatedDocument(id="a", text="", entities=tuple(system))],
    )
    assert (scores.exact.f1, scores.partial.f1, scores.span.f1) == (1 / 4, 2 / 4, 2 / 4)
    assert (scores.person.precision, scores.person.recall) == (1 / 3, 1 / 2)
    assert scores.place.f1 == scores.organisation.f1 == 0


def test_a_noun_phrase_holds_its_article_and_no_second_mention():
    text = "L'Otan a frappé. Le ministre Luc Roy part."
    mentions = (Mention("Otan", 2, 6, "d", "NAM"), Mention("a", 7, 8, "d", "PRO"))
    otan = Entity(id="x1", name="Otan", type="ORGANISATION", mentions=mentions)
    assert noun_phrases(otan, text, {"l'", "le"}) == {(0, 6), (7, 8)}
    names = (Mention("Le ministre Luc Roy", 17, 36, "d", "NOM"), Mention("Luc Roy", 29, 36, "d", "NAM"))
    minister = Entity(id="x2", name="Luc Roy", type="PERSON", mentions=names)
    assert noun_phrases(minister, text, {"l'", "le"}) == {(17, 36)}
