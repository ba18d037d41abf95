import { PowerOverTime } from '@renderer/features/energy/PowerOverTime'
import { energy } from '@renderer/i18n/en/energy'
import { needWords } from '@renderer/i18n/neededWords'
import { LinkProvider } from '@renderer/link/LinkProvider'
import type { EnergyHistory } from '@shared/contract/energyHistory'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import i18next from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { afterAll, expect, test } from 'vitest'

// What is drawn begins to load its chart and all words: it must not be cut off half way, as others then need them.
afterAll(async () => {
  await Promise.all([needWords(), import('@renderer/components/charts/TimeChart')])
})

/** What is said of the power, whatever it is. */
const SAID = ' at most, '

/** What is drawn, from what the console has been told so far. */
function drawn(told?: EnergyHistory): string {
  const i18n = i18next.createInstance()
  i18n.init({ lng: 'en', resources: { en: { energy } }, initAsync: false })
  const queries = new QueryClient({ defaultOptions: { queries: told ? { initialData: told } : {} } })
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <LinkProvider client={{ sessions: {} } as never}>
          <PowerOverTime title="Power" asked={{ step: 'hour', from: 0, to: 1 }} now={2} />
        </LinkProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  )
}

test('no power is said to be delivered before anybody has told how much was', () => {
  expect(energy.powerSummary).toContain(SAID)
  expect(drawn({ stretches: [], stations: [], unclear: 0 })).toContain(SAID)
  expect(drawn()).not.toContain(SAID)
})
