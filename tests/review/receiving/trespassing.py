"""What somebody does who wants to get past the gate: each step changes what is another's, and must be refused.

A step that would come to nothing pushes nothing: there must be something of another's that is changed in the end.
"""

from collections.abc import Callable

from tests.review.receiving.honest import merged, some
from tests.review.receiving.workshop import DEPARTMENTS, FILES, REVIEWER, Branch, Workshop, list_of

Step = Callable[[Workshop], None]


def others_file(shop: Workshop, owner: str) -> str:
    return shop.random.choice([path for path in FILES if path != list_of(owner)])


def refused(shop: Workshop, what: str, by: str, branch: Branch | None) -> None:
    shop.push(what, by, branch, is_honest=False)


def shared(shop: Workshop) -> Branch | None:
    """Give some branch on which others than its owner have something that main never had."""
    found = [branch for branch in shop.branches if any(True for _ in shop.unmerged(branch))]
    return shop.random.choice(found) if found else None


def edit_others(shop: Workshop) -> None:
    """Change another's file, beside something of one's own."""
    if branch := some(shop):
        shop.check_out(branch.tip)
        shop.edit(list_of(branch.owner))
        shop.edit(others_file(shop, branch.owner))
        shop.commit(branch.owner)
        refused(shop, "edit others'", branch.owner, branch)


def delete_others(shop: Workshop) -> None:
    """Delete another's file."""
    if branch := some(shop):
        shop.check_out(branch.tip)
        (shop.yard / others_file(shop, branch.owner)).unlink()
        shop.commit(branch.owner)
        refused(shop, "delete others'", branch.owner, branch)


def add_outside(shop: Workshop) -> None:
    """Add a file where nobody looks: outside the catalog, or in a list folder under a name that no reader lists."""
    owner = shop.random.choice(DEPARTMENTS)
    path = shop.random.choice(["mkdocs.yml", "catalog/CODEOWNERS", f"catalog/approvals/.{owner}.yml", ".github/x.yml"])
    shop.check_out(shop.main)
    (shop.yard / path).parent.mkdir(exist_ok=True)
    (shop.yard / path).write_text("[]\n", encoding="utf-8")
    shop.commit(owner)
    refused(shop, "add outside", owner, Branch(f"{owner}/new", owner, ""))


def change_mode(shop: Workshop) -> None:
    """Make another's file executable."""
    if branch := some(shop):
        shop.check_out(branch.tip)
        shop.git("update-index", "--chmod=+x", others_file(shop, branch.owner))
        shop.git("commit", "--quiet", "-m", "mode")
        shop.push("change mode", branch.owner, branch, is_honest=False)
        shop.git("reset", "--quiet", "--hard")


def merge_in_name_only(shop: Workshop) -> None:
    """Merge main and keep the old files: what main did since would be undone by the next merge into it."""
    branch = some(shop)
    if branch and _missed(shop, branch):
        shop.check_out(branch.tip)
        shop.git("merge", "--quiet", "--no-edit", "--strategy=ours", shop.main)
        refused(shop, "merge in name only", branch.owner, branch)


def _missed(shop: Workshop, branch: Branch) -> set[str]:
    """Give the files of others that main has changed since a branch left it, and that the branch has as they were."""
    base = shop.merge_base(branch.tip)
    changed = shop.changed(base, shop.main) - {list_of(branch.owner)}
    return changed - shop.changed(base, branch.tip)


def put_back(shop: Workshop) -> None:
    """Merge main rightly, and put another's file back to what it was before."""
    branch = some(shop)
    missed = _missed(shop, branch) if branch else set()
    if branch and missed:
        base = shop.merge_base(branch.tip)
        shop.check_out(branch.tip)
        if merged(shop, shop.main, branch.owner):
            shop.git("checkout", "--quiet", base, "--", shop.random.choice(sorted(missed)))
            shop.commit(branch.owner)
            refused(shop, "put back", branch.owner, branch)


def evil_merge(shop: Workshop) -> None:
    """Hide a change of another's file in a merge of main."""
    if branch := some(shop):
        shop.check_out(branch.tip)
        if merged(shop, shop.main, branch.owner):
            shop.edit(others_file(shop, branch.owner))
            shop.commit(branch.owner, *(["--amend"] if shop.git("rev-parse", "HEAD") != branch.tip else []))
            refused(shop, "evil merge", branch.owner, branch)


def evil_rebase(shop: Workshop) -> None:
    """Hide a change of another's file in a rebase."""
    if branch := some(shop):
        shop.check_out(branch.tip)
        if not shop.does("rebase", "--quiet", shop.main):
            shop.git("rebase", "--abort")
            return
        shop.edit(others_file(shop, branch.owner))
        shop.commit(branch.owner)
        refused(shop, "evil rebase", branch.owner, branch)


def drop_others(shop: Workshop) -> None:
    """Push by force a branch on which others have worked, without their work."""
    if branch := shared(shop):
        shop.check_out(shop.main)
        shop.edit(list_of(branch.owner))
        shop.commit(branch.owner)
        refused(shop, "drop others'", branch.owner, branch)


def revert_others(shop: Workshop) -> None:
    """Undo on a branch what another has done there."""
    if branch := shared(shop):
        path = next(shop.unmerged(branch))
        shop.check_out(branch.tip)
        shop.git("checkout", "--quiet", shop.merge_base(branch.tip), "--", path)
        shop.commit(branch.owner)
        refused(shop, "revert others'", branch.owner, branch)


def delete_branch(shop: Workshop) -> None:
    """Delete a branch on which another has something that main never had."""
    branch = some(shop)
    content = shop.content(branch.tip, list_of(branch.owner)) if branch else ""
    if branch and not shop.was_in_main(content):
        by = shop.random.choice([one for one in DEPARTMENTS if one != branch.owner])
        shop.delete("delete branch", by, branch, is_honest=False)


def bring_anothers_branch(shop: Workshop) -> None:
    """Merge another's branch, which no reviewer has seen, into main or into a branch of one's own."""
    one, other = some(shop), some(shop, alone=True)
    if not one or not other or one.owner == other.owner:
        return
    to_main = shop.random.random() < 0.5
    shop.check_out(shop.main if to_main else one.tip)
    path = list_of(other.owner)
    known = {shop.content(commit, path) for commit in (shop.main, one.tip, shop.merge_base(one.tip))}
    if not merged(shop, other.tip, one.owner):
        return
    content = shop.content("HEAD", path)
    if content not in known and not shop.was_in_main(content):
        refused(shop, "bring another's branch", one.owner, None if to_main else one)


def rewind_main(shop: Workshop) -> None:
    """Take commits from main, with something of one's own in their place."""
    mains = shop.mains()
    if len(mains) > 1:
        owner = shop.random.choice(DEPARTMENTS)
        shop.check_out(mains[1])
        shop.edit(list_of(owner))
        shop.commit(owner)
        refused(shop, "rewind main", owner, None)


def take_the_catalog_away(shop: Workshop) -> None:
    """Take the catalog away, whoever does it."""
    by = shop.random.choice([REVIEWER, *DEPARTMENTS])
    shop.check_out(shop.main)
    shop.git("mv", "catalog", "katalog")
    shop.commit(by)
    refused(shop, "take the catalog away", by, shop.random.choice([None, Branch("new", by, "")]))


TRESPASSES: tuple[Step, ...] = (
    edit_others, delete_others, add_outside, change_mode, merge_in_name_only, put_back, evil_merge, evil_rebase,
    drop_others, revert_others, delete_branch, bring_anothers_branch, rewind_main, take_the_catalog_away,
)  # fmt: skip
