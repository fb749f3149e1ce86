from perenne.domain.directory.actions.describing import (
    Area,
    Offer,
    confirm_structure,
    describe_structure,
    hide_structure,
    show_structure,
)
from perenne.domain.directory.actions.enlisting import enlist, present_structure
from perenne.domain.directory.actions.importing import (
    Scope,
    SentStructures,
    apply_structures,
    drop_forgotten,
    drop_structures,
    receive_structures,
    try_structures,
)
from perenne.domain.directory.actions.keeping import (
    drop_list,
    make_list,
    rename_list,
    save_structure,
    take_out,
)

__all__ = [
    "Area",
    "Offer",
    "Scope",
    "SentStructures",
    "apply_structures",
    "confirm_structure",
    "describe_structure",
    "drop_forgotten",
    "drop_list",
    "drop_structures",
    "enlist",
    "hide_structure",
    "make_list",
    "present_structure",
    "receive_structures",
    "rename_list",
    "save_structure",
    "show_structure",
    "take_out",
    "try_structures",
]
