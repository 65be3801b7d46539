import schema from "../../schema/terms.schema.json" with { type: "json" };
import { table } from "./table.ts";

/** The parts of JSON Schema that the terms' schema uses. */
interface Schema {
  readonly description?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

const ROOT: Schema = schema;
const DEFINITIONS: Readonly<Record<string, Schema>> = schema.$defs;

/** What has fields of its own gets a section of its own. */
const TITLES: Readonly<Record<string, string>> = {
  role: "A role",
  standingLine: "A standing line",
  outcome: "An outcome",
  graduation: "A graduation",
  milestone: "A milestone",
};

/** What many fields are, told once. */
const VALUES: readonly string[] = [
  "percentage",
  "amounts",
  "amount",
  "multiple",
  "time",
  "duration",
  "address",
  "name",
  "kind",
];

/** Every field of a terms file in Markdown. */
export function showReference(): string {
  const sections = Object.entries(TITLES).map(([name, title]) => {
    const definition = DEFINITIONS[name];
    if (definition === undefined) throw new Error(`The schema has no ${name}.`);
    return `### ${title}\n\n${sentence(definition.description)}\n\n${showFields(definition)}`;
  });
  const values = VALUES.map((name) => [name, DEFINITIONS[name]?.description ?? ""]);
  return [
    "### The file",
    sentence(ROOT.description),
    showFields(ROOT),
    ...sections,
    "### Values",
    table(["value", "is"], values),
  ].join("\n\n");
}

function showFields(object: Schema): string {
  return table(["field", "value", "what it is"], rowsOf(object, ""));
}

/** A row for each field, and for those of an object that stands nowhere else. */
function rowsOf({ properties = {}, required = [] }: Schema, prefix: string): string[][] {
  return Object.entries(properties)
    .filter(([name]) => name !== "$schema")
    .flatMap(([name, field]) => {
      const path = `${prefix}${name}`;
      const isNeeded = required.includes(name);
      const row = [`\`${path}\`${isNeeded ? " (needed)" : ""}`, showValue(field), purposeOf(field)];
      return [row, ...(field.properties === undefined ? [] : rowsOf(field, `${path}.`))];
    });
}

/** What the field is for: in its own words, else in those of what it refers to. */
function purposeOf(field: Schema): string {
  if (field.description !== undefined) return sentence(field.description);
  const of = definitionOf(field)?.description;
  return of === undefined || isOfValue(of) ? "" : of;
}

/** What can stand there. */
function showValue(field: Schema): string {
  const name = nameOf(field);
  if (name !== undefined) return showNamed(name);
  if (field.enum !== undefined) return field.enum.map((one) => `\`"${one}"\``).join(" or ");
  if (field.items !== undefined) {
    const { description } = field.items;
    const item = description ?? showValue(field.items);
    return `a list: ${item}`;
  }
  if (typeof field.additionalProperties === "object") {
    return `by name: ${showValue(field.additionalProperties)}`;
  }
  return showPlain(field);
}

function showNamed(name: string): string {
  const title = TITLES[name];
  if (title !== undefined) return `[${title.toLowerCase()}](#${anchor(title)})`;
  if (VALUES.includes(name)) return `[${name}](#values)`;
  const { description = "", ...definition } = DEFINITIONS[name] ?? {};
  return isOfValue(description) ? description : showValue(definition);
}

function showPlain({ type, minimum, maximum }: Schema): string {
  if (type === "integer") {
    const most = maximum === undefined ? " on" : ` to ${maximum.toLocaleString("en")}`;
    return `a whole number from ${minimum ?? 0}${most}`;
  }
  if (type === "boolean") return "`true` or `false`";
  return type === "object" ? "" : "text";
}

function definitionOf(field: Schema): Schema | undefined {
  const name = nameOf(field);
  return name === undefined ? undefined : DEFINITIONS[name];
}

function nameOf({ $ref }: Schema): string | undefined {
  return $ref?.split("/").at(-1);
}

function anchor(title: string): string {
  return title.toLowerCase().replaceAll(" ", "-");
}

/** Descriptions of values begin small or with a quote; those of fields say what the field is for. */
function isOfValue(description: string): boolean {
  return /^[a-z"]/.test(description);
}

function sentence(text = ""): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return whole.endsWith(".") ? whole : `${whole}.`;
}
