"""Where am I: a family says what happened and when, and sees where it stands. Nothing of it is stored."""
