"""What leaves as a file, made of plain values. Knows no Django and is usable by itself."""
