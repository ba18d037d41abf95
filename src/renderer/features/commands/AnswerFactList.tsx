import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type Fact, FactList } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Command } from '@shared/contract/commands'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type AnswerFact, answerFacts } from './answerFacts'

/** Facts that are shown before the rest is only counted. */
const SHOWN = 20

/** What the station answered to a question, name by name; nothing for an answer that says no more than its status. */
export function AnswerFactList({ command }: { readonly command: Command }) {
  const { t } = useTranslation('commands')
  const format = useFormat()
  const facts = answerFacts(command)
  if (facts.length === 0) return null
  const more = facts.length - SHOWN
  return (
    <Box sx={{ mt: 3 }}>
      <FactList facts={facts.slice(0, SHOWN).map((fact) => inWords(fact, t, format))} />
      {more > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
          {t('told.more', { count: more })}
        </Typography>
      )}
    </Box>
  )
}

function inWords(fact: AnswerFact, t: TFunction<'commands'>, format: ReturnType<typeof useFormat>): Fact {
  switch (fact.kind) {
    case 'value':
      return { name: fact.name, value: fact.value === null || fact.value === '' ? t('told.noValue') : fact.value }
    case 'unknown-key':
      return { name: fact.name, value: t('told.unknownKey') }
    case 'limit': {
      const isPower = fact.unit === 'W'
      const limit = isPower
        ? format.power(fact.limit)
        : t('told.limit', { limit: format.number(fact.limit), unit: fact.unit })
      return {
        name: fact.at === null ? t('told.periodFirst') : t('told.period', { from: format.dateTime(fact.at) }),
        value: fact.phases === null ? limit : t('told.limitPhases', { limit, count: fact.phases }),
      }
    }
    case 'list-version': {
      const { version } = fact
      const none = version < 0 ? t('told.noLists') : t('told.noList')
      return { name: t('told.listVersion'), value: version > 0 ? String(version) : none }
    }
    case 'ongoing':
      return { name: t('told.ongoing'), value: fact.ongoing ? t('told.ongoingYes') : t('told.ongoingNo') }
    case 'queue':
      return { name: t('told.queue'), value: fact.waiting ? t('told.queueYes') : t('told.queueNo') }
    case 'certificate': {
      const { serial, algorithm, nameHash: name, keyHash: key } = fact
      return { name: t('told.certificate', { serial }), value: t('told.certificateHashes', { algorithm, name, key }) }
    }
    case 'data':
      return { name: t('told.data'), value: fact.text }
  }
}
