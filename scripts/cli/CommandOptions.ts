/** What a command is given: texts, undefined where they were left out, and flags; --json is among those of every command. */
export type CommandOptions<Text extends string, Flag extends string = never> = Readonly<
  Record<Text, string | undefined>
> &
  Readonly<Record<Flag | "json", boolean>> & {
    /** Only of those that send. */
    readonly dryRun?: boolean;
    readonly calldata?: boolean;
    readonly safe?: string | undefined;
    /** Only of those whose act can be signed. */
    readonly sign?: string | undefined;
  };
