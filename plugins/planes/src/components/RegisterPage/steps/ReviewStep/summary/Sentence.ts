/** A part of a sentence: words, or the name of something, which stands out. */
export type SentencePart = string | { readonly name: string };

/** A sentence in parts. */
export type Sentence = readonly SentencePart[];
