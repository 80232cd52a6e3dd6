"""SpiffWorkflow: one workflow of twelve tasks side by side, each given its days, run to its end for one case.

No timers, which would cost it more: a task decides its status in plain Python.
"""

from SpiffWorkflow import Workflow
from SpiffWorkflow.specs import Simple, WorkflowSpec
from timed import TODAY, TWELVE, report


def _status(due: int, met: int | None, cancelled: int | None) -> str:
    if cancelled is not None:
        return "cancelled"
    day = TODAY if met is None else met
    return ("not-yet-due" if day <= due else "overdue") if met is None else ("met" if day <= due else "met-late")


class Limit(Simple):
    def __init__(self, spec: WorkflowSpec, name: str, days: tuple[int, int | None, int | None]) -> None:
        super().__init__(spec, name)
        self.days = days

    def _run_hook(self, my_task: object) -> bool:
        my_task.data["status"] = _status(*self.days)  # type: ignore[attr-defined]
        return True


def _spec() -> WorkflowSpec:
    spec = WorkflowSpec("twelve limits", addstart=True)
    for number, days in enumerate(TWELVE):
        spec.start.connect(Limit(spec, f"limit {number}", days))
    return spec


SPEC = _spec()


def twelve() -> list[str]:
    workflow = Workflow(SPEC)
    workflow.run_all()
    return [task.data["status"] for task in workflow.get_tasks() if "status" in task.data and task.task_spec.name.startswith("limit")]


if __name__ == "__main__":
    assert len(twelve()) == len(TWELVE), twelve()
    report("SpiffWorkflow", twelve, 200)
