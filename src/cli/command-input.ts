/** What a person typed after the command's name. Options are named as on the command line, without the dashes. */
export class CommandInput {
  readonly #arguments: readonly string[];
  readonly #options: ReadonlyMap<string, unknown>;
  readonly #declared: ReadonlySet<string>;

  constructor(args: readonly string[], options: ReadonlyMap<string, unknown>, declared: ReadonlySet<string>) {
    this.#arguments = args;
    this.#options = options;
    this.#declared = declared;
  }

  get arguments(): readonly string[] {
    return this.#arguments;
  }

  argument(index: number): string {
    const value = this.#arguments[index];
    if (value === undefined) throw new RangeError(`argument ${index} is not declared as required`);
    return value;
  }

  /** The value of an option; undefined where it was not given. */
  text(name: string): string | undefined {
    const value = this.#value(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** All values of a repeatable option, in order. */
  list(name: string): readonly string[] {
    const value = this.#value(name);
    return Array.isArray(value) ? value.map(String) : [];
  }

  flag(name: string): boolean {
    return this.#value(name) === true;
  }

  #value(name: string): unknown {
    if (!this.#declared.has(name)) throw new RangeError(`--${name} is not declared in commands.yaml`);
    return this.#options.get(name);
  }
}
