"""What honest people do: each step changes what is theirs and nothing else, and must be received.

A step that does not come about, because git finds a conflict in another's file or there is no such branch, pushes
nothing.
"""

from collections.abc import Callable

from tests.review.receiving.workshop import DEPARTMENTS, FILES, OF_REVIEWERS, REVIEWER, Branch, Workshop, list_of

Step = Callable[[Workshop], None]


def some(shop: Workshop, *, alone: bool = False) -> Branch | None:
    """Give some branch; one on which its owner works alone, where that is asked for."""
    found = [branch for branch in shop.branches if not (alone and branch.others)]
    return shop.random.choice(found) if found else None


def begin(shop: Workshop) -> None:
    """A department begins a branch, often from a main that is no longer the newest."""
    owner = shop.random.choice(DEPARTMENTS)
    shop.check_out(shop.random.choice(shop.mains()[:4]))
    shop.edit(list_of(owner))
    shop.commit(owner)
    branch = Branch(f"{owner}/{len(shop.pushes)}", owner, "")
    if shop.push("begin", owner, branch, is_honest=True):
        shop.branches.append(branch)


def go_on(shop: Workshop) -> None:
    """A department pushes more of its own to its branch."""
    if branch := some(shop):
        shop.check_out(branch.tip)
        shop.edit(list_of(branch.owner))
        shop.commit(branch.owner)
        shop.push("go on", branch.owner, branch, is_honest=True)


def take_main(shop: Workshop) -> None:
    """A department merges the newest main into its branch; in a conflict about its own list its own side stands."""
    if branch := some(shop):
        shop.check_out(branch.tip)
        if merged(shop, shop.main, branch.owner):
            shop.push("take main", branch.owner, branch, is_honest=True)


def merged(shop: Workshop, commit: str, by: str) -> bool:
    """Merge a commit into what is checked out, and say whether that went without touching what is another's."""
    if shop.does("merge", "--quiet", "--no-edit", commit):
        return True
    conflicts = set(shop.git("diff", "--name-only", "--diff-filter=U").splitlines())
    if conflicts != {list_of(by)}:
        shop.git("merge", "--abort")
        return False
    shop.git("checkout", "--quiet", "--ours", list_of(by))
    shop.commit(by)
    return True


def rebase(shop: Workshop) -> None:
    """A department moves its branch onto the newest main, and pushes by force."""
    if branch := some(shop):
        shop.check_out(branch.tip)
        if shop.does("rebase", "--quiet", shop.main):
            shop.push("rebase", branch.owner, branch, is_honest=True)
        else:
            shop.git("rebase", "--abort")


def amend(shop: Workshop) -> None:
    """A department does its last commit over again, and pushes by force."""
    branch = some(shop, alone=True)
    if branch and shop.git("log", "-1", "--format=%an %p", branch.tip).split()[:-1] == [branch.owner]:
        shop.check_out(branch.tip)
        shop.edit(list_of(branch.owner))
        shop.commit(branch.owner, "--amend")
        shop.push("amend", branch.owner, branch, is_honest=True)


def join(shop: Workshop) -> None:
    """Another department adds its own list to a branch, or a reviewer corrects a file of theirs on it."""
    if branch := some(shop):
        by = shop.random.choice([REVIEWER, *(one for one in DEPARTMENTS if one != branch.owner)])
        shop.check_out(branch.tip)
        shop.edit(shop.random.choice(OF_REVIEWERS) if by == REVIEWER else list_of(by))
        shop.commit(by)
        if shop.push("join", by, branch, is_honest=True):
            branch.others.add(by)


def review(shop: Workshop) -> None:
    """A reviewer merges a branch, or one as it was a moment ago, as a merge or as one commit."""
    if branch := some(shop):
        shop.check_out(shop.main)
        commit = shop.random.choice([branch.tip, branch.tip, f"{branch.tip}~1"])
        if shop.random.random() < 0.3:
            if not shop.does("merge", "--quiet", "--squash", commit):
                shop.git("reset", "--quiet", "--hard")
                return
            shop.commit(REVIEWER)
        elif not shop.does("merge", "--quiet", "--no-ff", "--no-edit", commit):
            shop.git("merge", "--abort")
            return
        shop.push("review", REVIEWER, None, is_honest=True)


def edit_main(shop: Workshop) -> None:
    """A reviewer changes any file of main."""
    shop.check_out(shop.main)
    shop.edit(shop.random.choice(FILES))
    shop.commit(REVIEWER)
    shop.push("edit main", REVIEWER, None, is_honest=True)


def hand_in(shop: Workshop) -> None:
    """A department brings its own branch into main by itself."""
    if branch := some(shop, alone=True):
        shop.check_out(shop.main)
        if merged(shop, branch.tip, branch.owner):
            shop.push("hand in", branch.owner, None, is_honest=True)


def put_away(shop: Workshop) -> None:
    """A department deletes its branch."""
    if (branch := some(shop, alone=True)) and len(shop.branches) > 1:
        shop.delete("put away", branch.owner, branch, is_honest=True)


HONEST: tuple[Step, ...] = (
    begin, begin, go_on, go_on, take_main, take_main, rebase, rebase, amend, join, join, review, edit_main, hand_in,
    put_away,
)  # fmt: skip
