"""The events of a contract that are recorded by one small form each: a table."""

from collections.abc import Callable
from dataclasses import dataclass

from perenne.domain.procurement import actions
from perenne.domain.procurement.queries import ContractCard
from perenne.domain.procurement.states import PartyRole
from perenne.web.procurement.act import forms
from perenne.web.procurement.act.forms import ActForm


@dataclass(frozen=True, slots=True)
class ContractAct:
    """`name` and `slug`: its address. `makes_sense`: there is something to do it with."""

    act: str
    name: str
    slug: str
    title: str
    form: type[ActForm]
    action: Callable[..., object]
    done: str
    makes_sense: Callable[[ContractCard], bool] = lambda _contract: True


ACTS = (
    ContractAct(
        "contract.amend", "amend", "avenant", "Avenant", forms.AmendForm,
        actions.amend_contract, "L’avenant est enregistré.",
    ),
    ContractAct(
        "contract.renew", "renew", "reconduction", "Reconduction", forms.RenewForm,
        actions.renew_contract, "La décision sur la reconduction est enregistrée.",
        lambda contract: len(contract.facts.decided) < contract.facts.renewals,
    ),
    ContractAct(
        "contract.suspend", "suspend", "suspension", "Suspension", forms.SuspendForm,
        actions.suspend_contract, "La suspension est enregistrée.",
    ),
    ContractAct(
        "contract.resume", "resume", "reprise", "Reprise", forms.ResumeForm,
        actions.resume_contract, "La reprise est enregistrée.",
        lambda contract: any(one.until is None for one in contract.facts.suspensions),
    ),
    ContractAct(
        "contract.declare_phase", "declare_phase", "tranche", "Nouvelle tranche", forms.PhaseForm,
        actions.declare_phase, "La tranche est déclarée.",
    ),
    ContractAct(
        "contract.affirm_phase", "affirm_phase", "affermissement", "Affermissement d’une tranche",
        forms.AffirmForm, actions.affirm_phase, "La tranche est affermie.",
        lambda contract: any(one.may_be_affirmed for one in contract.facts.phases),
    ),
    ContractAct(
        "contract.order", "order", "bon-de-commande", "Bon de commande", forms.OrderForm,
        actions.place_order, "Le bon de commande est enregistré.",
    ),
    ContractAct(
        "contract.invoice", "invoice", "facture", "Facture ou avoir", forms.InvoiceForm,
        actions.record_invoice, "La facture est enregistrée.",
        lambda contract: any(one.closed_on is None for one in contract.facts.call_offs),
    ),
    ContractAct(
        "contract.close_order", "close_order", "solde", "Solde d’un bon de commande",
        forms.CloseOrderForm, actions.close_order, "Le bon de commande est soldé.",
        lambda contract: any(one.closed_on is None for one in contract.facts.call_offs),
    ),
    ContractAct(
        "contract.enrol", "enrol_subcontractor", "sous-traitant", "Sous-traitant",
        forms.SubcontractorForm, actions.enrol_subcontractor, "Le sous-traitant est ajouté.",
        lambda contract: bool(contract.parties),
    ),
    ContractAct(
        "contract.enrol", "enrol_co_contractor", "cotraitant", "Cotraitant", forms.PartyForm,
        actions.enrol_co_contractor, "Le cotraitant est ajouté.", forms.is_consortium,
    ),
    ContractAct(
        "contract.remove_party", "remove_party", "depart", "Départ d’une entreprise",
        forms.RemoveForm, actions.remove_party, "Le départ est enregistré.",
        lambda contract: any(
            one.until is None and one.role is not PartyRole.LEAD for one in contract.parties
        ),
    ),
    ContractAct(
        "contract.link_party", "link_party", "relier", "Relier une entreprise à son espace",
        forms.LinkForm, actions.link_party, "L’entreprise est reliée à son espace.",
        lambda contract: bool(forms.unlinked(contract)),
    ),
    ContractAct(
        "contract.invite_party", "invite_party", "inviter", "Inviter une entreprise",
        forms.InviteForm, actions.invite_party, "L’invitation est partie.",
        lambda contract: bool(forms.unlinked(contract)),
    ),
    ContractAct(
        "contract.terminate", "terminate", "resiliation", "Résiliation", forms.TerminateForm,
        actions.terminate_contract, "La résiliation est enregistrée.",
    ),
)  # fmt: skip
