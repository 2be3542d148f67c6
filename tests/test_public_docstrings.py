"""Every public object says what it takes, gives and refuses, and shows an example that runs."""

import ast
import inspect
import textwrap
from enum import Enum

import pytest

import timeline

# The methods of `Timeline` are functions of a story, in files by what they are for.
NO_ARGUMENTS = {"self", "cls", "story"}


def public_objects():
    """Yield the names of ``timeline.__all__``, and the public methods of those that are classes."""
    for name in timeline.__all__:
        thing = getattr(timeline, name)
        if inspect.isclass(thing):
            yield name, thing
            if issubclass(thing, Exception | Enum):
                continue
            for attribute, member in inspect.getmembers(thing):
                bases = (base for base in thing.__mro__ if base.__module__.startswith("timeline"))
                ours = any(attribute in base.__dict__ for base in bases) and not attribute.startswith("_")
                if ours and (inspect.isfunction(member) or inspect.ismethod(member)):
                    yield f"{name}.{attribute}", member
        elif callable(thing):
            yield name, thing


OBJECTS = dict(public_objects())
FUNCTIONS = {name: thing for name, thing in OBJECTS.items() if not inspect.isclass(thing)}
# Of a docstring, by numpydoc.
SECTIONS = ("Parameters", "Returns", "Yields", "Raises", "Examples", "Attributes")


def sections(thing):
    """The names of the sections of a docstring."""
    lines = inspect.cleandoc(thing.__doc__ or "").splitlines()
    return {line for line, under in zip(lines, [*lines[1:], ""], strict=True) if line in SECTIONS and "---" in under}


@pytest.mark.parametrize("name", OBJECTS)
def test_an_example_that_runs(name):
    """The doctests themselves are run with the modules they stand in."""
    thing = OBJECTS[name]
    assert thing.__doc__, name
    if not (inspect.isclass(thing) and issubclass(thing, Exception)):
        assert "Examples" in sections(thing)
        assert ">>> " in thing.__doc__


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_it_takes_is_said(name):
    function = FUNCTIONS[name]
    taken = [each for each in inspect.signature(function).parameters if each not in NO_ARGUMENTS]
    told = inspect.cleandoc(function.__doc__)
    assert not taken or "Parameters" in sections(function)
    assert [each for each in taken if each not in told] == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_it_gives_is_said(name):
    function = FUNCTIONS[name]
    gives = inspect.signature(function).return_annotation not in {"None", None, inspect.Signature.empty}
    assert not gives or sections(function) & {"Returns", "Yields"}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_it_raises_is_said(name):
    """What its own body raises; what is raised further down is said where it can be told."""
    function = FUNCTIONS[name]
    source = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function))))
    raised = {
        node.exc.func.id
        for node in ast.walk(source)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name)
    }
    told = inspect.cleandoc(function.__doc__)
    assert not raised or "Raises" in sections(function)
    assert [error for error in raised if error not in told] == []
