import { learnForm } from '@shared/cardNumbers/learnForm'
import type { Site } from '../site'
import { keyedFeed } from './feeds'
import { service } from './implementer'

/** The readers at the desk, and how chargers and keyboard readers write numbers. */
export function readersService({ readers, changes }: Site) {
  const { forms } = readers
  return {
    watchTaps: service.readers.watchTaps.handler(({ signal }) =>
      keyedFeed(
        { snapshot: readers.taps, entry: readers.tap, listen: (changed) => changes.on('tap', changed) },
        signal,
      ),
    ),
    tryAgain: service.readers.tryAgain.handler(() => ({ kind: readers.tryAgain() ? 'started' : 'none' })),
    scanned: service.readers.scanned.handler(({ input }) => forms.typed(input.text)),
    keyboardForm: service.readers.keyboardForm.handler(() => forms.keyboard()),
    learnKeyboardForm: service.readers.learnKeyboardForm.handler(({ input, context }) =>
      forms.learnKeyboard(context.actor, input.uid, input.text),
    ),
    forgetKeyboardForm: service.readers.forgetKeyboardForm.handler(async ({ context }) => ({
      kind: (await forms.forgetKeyboard(context.actor)) ? 'forgotten' : 'already-gone',
    })),
    otherSpellings: service.readers.otherSpellings.handler(({ input }) => ({
      found: readers.otherSpellings(input.token),
    })),
    forms: service.readers.forms.handler(() => ({ forms: forms.all() })),
    presentedAt: service.readers.presentedAt.handler(({ input }) => ({
      presented: readers.presentedAt(input.stationId, input.since),
    })),
    compare: service.readers.compare.handler(({ input }) => learnForm(input.uid, input.seen)),
    calibrate: service.readers.calibrate.handler(({ input, context }) => forms.calibrate(context.actor, input)),
    forgetForm: service.readers.forgetForm.handler(async ({ input, context }) => ({
      kind: (await forms.forget(context.actor, input.formId)) ? 'forgotten' : 'already-gone',
    })),
  }
}
