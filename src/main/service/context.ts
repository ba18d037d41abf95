/** What every call brings along besides its input. */
export interface ServiceContext {
  /** In whose name it is made, as the audit trail shows it: `console`, `script`, `demo`. */
  readonly actor: string
}
