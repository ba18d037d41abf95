import { z } from 'zod'

const Flat = z.record(z.string(), z.union([z.string(), z.number()]))

/** A part of a sentence of the program's own, such as why a folder can not be written to. */
export const Phrase = z.object({
  /** In English, for logs and scripts. */
  text: z.string(),
  /** Where its words stand in `shared/words`, such as `backup.notAFolder`. */
  code: z.string(),
  data: Flat,
})
export type Phrase = z.infer<typeof Phrase>

/** Values for the `{{name}}` places of a sentence. Never put secrets, keys or whole frames here: they are shown. */
export const ToldData = z.record(z.string(), z.union([z.string(), z.number(), Phrase]))
export type ToldData = Readonly<z.infer<typeof ToldData>>

/**
 * What the program has to say, for a reader whose language only the screen knows: which words, and what stands in them.
 * What has no words here, such as what the system said, has no code and is shown as it came.
 */
export const Told = z.object({ text: z.string(), code: z.string().nullable(), data: ToldData })
export type Told = z.infer<typeof Told>

/** Words that are nobody's but the system's, or that were kept before words had codes. */
export const toldAsItCame = (text: string): Told => ({ text, code: null, data: {} })
