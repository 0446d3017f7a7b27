"""`make bench`: what the design promises to hold, measured beside a bare Flask and driver."""
