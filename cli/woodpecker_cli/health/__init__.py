"""`woodpecker mailboxes health`: what is wrong with the mailboxes of each client.

`findings` says what can be found, `rows` finds it in what the API returned, `collect` reads the accounts, `report`
counts, and `page` makes a page of it for a browser.
"""
