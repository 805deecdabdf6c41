/** From and to, both included; a missing one bounds nothing. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}
