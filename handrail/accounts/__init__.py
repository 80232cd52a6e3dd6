"""Sign-in, sessions and recovery. So far only the user model, which must stand before the first migration."""
