"""What somebody of the office has to do: numbers, each of which opens a list that is as long. Only
reads."""
