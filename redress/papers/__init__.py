"""Letters on paper and for editing: PDF and Word files made of the blocks of a letter."""

from redress.papers.letterhead import Letterhead, letterhead_of
from redress.papers.paper import Paper
from redress.papers.pdf import pdf, pictures
from redress.papers.word import docx

__all__ = ["Letterhead", "Paper", "docx", "letterhead_of", "pdf", "pictures"]
