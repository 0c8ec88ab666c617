"""Which days of a source are read, when and for which registers, and can what came be trusted?"""
