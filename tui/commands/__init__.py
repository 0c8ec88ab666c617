"""The commands, a room each. What is heavy is imported in the command that needs it, never at the top."""
