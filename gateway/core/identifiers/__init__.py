"""Numbers that name a person or an account: tables of rows, and the finding of them in a sentence.

row.py                  what one row says
checks.py               the arithmetic: python-stdnum, and what it does not have
payment_card.py ...     the rows of one kind each
plain.py                a sentence made ready: dates, addresses and links taken out
find.py                 the search; which word stands nearest decides what a number is
phones.py               telephone numbers, which are no identifiers
masked.py               a text whose long numbers cannot be read
"""
