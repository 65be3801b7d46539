/** The most letters of a row in text. One that is longer is none: a quote or a line end is missing, and all memory would go to it. */
export const LONGEST_ROW = 2 ** 24;
