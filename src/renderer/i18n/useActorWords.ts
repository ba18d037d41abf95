import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** What the program calls those in whose name something is done that are no people, by their words. */
const ACTORS = {
  console: 'console',
  demo: 'demo',
  script: 'script',
  chargehand: 'chargehand',
  'local lists': 'localLists',
  'monthly budget': 'monthlyBudget',
} as const

const isOurs = (actor: string): actor is keyof typeof ACTORS => Object.hasOwn(ACTORS, actor)

/** In whose name something was done, in words; people, tokens and devices by their names. */
export function useActorWords(): (actor: string) => string {
  const { t } = useTranslation('common')
  return useCallback((actor) => (isOurs(actor) ? t(`actor.${ACTORS[actor]}`) : actor), [t])
}
