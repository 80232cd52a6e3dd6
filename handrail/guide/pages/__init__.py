"""Pages made of content: home, stages, time limits, people, rights, routes, words, questions, helplines, sources."""
