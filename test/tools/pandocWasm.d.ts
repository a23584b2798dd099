declare module 'pandoc-wasm' {
  interface Warning {
    readonly verbosity: string;
    readonly pretty?: string;
  }
  /** Runs pandoc with the options of a defaults file. */
  export function convert(
    options: Readonly<Record<string, unknown>>,
    stdin: string,
    files: Record<string, string>,
  ): Promise<{ readonly stdout: string; readonly stderr: string; readonly warnings: readonly Warning[] }>;
}
