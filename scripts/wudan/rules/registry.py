"""All rules, by code. A module of this package named after a code, such as `s003`, is a rule."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import wudan.rules
from wudan.rules.rule import Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """Give every rule by its code, in the order of the codes."""
    names = sorted(
        found.name for found in iter_modules(wudan.rules.__path__) if re.fullmatch("[a-z][0-9]{3}", found.name)
    )
    rules = [import_module(f"wudan.rules.{name}").RULE for name in names]
    return {rule.code: rule for rule in rules}
