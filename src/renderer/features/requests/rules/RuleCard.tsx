import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { TimeSentence, useNotice } from '@renderer/components'
import { Permitted } from '@renderer/components/Permitted'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { DeskRule } from '@shared/contract/deskRules'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRuleSentences } from './useRuleSentences'

/** One rule in plain words, whether it is on, and what it did. */
export function RuleCard({ rule, onChange }: { readonly rule: DeskRule; readonly onChange: () => void }) {
  const { t } = useTranslation('rules')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const sentences = useRuleSentences()
  const [asked, setAsked] = useState(false)
  const after = {
    onError: (error: unknown) => notice({ text: explain(error).sentence, severity: 'error' as const }),
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.deskRules.key() }),
  }
  const turn = useMutation(orpc.deskRules.switch.mutationOptions(after))
  const remove = useMutation(
    orpc.deskRules.remove.mutationOptions({
      ...after,
      onSuccess: () => notice({ text: t('removed', { name: rule.name }) }),
    }),
  )
  const titleId = `rule-${rule.id}`
  return (
    <Box
      component="li"
      aria-labelledby={titleId}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        bgcolor: 'background.paper',
        p: 5,
        display: 'grid',
        gap: 3,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, flexWrap: 'wrap' }}>
        <Typography id={titleId} variant="h2" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
          {rule.name}
        </Typography>
        <Permitted call="deskRules.switch" quiet>
          <FormControlLabel
            label={rule.on ? t('on') : t('off')}
            control={
              <Switch
                checked={rule.on}
                disabled={turn.isPending}
                slotProps={{ input: { 'aria-label': t('switch', { name: rule.name }) } }}
                onChange={(_event, on) => turn.mutate({ ruleId: rule.id, on })}
              />
            }
          />
        </Permitted>
      </Box>
      <Box component="ul" sx={{ m: 0, ps: 5 }}>
        {sentences(rule).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Box>
      <Typography color="textSecondary">
        {rule.lastUsedAt === null ? (
          t('neverUsed')
        ) : (
          <TimeSentence
            at={rule.lastUsedAt}
            words={(when) => t('used', { count: rule.used, today: rule.usedToday, when })}
          />
        )}
      </Typography>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
        <PermittedButton call="deskRules.save" variant="outlined" onClick={onChange}>
          {t('change')}
        </PermittedButton>
        {asked ? (
          <>
            <Button color="error" variant="contained" onClick={() => remove.mutate({ ruleId: rule.id })}>
              {t('removeSure', { name: rule.name })}
            </Button>
            <Button onClick={() => setAsked(false)}>{t('keep')}</Button>
          </>
        ) : (
          <PermittedButton call="deskRules.remove" color="error" variant="outlined" onClick={() => setAsked(true)}>
            {t('remove')}
          </PermittedButton>
        )}
      </Box>
    </Box>
  )
}
