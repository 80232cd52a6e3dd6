"""What a rule finds: file, key, what was found, what is allowed."""

from typing import NamedTuple

FORMAT_PAGE = "docs/explain/map-format.md"


class Finding(NamedTuple):
    """One thing to put right, or (a warning) to think about."""

    file: str
    key: str
    found: str
    allowed: str
    is_warning: bool = False

    def __str__(self) -> str:
        """Give the line that a contributor reads."""
        level = "warning: " if self.is_warning else ""
        key = f"{self.key}: " if self.key else ""
        return f"{level}{self.file}: {key}found {self.found}; allowed: {self.allowed} ({FORMAT_PAGE})"
