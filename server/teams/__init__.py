"""Organising bodies and their members, with dates; and from membership and areas, a person's
scope. Never looks at sessions."""
