"""What a clause settles beside its volume, between its columns and the words of the rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perenne.domain.clauses.models import Clause
from perenne.rules.calibration import Recalculation, Scheme
from perenne.rules.criterion import CriterionGrid, Entry, SubCriterionCode, default_grid
from perenne.rules.deadlines import Monitoring, Rhythm
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import Bracket, Formula, Tariff
from perenne.rules.wording import Ccag, Globalisation, Publics, ReservedTo
from perenne.values import Euros, Hours, Share

AS_USUAL = Monitoring()


@dataclass(frozen=True, slots=True)
class Terms:
    """`basis` None until it is chosen. `penalty`: for the hours not done; `late_day` and `absence`
    beside it. `requirements`: quantities by the codes of `rules.quality`.
    """

    basis: LegalBasis | None
    ccag: Ccag | None
    publics: Publics
    globalisation: Globalisation
    penalty: Tariff | None = None
    monitoring: Monitoring = AS_USUAL
    ccap_article: int = 10
    reserved_to: ReservedTo | None = None
    criterion_weight: Share | None = None
    globalisation_cap: Share | None = None
    consent_function: str = ""
    late_day: Euros | None = None
    absence: Euros | None = None
    requirements: Mapping[str, int] = field(default_factory=dict)


def terms_in(row: Clause) -> Terms:
    """One query for the requirements, none when they were fetched with the row."""
    return Terms(
        basis=LegalBasis(row.basis) if row.basis else None,
        ccag=Ccag(row.ccag) if row.ccag else None,
        publics=Publics(row.publics),
        globalisation=Globalisation(row.globalisation),
        penalty=tariff_in(row),
        monitoring=Monitoring(
            row.statement_day,
            Rhythm(row.statement_rhythm),
            row.first_contact_days,
            row.kick_off_days,
            row.review_months,
            row.assessment_months,
            row.final_assessment_months,
            row.formal_notice_days,
            row.entitlement_months,
        ),
        ccap_article=row.ccap_article,
        reserved_to=ReservedTo(row.reserved_to) if row.reserved_to else None,
        criterion_weight=_share(row.criterion_weight_bp),
        globalisation_cap=_share(row.globalisation_cap_bp),
        consent_function=row.consent_function,
        late_day=Euros.known(row.late_day_cents),
        absence=Euros.known(row.absence_cents),
        requirements={one.kind: one.quantity for one in row.requirements.all()} if row.pk else {},
    )


def tariff_in(row: Clause) -> Tariff | None:
    """What an hour not done costs; None where the clause writes nothing."""
    brackets = tuple(Bracket(_share(bound), Share(times)) for bound, times in row.penalty_brackets)
    tariff = Tariff(
        formula=Formula(row.penalty_formula),
        rate=Euros.known(row.penalty_cents),
        times=_share(row.penalty_times_bp),
        part=_share(row.penalty_part_bp),
        brackets=brackets,
        cap=_share(row.penalty_cap_bp),
        under_ccag=bool(row.ccag),
    )
    says_something = tariff.rate is not None or tariff.times or tariff.part
    return tariff if says_something else None


def write_terms(row: Clause, terms: Terms) -> None:
    """Into the columns; requirements have their own table."""
    held, tariff = terms.monitoring, terms.penalty or Tariff(formula=Formula.PER_HOUR)
    row.basis, row.ccag = terms.basis or "", terms.ccag or ""
    row.publics, row.globalisation = terms.publics, terms.globalisation
    row.globalisation_cap_bp = _bp(terms.globalisation_cap)
    row.consent_function = terms.consent_function.strip()[:120]
    row.reserved_to = terms.reserved_to or ""
    row.criterion_weight_bp = _bp(terms.criterion_weight)
    row.ccap_article = terms.ccap_article
    row.penalty_formula, row.penalty_cents = tariff.formula, _cents(tariff.rate)
    row.penalty_times_bp, row.penalty_part_bp = _bp(tariff.times), _bp(tariff.part)
    row.penalty_brackets = [[_bp(one.up_to), one.times.basis_points] for one in tariff.brackets]
    row.penalty_cap_bp = _bp(tariff.cap)
    row.late_day_cents, row.absence_cents = _cents(terms.late_day), _cents(terms.absence)
    row.statement_day, row.statement_rhythm = held.statement_day, held.rhythm
    row.first_contact_days, row.kick_off_days = held.first_contact_days, held.kick_off_days
    row.review_months, row.assessment_months = held.review_months, held.assessment_months
    row.final_assessment_months = held.final_assessment_months
    row.formal_notice_days = held.formal_notice_days
    row.entitlement_months = held.entitlement_months


def scheme_in(row: Clause) -> Scheme | None:
    if row.step_cents is None or row.step_minutes is None:
        return None
    return Scheme(
        Euros(row.step_cents), Hours(row.step_minutes), Euros(row.trigger_cents), row.by_whole_steps
    )


def recalculation_in(row: Clause) -> Recalculation:
    return Recalculation(row.recalculation)


def grid_in(row: Clause) -> CriterionGrid:
    """The usual grid until the clause has its own."""
    if not row.criterion:
        return default_grid()
    return CriterionGrid(
        tuple(
            Entry(SubCriterionCode(one["code"]), one["points"], one.get("label", ""))
            for one in row.criterion
        )
    )


def _share(basis_points: int | None) -> Share | None:
    return None if basis_points is None else Share(basis_points)


def _bp(share: Share | None) -> int | None:
    return None if share is None else share.basis_points


def _cents(amount: Euros | None) -> int | None:
    return None if amount is None else amount.cents
