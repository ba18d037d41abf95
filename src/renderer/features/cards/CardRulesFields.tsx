import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { MomentField } from '@renderer/components/momentField/MomentField'
import { useNamedStations } from '@renderer/link/useNamedStations'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import type { CardProblems } from './cardDraft'
import { FormPart } from './FormPart'
import { type HoursDraft, NEW_HOURS, type PlaceDraft, type RulesDraft } from './rulesDraft'
import { useRulesSummary } from './useRulesSummary'
import { useWeekdays } from './useWeekdays'

interface CardRulesFieldsProps {
  readonly rules: RulesDraft
  readonly problems: CardProblems
  readonly onChange: (rules: RulesDraft) => void
}

/** Where, when and how much a card may charge. */
export function CardRulesFields({ rules, problems, onChange }: CardRulesFieldsProps) {
  const { t } = useTranslation('cards')
  const summary = useRulesSummary()
  const found = (field: 'monthlyKwh' | 'monthlySessions', hint: string) => {
    const problem = problems[field]
    return { error: problem !== undefined, helperText: problem ? t(`problem.${problem.problem}`, { max: 0 }) : hint }
  }
  const wrong = ['rules', 'places', 'hours', 'monthlyKwh', 'monthlySessions'] as const
  return (
    <FormPart title={t('rules.title')} summary={summary(rules)} wrong={wrong.some((field) => problems[field])}>
      {problems.rules && (
        <Alert severity="error" variant="outlined">
          {t(`problem.${problems.rules.problem}`, { max: 0 })}
        </Alert>
      )}
      <PlaceFields rules={rules} problem={problems.places !== undefined} onChange={onChange} />
      <HoursFields rules={rules} problem={problems.hours !== undefined} onChange={onChange} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <TextField
          label={t('rules.monthlyKwh')}
          value={rules.monthlyKwh}
          onChange={(event) => onChange({ ...rules, monthlyKwh: event.target.value })}
          {...found('monthlyKwh', t('rules.monthlyHint'))}
          slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        />
        <TextField
          label={t('rules.monthlySessions')}
          value={rules.monthlySessions}
          onChange={(event) => onChange({ ...rules, monthlySessions: event.target.value })}
          {...found('monthlySessions', t('rules.monthlyHint'))}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
      </Box>
      {rules.monthlyKwh.trim() !== '' && (
        <Box>
          <FormControlLabel
            control={
              <Checkbox
                checked={rules.endWhenUsed}
                onChange={(event) => onChange({ ...rules, endWhenUsed: event.target.checked })}
              />
            }
            label={t('rules.endWhenUsed')}
          />
          <FormHelperText>{t(rules.endWhenUsed ? 'rules.endsHint' : 'rules.goesOnHint')}</FormHelperText>
        </Box>
      )}
      <FormControlLabel
        control={
          <Checkbox
            checked={rules.oneAtATime}
            onChange={(event) => onChange({ ...rules, oneAtATime: event.target.checked })}
          />
        }
        label={t('rules.oneAtATime')}
      />
    </FormPart>
  )
}

interface PartProps {
  readonly rules: RulesDraft
  readonly problem: boolean
  readonly onChange: (rules: RulesDraft) => void
}

function PlaceFields({ rules, problem, onChange }: PartProps) {
  const { t } = useTranslation('cards')
  const stations = useNamedStations()
  const chosen = new Map(rules.places.map((place) => [place.stationId, place]))
  const choose = (stationId: number, place: PlaceDraft | null) => {
    const others = rules.places.filter((other) => other.stationId !== stationId)
    onChange({ ...rules, places: place ? [...others, place] : others })
  }
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
      <TextField
        select
        fullWidth
        label={t('rules.where')}
        value={rules.everywhere ? 'all' : 'some'}
        onChange={(event) => onChange({ ...rules, everywhere: event.target.value === 'all' })}
      >
        <MenuItem value="all">{t('rules.everywhere')}</MenuItem>
        <MenuItem value="some">{t('rules.somewhere')}</MenuItem>
      </TextField>
      {!rules.everywhere &&
        stations.map(({ id, identity }) => {
          const place = chosen.get(id)
          return (
            <Box key={id} sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 2 }}>
              <FormControlLabel
                sx={{ flex: 1, minWidth: 0 }}
                control={
                  <Checkbox
                    checked={place !== undefined}
                    onChange={(event) => choose(id, event.target.checked ? { stationId: id, evses: '' } : null)}
                  />
                }
                label={showUnprintable(identity)}
              />
              {place && (
                <TextField
                  size="small"
                  label={t('rules.evses', { station: identity })}
                  placeholder={t('rules.allEvses')}
                  value={place.evses}
                  onChange={(event) => choose(id, { ...place, evses: event.target.value })}
                  slotProps={{ inputLabel: { shrink: true } }}
                  sx={{ width: 200 }}
                />
              )}
            </Box>
          )
        })}
      {problem && <FormHelperText error>{t('problem.not-evses')}</FormHelperText>}
    </Box>
  )
}

function HoursFields({ rules, problem, onChange }: PartProps) {
  const { t } = useTranslation('cards')
  const weekdays = useWeekdays()
  const put = (index: number, hours: HoursDraft | null) =>
    onChange({ ...rules, hours: rules.hours.flatMap((other, at) => (at !== index ? [other] : hours ? [hours] : [])) })
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, display: 'grid', gap: 3 }}>
      {rules.hours.map((hours, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: periods have no name of their own, and only the last ones move
        <Box key={index} sx={{ display: 'grid', gap: 2 }}>
          <ToggleButtonGroup
            size="small"
            value={hours.days}
            onChange={(_, days: number[]) => put(index, { ...hours, days })}
            aria-label={t('rules.days', { number: index + 1 })}
          >
            {weekdays.map(({ day, short, long }) => (
              <ToggleButton key={day} value={day} title={long}>
                {short}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
            {(['from', 'until'] as const).map((name) => (
              <MomentField
                key={name}
                kind="time"
                label={t(`rules.${name}`)}
                value={hours[name]}
                onChange={(time) => put(index, { ...hours, [name]: time })}
              />
            ))}
            <Button onClick={() => put(index, null)} aria-label={t('rules.removeHoursOf', { number: index + 1 })}>
              {t('rules.removeHours')}
            </Button>
          </Box>
        </Box>
      ))}
      <Box>
        <Button
          variant="outlined"
          size="small"
          onClick={() => onChange({ ...rules, hours: [...rules.hours, NEW_HOURS] })}
        >
          {t(rules.hours.length === 0 ? 'rules.limitHours' : 'rules.addHours')}
        </Button>
        <FormHelperText error={problem}>{problem ? t('problem.not-hours') : t('rules.hoursHint')}</FormHelperText>
      </Box>
    </Box>
  )
}
