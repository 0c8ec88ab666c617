"""The outside world: what Parliament and GOV.UK publish, read into documents."""
