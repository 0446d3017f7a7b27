"""Ways into a team: personal invitations and a team's standing one, and the requests that wait for
a leader's or an officer's yes. Never makes anybody more than a volunteer."""
