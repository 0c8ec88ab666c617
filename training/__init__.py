"""How are the weights made by which claims and relations are told? From labelled sets, and the same every time."""
