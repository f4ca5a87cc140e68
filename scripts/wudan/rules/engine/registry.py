"""All rules, by code. A module whose name begins with a code, such as `structure/s003_identity`, is a rule."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import wudan.rules
from wudan.rules.engine.rule import Rule

_MODULE = re.compile(r"\.[a-z][0-9]{3}_\w+$")


@cache
def all_rules() -> Mapping[str, Rule]:
    """Give every rule by its code, in the order of the codes."""
    names = [found.name for found in walk_packages(wudan.rules.__path__, "wudan.rules.") if _MODULE.search(found.name)]
    rules = sorted((import_module(name).RULE for name in names), key=lambda rule: str(rule.code))
    return {rule.code: rule for rule in rules}
