/*
 * As much of DuckDB as the bench uses. The package is not among the project's own: a lock file that names it can't be
 * installed from where one of its platforms' packages is missing. `npm install --no-save @duckdb/node-api@1.5.6-r.1` brings it.
 */
declare module '@duckdb/node-api' {
  interface DuckDBConnection {
    run(sql: string): Promise<unknown>;
    runAndReadAll(sql: string): Promise<{ getRows(): (string | number)[][] }>;
    closeSync(): void;
  }

  export class DuckDBInstance {
    static create(file: string | undefined, options?: Record<string, string>): Promise<DuckDBInstance>;
    connect(): Promise<DuckDBConnection>;
    closeSync(): void;
  }
}
