"""The occasions that a release reports or announces: what, when, where, who organizes them and takes part.

Here stand the phrases that name an occasion, and which of them speak of one; `verbs` has occasions that no
noun names, `setting` when and where they take place, `organizers` and `participants` who is concerned.
"""
