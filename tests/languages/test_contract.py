"""Rooms hold what the contract says, and modules of rules fulfil their protocols."""

import inspect

import pytest

from timeline.errors import LanguageDataError
from timeline.languages import Language, available_languages, get_language
from timeline.languages.contract import LabelWords
from timeline.languages.loading import room_from
from timeline.languages.rooms import Data, Rules

ROOMS = [name for name, value in vars(Language).items() if isinstance(value, Data)]
MODULES = [name for name, value in vars(Language).items() if isinstance(value, Rules)]
NOWHERE = Language("qq", "Nowhere", (), "")


@pytest.mark.parametrize("code", available_languages())
@pytest.mark.parametrize("room", ROOMS)
def test_what_a_folder_holds_is_what_its_contract_names(code, room):
    assert getattr(get_language(code), room) is not None  # an unknown key or another type is an error


@pytest.mark.parametrize("room", ROOMS)
def test_a_missing_room_is_empty(room):
    assert getattr(NOWHERE, room) == vars(Language)[room]._kind()


@pytest.mark.parametrize("code", available_languages())
@pytest.mark.parametrize("room", MODULES)
def test_rules_are_called_as_their_protocol_says(code, room):
    rules, protocol = getattr(get_language(code), room), vars(Language)[room]._kind
    for name, member in vars(protocol).items():
        if inspect.isfunction(member) and not name.startswith("_"):
            wanted = [(each.name, each.kind) for each in inspect.signature(member).parameters.values()][1:]
            assert [
                (each.name, each.kind) for each in inspect.signature(getattr(rules, name)).parameters.values()
            ] == wanted


@pytest.mark.parametrize("room", MODULES)
def test_missing_rules_are_none(room):
    assert getattr(NOWHERE, room) is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"furnitre": ["be"]}, r"labels\.toml has the unknown key 'furnitre'; known are articles"),
        ({"furniture": "be have"}, r"labels\.toml: furniture should be an array, not 'be have'"),
        ({"furniture": ["be", 1]}, "furniture should be str, not 1"),
        ({"present": {"be": ["is"]}}, "present.be should have 2 items, not 1"),
        ({"articles": ["the"]}, "articles should be a table"),
        ({"furniture": ["step_down"]}, "furniture has 'step_down': write the words of one expression with one blank"),
        ({"furniture": ["step  down"]}, "one blank between them"),
    ],
)
def test_other_data_is_refused(data, told):
    with pytest.raises(LanguageDataError, match=told):
        room_from(LabelWords, data, "labels.toml")
