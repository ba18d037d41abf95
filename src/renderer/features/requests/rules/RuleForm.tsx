import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormGroup from '@mui/material/FormGroup'
import FormLabel from '@mui/material/FormLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { type DeskRuleDraft, RULE_NAME_MAX_LENGTH } from '@shared/contract/deskRules'
import { OWNER_KINDS } from '@shared/contract/requests'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DryRun } from './DryRun'
import { TICKED } from './ruleDraft'
import { PROFILES } from './useRuleSentences'

/** Most approvals a day that a rule can be given. */
const MOST_PER_DAY = 1_000

interface RuleFormProps {
  /** The rule that is changed; undefined for a new one. */
  readonly ruleId: number | undefined
  readonly begin: DeskRuleDraft
  readonly onDone: () => void
}

/** A rule being written, with what it would have done to the last requests beside it. */
export function RuleForm({ ruleId, begin, onDone }: RuleFormProps) {
  const { t } = useTranslation('rules')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const [draft, setDraft] = useState(begin)
  const [perDay, setPerDay] = useState(String(begin.perDay))
  const [isChecked, setIsChecked] = useState(false)
  const { conditions } = draft
  const times = Number(perDay)
  const problems = {
    name: draft.name.trim() === '',
    perDay: !Number.isInteger(times) || times < 1 || times > MOST_PER_DAY,
  }
  const save = useMutation(
    orpc.deskRules.save.mutationOptions({
      onSuccess: (outcome, { name }) => {
        if (outcome.kind === 'saved') notice({ text: t('saved', { name }) })
      },
      onSettled: () => queries.invalidateQueries({ queryKey: orpc.deskRules.key() }),
    }),
  )
  const change = (some: Partial<DeskRuleDraft['conditions']>) =>
    setDraft({ ...draft, conditions: { ...conditions, ...some } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (problems.name || problems.perDay) return
    save.mutate(
      { ...draft, name: draft.name.trim(), perDay: times, ...(ruleId === undefined ? {} : { ruleId }) },
      // Told to this form alone, if it is still there: another rule may be half written by then.
      { onSuccess: ({ kind }) => kind === 'saved' && onDone() },
    )
  }
  const refusal = save.isError
    ? explain(save.error).sentence
    : save.data && save.data.kind !== 'saved'
      ? t(`refused.${save.data.kind}`)
      : null
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))', gap: 8 }}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, alignContent: 'start' }}>
        <Typography variant="h2">{ruleId === undefined ? t('write') : t('changing', { name: begin.name })}</Typography>
        <TextField
          label={t('name')}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          error={isChecked && problems.name}
          helperText={isChecked && problems.name ? t('nameMissing') : t('nameHint')}
          slotProps={{ htmlInput: { maxLength: RULE_NAME_MAX_LENGTH } }}
          autoComplete="off"
        />
        <TextField
          select
          label={t('asks')}
          value={conditions.asker}
          onChange={({ target }) => change({ asker: OWNER_KINDS.find((kind) => kind === target.value) ?? 'station' })}
        >
          {OWNER_KINDS.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`asker.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
          <FormLabel component="legend">{t('onlyIf')}</FormLabel>
          <FormGroup>
            <FormControlLabel control={<Checkbox checked disabled />} label={t('condition.green')} />
            {TICKED.map((condition) => (
              <FormControlLabel
                key={condition}
                control={
                  <Checkbox
                    checked={conditions[condition]}
                    onChange={(_event, checked) => change({ [condition]: checked })}
                  />
                }
                label={t(`condition.${condition}`)}
              />
            ))}
          </FormGroup>
        </Box>
        <TextField
          select
          label={t('cameOver')}
          value={conditions.profile}
          onChange={(event) => change({ profile: Number(event.target.value) })}
        >
          {PROFILES.map((word, profile) => (
            <MenuItem key={word} value={profile}>
              {t(`profile.${word}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={t('most')}
          value={perDay}
          onChange={(event) => setPerDay(event.target.value)}
          error={isChecked && problems.perDay}
          helperText={isChecked && problems.perDay ? t('mostWrong', { max: MOST_PER_DAY }) : t('mostHint')}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          sx={{ maxWidth: 200 }}
        />
        {refusal !== null && <Alert severity="error">{refusal}</Alert>}
        <Typography color="textSecondary">{t('offFirst')}</Typography>
        <Box sx={{ display: 'flex', gap: 3 }}>
          <Button type="submit" variant="contained" loading={save.isPending}>
            {t('save')}
          </Button>
          <Button onClick={onDone}>{t('cancel')}</Button>
        </Box>
      </Box>
      <DryRun conditions={conditions} perDay={problems.perDay ? null : times} />
    </Box>
  )
}
