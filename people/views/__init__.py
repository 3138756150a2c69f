"""The doorway pages of people: signing in and out, the first notice, invitations."""
