import { z } from 'zod'
import { Id } from './feed'

export const TokenRef = z.object({ tokenId: Id })

/** What became of the wish for a token. Its text is shown this once; kept is its digest. */
export const TokenMade = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made'), tokenId: Id, token: z.string() }),
  z.object({ kind: z.literal('too-many'), most: z.number().int() }),
])

export const TokenEnded = z.object({ kind: z.enum(['ended', 'already-ended']) })
