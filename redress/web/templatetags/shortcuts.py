"""The keys of a page, for the script that listens to them."""

import json
from typing import Any

from django import template

from redress.rules.decision import Context
from redress.rules.facts import CaseFacts
from redress.web.desk.keys import ON_A_LIST, SEVERAL, case_targets, sign_target, targets

register = template.Library()


@register.simple_tag(takes_context=True)
def shortcut_keys(context: Any) -> str:
    """Where each key of this page leads, as JSON; empty for who is not signed in, or wants none."""
    request, actor, landlord = (context.get(name) for name in ("request", "actor", "landlord"))
    if not (actor and actor.id and landlord and request.user.shortcuts):
        return ""
    found = targets(landlord.slug, actor)
    case, name = context.get("case"), request.resolver_match.url_name
    if name == "today":
        found |= sign_target(landlord.slug, context.get("to_sign") or ())
    if name == "worklist" and context.get("ticks") and context.get("rows"):
        found[ON_A_LIST.key] = SEVERAL
    if name == "case" and isinstance(case, CaseFacts):
        step = context.get("next")  # the one button of the page, if it has one
        owed = step.choice.verb if step and not step.choice.stops else None
        found |= case_targets(landlord.slug, case, Context(actor, context["today"]), owed)
    return json.dumps(found)
