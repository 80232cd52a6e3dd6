"""The time limit calculator: pick a limit, give a date, see by when and how that was counted."""
