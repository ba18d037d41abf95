import Button from '@mui/material/Button'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { RelativeTime } from '@renderer/components'
import { PaperTable } from '@renderer/components/PaperTable'
import { useWho } from '@renderer/link/useRights'
import type { Operator } from '@shared/contract/operators'
import { showUnprintable } from '@shared/printable'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangeOperator } from './ChangeOperator'

const COLUMNS = ['name', 'role', 'seen'] as const

/** Everybody who may sign in, or might again. */
export function OperatorTable({ operators }: { readonly operators: readonly Operator[] }) {
  const { t } = useTranslation(['operators', 'shell'])
  const who = useWho()
  const [openId, setOpenId] = useState<number | null>(null)
  const open = operators.find(({ id }) => id === openId)
  return (
    <>
      <PaperTable
        label={t('list')}
        heads={COLUMNS.map((column) => ({ key: column, label: t(`column.${column}`) }))}
        actions
      >
        {operators.map((operator) => {
          const name = showUnprintable(operator.name)
          return (
            <TableRow key={operator.id}>
              <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
                <Typography component="span" sx={{ fontWeight: 600 }} color={operator.disabled ? 'textSecondary' : ''}>
                  {name}
                </Typography>{' '}
                {operator.id === who?.id && (
                  <Typography component="span" color="textSecondary">
                    {t('you')}
                  </Typography>
                )}
              </TableCell>
              <TableCell>
                {t(`shell:roles.${operator.role}`)}
                {operator.disabled && ` · ${t('disabled')}`}
                {operator.waitMs > 0 && ` · ${t('waits')}`}
              </TableCell>
              <TableCell>
                {operator.lastSeenAt === null ? t('never') : <RelativeTime at={operator.lastSeenAt} />}
              </TableCell>
              <TableCell align="right">
                <Button size="small" aria-label={t('change', { name })} onClick={() => setOpenId(operator.id)}>
                  {t('column.more')}
                </Button>
              </TableCell>
            </TableRow>
          )
        })}
      </PaperTable>
      {open && <ChangeOperator key={open.id} operator={open} onClose={() => setOpenId(null)} />}
    </>
  )
}
