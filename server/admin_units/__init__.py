"""Administrative units as a history: dated names, codes and parents, and which unit became which.

Owns the register and every question about a day's map. Never looks at sessions or teams."""
