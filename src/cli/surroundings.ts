/** What surrounds the program: the process, or a test's stand-in. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
  /** What the process does for a command that will read and compute, and not for help. */
  readonly beforeWork?: () => Promise<void>;
}
