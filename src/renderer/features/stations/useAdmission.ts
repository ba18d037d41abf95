import type { Station } from '@shared/contract/stations'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNotice } from '../../components/NoticeProvider'
import { useExplain } from '../../i18n/useExplain'
import { useOrpc } from '../../link/LinkProvider'

type Named = Pick<Station, 'id' | 'identity' | 'admission'>

/** Admits and refuses stations, and says what came of it. What was admitted before can be taken back at once. */
export function useAdmission() {
  const { t } = useTranslation('stations')
  const orpc = useOrpc()
  const notice = useNotice()
  const explain = useExplain()
  const admitting = useMutation(orpc.stations.admit.mutationOptions())
  const refusing = useMutation(orpc.stations.refuse.mutationOptions())

  const fail = ({ identity }: Named) => ({
    onError: (error: unknown) =>
      notice({ text: t('notDone', { identity, why: explain(error).sentence }), severity: 'error' }),
  })

  const admit = (station: Named) =>
    admitting.mutate(
      { stationId: station.id },
      {
        ...fail(station),
        onSuccess: ({ profile }) =>
          notice({ text: t(profile === 0 ? 'admittedByName' : 'admitted', { identity: station.identity }) }),
      },
    )

  const refuse = (station: Named) =>
    refusing.mutate(
      { stationId: station.id },
      {
        ...fail(station),
        onSuccess: () =>
          notice({
            text: t('refused', { identity: station.identity }),
            severity: 'info',
            undo: station.admission === 'admitted' ? () => admit(station) : undefined,
          }),
      },
    )

  return { admit, refuse, busy: admitting.isPending || refusing.isPending }
}
