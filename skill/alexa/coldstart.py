"""Keeps what a request never uses out of a cold start. Most of the SDK's import time is modules that nobody asked for.

The packages below only gather names: to give one, they import all, every client for Alexa's services among them. Here
they are put in place without being run, and find a name in its own module when it is asked for. A name that is not
found so runs the package after all. So nothing is missing; it only comes later.
"""

import re
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

SERVICES = "ask_sdk_model.services"
GATHERING = (
    "ask_sdk_model",
    "ask_sdk_model.ui",
    "ask_sdk_model.canfulfill",
    "ask_sdk_model.interfaces.display",
    "ask_sdk_model.interfaces.alexa.experimentation",
    "ask_sdk_model.interfaces.alexa.presentation.apl",
    SERVICES,
)
# Each model imports it to print itself, which nobody asks for; it brings a good deal of the standard library along.
PRINTING = "pprint"
# The core of the SDK asks for these at once, but calls them only for a skill that has an API client.
CALLED_LATER = ("ServiceClientFactory", "ApiConfiguration")


def defer() -> None:
    """Put the packages in place, but for those that are there already."""
    _run_when_used(PRINTING)  # before the first model is imported
    for name in GATHERING:
        spec = None if name in sys.modules else find_spec(name)
        if spec is not None:
            package = sys.modules[name] = module_from_spec(spec)
            parent, _, child = name.rpartition(".")
            if parent:
                setattr(sys.modules[parent], child, package)
            package.__getattr__ = _finder(package)  # type: ignore[method-assign]
    for name in CALLED_LATER:
        sys.modules[SERVICES].__dict__.setdefault(name, _later(name))


def _run_when_used(name: str) -> None:
    """Put a module in place that is run when something of it is asked for. importlib's LazyLoader runs it at once."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is not None:
        module = sys.modules[name] = module_from_spec(spec)
        module.__getattr__ = _runner(module)  # type: ignore[method-assign]


def _runner(module: ModuleType) -> Callable[[str], Any]:
    def run(name: str) -> Any:
        if name.startswith("__"):  # the import system asks for much that a module need not have
            raise AttributeError(name)
        return _run(module, name)

    return run


def module_of(name: str) -> str:
    """Give the module of a class by the SDK's rule: SsmlOutputSpeech -> ssml_output_speech."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _finder(package: ModuleType) -> Callable[[str], Any]:
    def find(name: str) -> Any:
        if not name[:1].isupper():  # only classes are gathered; the import system asks for much else
            raise AttributeError(name)
        module = f"{package.__name__}.{module_of(name)}"
        found = getattr(import_module(module), name, None) if find_spec(module) else None
        return _run(package, name) if found is None else package.__dict__.setdefault(name, found)

    return find


def _later(name: str) -> Callable[..., Any]:
    module = f"{SERVICES}.{module_of(name)}"
    return lambda *given, **named: getattr(import_module(module), name)(*given, **named)


def _run(package: ModuleType, name: str) -> Any:
    """Run the package as an ordinary import does, once, and take the name from it."""
    if package.__dict__.pop("__getattr__", None) is None or package.__spec__ is None or package.__spec__.loader is None:
        raise AttributeError(name)
    package.__spec__.loader.exec_module(package)
    return getattr(package, name)
