"""Pages made of content: home, stages, time limits, people, rights, routes, words, questions, helplines, sources."""

COMPILED_TEXTS = "pages-3"
"""The name of the compiled file of what only pages need. A change in handrail.guide.pages.compile gives it the next number."""
