"""Results as people and programs read them: tables, JSON, JSON Lines, CSV.

`records` makes plain values of models, `columns` says which fields they have, `form` chooses among the others.
"""
