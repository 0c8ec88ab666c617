"""What of English must be known to say that a promised thing is told as done? One place for it, and one door."""
