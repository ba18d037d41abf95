/** What became of a CALL. Only `answered` carries a payload, and that has been checked against the schema. */
export type CallOutcome<T extends object = object> =
  | { readonly kind: 'answered'; readonly payload: T }
  | { readonly kind: 'error'; readonly code: string; readonly description: string; readonly details: object }
  /** The server answered, but with something the schema does not allow. */
  | { readonly kind: 'invalid'; readonly problems: readonly string[] }
  | { readonly kind: 'timeout' }
  /** There was no link, or it broke before the answer came. */
  | { readonly kind: 'offline' }
