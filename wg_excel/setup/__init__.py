"""Set the program up on a user's computer, take it away again, and pack it for a computer without internet."""
