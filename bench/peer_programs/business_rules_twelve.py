"""business-rules: the status of each of twelve limits, decided by five rules from days that are given to it."""

from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.variables import BaseVariables, boolean_rule_variable, numeric_rule_variable
from timed import TODAY, TWELVE, report


class Days(BaseVariables):
    def __init__(self, due: int, met: int | None, cancelled: int | None) -> None:
        self._due, self._met, self._cancelled = due, met, cancelled

    @numeric_rule_variable
    def days_late(self) -> int:
        return (self._met if self._met is not None else TODAY) - self._due

    @boolean_rule_variable
    def is_met(self) -> bool:
        return self._met is not None

    @boolean_rule_variable
    def is_cancelled(self) -> bool:
        return self._cancelled is not None


class Status(BaseActions):
    def __init__(self) -> None:
        self.found: list[str] = []


def _action(name: str) -> None:
    def say(self: Status) -> None:
        self.found.append(name)

    say.__name__ = name
    setattr(Status, name, rule_action()(say))


def _rule(status: str, cancelled: bool, met: bool | None = None, late: bool | None = None) -> dict[str, object]:
    conditions: list[dict[str, object]] = [{"name": "is_cancelled", "operator": "is_true" if cancelled else "is_false", "value": True}]
    if met is not None:
        conditions.append({"name": "is_met", "operator": "is_true" if met else "is_false", "value": True})
    if late is not None:
        conditions.append({"name": "days_late", "operator": "greater_than" if late else "less_than_or_equal_to", "value": 0})
    return {"conditions": {"all": conditions}, "actions": [{"name": status}]}


RULES = [
    _rule("cancelled", True), _rule("met", False, True, False), _rule("met_late", False, True, True),
    _rule("not_yet_due", False, False, False), _rule("overdue", False, False, True),
]
for _status in ("cancelled", "met", "met_late", "not_yet_due", "overdue"):
    _action(_status)


def twelve() -> list[str]:
    status = Status()
    for days in TWELVE:
        run_all(RULES, Days(*days), status, stop_on_first_trigger=True)
    return status.found


if __name__ == "__main__":
    assert len(twelve()) == len(TWELVE)
    report("business-rules", twelve, 1500)
