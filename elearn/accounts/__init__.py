"""Who somebody is here: devices, names and pictures, sign-in, sessions, seats."""
