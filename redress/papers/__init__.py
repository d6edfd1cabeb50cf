"""Letters on paper and for editing: PDF and Word files made of the blocks of a letter.

`letters.issued(row, letter)` makes a `Paper`; `pdf.pdf(paper)` and `word.docx(paper)` its files.
"""
