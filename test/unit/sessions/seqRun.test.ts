import { placing, type SeqRun } from '@main/sessions/seqRun'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test('the run and the places apart from it are together the places that were taken, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 })), (seqNos) => {
      let run: SeqRun | null = null
      const apart = new Set<number>()
      const taken = new Set<number>()
      for (const seqNo of seqNos) {
        const place = placing(run, seqNo)
        expect(place.kind === 'inside' || apart.has(seqNo)).toBe(taken.has(seqNo))
        if (place.kind === 'next') run = place.run
        if (place.kind === 'apart') apart.add(seqNo)
        taken.add(seqNo)
      }
    }),
  )
})
