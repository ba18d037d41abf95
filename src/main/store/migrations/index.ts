import { first } from './0001-first'
import { variables } from './0004-variables'
import { ledger } from './0005-ledger'
import type { Migration } from './migration'

/** All steps in their order. A new one is added at the end; none is ever changed after its release. */
export const MIGRATIONS: readonly Migration[] = [first, variables, ledger]
