"""Who did what to whom: the verbs of `tables/act_verbs.tsv`, with agent, recipient, object, day and place."""
