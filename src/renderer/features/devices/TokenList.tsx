import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { EmptyState, ErrorState, LoadingState, RelativeTime } from '@renderer/components'
import { PaperTable } from '@renderer/components/PaperTable'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useNow } from '@renderer/components/useNow'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { DeviceToken } from '@shared/contract/devices'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EndToken } from './EndToken'
import { tokenState } from './tokenState'

const COLUMNS = ['name', 'signing', 'uses', 'ends', 'used', 'state'] as const

/** The tokens, newest first, each with a way to end it. */
export function TokenList() {
  const { t } = useTranslation('devices')
  const query = useQuery(useOrpc().devices.tokens.queryOptions())
  if (query.isPending) return <LoadingState rows={3} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data.length === 0) {
    return (
      <EmptyState
        title={t('token.empty')}
        action={
          <PermittedButton call="devices.makeToken" to="/devices/tokens/new" variant="outlined">
            {t('token.make')}
          </PermittedButton>
        }
      >
        {t('token.emptyText')}
      </EmptyState>
    )
  }
  return (
    <PaperTable
      label={t('token.list')}
      heads={COLUMNS.map((column) => ({ key: column, label: t(`token.column.${column}`) }))}
      actions
    >
      {query.data.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </PaperTable>
  )
}

function TokenRow({ token }: { readonly token: DeviceToken }) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const [ending, setEnding] = useState(false)
  const state = tokenState(token, useNow())
  const { uses, usesMax: max } = token
  return (
    <>
      <TableRow>
        <TableCell component="th" scope="row" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {showUnprintable(token.name)}
        </TableCell>
        <TableCell>{t(`token.signings.${token.signing}`)}</TableCell>
        <TableCell>{max === null ? t('token.usedAny', { uses }) : t('token.used', { uses, max })}</TableCell>
        <TableCell>{token.endsAt === null ? t('token.noEnd') : format.dateTime(token.endsAt)}</TableCell>
        <TableCell>{token.lastUsedAt === null ? t('never') : <RelativeTime at={token.lastUsedAt} />}</TableCell>
        <TableCell>{t(`token.state.${state}`)}</TableCell>
        <TableCell align="right">
          {state !== 'ended' && (
            <PermittedButton
              call="devices.endToken"
              size="small"
              color="error"
              disabled={ending}
              onClick={() => setEnding(true)}
            >
              {t('token.endNow')}
            </PermittedButton>
          )}
        </TableCell>
      </TableRow>
      {ending && (
        <TableRow>
          <TableCell colSpan={COLUMNS.length + 1}>
            <EndToken token={token} onEnd={() => setEnding(false)} />
          </TableCell>
        </TableRow>
      )}
    </>
  )
}
