import type { ApiScope } from '@shared/contract/apiTokens'

/** What every call brings along besides its input. */
export interface ServiceContext {
  /** In whose name it is made, as the audit trail shows it: `console`, `script`, `demo`, or a token's name. */
  readonly actor: string
  /** What the caller may do; left out, everything. */
  readonly scope?: ApiScope
}
