/** A number in JSON as it is written: as a number type, an amount would lose digits. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
