"""Find anything by what people have at hand: a receipt's code, a place by its old or new name, a
team, a phone, a name without accents. Only within the reader's scope, and only reads."""
