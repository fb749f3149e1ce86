"""What stands around a page: bars, menus, crumbs, messages, titles."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.shortcuts import resolve_url
from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from perenne.web.design.menu import Desk, MenuItem, open_item

register = Library()
TONES = {"debug": "info", "info": "info", "success": "success"}
NAMES = {"info": "Information", "success": "C’est fait", "warning": "Attention", "error": "Erreur"}


def path_of(context: Context) -> str:
    """The path of the page being shown; "" outside a request."""
    request = context.get("request")
    return request.path if request is not None else ""


def marked(items: tuple[MenuItem, ...], path: str) -> list[tuple[MenuItem, bool]]:
    """Each item of a menu, and whether it is the one that is open."""
    opened = open_item(tuple(items), path)
    return [(item, item is opened) for item in items]


@register.inclusion_tag("design/components/site_header.html", takes_context=True)
def site_header(context: Context) -> dict[str, Any]:
    return {
        "items": marked(context.get("site_menu") or (), path_of(context)),
        "desk": context.get("desk"),
        "sign_in_url": resolve_url(settings.LOGIN_URL),
    }


@register.inclusion_tag("design/components/site_footer.html", takes_context=True)
def site_footer(context: Context) -> dict[str, Any]:
    return {
        "committee": context.get("committee", ""),
        "carrier": context.get("carrier", ""),
        "items": context.get("legal_menu", ()),
    }


@register.inclusion_tag("design/components/desk_header.html", takes_context=True)
def desk_header(context: Context) -> dict[str, Any]:
    desk: Desk = context["desk"]
    return {
        "desk": desk,
        "items": marked(desk.menu, path_of(context)),
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("design/components/desk_menu.html", takes_context=True)
def desk_menu(context: Context) -> dict[str, Any]:
    desk: Desk = context["desk"]
    return {"items": marked(desk.menu, path_of(context))}


@register.inclusion_tag("design/components/breadcrumbs.html")
def breadcrumbs(*steps: object) -> dict[str, Any]:
    """Labels and addresses in turn, the last label alone: it is this page."""
    pairs = list(zip(steps[::2], steps[1::2], strict=False))
    return {"pairs": pairs, "here": steps[-1] if len(steps) % 2 else ""}


@register.inclusion_tag("design/components/messages.html", takes_context=True)
def flash_messages(context: Context) -> dict[str, Any]:
    """What the last action had to say (the messages of Django), read aloud politely."""
    told = []
    for message in context.get("messages") or ():
        tone = TONES.get(message.level_tag, message.level_tag or "info")
        told.append({"tone": tone, "name": NAMES.get(tone, ""), "text": message.message})
    return {"told": told}


@register.simple_block_tag
def page_header(content: str, title: object, lede: object = "", caption: object = "") -> SafeString:
    """The one h1 of the page; the block holds its actions."""
    return render_to_string(
        "design/components/page_header.html",
        {
            "content": content if content.strip() else "",
            "title": title,
            "lede": lede,
            "caption": caption,
        },
    )


@register.simple_block_tag
def hero(content: str, title: object, lede: object = "") -> SafeString:
    actions = content if content.strip() else ""
    return render_to_string(
        "design/components/hero.html", {"content": actions, "title": title, "lede": lede}
    )


@register.inclusion_tag("design/components/tabs.html", takes_context=True)
def tabs(context: Context, items: tuple[MenuItem, ...], label: str) -> dict[str, Any]:
    return {"items": marked(items, path_of(context)), "label": label}


@register.inclusion_tag("design/components/steps.html")
def steps(labels: list[str] | tuple[str, ...], current: int) -> dict[str, Any]:
    """`current` counts from 1; past the end, everything is done."""
    states = [
        (label, "done" if number < current else "current" if number == current else "next")
        for number, label in enumerate(labels, start=1)
    ]
    return {"states": states, "current": min(current, len(labels)), "total": len(labels)}
