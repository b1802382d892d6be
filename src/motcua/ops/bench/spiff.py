"""SpiffWorkflow on the same server: nine human steps, its state read, completed and written back at each."""

from typing import Any
from uuid import UUID, uuid4

from django.db import connection

STEPS = 9
TABLE = "create table if not exists bench_spiff (id uuid primary key, state text not null)"
BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def source() -> str:
    """A straight process of human steps in BPMN."""
    nodes = "".join(f'<manualTask id="s{n}"/>' for n in range(STEPS))
    names = ["start", *(f"s{n}" for n in range(STEPS)), "end"]
    flows = "".join(
        f'<sequenceFlow id="f{n}" sourceRef="{a}" targetRef="{b}"/>'
        for n, (a, b) in enumerate(zip(names, names[1:], strict=False))
    )
    return (
        f'<definitions xmlns="{BPMN}" targetNamespace="bench"><process id="case" isExecutable="true">'
        f'<startEvent id="start"/>{nodes}<endEvent id="end"/>{flows}</process></definitions>'
    )


class Engine:
    """Parsed once; carries cases with their state in PostgreSQL."""

    def __init__(self) -> None:
        from SpiffWorkflow.bpmn import BpmnWorkflow
        from SpiffWorkflow.bpmn.parser import BpmnParser
        from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer

        parser = BpmnParser()
        parser.add_bpmn_str(source().encode())
        self.spec = parser.get_spec("case")
        self.workflow = BpmnWorkflow
        self.serializer = BpmnWorkflowSerializer()

    def carry(self, _: UUID, counter: int) -> None:
        pk = uuid4()
        case = self.workflow(self.spec)
        case.do_engine_steps()
        _write("insert into bench_spiff (state, id) values (%s, %s)", self.serializer.serialize_json(case), pk)
        for _step in range(STEPS):
            case = self.serializer.deserialize_json(_read(pk))
            self._complete(case)
            _write("update bench_spiff set state = %s where id = %s", self.serializer.serialize_json(case), pk)
        if not case.is_completed():
            raise RuntimeError("the case did not reach its end")

    def _complete(self, case: Any) -> None:
        case.get_next_task(manual=True, state=_ready()).run()
        case.do_engine_steps()


def _ready() -> int:
    from SpiffWorkflow.util.task import TaskState

    return int(TaskState.READY)


def _read(pk: UUID) -> str:
    with connection.cursor() as c:
        c.execute("select state from bench_spiff where id = %s", [pk])
        return str(c.fetchone()[0])


def _write(sql: str, state: str, pk: UUID) -> None:
    with connection.cursor() as c:
        c.execute(sql, [state, pk])
