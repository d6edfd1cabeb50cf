"""What comes from outside as a file: judged by its content, made harmless, kept under its digest.

Knows nothing of cases. A file is written to the shelf under a random name before anything is said
of it in the database; `redress.cases.files` ties it to a case.
"""
