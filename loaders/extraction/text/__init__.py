"""A text before anything is named in it: paragraphs, sentences, words and marks, and what its dates mean."""
