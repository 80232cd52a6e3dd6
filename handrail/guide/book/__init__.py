"""The guide as one book: which pages, in which order, and each page made fit for paper."""
