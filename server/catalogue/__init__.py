"""What people are taught and how: services, session types, audiences, reasons, partners, venues,
and every limit that a form checks. Codes and how they count are code; words, dates, defaults and
order are data."""
