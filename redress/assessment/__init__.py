"""The self-assessment against the Code: answers with evidence, held against the cases."""
