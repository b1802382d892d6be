"""Prints what the store holds after a crash, and what verification finds: `python -m tests.store.checker`."""

import json

from motcua.project.boot import boot


def main() -> None:
    boot()
    from motcua.ops import verify
    from motcua.project.wiring import INLINES
    from motcua.records import store

    heads = {}
    for province, pk in store.heads():
        kept, _ = store.read(province, pk)
        heads[kept.head.code] = kept.head.state.value
    found = [d.sentence for d in verify.everything(INLINES, store.heads())]
    print(json.dumps({"heads": heads, "differences": found}))


if __name__ == "__main__":
    main()
