"""What PostgreSQL refuses at the last line, told in French."""

from contextlib import AbstractContextManager

from perenne.kit.last_line import telling

SAID = {
    "person_works_24_hours_a_day_at_most": (
        "Une personne dépasserait 24 h dans une journée, tous employeurs réunis : corrigez les "
        "jours."
    ),
    "person_works_744_hours_a_month_at_most": (
        "Une personne dépasserait 744 h dans le mois, tous employeurs réunis : corrigez les heures."
    ),
    "work_comes_after_the_green_light": (
        "Une embauche n’a pas le feu vert pour ce mois : demandez-le au facilitateur."
    ),
    "work_is_possible": "Une durée n’est pas possible dans un mois : corrigez-la.",
    "no_minute_is_counted_twice": (
        "Ces heures viennent d’être comptées ailleurs : rechargez la page."
    ),
    "validated_month_is_closed": (
        "Ce mois est validé, ou une ligne y est venue d’un autre : demandez une correction au "
        "facilitateur."
    ),
    "no_commitment_gets_more_than_it_owes": (
        "Un engagement recevrait plus d’heures qu’il n’en doit : rechargez la page."
    ),
    "globalisation_has_two_consents": (
        "Un des deux acheteurs refuse la globalisation : retirez la ligne."
    ),
    "globalisation_stays_in_its_limit": (
        "Un acheteur n’accepte pas autant d’heures venues d’autres marchés : écartez la "
        "proposition et demandez-en une nouvelle."
    ),
}


def told() -> AbstractContextManager[None]:
    return telling(SAID)
