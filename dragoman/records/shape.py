"""The shape of records: which fields hold what, and records made again from JSON values."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Noun = TypeVar("_Noun")
_Convert = Callable[[Any], Any]


def from_dict(kind: type[_Noun], values: Mapping[str, Any]) -> _Noun:
    """Return the record of class `kind` that `to_dict` turned into `values`.

    A field that `values` lack has its default.  Raises TypeError or AttributeError for values of another shape.
    """
    asked: Any = kind
    made: _Noun = _decoder(asked)(values)
    return made


@cache
def fields_of(kind: Any, noun: Any) -> tuple[str, ...]:
    """Return the names of the fields of the class `kind` that hold a `noun`, null or several of them, in order."""
    return tuple(name for name, hint in _hints(kind).items() if hint is noun or noun in get_args(hint))


def nouns(record: Any, noun: type[_Noun]) -> list[tuple[str, int, _Noun]]:
    """Return each `noun` in the fields of `record`, with the name of the field and its place in it, from 0."""
    found: list[tuple[str, int, _Noun]] = []
    kind: Any = type(record)
    asked: Any = noun
    for name in fields_of(kind, asked):
        value = getattr(record, name)
        held = value if isinstance(value, tuple) else () if value is None else (value,)
        found += [(name, place, item) for place, item in enumerate(held)]
    return found


def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


@cache
def _decoder(kind: Any) -> _Convert:
    """Return what makes a record of class `kind`; it is put together once, from the types of the fields."""
    converts = [(name, convert) for name, hint in _hints(kind).items() if (convert := _convert(hint)) is not None]

    def plain(values: Mapping[str, Any]) -> Any:
        return kind(**values)

    def decode(values: Mapping[str, Any]) -> Any:
        made = dict(values)
        for name, convert in converts:
            if name in made:
                made[name] = convert(made[name])
        return kind(**made)

    return decode if converts else plain


def _convert(hint: Any) -> _Convert | None:
    """Return what turns a JSON value into one of type `hint`; None for what JSON gives as it is."""
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _decoder(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (held,) = (argument for argument in arguments if argument is not NoneType)
        inner = _convert(held)
        return inner and _unless_null(inner)
    if origin is tuple:
        inner = _convert(arguments[0])
        return tuple if inner is None else _each(inner)
    return None


def _unless_null(convert: _Convert) -> _Convert:
    return lambda value: None if value is None else convert(value)


def _each(convert: _Convert) -> _Convert:
    return lambda values: tuple(map(convert, values))
