"""Handrail: something to hold on to for a family that children's social care has come to."""
