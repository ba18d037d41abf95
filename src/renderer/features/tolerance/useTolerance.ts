import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import type { Station } from '@shared/contract/stations'
import type { Quirk } from '@shared/ocpp/quirks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** Changes what is put up with of a station, with a notice that takes it back. */
export function useTolerance({ id: stationId, identity }: Station) {
  const { t } = useTranslation('tolerance')
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const onError = (error: unknown) => notice({ text: explain(error).sentence, severity: 'error' })
  const refresh = () => void queries.invalidateQueries({ queryKey: orpc.tolerance.key() })

  const strict = useMutation({
    mutationFn: (wanted: { strict: boolean; undo: boolean }) =>
      client.tolerance.setStrict({ stationId, strict: wanted.strict }),
    onSuccess: (_, wanted) => {
      refresh()
      const back = () => strict.mutate({ strict: !wanted.strict, undo: true })
      const text = t(wanted.strict ? 'strict.saved.strict' : 'strict.saved.tolerant', { identity })
      notice({ text, ...(wanted.undo ? {} : { undo: back }) })
    },
    onError,
  })
  const accepted = useMutation({
    mutationFn: (wanted: { quirk: Quirk; accepted: boolean; undo: boolean }) =>
      client.tolerance.setAccepted({ stationId, quirk: wanted.quirk, accepted: wanted.accepted }),
    onSuccess: (_, wanted) => {
      refresh()
      const back = () => accepted.mutate({ ...wanted, accepted: !wanted.accepted, undo: true })
      const key = wanted.accepted ? 'list.saved.accepted' : 'list.saved.refused'
      const what = t('what', { station: identity, quirk: t(`quirk.${wanted.quirk}`) })
      notice({ text: t(key, { what }), ...(wanted.undo ? {} : { undo: back }) })
    },
    onError,
  })
  return {
    setStrict: (value: boolean) => strict.mutate({ strict: value, undo: false }),
    setAccepted: (quirk: Quirk, value: boolean) => accepted.mutate({ quirk, accepted: value, undo: false }),
    busy: strict.isPending || accepted.isPending,
  }
}
