"""What a hurried hand could do to the house, and the step of `./run check` that must see it."""

from collections.abc import Callable
from dataclasses import dataclass

LINT, TYPES, CONTRACTS = "Lint", "Types", "Import contracts"
MIGRATIONS, HOUSE = "Migrations", "House tests"


@dataclass(frozen=True, slots=True)
class Fault:
    """`spoil` gives the new text of the file from the old one, empty for a file that is new."""

    name: str
    path: str
    spoil: Callable[[str], str]
    step: str


def written(text: str) -> Callable[[str], str]:
    return lambda _old: text


def added(text: str) -> Callable[[str], str]:
    return lambda old: f"{old.rstrip()}\n{text}"


def replaced(what: str, by: str) -> Callable[[str], str]:
    def spoil(old: str) -> str:
        if what not in old:
            raise AssertionError(f"the fault has nowhere to stand: no {what!r} there")
        return old.replace(what, by, 1)

    return spoil


FAULTS = (
    Fault(
        "a page imports a table",
        "src/perenne/web/clauses/show/peek.py",
        written(
            '"""Looks under the floor."""\n\n'
            "from perenne.domain.clauses.models import Clause\n\n"
            "TABLE = Clause._meta.db_table\n"
        ),
        CONTRACTS,
    ),
    Fault(
        "the law imports the framework",
        "src/perenne/rules/clock.py",
        written(
            '"""Asks the time."""\n\n'
            "from django.utils.timezone import localdate\n\n"
            "TODAY = localdate\n"
        ),
        CONTRACTS,
    ),
    Fault(
        "a value imports the law",
        "src/perenne/values/phrases.py",
        written(
            '"""Writes like a lawyer."""\n\n'
            "from perenne.rules.french import typeset\n\n"
            "WRITE = typeset\n"
        ),
        CONTRACTS,
    ),
    Fault(
        "an app of the domain has a room of its own",
        "src/perenne/domain/clauses/services.py",
        written('"""Everything else."""\n\nHALF = 2\n'),
        CONTRACTS,
    ),
    Fault(
        "a file is called utils.py",
        "src/perenne/kit/utils.py",
        written('"""Everything else."""\n\nHALF = 2\n'),
        HOUSE,
    ),
    Fault(
        "a page touches a table",
        "src/perenne/web/desks/today/view.py",
        added(
            "\n\ndef everybody() -> int:\n"
            "    from django.contrib.auth import get_user_model  # noqa: PLC0415\n\n"
            "    return get_user_model().objects.count()\n"
        ),
        HOUSE,
    ),
    Fault(
        "an address opens a page that names no act",
        "src/perenne/web/site/urls.py",
        lambda old: replaced(
            "urlpatterns = [",
            'urlpatterns = [\n    path("secret/", lambda _request: HttpResponse()),',
        )(
            replaced("from django.urls", "from django.http import HttpResponse\nfrom django.urls")(
                old
            )
        ),
        HOUSE,
    ),
    Fault(
        "an address that the matrix of rights does not know",
        "src/perenne/web/site/urls.py",
        replaced(
            'path("", home, name="home"),',
            'path("", home, name="home"),\n    path("nulle-part/", home, name="nowhere"),',
        ),
        HOUSE,
    ),
    Fault(
        "a page names an act that no policy grants",
        "src/perenne/web/clauses/list/view.py",
        replaced('act="clause.view"', 'act="clause.gaze"'),
        HOUSE,
    ),
    Fault(
        "a policy that forgot an act",
        "src/perenne/domain/clauses/policy.py",
        replaced('"clause.calibrate"', '"clause.size"'),
        HOUSE,
    ),
    Fault(
        "a grant that lets the neighbour in",
        "src/perenne/domain/clauses/policy.py",
        replaced("Q(facilitator_id=actor.organisation_id)", "~Q(facilitator_id=None)"),
        HOUSE,
    ),
    Fault(
        "a lock names an address",
        "requirements/production.txt",
        added("--find-links https://packages.example/\n"),
        HOUSE,
    ),
    Fault(
        "a lock pins nothing",
        "requirements/production.txt",
        added("requests>=2\n"),
        HOUSE,
    ),
    Fault(
        "a template includes the folder of another page",
        "src/perenne/web/clauses/list/page.html",
        replaced("{% block main %}", '{% block main %}{% include "programming/show/row.html" %}'),
        HOUSE,
    ),
    Fault(
        "a style inside a page",
        "src/perenne/web/clauses/list/page.html",
        replaced("{% block main %}", '{% block main %}<p style="color: red">…</p>'),
        LINT,
    ),
    Fault(
        "a script inside a page",
        "src/perenne/web/clauses/list/page.html",
        replaced("{% block main %}", "{% block main %}<script>document.title = 1</script>"),
        HOUSE,
    ),
    Fault(
        "a function without types",
        "src/perenne/kit/paging.py",
        added("\n\ndef half(n):  # noqa: ANN001, ANN201\n    return n / 2\n"),
        TYPES,
    ),
    Fault(
        "a table without its migration",
        "src/perenne/kit/files/models.py",
        replaced("max_length=64", "max_length=65"),
        MIGRATIONS,
    ),
    Fault(
        "a task that nobody wrote",
        "src/perenne/domain/programming/actions/receiving.py",
        replaced('"programming.screen_programme"', '"programming.screen_everything"'),
        HOUSE,
    ),
    Fault(
        "a generated document that no longer says what the code says",
        "docs/permissions.md",
        replaced("yes", "·"),
        HOUSE,
    ),
)
