"""Decorators moved below what they decorate, so that a mutation tool sees the functions bare.

`@cites(…)` above `def rule` becomes `rule = cites(…)(rule)` under it: the same program, in which
the body of a rule is no longer passed over because the rule is decorated. Caches are left out: what
they hold was computed before the faults.
"""

import libcst as cst

MOVED, LEFT_OUT = {"cites", "property"}, {"cache", "lru_cache"}


def undecorated(source: str) -> str:
    return cst.parse_module(source).visit(Mover()).code


class Mover(cst.CSTTransformer):
    def leave_FunctionDef(  # noqa: N802 - the name that libcst calls
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef | cst.FlattenSentinel[cst.BaseStatement]:
        decorators = updated_node.decorators
        if not decorators or not all(name_of(it) in MOVED | LEFT_OUT for it in decorators):
            return updated_node
        moved = [it for it in reversed(decorators) if name_of(it) in MOVED]
        below = [applied(it, updated_node.name.value) for it in moved]
        return cst.FlattenSentinel([updated_node.with_changes(decorators=()), *below])


def name_of(decorator: cst.Decorator) -> str:
    held = decorator.decorator
    if isinstance(held, cst.Call):
        held = held.func
    return held.value if isinstance(held, cst.Name) else ""


def applied(decorator: cst.Decorator, name: str) -> cst.SimpleStatementLine:
    call = cst.Call(decorator.decorator, [cst.Arg(cst.Name(name))])
    return cst.SimpleStatementLine([cst.Assign([cst.AssignTarget(cst.Name(name))], call)])
