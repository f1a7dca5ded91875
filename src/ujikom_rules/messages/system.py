"""Why the computer refuses a file, in both languages: systems answer in English."""

import errno
from collections.abc import Mapping

from ujikom_rules.messages.texts import Text

_REASONS: Mapping[int, str] = {
    errno.ENOENT: "foldernya tidak ada",
    errno.ENOTDIR: "sebagian dari jalurnya bukan folder",
    errno.EISDIR: "itu sebuah folder",
    errno.EEXIST: "nama itu sudah ada",
    errno.ENOSPC: "disk penuh",
    errno.EROFS: "disk hanya dapat dibaca",
    errno.EIO: "disk atau jaringan terganggu",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EINVAL: "namanya memuat tanda yang tidak boleh dipakai",
}


def reason_of(error: OSError | ValueError) -> Text:
    """Why something could not be read or written.

    Example:
        >>> reason_of(OSError(errno.ENOSPC, "No space left on device")).say("id")
        'disk penuh'
    """
    number = getattr(error, "errno", None)
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Text(_REASONS.get(number or 0, "sistem komputer menolak"), said)
