"""The named steps that lead from an empty database to today's tables."""
