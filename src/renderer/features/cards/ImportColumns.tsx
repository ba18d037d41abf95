import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { Section } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useFormat } from '@renderer/i18n/useFormat'
import {
  DELIMITERS,
  IMPORT_FIELDS,
  type ImportedTable,
  type ImportField,
  type ImportMapping,
} from '@shared/contract/cardImport'
import { showUnprintable } from '@shared/printable'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finished, ImportRun } from './useCardImport'

interface ImportColumnsProps {
  readonly table: ImportedTable
  /** What the last check found. */
  readonly last: Finished | null
  readonly busy: boolean
  readonly onDelimiter: (delimiter: ImportedTable['delimiter']) => void
  readonly onRun: (run: ImportRun) => void
}

/** Which column of the file is what, and what was found when it was read so. */
export function ImportColumns({ table, last, busy, onDelimiter, onRun }: ImportColumnsProps) {
  const { t } = useTranslation('cards')
  const format = useFormat()
  const [mapping, setMapping] = useState<ImportMapping>(table.mapping)
  const [skip, setSkip] = useState(false)
  const [checkedAs, setCheckedAs] = useState<string | null>(null)
  const choice = JSON.stringify([mapping, skip])
  // What was found belongs to the columns as they were chosen then.
  const found = last && checkedAs === choice ? last : null
  const isClean = found?.kind === 'checked' && found.problemCount === 0 && found.good > 0
  const run = (dryRun: boolean) => {
    setCheckedAs(choice)
    onRun({ mapping, dryRun, enrolled: skip ? 'skip' : 'problem' })
  }
  return (
    <>
      <Typography>{t('import.rows', { count: table.rows, rows: format.number(table.rows) })}</Typography>
      <TextField
        select
        size="small"
        label={t('import.delimiter')}
        value={table.delimiter}
        disabled={busy}
        onChange={(event) => onDelimiter(event.target.value as ImportedTable['delimiter'])}
        sx={{ width: 220 }}
      >
        {DELIMITERS.map((delimiter) => (
          <MenuItem key={delimiter} value={delimiter}>
            {t(`import.sign.${SIGNS[delimiter]}`)}
          </MenuItem>
        ))}
      </TextField>
      <Section title={t('import.columns')}>
        <Table size="small" aria-label={t('import.columns')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('import.column')}</TableCell>
              <TableCell>{t('import.example')}</TableCell>
              <TableCell>{t('import.meaning')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {table.columns.map((name, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name; their place tells them apart
              <TableRow key={column}>
                <TableCell>{showUnprintable(name) || t('import.unnamed', { number: column + 1 })}</TableCell>
                <TableCell sx={{ maxWidth: 180, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                  {showUnprintable(table.sample.map((row) => row[column] ?? '').find((cell) => cell !== '') ?? '')}
                </TableCell>
                <TableCell>
                  <TextField
                    select
                    size="small"
                    fullWidth
                    disabled={busy}
                    value={fieldOf(mapping, column) ?? ''}
                    onChange={(event) => setMapping(mapped(mapping, column, event.target.value as ImportField | ''))}
                    slotProps={{
                      select: { displayEmpty: true },
                      htmlInput: { 'aria-label': t('import.meaningOf', { name }) },
                    }}
                  >
                    <MenuItem value="">{t('import.ignored')}</MenuItem>
                    {IMPORT_FIELDS.map((field) => (
                      <MenuItem key={field} value={field}>
                        {t(`import.field.${field}`)}
                      </MenuItem>
                    ))}
                  </TextField>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Section>
      <FormControlLabel
        control={<Checkbox checked={skip} disabled={busy} onChange={(event) => setSkip(event.target.checked)} />}
        label={t('import.skip')}
      />
      {found && <Found found={found} />}
      <Box sx={{ display: 'flex', gap: 3 }}>
        <PermittedButton
          call="cardImport.run"
          variant={isClean ? 'outlined' : 'contained'}
          disabled={busy || mapping.number === undefined}
          onClick={() => run(true)}
        >
          {t('import.check')}
        </PermittedButton>
        {isClean && (
          <PermittedButton call="cardImport.run" variant="contained" disabled={busy} onClick={() => run(false)}>
            {t('import.run', { count: found.good, cards: format.number(found.good) })}
          </PermittedButton>
        )}
      </Box>
      {mapping.number === undefined && <Typography color="textSecondary">{t('import.numberWanted')}</Typography>}
    </>
  )
}

const SIGNS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

function fieldOf(mapping: ImportMapping, column: number): ImportField | undefined {
  return IMPORT_FIELDS.find((field) => mapping[field] === column)
}

/** A field is in one column, and a column holds one field. */
function mapped(mapping: ImportMapping, column: number, field: ImportField | ''): ImportMapping {
  const others = Object.entries(mapping).filter(([other, at]) => at !== column && other !== field)
  return Object.fromEntries(field === '' ? others : [...others, [field, column]]) as ImportMapping
}

function Found({ found }: { readonly found: Finished }) {
  const { t } = useTranslation('cards')
  const format = useFormat()
  if (found.kind === 'changed-meanwhile') {
    return (
      <Alert severity="warning" variant="outlined">
        {t('import.changedMeanwhile')}
      </Alert>
    )
  }
  const { good, skipped, problems, problemCount } = found
  const facts = [
    t('import.good', { count: good, cards: format.number(good) }),
    ...(skipped > 0 ? [t('import.skipped', { count: skipped, cards: format.number(skipped) })] : []),
  ]
  if (problemCount === 0) {
    return (
      <Alert severity={good > 0 ? 'success' : 'info'} variant="outlined">
        {facts.join(' ')}
      </Alert>
    )
  }
  return (
    <Section title={t('import.problems', { count: problemCount, problems: format.number(problemCount) })}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('import.nothingWritten')}
      </Typography>
      <Box
        component="ul"
        tabIndex={0}
        aria-label={t('import.problemList')}
        sx={{ m: 0, pl: 5, maxHeight: 320, overflow: 'auto' }}
      >
        {problems.map(({ line, field, problem, value }) => (
          <li key={`${line} ${field} ${problem}`}>
            {t('import.line', { line })} {field && t(`import.field.${field}`)}
            {value !== '' && ` “${showUnprintable(value)}”`}: {t(`import.problem.${problem}`)}
          </li>
        ))}
      </Box>
      {problemCount > problems.length && (
        <Typography color="textSecondary" sx={{ mt: 2 }}>
          {t('import.more', { count: problemCount - problems.length })}
        </Typography>
      )}
    </Section>
  )
}
