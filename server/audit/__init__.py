"""The append-only log. Entries are written in the transaction of the change that they tell of;
never edited, never deleted. Sealing into a chain happens afterwards, so writers never queue."""
