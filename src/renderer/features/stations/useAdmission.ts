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

  const failed =
    ({ identity }: Named) =>
    (error: unknown) =>
      notice({ text: t('notDone', { identity, why: explain(error).sentence }), severity: 'error' })

  // By promise: the row with the button may be gone before the answer is there, and callbacks of `mutate` go with it.
  const admit = (station: Named) =>
    void admitting
      .mutateAsync({ stationId: station.id })
      .then(
        ({ profile }) =>
          notice({ text: t(profile === 0 ? 'admittedByName' : 'admitted', { identity: station.identity }) }),
        failed(station),
      )

  const refuse = (station: Named) =>
    void refusing.mutateAsync({ stationId: station.id }).then(
      () =>
        notice({
          text: t('refused', { identity: station.identity }),
          severity: 'info',
          undo: station.admission === 'admitted' ? () => admit(station) : undefined,
        }),
      failed(station),
    )

  return { admit, refuse, busy: admitting.isPending || refusing.isPending }
}
