"""HTML pieces: template, parameters, examples and test of each together in one folder; and how a page is rendered."""
