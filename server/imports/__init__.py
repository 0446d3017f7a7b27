"""A province's own lists from CSV or XLSX: looked at first, written whole or not at all, the same
file twice without harm, and taken back as a batch. Reads and checks rows; what a row means it
leaves to the packages below."""
