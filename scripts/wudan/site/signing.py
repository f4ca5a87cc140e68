"""Signing a site: its manifest, and by it every file and the edition that the site shows."""

from datetime import date
from pathlib import Path

from wudan.review.signing import sign_allowed
from wudan.site.edition import Edition
from wudan.site.engine.manifest import MANIFEST, MANIFEST_SIGNATURE, SITE_NAMESPACE
from wudan.site.error import SiteError


def sign_site(folder: Path, edition: Edition, key: Path) -> None:
    """Sign the manifest of a staged site, by a key that the catalog allows to sign sites today.

    Raises SiteError for a preview, SigningError for a key that will not do, KeygenError without ssh-keygen, OSError.
    """
    if edition.is_preview:
        raise SiteError("预览没有经过批准，不签名。请去掉 --sign。", "A preview is not signed; leave --sign out.")
    manifest = (folder / MANIFEST).read_bytes()
    signature = sign_allowed(edition.catalog, key, manifest, SITE_NAMESPACE, date.today().isoformat())
    (folder / MANIFEST_SIGNATURE).write_bytes(signature)
