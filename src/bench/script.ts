/** What a bare server says, word for word; it decides nothing and stores nothing. */
export interface Script {
  /** To a connection that first says "watch", and to any other. */
  readonly greeting: { readonly watch: string; readonly work: string };
  /** To an asker: in turn for its first ask, its second … and again from the start. */
  readonly answers: readonly string[];
  /** So many asks fill a batch: both groups are told, then each asker is answered. */
  readonly batch: number;
  /** Told with the first batch, the second … and again from the start; null tells nothing. */
  readonly toWorking: readonly (string | null)[];
  readonly toWatching: readonly (string | null)[];
}
