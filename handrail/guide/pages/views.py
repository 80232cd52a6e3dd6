"""Views of the pages made of content. Each finds its item, gathers its page once, and renders it."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.views.decorators.http import require_safe

from handrail.components.pages import render
from handrail.engine.words.items import Item
from handrail.guide.pages import evidence, front, limits, paths, people, preparations, stages, structured
from handrail.guide.pages.library import Book, library

Page = Callable[[Book, Item], dict[str, Any]]
PAGES: dict[str, tuple[str, Page]] = {
    "stage": ("guide/stage.html", stages.stage_page),
    "limit": ("guide/limit.html", limits.limit_page),
    "role": ("guide/role.html", people.role_page),
    "right": ("guide/right.html", people.right_page),
    "route": ("guide/route.html", people.route_page),
    "term": ("guide/term.html", people.term_page),
    "question": ("guide/question.html", people.question_page),
    "path": ("guide/path.html", paths.path_page),
    "preparation": ("guide/preparation.html", preparations.preparation_page),
}


def book_of(nation: str) -> Book:
    """Open a nation's book, or say that there is no such page."""
    book = library().book(nation)
    if book is None:
        raise Http404
    return book


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Ask what has happened."""
    return render(request, "guide/home.html", front.home_page(library(), book_of("england")))


@require_safe
def nation(request: HttpRequest, nation: str) -> HttpResponse:
    """Lead from a nation to its map: for whoever shortens an address."""
    return HttpResponseRedirect(f"/{book_of(nation).nation}/map/")


@require_safe
def item_page(request: HttpRequest, nation: str, item: str, kind: str) -> HttpResponse:
    """Show the page of one item; an id of the past leads on to today's."""
    book = book_of(nation)
    found = book.get(kind, item)
    if found is None:
        if now := book.renamed(kind, item):
            return HttpResponsePermanentRedirect(now.address)
        raise Http404
    template, gather = PAGES[kind]
    return render(request, template, {**gather(book, found), "structured": structured.of_item(book, found)})


@require_safe
def stage_list(request: HttpRequest, nation: str) -> HttpResponse:
    """List the stages by the part of the way that they belong to."""
    return render(request, "guide/stages.html", {"lanes": stages.by_lane(book_of(nation)), "nation": nation})


@require_safe
def limit_list(request: HttpRequest, nation: str) -> HttpResponse:
    """List every time limit."""
    return render(request, "guide/limits.html", limits.limits_page(book_of(nation)))


@require_safe
def item_list(request: HttpRequest, nation: str, kind: str) -> HttpResponse:
    """List the rights, routes, terms, paths, sheets or helplines."""
    return render(request, f"guide/{kind}s.html", {"items": book_of(nation).all(kind), "nation": nation})


@require_safe
def role_list(request: HttpRequest, nation: str) -> HttpResponse:
    """List people and bodies: those of most stages first, then all."""
    return render(request, "guide/roles.html", people.roles_page(book_of(nation)))


@require_safe
def question_list(request: HttpRequest, nation: str) -> HttpResponse:
    """List the questions by who asks them."""
    return render(request, "guide/questions.html", people.questions_page(book_of(nation)))


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """List every source."""
    return render(request, "guide/sources.html", evidence.sources_page(library()))


@require_safe
def source(request: HttpRequest, source: str) -> HttpResponse:
    """Show one source, and what rests on it."""
    if source not in library().words.sources:
        raise Http404
    page = evidence.source_page(library(), source)
    return render(request, "guide/source.html", {**page, "structured": structured.of_source(library(), source)})


@require_safe
def words_page(request: HttpRequest, name: str) -> HttpResponse:
    """Show a page whose words are in content/words."""
    page = library().texts["pages"][name]
    return render(request, "guide/words-page.html", {"heading": page["title"], "page": page})


@require_safe
def who_to_call(request: HttpRequest) -> HttpResponse:
    """Say who to call, danger first."""
    return render(request, "guide/who-to-call.html", {"items": book_of("england").all("helpline")[:9]})
