"""Why a site could not be built or published."""

from wudan.failure import Failure


class SiteError(Failure):
    """The site was not built; the one published before is untouched."""
