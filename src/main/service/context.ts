import type { ApiScope } from '@shared/contract/apiTokens'
import type { Seat } from '../operators/seats'

/** What every call brings along besides its input. */
export interface ServiceContext {
  /**
   * In whose name it is made, as the audit trail shows it: `console`, `script`, `demo`, or a token's name. Of a call from
   * a seat where somebody has signed in it becomes that person's.
   */
  readonly actor: string
  /** What a script's token allows; left out of calls that no script makes. */
  readonly scope?: ApiScope
  /** Where the person sits who makes it; left out of calls that the program makes itself. */
  readonly seat?: Seat
}
