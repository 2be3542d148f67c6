"""JSON-LD, read by rdflib."""

import json

import pytest

from timeline.model import Document, Timeline

rdflib = pytest.importorskip("rdflib")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

SEM = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
TIME = rdflib.Namespace("http://www.w3.org/2006/time#")
SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
STORY = rdflib.Namespace("urn:timeline:r%C3%A9cit%20%3C1%3E:")
XSD_DATETIME = rdflib.XSD.dateTime


@pytest.fixture(scope="module")
def graph(story):
    return rdflib.Graph().parse(data=story.to_jsonld(), format="json-ld")


def test_events_actors_and_places_are_sem(graph, story):
    assert len(set(graph.subjects(rdflib.RDF.type, SEM.Event))) == len(story)
    roles = list(graph.objects(STORY.e1, SEM.hasActor))
    actors = {graph.value(role, rdflib.RDF.value): graph.value(role, SEM.roleType) for role in roles}
    assert actors[STORY.x1] == rdflib.URIRef("urn:timeline:role:person")
    assert graph.value(STORY.e3, SEM.accordingTo) == STORY.x3
    assert (STORY.x1, rdflib.RDF.type, SCHEMA.Person) in graph


def test_bounds_and_dates(graph):
    assert graph.value(STORY.e1, SEM.hasEarliestBeginTimeStamp) == rdflib.Literal(
        "2023-11-17T00:00:00", datatype=XSD_DATETIME
    )
    assert graph.value(STORY.e2, SEM.hasLatestEndTimeStamp) is None
    # Only what is told as a fact has a date that a search engine would show.
    assert {str(event)[-2:] for event in graph.subjects(SCHEMA.startDate)} == {"e1"}
    assert {str(word) for word in graph.objects(None, SCHEMA.keywords)} == {
        "factual",
        "reported",
        "possible",
        "future",
        "negated",
        "counterfactual",
    }


def test_order_is_between_intervals_of_owl_time(graph):
    interval = graph.value(STORY.e1, TIME.hasTime)
    assert (interval, TIME.intervalBefore, graph.value(STORY.e2, TIME.hasTime)) in graph
    assert (interval, TIME.intervalDuring, STORY.t1) in graph
    begin = graph.value(STORY.t1, TIME.hasBeginning)
    assert str(graph.value(begin, TIME.inXSDDateTime)) == "2023-11-17T00:00:00"
    assert str(graph.value(STORY.t5, TIME.hasXSDDuration)) == "P2D"
    assert (STORY.t0, rdflib.RDF.type, TIME.ProperInterval) in graph


def test_provenance_tells_the_characters(graph, story):
    quotes = {str(quote): str(graph.value(quote, PROV.value)) for quote in graph.objects(STORY.e1, PROV.wasQuotedFrom)}
    text = story.documents[0].text
    for iri, words in quotes.items():
        start, end = map(int, iri.rpartition("char=")[2].split(","))
        assert text[start:end] == words
    assert sorted(quotes.values()) == ["départ", "quitté"]


def test_names_stay_text(graph):
    assert rdflib.Literal("Zoé <b>Brûlé</b> & fils") in set(graph.objects(STORY.x1, SCHEMA.name))


def test_the_address_of_a_document_names_it():
    document = Document("", url="https://example.org/a b?q=é#top", id="d")
    node = json.loads(Timeline(documents=(document,)).to_jsonld())["@graph"][0]
    assert node["@id"] == "https://example.org/a%20b?q=%C3%A9"


def test_several_documents_are_one_graph(two_documents):
    graph = rdflib.Graph().parse(data=two_documents.to_jsonld(), format="json-ld")
    assert len(set(graph.subjects(rdflib.RDF.type, SCHEMA.Article))) == 2
    assert len(set(graph.subjects(rdflib.RDF.type, SEM.Event))) == len(two_documents)


def test_names_are_short(two_documents):
    """However many documents a story has, a name in it is a few characters."""
    data = json.loads(two_documents.to_jsonld())
    ids = [node["@id"] for node in data["@graph"] if "schema:Article" not in node.get("@type", ())]
    assert ids
    assert max(map(len, ids)) <= 20
    graph = rdflib.Graph().parse(data=two_documents.to_jsonld(), format="json-ld")
    quotes = {str(quote) for quote in graph.objects(None, PROV.wasQuotedFrom)}
    assert "urn:timeline:deux#char=4,8" in quotes


def test_writes_the_same_every_time(story, tmp_path):
    path = tmp_path / "story.jsonld"
    assert story.to_jsonld(path) == story.to_jsonld() == path.read_text(encoding="utf8")
