"""All rules, and the one way to run them."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from handrail.engine.check import (
    cases,
    days,
    helplines,
    ids,
    keys,
    limits,
    links,
    marks,
    reading,
    side_files,
    stages,
    terms,
)
from handrail.engine.check.finding import Finding
from handrail.engine.check.tree import Tree, read_tree

Rule = Callable[[Tree], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    ids.unreadable_files, ids.ids_of_the_wrong_form, ids.unknown_nations, ids.ids_that_stand_twice, ids.renamed_ids,
    keys.unknown_keys, keys.missing_keys, keys.wrong_shapes,
    links.ids_that_lead_nowhere, links.topics_that_lead_nowhere, links.markdown_links_that_lead_nowhere,
    links.sightings_that_are_not_listed, links.search_targets_that_lead_nowhere, links.events_that_nothing_uses,
    limits.duties_without_who_start_or_end, limits.windows_without_who_may_act, limits.windows_without_late,
    limits.local_practice_without_words, limits.units_that_do_not_fit,
    limits.numbers_out_of_range, limits.readings_that_share_an_id,
    cases.limits_without_cases, cases.unknown_case_keys, cases.dates_from_what_gives_none,
    days.days_that_do_not_exist, days.days_still_to_come, days.periods_not_in_a_row,
    marks.confirmed_from_general_knowledge, marks.ended_without_a_last_day, marks.reviews_by_no_job,
    stages.stages_that_cannot_be_reached, stages.stages_that_cannot_be_left, stages.headings_out_of_order,
    terms.initials_not_explained, terms.sections_not_explained,
    reading.sentences_too_long, reading.pages_too_hard,
    side_files.search_words_of_the_wrong_shape, side_files.nations_of_the_wrong_shape,
    side_files.legal_words_of_the_wrong_shape,
    helplines.phones_without_sources, helplines.numbers_of_nobody,
)


def check_content(content_dir: Path, today: date, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Hold a content folder to the rules.

    Args:
        content_dir: the folder.
        today: days after this one have not come yet.
        rules: all of them, unless only some are wanted.

    Returns:
        What was found, each thing once, by file and key; warnings among them.
    """
    tree = read_tree(content_dir, today)
    found = dict.fromkeys(finding for rule in rules for finding in rule(tree))
    return sorted(found, key=lambda finding: (finding.file, finding.key))
