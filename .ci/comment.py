"""Writes what the review handed over as the one comment of a request; one written before is replaced.

    NUMBER=… HEAD=… MAIN=main WUDAN_COMMENT_TOKEN=… python3 .ci/comment.py github|gitlab FOLDER

It needs nothing but Python, so nothing that was installed runs beside the token. NUMBER and HEAD are what the forge
itself said of the request: what was handed over for another is not used.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from forge import FORGES, Forge, ForgeError
from handover import MARK, Handover, MisshapenError, read_handover


def main(arguments: list[str], environment: Mapping[str, str]) -> int:
    """Write the comment. Gives 0 when it stands or is not wanted any more, 1 when it was refused, 2 for wrong usage."""
    if len(arguments) != 2 or arguments[0] not in FORGES:
        print("用法：comment.py github|gitlab 文件夹。Usage: comment.py github|gitlab FOLDER.", file=sys.stderr)
        return 2
    if missing := [name for name in ("NUMBER", "HEAD", "MAIN", "WUDAN_COMMENT_TOKEN") if not environment.get(name)]:
        print(f"没有设置：{'、'.join(missing)}。Not set: {', '.join(missing)}.", file=sys.stderr)
        return 2
    try:
        handover = read_handover(Path(arguments[1]))
        _hold_to(environment, handover)
        print(_told(FORGES[arguments[0]](environment), handover))
    except (KeyError, TypeError):
        print("平台的回答少了应有的内容。The forge's answer lacks what belongs there.", file=sys.stderr)
    except (MisshapenError, ForgeError) as error:
        print(error, file=sys.stderr)
    else:
        return 0
    return 1


def _hold_to(environment: Mapping[str, str], handover: Handover) -> None:
    """Hold the handover against the request that the forge spoke of. Raises MisshapenError."""
    if (str(handover.number), handover.head) != (environment["NUMBER"], environment["HEAD"]):
        raise MisshapenError("它不是这次请求的。", "it belongs to another request.")


def _told(forge: Forge, handover: Handover) -> str:
    """Write, replace or take away the comment, and say in one line what was done. Raises ForgeError."""
    now = forge.request(handover.number)
    if not now.is_open or now.head != handover.head:
        return "请求已经更新或者关闭，没有写。The request was changed or closed; nothing was written."
    old = [number for number, text in forge.own_comments(handover.number) if text.startswith(MARK)]
    if not handover.comment:
        for number in old:
            forge.remove(handover.number, number)
        return "清单没有变化，没有要写的。The lists did not change; there is nothing to say."
    if old:
        forge.rewrite(handover.number, old[0], handover.comment)
        return "改写了以前的评论。The comment was rewritten."
    forge.write(handover.number, handover.comment)
    return "写了评论。The comment was written."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
