"""Say whether words can be the job of a person who read a page. A name is never kept; that it is none, only a reader can tell."""

import re

LONGEST_JOB = 60
WHAT_A_JOB_IS = f"the job in 2 to {LONGEST_JOB} letters, such as 'conference chair': no name, number or address"

_JOB = re.compile(r"[^\W\d_](?:[^\W\d_]|[ ,'’()/&-]){1,59}")
_BEFORE_A_NAME = re.compile(r"\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|cllr)\b", re.IGNORECASE)


def is_job(words: object) -> bool:
    """Say whether words have the form of a job: letters, not long, with nothing before them that stands before a name."""
    return isinstance(words, str) and bool(_JOB.fullmatch(words)) and words == words.strip() and not _BEFORE_A_NAME.search(words)
