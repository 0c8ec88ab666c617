"""What happens in a pass: a source is read, compared, judged and recorded; and what commands and screens ask for."""
