"""The evidence pack: the whole record of a case as one file for the Ombudsman (Code 5.12).

`pack.make` writes it; `index` says what is in it and what is not.
"""
