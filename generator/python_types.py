"""How a property of the spec looks in Python: its type, how it is read, what a caller may pass for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from keyword import iskeyword
from typing import Any

from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.literal_enum_property import LiteralEnumProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

Facts = dict[tuple[str, str], str]
"""("secret" or "time") by class and property name, for what the generator's own types cannot say."""


class UnsupportedTypeError(Exception):
    """The spec uses a construct that the templates have no form for."""


@dataclass(frozen=True)
class PythonType:
    """A property in Python.

    Attributes:
        annotation: its type as an attribute.
        reader: the expression that reads it from JSON.
        argument: its type as an argument.
        converter: the function that makes an attribute of an argument; empty for none.
        exact: the type of a JSON value that needs no reader; empty for none.
        constants: further values that need none, for null and for a key that is absent.
        dicts_of: the model whose instances may be plain dicts in an argument; empty for none.
    """

    annotation: str
    reader: str
    argument: str
    converter: str = ""
    exact: str = ""
    constants: tuple[str, ...] = ()
    dicts_of: str = ""


_SCALARS: dict[type[Any], PythonType] = {
    AnyProperty: PythonType("Any", "anything", "Any"),
    BooleanProperty: PythonType("bool", "boolean", "bool", exact="bool"),
    DateProperty: PythonType("date", "string", "date"),
    DateTimeProperty: PythonType("VendorTime", "vendor_time", "datetime | str", "to_time"),
    FloatProperty: PythonType("float", "number", "float", exact="float"),
    IntProperty: PythonType("int", "integer", "int", exact="int"),
    StringProperty: PythonType("str", "string", "str", exact="str"),
    # Kept as text: an id in a form nobody foresaw is no error, and what was read goes back unchanged.
    UuidProperty: PythonType("str", "string", "str", exact="str"),
}
_MARKED = {
    "secret": PythonType("Secret", "secret", "str", "to_secret"),
    "time": _SCALARS[DateTimeProperty],
}


def python_type(prop: Any, mark: str | None = None) -> PythonType:
    """The type of a property, whether it may be null or absent included."""
    nullable = isinstance(prop, UnionProperty) and any(
        isinstance(inner, NoneProperty) for inner in prop.inner_properties
    )
    base = _MARKED[mark] if mark else _base(prop)
    if base.annotation == "Any":
        # Null is one of the values that nobody promised anything about, so it is kept.
        reader = base.reader if prop.required else f"optional_nullable({base.reader})"
        return PythonType("Any", reader, "Any", constants=() if prop.required else ("None", "UNSET"))
    if nullable and base.converter:
        raise UnsupportedTypeError(f"{prop.name}: a secret or a time that may be null")
    suffix = (" | None" if nullable else "") + ("" if prop.required else " | Unset")
    wrap = {" | None": "nullable", " | Unset": "optional", " | None | Unset": "optional_nullable"}.get(suffix)
    converter = base.converter.replace("to_", "to_optional_") if not prop.required else base.converter
    return PythonType(
        base.annotation + suffix,
        f"{wrap}({base.reader})" if wrap else base.reader,
        base.argument + suffix,
        converter,
        base.exact,
        (*(["None"] if nullable else []), *([] if prop.required else ["UNSET"])),
    )


def _base(prop: Any) -> PythonType:
    if isinstance(prop, UnionProperty):
        rest = [inner for inner in prop.inner_properties if not isinstance(inner, NoneProperty)]
        if len(rest) != 1:
            raise UnsupportedTypeError(f"{prop.name}: a choice between several types")
        return _base(rest[0])
    if isinstance(prop, ModelProperty):
        name = str(prop.class_info.name)
        return PythonType(name, f"{name}.read", name)
    if isinstance(prop, ListProperty):
        inner = item_type(prop)
        return PythonType(f"list[{inner.annotation}]", f"list_of({inner.reader})", f"list[{inner.argument}]")
    if isinstance(prop, LiteralEnumProperty):
        literal = f"Literal[{', '.join(repr(value) for value in sorted(prop.values))}]"
        return PythonType(literal, "anything", literal)
    try:
        return _SCALARS[type(prop)]
    except KeyError:
        raise UnsupportedTypeError(f"{prop.name}: {type(prop).__name__}") from None


def with_dicts(prop: Any, kind: PythonType) -> PythonType:
    """The type of a field of a body as a method takes it: models in a list may be plain dicts."""
    if isinstance(prop, ListProperty) and isinstance(prop.inner_property, ModelProperty):
        model = str(prop.inner_property.class_info.name)
        listed = kind.argument.replace(f"list[{model}]", f"Sequence[{model} | {dict_name(model)}]")
        return replace(kind, argument=listed, dicts_of=model)
    return kind


def dict_name(model: str) -> str:
    """The name of the `TypedDict` with the fields of a model."""
    return f"{model}Dict"


def dict_field(prop: Any, kind: PythonType) -> str:
    """A field of a model as one of its `TypedDict`."""
    key = prop.name.get_untrusted_value()
    if not key.isidentifier() or iskeyword(key) or ".read" in kind.reader:
        raise UnsupportedTypeError(f"{key}: a field of a plain dict that is no name, or is a model of its own")
    taken = kind.argument.removesuffix(" | Unset")
    return f"{key}: {taken}" if prop.required else f"{key}: NotRequired[{taken}]"


def item_type(prop: Any) -> PythonType:
    """The type of what a list holds."""
    inner = prop.inner_property
    nullable = isinstance(inner, UnionProperty)
    base = _base(inner)
    if nullable:
        return PythonType(f"{base.annotation} | None", f"nullable({base.reader})", f"{base.argument} | None")
    return base
