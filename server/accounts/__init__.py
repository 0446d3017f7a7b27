"""People and their sign-in: users, their areas, devices, one-time codes, limits on wrong tries.
Never decides what a role may do; that is `access`."""
