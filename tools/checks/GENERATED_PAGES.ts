/** The documents that `npm run generate` makes from the code, with what they show. */
export const GENERATED_PAGES = ["commands", "gas", "roles", "terms"].map(
  (name) => `docs/${name}.md`,
);
