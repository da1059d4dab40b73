"""What the spec has to satisfy before anything is made from it: one idea per module, each a function that
takes the spec and yields what is wrong with it."""
