/** The documents that `npm run generate` makes from the code, with what they show. */
export const GENERATED_PAGES = ["docs/commands.md", "docs/roles.md", "docs/terms.md"];
